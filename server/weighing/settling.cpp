// What follows from the weights of an order. The buyer never pays above what is held without having said so (WAL-06):
// what is missing is asked for, and a question without an answer is a no.

#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/core/log.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/settings/service.h"
#include "server/weighing/seat.h"
#include "server/weighing/service.h"

#include <QMap>

namespace weighing {

namespace {

Q_LOGGING_CATEGORY(weighingLog, "weighing")
constexpr int ordersPerRun = 500; // of a page of a job

struct AuditedTopUp
{
    QString orderNumber;
    Money amount;
    TopUpStatus status = TopUpStatus::Asked;
    std::optional<QString> reason;

    FIELDS(AuditedTopUp, FIELD(orderNumber), FIELD(amount), FIELD(status), FIELD(reason))
};

WeighTopUp wireOf(const TopUpRow &row)
{
    return {row.id, row.amount, row.status, row.askedAt, row.deadline, row.decidedAt};
}

// Per line the sum of its tickets that count.
QList<orders::Weighed> weightsOf(const QList<TicketRow> &tickets, const QHash<Id<WeighTicket>, Standing> &standings)
{
    QMap<Id<OrderLine>, std::optional<Quantity>> nets;
    for (const TicketRow &row : tickets) {
        std::optional<Quantity> &net = nets[row.lineId];
        if (counts(standings.value(row.id)))
            net = net.value_or(Quantity{}) + row.net;
    }
    QList<orders::Weighed> out;
    for (auto each = nets.begin(); each != nets.end(); ++each)
        out += {each.key(), each.value()};
    return out;
}

// Of an order in cash that ended unpaid nothing was ever given.
bool isGivenBack(const orders::OrderRow &order)
{
    return order.escrowStatus == EscrowStatus::Refunded ||
           (order.paymentMethod == PaymentMethodKind::Cod && order.paymentStatus == PaymentStatus::Failed);
}

// The money of an order that is over has gone by what stands in it: a decision may have taken the place of the weights.
bool isOver(const orders::OrderRow &order)
{
    return order.settledAt || isGivenBack(order);
}

// What a buyer gives for an order in the end.
Money dueOf(const orders::OrderRow &order, Money total)
{
    return isGivenBack(order) ? Money{} : std::max(total - order.refundedAmount, Money{});
}

} // namespace

// After every word that was said: the sums reach the order's lines, and the money waits, is asked for or may go.
Result<> Service::weighUp(Tx &tx, orders::OrderRow &order)
{
    const QList<Standing> said = m_store.standingsOf(tx, {order.id}, ticketsMax);
    QHash<Id<WeighTicket>, Standing> standings;
    for (const Standing &each : said)
        standings.insert(each.ticketId, each);
    MUST(m_orders.noteWeights(tx, order, weightsOf(m_store.ofOrder(tx, order.id, {}, ticketsMax), standings)));
    if (stageOf(said) != WeighingStage::Agreed)
        return withdrawQuestion(tx, order);
    LET(charge, m_orders.chargeOf(tx, order));
    const Money due = dueOf(order, charge.total), held = m_ledger.heldOf(tx, order.id);
    // What is paid in cash is paid by the weight, and nothing of it is held.
    if (due > held && order.paymentMethod != PaymentMethodKind::Cod)
        return askForMore(tx, order, due - held);
    MUST(withdrawQuestion(tx, order));
    if (m_endContest) {
        MUST(m_endContest(tx, order.id));
        order = m_orders.orderOf(tx, order.id).value();
    }
    return m_orders.agreeToWeights(tx, order);
}

Result<> Service::askForMore(Tx &tx, const orders::OrderRow &order, Money missing)
{
    const auto newest = m_store.newestTopUp(tx, order.id);
    if (newest && newest->status == TopUpStatus::Asked && newest->amount == missing)
        return {};
    MUST(withdrawQuestion(tx, order));
    const qint64 hours = m_settings.whole(settings::Key::WeighingTopUpHours);
    const TopUpRow row{.id = m_ids.next<WeighTopUp>(),
                       .orderId = order.id,
                       .amount = missing,
                       .askedAt = tx.now(),
                       .deadline = tx.now().after(hours * hourMs)};
    m_store.insert(tx, row);
    publish(tx, order, row);
    return {};
}

Result<> Service::withdrawQuestion(Tx &tx, const orders::OrderRow &order)
{
    auto newest = m_store.newestTopUp(tx, order.id);
    if (!newest || newest->status != TopUpStatus::Asked)
        return {};
    if (!m_store.decide(tx, newest->id, TopUpStatus::Superseded, tx.now()))
        return changedMeanwhile();
    newest->status = TopUpStatus::Superseded;
    publish(tx, order, *newest);
    return {};
}

void Service::publish(Tx &tx, const orders::OrderRow &order, const TopUpRow &row)
{
    tx.publish(WeighTopUpChanged{order.id, order.orderNumber, row.id, order.buyerId, order.vendorId,
                                 order.vendorAccountId, row.status, row.amount, row.deadline});
}

Result<Settlement> Service::readSettlement(const Caller &caller, Id<Order> order)
{
    return m_db.read([&](Tx &tx) -> Result<Settlement> {
        LET(seat, seatOf(tx, caller, order));
        return settlementOf(tx, seat);
    });
}

Result<Settlement> Service::settlementOf(Tx &tx, const Seat &seat)
{
    const orders::OrderRow &order = seat.order;
    const QList<Standing> said = m_store.standingsOf(tx, {order.id}, ticketsMax);
    LET(charge, isOver(order) ? Result<orders::Charged>(orders::Charged{m_orders.linesOf(tx, order.id), order.subtotal,
                                                                        order.totalAmount, order.commissionAmount})
                              : m_orders.chargeOf(tx, order));
    Settlement out{.orderId = order.id,
                   .orderNumber = order.orderNumber,
                   .stage = order.settledAt ? WeighingStage::Settled : stageOf(said),
                   .estimate = order.totalAmount - order.subtotal,
                   .held = m_ledger.heldOf(tx, order.id),
                   .charge = dueOf(order, charge.total)};
    for (const OrderLine &line : charge.lines) {
        const bool isWeighed = std::any_of(
            said.begin(), said.end(), [&](const Standing &each) { return each.lineId == line.id && counts(each); });
        out.lines += {line.id,        line.title,           line.unit,
                      line.unitPrice, line.orderedQuantity, isWeighed ? line.deliveredQuantity : std::nullopt,
                      line.lineTotal};
        out.estimate = out.estimate + lineTotal(line.unitPrice, line.orderedQuantity).value_or(Money{});
    }
    if (seat.actor != Actor::Buyer && out.charge > Money{})
        out.commission = std::max(charge.commission - order.refundedCommission, Money{});
    if (!out.held.minor)
        return out; // settled, or given back
    out.returned = std::max(out.held - out.charge, Money{});
    out.missing = std::max(out.charge - out.held, Money{});
    if (const auto topUp = m_store.newestTopUp(tx, order.id)) {
        out.topUp = wireOf(*topUp);
        if (topUp->status == TopUpStatus::Asked)
            out.stage = WeighingStage::Short;
    }
    return out;
}

Result<Settlement> Service::payTopUp(const Caller &caller, Id<Order> order, const PayTopUp &wish)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<Settlement> {
        LET(seat, seatOf(tx, caller, order));
        auto asked = m_store.newestTopUp(tx, order);
        if (!asked || asked->status != TopUpStatus::Asked || asked->deadline <= tx.now())
            return failure(ErrorCode::Conflict, QStringLiteral("Nothing more is asked for."));
        if (wish.amount != asked->amount)
            return failure(ErrorCode::PriceChanged, QStringLiteral("%1 is asked for.").arg(asked->amount.text()));
        if (!m_store.decide(tx, asked->id, TopUpStatus::Paid, tx.now()))
            return changedMeanwhile();
        MUST(m_ledger.topUp(tx, caller.id, order, asked->id.uuid, asked->amount,
                            QStringLiteral("Order %1, weighed more").arg(seat.order.orderNumber)));
        asked->status = TopUpStatus::Paid;
        publish(tx, seat.order, *asked);
        m_audit.record(tx, caller, "weighing.top_up_paid", "order", order.text(),
                       {json::bytes(AuditedTopUp{seat.order.orderNumber, asked->amount, asked->status, {}})});
        MUST(weighUp(tx, seat.order));
        return settlementOf(tx, seat);
    });
}

Result<Settlement> Service::declineTopUp(const Caller &caller, Id<Order> order, const DeclineTopUp &wish)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<Settlement> {
        LET(seat, seatOf(tx, caller, order));
        auto asked = m_store.newestTopUp(tx, order);
        if (!asked || asked->status != TopUpStatus::Asked)
            return failure(ErrorCode::Conflict, QStringLiteral("Nothing more is asked for."));
        if (!m_store.decide(tx, asked->id, TopUpStatus::Declined, tx.now()))
            return changedMeanwhile();
        asked->status = TopUpStatus::Declined;
        publish(tx, seat.order, *asked);
        m_audit.record(tx, caller, "weighing.top_up_declined", "order", order.text(),
                       {json::bytes(AuditedTopUp{seat.order.orderNumber, asked->amount, asked->status, wish.reason})});
        MUST(contestNewest(tx, seat, Actor::Buyer, wish.reason));
        MUST(weighUp(tx, seat.order));
        return settlementOf(tx, seat);
    });
}

// Each order in its own transaction: a broken one does not stand in the way of those behind it.
template <class Work>
int Service::forEach(const QList<Id<Order>> &orders, Work &&work)
{
    int done = 0;
    for (const Id<Order> id : orders) {
        try {
            const Result<bool> changed = m_db.write([&](Tx &tx) -> Result<bool> {
                const auto order = m_orders.orderOf(tx, id);
                return order ? work(tx, Seat{*order, Actor::System}) : Result<bool>(false);
            });
            done += changed && *changed ? 1 : 0;
            if (!changed && changed.error().code != ErrorCode::Conflict)
                qCCritical(weighingLog, "the weight of order %s: %s", qUtf8Printable(id.text()),
                           qUtf8Printable(changed.error().message));
        } catch (const DbBusy &) {
            throw; // the others would meet the same; the next run takes them
        } catch (const DbFault &fault) {
            qCCritical(weighingLog, "the weight of order %s: %s", qUtf8Printable(id.text()), fault.what());
        }
    }
    return done;
}

// All that are due, page by page: what cannot end does not stand in the way of what is behind it.
int Service::expireTopUps(const Stopping &isStopping)
{
    const auto expire = [this](Tx &tx, Seat seat) -> Result<bool> {
        auto asked = m_store.newestTopUp(tx, seat.order.id);
        if (!asked || asked->status != TopUpStatus::Asked || asked->deadline > tx.now())
            return false;
        if (!isOnTheScale(seat.order)) // cancelled meanwhile
            return m_store.decide(tx, asked->id, TopUpStatus::Superseded, tx.now());
        MUST(weighUp(tx, seat.order)); // what was refunded since is not missing any more
        const auto newest = m_store.newestTopUp(tx, seat.order.id);
        if (newest->id != asked->id || newest->status != TopUpStatus::Asked)
            return true;
        if (!m_store.decide(tx, asked->id, TopUpStatus::Expired, tx.now()))
            return false;
        asked->status = TopUpStatus::Expired;
        publish(tx, seat.order, *asked);
        MUST(contestNewest(tx, seat, Actor::System,
                           QStringLiteral("The weight is worth %1 more than is held, and this was not paid in time.")
                               .arg(asked->amount.text())));
        MUST(weighUp(tx, seat.order));
        return true;
    };
    int expired = 0;
    TopUpRow last;
    for (QList<TopUpRow> due;
         !(due = m_db.read([&](Tx &tx) { return m_store.due(tx, m_clock.now(), last, ordersPerRun); })).isEmpty();
         last = due.constLast()) {
        if (isStopping())
            return expired;
        QList<Id<Order>> orders;
        for (const TopUpRow &row : due)
            orders += row.orderId;
        expired += forEach(orders, expire);
    }
    return expired;
}

// D-01: a silent party does not freeze the money for ever. Only what neither contests, and never beyond what is held.
// However escrow is released: where an admin does it, he waits for the weight as well.
int Service::acceptSilent()
{
    const qint64 days = m_settings.whole(settings::Key::EscrowAutoCompleteDays);
    if (days == 0)
        return 0;
    const Instant latest = m_clock.now().after(-days * dayMs);
    const auto acceptAll = [&](Tx &tx, Seat seat) -> Result<bool> {
        const bool isDelivered = seat.order.vendorConfirmedAt && *seat.order.vendorConfirmedAt <= latest;
        if (!isDelivered || !isOnTheScale(seat.order))
            return false;
        bool isAny = false;
        for (const TicketRow &row : m_store.ofOrder(tx, seat.order.id, {}, ticketsMax)) {
            const auto standing = m_store.standing(tx, row.id);
            if (!standing || standing->status != WeighTicketStatus::Open || standing->recordedAt > latest)
                continue;
            Standing next = *standing;
            for (const Actor party : {Actor::Buyer, Actor::Vendor})
                if (mayAccept(next, party))
                    next = accepted(next, party, tx.now());
            Case at{row, *standing, seat};
            MUST(say(tx, at, next, {WeighAct::Accepted, Actor::System}));
            isAny = true;
        }
        if (isAny)
            MUST(weighUp(tx, seat.order));
        return isAny;
    };
    int changed = 0;
    Id<WeighTicket> after;
    for (QList<Standing> open;
         !(open = m_db.read([&](Tx &tx) { return m_store.openAfter(tx, after, latest, ordersPerRun); })).isEmpty();
         after = open.constLast().ticketId) {
        QList<Id<Order>> orders;
        for (const Standing &each : open)
            if (!orders.contains(each.orderId))
                orders += each.orderId;
        changed += forEach(orders, acceptAll);
    }
    return changed;
}

} // namespace weighing
