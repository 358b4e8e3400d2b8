// What the parties say to a weight. Every word is decided on the standing that was seen, so of two at once the second
// one finds it changed.

#include "server/audit/service.h"
#include "server/core/permit.h"
#include "server/weighing/seat.h"
#include "server/weighing/service.h"

namespace weighing {

namespace {

struct AuditedWord
{
    qint64 number = 0;
    QString orderNumber;
    Quantity net;
    WeighTicketStatus status = WeighTicketStatus::Open;
    std::optional<QString> reason;

    FIELDS(AuditedWord, FIELD(number), FIELD(orderNumber), FIELD(net), FIELD(status), FIELD(reason))
};

auto notYours()
{
    return failure(ErrorCode::Forbidden, QStringLiteral("Only the parties of an order speak to its weight."));
}

bool isParty(Actor actor)
{
    return actor == Actor::Buyer || actor == Actor::Vendor;
}

} // namespace

Result<WeighTicket> Service::acceptWeighTicket(const Caller &caller, Id<WeighTicket> id)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<WeighTicket> {
        LET(at, caseOf(tx, caller, id));
        if (!isParty(at.seat.actor))
            return notYours();
        if (!isOnTheScale(at.seat.order))
            return notOnTheScale();
        if (!mayAccept(at.standing, at.seat.actor))
            return failure(ErrorCode::Conflict, QStringLiteral("This weight is accepted or taken back already."));
        const Word word{WeighAct::Accepted, at.seat.actor};
        MUST(say(tx, at, accepted(at.standing, at.seat.actor, tx.now()), word));
        record(tx, caller, at, word);
        MUST(weighUp(tx, at.seat.order));
        return describe(tx, at, caller.id);
    });
}

Result<WeighTicket> Service::flagWeighTicket(const Caller &caller, Id<WeighTicket> id, const FlagWeighTicket &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<WeighTicket> {
        LET(at, caseOf(tx, caller, id));
        if (!isParty(at.seat.actor))
            return notYours();
        if (!isOnTheScale(at.seat.order))
            return notOnTheScale();
        if (!mayFlag(at.standing, at.seat.actor))
            return failure(ErrorCode::Conflict, QStringLiteral("This weight cannot be contested any more."));
        const Word word{WeighAct::Flagged, at.seat.actor, wish.reason};
        MUST(say(tx, at, flagged(at.standing, at.seat.actor, wish.reason, tx.now()), word));
        record(tx, caller, at, word);
        MUST(weighUp(tx, at.seat.order));
        return describe(tx, at, caller.id);
    });
}

Result<WeighTicket> Service::voidWeighTicket(const Caller &caller, Id<WeighTicket> id, const VoidWeighTicket &wish)
{
    MUST(storeOf(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<WeighTicket> {
        LET(at, caseOf(tx, caller, id));
        if (!isOnTheScale(at.seat.order))
            return notOnTheScale();
        if (!mayVoid(at.standing, at.seat.actor))
            return failure(ErrorCode::Conflict, QStringLiteral("This weight is accepted or taken back already."));
        const Word word{WeighAct::Voided, at.seat.actor, wish.reason};
        MUST(say(tx, at, voided(at.standing, wish.reason, tx.now()), word));
        record(tx, caller, at, word);
        MUST(weighUp(tx, at.seat.order));
        return describe(tx, at, caller.id);
    });
}

Result<> Service::say(Tx &tx, Case &at, Standing next, const Word &word)
{
    if (!m_store.change(tx, at.standing, next))
        return changedMeanwhile();
    ++next.version;
    at.standing = std::move(next);
    publish(tx, at, word);
    return {};
}

void Service::record(Tx &tx, const Caller &caller, const Case &at, const Word &word)
{
    const AuditedWord said{at.row.number, at.row.orderNumber, at.row.net, at.standing.status, word.reason};
    m_audit.record(tx, caller, "weighing." + names::text(word.act).toString().toStdString(), "weigh_ticket",
                   at.row.id.text(), {json::bytes(said)});
}

void Service::publish(Tx &tx, const Case &at, const Word &word)
{
    const orders::OrderRow &order = at.seat.order;
    tx.publish(WeighTicketChanged{order.id, order.orderNumber, at.row.id, at.row.number, order.buyerId, order.vendorId,
                                  order.vendorAccountId, word.act, word.by, at.row.title, at.row.unit, at.row.net,
                                  word.reason});
    if (word.act == WeighAct::Flagged)
        publishFlag(tx, at);
}

void Service::publishFlag(Tx &tx, const Case &at)
{
    const orders::OrderRow &order = at.seat.order;
    tx.publish(WeighTicketFlagged{order.id, at.row.id, order.buyerId, order.vendorId,
                                  at.standing.flagReason.value_or(QString()),
                                  at.standing.flaggedBy.value_or(Actor::System)});
}

Result<> Service::takeUpAgain(Tx &tx, Id<Order> order, Actor by)
{
    const auto seen = m_orders.orderOf(tx, order);
    if (!seen || !isOnTheScale(*seen))
        return {};
    for (const Standing &standing : m_store.standingsOf(tx, {order}, ticketsMax)) {
        if (standing.status != WeighTicketStatus::Flagged)
            continue;
        if (standing.flaggedBy != by)
            publishFlag(tx, {m_store.find(tx, standing.ticketId).value(), standing, {*seen, by}});
        else if (!m_store.change(tx, standing, reopened(standing, tx.now())))
            return changedMeanwhile();
    }
    return {};
}

// A question about more money is about all weights of the order; the newest one stands for them.
Result<> Service::contestNewest(Tx &tx, const Seat &seat, Actor by, const QString &reason)
{
    for (const TicketRow &row : m_store.ofOrder(tx, seat.order.id, {}, ticketsMax)) {
        const auto standing = m_store.standing(tx, row.id);
        if (!standing || standing->status != WeighTicketStatus::Accepted)
            continue;
        Case at{row, *standing, seat};
        return say(tx, at, flagged(*standing, by, reason, tx.now()), {WeighAct::Flagged, by, reason});
    }
    return changedMeanwhile();
}

} // namespace weighing
