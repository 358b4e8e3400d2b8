#include "server/refunds/store.h"

#include <algorithm>

namespace refunds {

namespace {

struct OpenRow
{
    Id<Order> orderId;

    FIELDS(OpenRow, FIELD(orderId))
};

// A condition that grows: constant text and its values.
struct Condition
{
    std::string text;
    sql::Values values;

    void add(std::string_view condition, sql::Value value)
    {
        addTruth(condition);
        values.push_back(std::move(value));
    }
    void addTruth(std::string_view condition)
    {
        text += text.empty() ? " WHERE " : " AND ";
        text += condition;
    }
};

Condition within(const Scope &scope)
{
    Condition where;
    if (scope.buyer)
        where.add("buyer_id = ?", sql::value(*scope.buyer));
    if (scope.vendor)
        where.add("vendor_id = ?", sql::value(*scope.vendor));
    return where;
}

template <class Row, class Of>
QList<Row> newest(Tx &tx, std::string_view table, Condition where, const std::optional<Id<Of>> &before, int limit)
{
    if (before)
        where.add("id < ?", sql::value(*before));
    where.values.push_back(sql::value(limit));
    return tx.all<Row>("FROM " + std::string(table) + where.text + " ORDER BY id DESC LIMIT ?", where.values);
}

} // namespace

bool Store::insertNew(Tx &tx, const RefundRow &row)
{
    return tx.insertNew("refunds", row);
}

std::optional<RefundRow> Store::find(Tx &tx, Id<Refund> id)
{
    return tx.one<RefundRow>("FROM refunds WHERE id = ?", id);
}

QList<RefundRow> Store::ofOrder(Tx &tx, Id<Order> order, int limit)
{
    auto out = tx.all<RefundRow>("FROM refunds WHERE order_id = ? ORDER BY id DESC LIMIT ?", order, limit);
    std::reverse(out.begin(), out.end());
    return out;
}

QList<RefundRow> Store::waitingOf(Tx &tx, Id<Order> order, int limit)
{
    return tx.all<RefundRow>(
        "FROM refunds WHERE order_id = ? AND status IN ('requested', 'approved') ORDER BY id LIMIT ?", order, limit);
}

QList<RefundRow> Store::processedOf(Tx &tx, Id<Order> order, int limit)
{
    return tx.all<RefundRow>("FROM refunds WHERE order_id = ? AND status = 'processed' ORDER BY id LIMIT ?", order,
                             limit);
}

qint64 Store::countProcessed(Tx &tx, Id<Order> order)
{
    return tx.number("count(*) FROM refunds WHERE order_id = ? AND status = 'processed'", order);
}

QList<RefundRow> Store::list(Tx &tx, const Scope &scope, const ListRefunds &wish,
                             const std::optional<Id<Refund>> &before, int limit)
{
    Condition where = within(scope);
    if (wish.status)
        where.add("status = ?", sql::value(*wish.status));
    if (wish.order)
        where.add("order_id = ?", sql::value(*wish.order));
    return newest<RefundRow>(tx, "refunds", std::move(where), before, limit);
}

bool Store::change(Tx &tx, RefundStatus seen, const RefundRow &next)
{
    return tx.run("UPDATE refunds SET status = ?, from_vendor = ?, from_commission = ?, lines = ?, decided_by = ?,"
                  " decided_by_id = ?, refusal = ?, approved_at = ?, decided_at = ? WHERE id = ? AND status = ?",
                  next.status, next.fromVendor, next.fromCommission, next.lines, next.decidedBy, next.decidedById,
                  next.refusal, next.approvedAt, next.decidedAt, next.id, seen) == 1;
}

bool Store::insertNew(Tx &tx, const DisputeRow &row)
{
    return tx.insertNew("disputes", row);
}

std::optional<DisputeRow> Store::find(Tx &tx, Id<Dispute> id)
{
    return tx.one<DisputeRow>("FROM disputes WHERE id = ?", id);
}

std::optional<DisputeRow> Store::openOf(Tx &tx, Id<Order> order)
{
    return tx.one<DisputeRow>("FROM disputes WHERE order_id = ? AND status IN ('open', 'answered')", order);
}

QList<DisputeRow> Store::list(Tx &tx, const Scope &scope, const ListDisputes &wish,
                              const std::optional<Id<Dispute>> &before, int limit)
{
    Condition where = within(scope);
    if (wish.status)
        where.add("status = ?", sql::value(*wish.status));
    if (wish.open)
        where.addTruth(*wish.open ? "status IN ('open', 'answered')" : "status IN ('decided', 'withdrawn')");
    if (wish.order)
        where.add("order_id = ?", sql::value(*wish.order));
    return newest<DisputeRow>(tx, "disputes", std::move(where), before, limit);
}

bool Store::change(Tx &tx, DisputeStatus seen, const DisputeRow &next)
{
    return tx.run("UPDATE disputes SET status = ?, answered_at = ?, outcome = ?, to_buyer = ?, to_vendor = ?,"
                  " resolution = ?, decided_by = ?, decided_by_id = ?, closed_at = ? WHERE id = ? AND status = ?",
                  next.status, next.answeredAt, next.outcome, next.toBuyer, next.toVendor, next.resolution,
                  next.decidedBy, next.decidedById, next.closedAt, next.id, seen) == 1;
}

QList<DisputeRow> Store::late(Tx &tx, Instant now, int limit)
{
    return tx.all<DisputeRow>("FROM disputes WHERE status = 'open' AND escalated_at IS NULL AND answer_due_at <= ?"
                              " ORDER BY answer_due_at LIMIT ?",
                              now, limit);
}

bool Store::escalate(Tx &tx, Id<Dispute> id)
{
    return tx.run("UPDATE disputes SET escalated_at = ?2 WHERE id = ?1 AND status = 'open' AND escalated_at IS NULL",
                  id, tx.now()) == 1;
}

bool Store::hasOpen(Tx &tx, const Scope &scope)
{
    const std::string_view whose = scope.vendor ? "vendor_id" : "buyer_id";
    const sql::Value id = scope.vendor ? sql::value(*scope.vendor) : sql::value(*scope.buyer);
    const auto isThere = [&](std::string_view table, std::string_view waiting) {
        return !tx.all<OpenRow>("FROM " + std::string(table) + " WHERE " + std::string(whose) + " = ? AND status IN (" +
                                    std::string(waiting) + ") LIMIT 1",
                                sql::Values{id})
                    .isEmpty();
    };
    return isThere("disputes", "'open', 'answered'") || isThere("refunds", "'requested', 'approved'");
}

void Store::insert(Tx &tx, const StatementRow &row)
{
    tx.insert("dispute_statements", row);
}

QList<StatementRow> Store::statements(Tx &tx, Id<Dispute> dispute, int limit)
{
    return tx.all<StatementRow>("FROM dispute_statements WHERE dispute_id = ? ORDER BY id LIMIT ?", dispute, limit);
}

qint64 Store::countStatements(Tx &tx, Id<Dispute> dispute, Actor author)
{
    return tx.number("count(*) FROM dispute_statements WHERE dispute_id = ? AND author = ?", dispute, author);
}

QList<StatementRow> Store::statementsOf(Tx &tx, Id<Account> author, int limit)
{
    return tx.all<StatementRow>("FROM dispute_statements WHERE author_id = ? ORDER BY id DESC LIMIT ?", author, limit);
}

} // namespace refunds
