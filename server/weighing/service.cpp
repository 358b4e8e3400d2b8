#include "server/weighing/service.h"

#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/core/secrets.h"
#include "server/ledger/service.h"
#include "server/storage/service.h"
#include "server/weighing/seat.h"

#include <QHash>
#include <QSet>

namespace weighing {

namespace {

constexpr QLatin1StringView orderWord("order"), ticketWord("weigh ticket");

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, const Secrets &secrets, orders::Service &orders,
                 ledger::Service &ledger, settings::Service &settings, storage::Service &storage, audit::Service &audit)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_orders(orders)
    , m_ledger(ledger)
    , m_settings(settings)
    , m_storage(storage)
    , m_audit(audit)
    , m_sealKeys(secrets.keys("weighing.tickets"))
{}

// Somebody else's order looks like no order (C58).
Result<Service::Seat> Service::seatOf(Tx &tx, const Caller &caller, Id<Order> id)
{
    if (caller.isAdmin())
        MUST(permit(caller, Permission::ManageOrders));
    const auto order = m_orders.orderOf(tx, id);
    if (!order || !caller.known)
        return notFound(orderWord);
    if (caller.id == order->buyerId)
        return Seat{*order, Actor::Buyer};
    if (caller.vendorId == order->vendorId)
        return Seat{*order, Actor::Vendor};
    if (caller.isAdmin())
        return Seat{*order, Actor::Admin};
    return notFound(orderWord);
}

Result<Service::Case> Service::caseOf(Tx &tx, const Caller &caller, Id<WeighTicket> id)
{
    if (caller.isAdmin())
        MUST(permit(caller, Permission::ManageOrders));
    const auto row = m_store.find(tx, id);
    const auto standing = m_store.standing(tx, id);
    if (!row || !standing)
        return notFound(ticketWord);
    auto seat = seatOf(tx, caller, row->orderId);
    if (!seat)
        return notFound(ticketWord);
    return Case{*row, *standing, *std::move(seat)};
}

WeighTicket Service::describe(const TicketRow &row, const Standing &standing) const
{
    return {.id = row.id,
            .number = row.number,
            .orderId = row.orderId,
            .orderNumber = row.orderNumber,
            .lineId = row.lineId,
            .title = row.title,
            .unit = row.unit,
            .gross = row.gross,
            .tare = row.tare,
            .deductions = row.deductions,
            .net = row.net,
            .source = row.source,
            .scaleSerial = row.scaleSerial,
            .operatorName = row.operatorName,
            .status = standing.status,
            .weighedAt = row.weighedAt,
            .recordedAt = row.recordedAt,
            .vendorAcceptedAt = standing.vendorAcceptedAt,
            .buyerAcceptedAt = standing.buyerAcceptedAt,
            .flaggedBy = standing.flaggedBy,
            .flagReason = standing.flagReason,
            .flaggedAt = standing.flaggedAt,
            .voidReason = standing.voidReason,
            .voidedAt = standing.voidedAt,
            .seal = QString::fromLatin1(row.seal.bytes.toHex()),
            .isGenuine = isGenuine(row)};
}

WeighTicket Service::describe(Tx &tx, const Case &at, Id<Account> reader)
{
    WeighTicket out = describe(at.row, at.standing);
    out.storeName = at.seat.order.storeName;
    out.customerName = at.seat.order.customerName;
    for (const auto &photo : {at.row.photoId, at.row.secondPhotoId})
        if (const auto file = photo ? m_storage.describe(tx, *photo, reader) : std::nullopt)
            out.photos += *file;
    const bool isOpen = isOnTheScale(at.seat.order);
    out.mayAccept = isOpen && mayAccept(at.standing, at.seat.actor);
    out.mayFlag = isOpen && mayFlag(at.standing, at.seat.actor);
    out.mayVoid = isOpen && mayVoid(at.standing, at.seat.actor);
    return out;
}

Result<Page<WeighTicket>> Service::listWeighTickets(const Caller &caller, Id<Order> order, const ListWeighTickets &wish)
{
    LET(before, cursor::idOf<WeighTicket>(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<WeighTicket>> {
        LET(seat, seatOf(tx, caller, order));
        QHash<Id<WeighTicket>, Standing> standings;
        for (const Standing &each : m_store.standingsOf(tx, {order}, ticketsMax))
            standings.insert(each.ticketId, each);
        QList<WeighTicket> out;
        for (const TicketRow &row : m_store.ofOrder(tx, order, before, wish.limit + 1))
            out += describe(tx, {row, standings.value(row.id), seat}, caller.id);
        return cursor::pageById(std::move(out), wish.limit);
    });
}

Result<WeighTicket> Service::readWeighTicket(const Caller &caller, Id<WeighTicket> id)
{
    return m_db.read([&](Tx &tx) -> Result<WeighTicket> {
        LET(at, caseOf(tx, caller, id));
        return describe(tx, at, caller.id);
    });
}

Result<Page<WeighDeskOrder>> Service::listWeighDesk(const Caller &caller, const ListWeighDesk &wish)
{
    LET(vendor, storeOf(caller));
    LET(before, cursor::idOf<Order>(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<WeighDeskOrder>> {
        const auto cards = m_orders.toWeigh(tx, vendor, before, wish.limit + 1);
        QList<Id<Order>> ids;
        for (const auto &card : cards)
            ids += card.id;
        QHash<Id<Order>, QList<Standing>> standings;
        for (const Standing &each : m_store.standingsOf(tx, ids, ticketsMax * int(ids.size())))
            standings[each.orderId] += each;
        QSet<Id<Order>> asked;
        for (const TopUpRow &each : m_store.askedAmong(tx, ids))
            asked += each.orderId;

        QList<WeighDeskOrder> out;
        for (const auto &card : cards) {
            const QList<Standing> said = standings.value(card.id);
            out += {.id = card.id,
                    .orderNumber = card.orderNumber,
                    .customerName = card.customerName,
                    .city = card.city,
                    .summary = card.summary,
                    .orderStatus = card.orderStatus,
                    .totalAmount = card.totalAmount,
                    .stage = asked.contains(card.id) ? WeighingStage::Short : stageOf(said),
                    .tickets = std::count_if(said.begin(), said.end(), counts),
                    .placedAt = card.placedAt};
        }
        return cursor::pageById(std::move(out), wish.limit);
    });
}

bool Service::isContested(Tx &tx, Id<WeighTicket> ticket)
{
    const auto standing = m_store.standing(tx, ticket);
    return standing && standing->status == WeighTicketStatus::Flagged;
}

personal::Parts Service::exportOf(Tx &tx, const Account &account)
{
    QList<WeighTicket> out;
    for (const TicketRow &row : m_store.ofParty(tx, account.id, account.vendorId, personal::rowsMax))
        if (const auto standing = m_store.standing(tx, row.id))
            out += describe(row, *standing);
    return {personal::part("weigh_tickets", out)};
}

QList<qint64> Service::numbersOf(Tx &tx, Id<Order> order)
{
    QSet<Id<WeighTicket>> accepted;
    for (const Standing &each : m_store.standingsOf(tx, {order}, ticketsMax))
        if (each.status == WeighTicketStatus::Accepted)
            accepted += each.ticketId;
    QList<qint64> out;
    for (const TicketRow &row : m_store.ofOrder(tx, order, {}, ticketsMax))
        if (accepted.contains(row.id))
            out.prepend(row.number);
    return out;
}

} // namespace weighing
