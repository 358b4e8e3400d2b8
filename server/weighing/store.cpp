#include "server/weighing/store.h"

namespace weighing {

namespace {

// "IN (?, ?)" and what stands for the marks.
std::string among(const QList<Id<Order>> &orders, sql::Values &values)
{
    std::string marks;
    for (const Id<Order> id : orders) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(id));
    }
    return " IN (" + marks + ")";
}

} // namespace

Desk Store::desk(Tx &tx, Id<Vendor> vendor)
{
    tx.run("INSERT INTO weigh_desks (vendor_id, last_number) VALUES (?, 0) ON CONFLICT DO NOTHING", vendor);
    return *tx.one<Desk>("FROM weigh_desks WHERE vendor_id = ?", vendor);
}

bool Store::advance(Tx &tx, const Desk &seen, const QByteArray &seal)
{
    return tx.run("UPDATE weigh_desks SET last_number = last_number + 1, last_seal = ? WHERE vendor_id = ?"
                  " AND last_number = ?",
                  sql::Blob{seal}, seen.vendorId, seen.lastNumber) == 1;
}

void Store::insert(Tx &tx, const TicketRow &row)
{
    tx.insert("weigh_tickets", row);
}

void Store::insert(Tx &tx, const Standing &standing)
{
    tx.insert("weigh_standings", standing);
}

std::optional<TicketRow> Store::find(Tx &tx, Id<WeighTicket> id)
{
    return tx.one<TicketRow>("FROM weigh_tickets WHERE id = ?", id);
}

std::optional<Standing> Store::standing(Tx &tx, Id<WeighTicket> id)
{
    return tx.one<Standing>("FROM weigh_standings WHERE ticket_id = ?", id);
}

QList<TicketRow> Store::ofOrder(Tx &tx, Id<Order> order, const std::optional<Id<WeighTicket>> &before, int limit)
{
    if (!before)
        return tx.all<TicketRow>("FROM weigh_tickets WHERE order_id = ? ORDER BY id DESC LIMIT ?", order, limit);
    return tx.all<TicketRow>("FROM weigh_tickets WHERE order_id = ? AND id < ? ORDER BY id DESC LIMIT ?", order,
                             *before, limit);
}

QList<TicketRow> Store::ofParty(Tx &tx, Id<Account> buyer, const std::optional<Id<Vendor>> &vendor, int limit)
{
    if (vendor)
        return tx.all<TicketRow>("FROM weigh_tickets WHERE vendor_id = ? ORDER BY number DESC LIMIT ?", *vendor, limit);
    return tx.all<TicketRow>("FROM weigh_tickets WHERE buyer_id = ? ORDER BY id DESC LIMIT ?", buyer, limit);
}

QList<Standing> Store::standingsOf(Tx &tx, const QList<Id<Order>> &orders, int limit)
{
    if (orders.isEmpty())
        return {};
    sql::Values values;
    const std::string which = among(orders, values);
    values.push_back(sql::value(limit));
    return tx.all<Standing>("FROM weigh_standings WHERE order_id" + which + " ORDER BY ticket_id LIMIT ?", values);
}

QList<Standing> Store::openAfter(Tx &tx, Id<WeighTicket> after, Instant recordedUntil, int limit)
{
    return tx.all<Standing>("FROM weigh_standings WHERE status = 'open' AND ticket_id > ? AND recorded_at <= ?"
                            " ORDER BY ticket_id LIMIT ?",
                            sql::idBytes(after.uuid), recordedUntil, limit);
}

bool Store::change(Tx &tx, const Standing &seen, const Standing &next)
{
    return tx.run("UPDATE weigh_standings SET status = ?, vendor_accepted_at = ?, buyer_accepted_at = ?,"
                  " flagged_by = ?, flag_reason = ?, flagged_at = ?, void_reason = ?, voided_at = ?, recorded_at = ?,"
                  " version = version + 1 WHERE ticket_id = ? AND status = ? AND version = ?",
                  next.status, next.vendorAcceptedAt, next.buyerAcceptedAt, next.flaggedBy, next.flagReason,
                  next.flaggedAt, next.voidReason, next.voidedAt, next.recordedAt, seen.ticketId, seen.status,
                  seen.version) == 1;
}

void Store::insert(Tx &tx, const TopUpRow &row)
{
    tx.insert("weigh_top_ups", row);
}

std::optional<TopUpRow> Store::newestTopUp(Tx &tx, Id<Order> order)
{
    return tx.one<TopUpRow>("FROM weigh_top_ups WHERE order_id = ? ORDER BY id DESC LIMIT 1", order);
}

QList<TopUpRow> Store::askedAmong(Tx &tx, const QList<Id<Order>> &orders)
{
    if (orders.isEmpty())
        return {};
    sql::Values values;
    const std::string which = among(orders, values);
    return tx.all<TopUpRow>("FROM weigh_top_ups WHERE status = 'asked' AND order_id" + which, values);
}

QList<TopUpRow> Store::due(Tx &tx, Instant now, const TopUpRow &last, int limit)
{
    return tx.all<TopUpRow>("FROM weigh_top_ups WHERE status = 'asked' AND deadline <= ? AND (deadline, id) > (?, ?)"
                            " ORDER BY deadline, id LIMIT ?",
                            now, last.deadline, sql::idBytes(last.id.uuid), limit);
}

bool Store::decide(Tx &tx, Id<WeighTopUp> id, TopUpStatus status, Instant at)
{
    return tx.run("UPDATE weigh_top_ups SET status = ?, decided_at = ? WHERE id = ? AND status = 'asked'", status, at,
                  id) == 1;
}

QList<Desk> Store::desksAfter(Tx &tx, Id<Vendor> after, int limit)
{
    return tx.all<Desk>("FROM weigh_desks WHERE vendor_id > ? ORDER BY vendor_id LIMIT ?", sql::idBytes(after.uuid),
                        limit);
}

QList<TicketRow> Store::numbered(Tx &tx, Id<Vendor> vendor, qint64 after, int limit)
{
    return tx.all<TicketRow>("FROM weigh_tickets WHERE vendor_id = ? AND number > ? ORDER BY number LIMIT ?", vendor,
                             after, limit);
}

} // namespace weighing
