#include "tests/properties/handover.h"

#include "server/refunds/reactions.h"

Scales::Scales()
{
    refunds::reactions(outbox, world.refunds);
}

Handover::Handover(Scales &scales, const std::vector<Line> &lines)
    : m_world(scales.world)
    , m_outbox(scales.outbox)
    , m_buyer(m_world.addBuyer(QStringLiteral("buyer-") + m_world.ids.next<Account>().text()))
{
    m_world.fill(m_buyer, {walletPaise});
    PlaceOrder wish{.addressId = m_buyer.address};
    for (const Line &line : lines)
        wish.lines += PlaceOrderLine{
            m_world.addProduct(m_world.store, QStringLiteral("Brass"), line.price, line.ordered), line.ordered, {}};
    m_order = m_world.orders.placeOrder(m_buyer.caller, wish).value().orders.constFirst();
    m_agreedTo = m_world.wallet(m_buyer).heldAmount;
    m_world.walkTo(m_order.id, OrderStatus::Packed);
}

void Handover::step(int choice, qint64 amount)
{
    say(choice, amount);
    m_outbox.drain();
}

void Handover::bringHome()
{
    for (const qint64 party : {0, 1})
        withdraw(party);
    goOn();
    goOn();
    agreeToAll();
    (void)m_world.orders.confirmDelivery(m_buyer.caller, m_order.id).has_value();
    pay();
    m_outbox.drain();
}

void Handover::endInDispute(qint64 amount)
{
    dispute(amount);
    m_outbox.drain();
    decide(amount);
    m_outbox.drain();
}

void Handover::say(int choice, qint64 amount)
{
    const Caller &store = m_world.store.caller, &buyer = m_buyer.caller;
    weighing::Service &weighing = m_world.weighing;
    const Id<WeighTicket> ticket =
        m_tickets.empty() ? Id<WeighTicket>() : m_tickets[std::size_t(amount) % m_tickets.size()].id;
    switch (choice) {
    case 0:
    case 1: return record(amount);
    case 2: return (void)weighing.acceptWeighTicket(buyer, ticket).has_value();
    case 3: return (void)weighing.acceptWeighTicket(store, ticket).has_value();
    case 4:
        return (void)weighing.flagWeighTicket(amount % 2 == 0 ? buyer : store, ticket, {QStringLiteral("too much")})
            .has_value();
    case 5: return takeBack(ticket);
    case 6: return pay();
    case 7: return (void)weighing.declineTopUp(buyer, m_order.id, {QStringLiteral("too much")}).has_value();
    case 8: m_world.db.clock.advance(48 * hourMs); return (void)weighing.expireTopUps();
    case 9: return goOn();
    case 10: return (void)m_world.orders.confirmDelivery(buyer, m_order.id).has_value();
    case 11: m_world.db.clock.advance(8 * dayMs); return waitInSilence();
    case 12: return agreeToAll();
    case 13: return refund(amount);
    case 14: return dispute(amount);
    case 15: return withdraw(amount);
    case 16: return decide(amount);
    default:
        if (amount % 8 == 0) // seldom, or nothing else would be seen
            (void)m_world.orders.cancelOrder(store, m_order.id, {QStringLiteral("sold out")}).has_value();
    }
}

void Handover::record(qint64 amount)
{
    const std::size_t line = std::size_t(amount / 3) % lineCount();
    const OrderLine of = m_order.lines[qsizetype(line)];
    const Quantity net{1 + amount % (of.orderedQuantity.milli * 3 / 2)};
    const auto ticket =
        m_world.weighing.recordWeighTicket(m_world.store.caller, m_order.id,
                                           {.lineId = of.id,
                                            .gross = net + Quantity{amount % 7 + amount % 5 + 1},
                                            .tare = {amount % 7},
                                            .deductions = {{DeductionKind::Moisture, {amount % 5 + 1}, {}}},
                                            .scaleSerial = QStringLiteral("MT-1"),
                                            .operatorName = QStringLiteral("Ravi"),
                                            .weighedAt = m_world.db.clock.now()});
    if (ticket)
        m_tickets.push_back({ticket->id, line, net});
}

void Handover::takeBack(Id<WeighTicket> ticket)
{
    if (!m_world.weighing.voidWeighTicket(m_world.store.caller, ticket, {QStringLiteral("wrong")}))
        return;
    for (Ticket &each : m_tickets)
        each.counts &= each.id != ticket;
}

void Handover::agreeToAll()
{
    for (const Ticket &each : m_tickets)
        for (const Caller &party : {m_buyer.caller, m_world.store.caller})
            (void)m_world.weighing.acceptWeighTicket(party, each.id).has_value();
}

void Handover::pay()
{
    const auto asked = m_world.weighing.readSettlement(m_buyer.caller, m_order.id).value().topUp;
    if (asked && m_world.weighing.payTopUp(m_buyer.caller, m_order.id, {asked->amount}))
        m_agreedTo = m_agreedTo + asked->amount;
}

void Handover::goOn()
{
    for (const OrderStatus next : {OrderStatus::OutForDelivery, OrderStatus::Delivered})
        if (m_world.advance(m_order.id, next))
            return;
}

void Handover::waitInSilence()
{
    m_world.weighing.acceptSilent();
    m_world.orders.completeOverdue();
}

void Handover::refund(qint64 amount)
{
    const orders::Stake stake = stakeNow();
    if (stake.escrow != EscrowStatus::Held || stake.left() <= Money{})
        return;
    const Money part{amount % 16 == 0 ? stake.left().minor : 1 + amount % (stake.left().minor / 2 + 1)};
    const auto asked = m_world.refunds.requestRefund(
        m_world.store.caller, m_order.id,
        {.amount = part, .reason = RefundReason::Damaged, .text = QStringLiteral("It is rusty")});
    if (!asked)
        return;
    for (const RefundStatus status : {RefundStatus::Approved, RefundStatus::Processed})
        if (!m_world.refunds.decideRefund(m_world.admin, asked->id, {.status = status}))
            return;
    m_refunded = m_refunded + part;
    ++m_refunds;
    m_isGivenBack = stakeNow().escrow == EscrowStatus::Refunded;
}

void Handover::dispute(qint64 amount)
{
    if (stakeNow().escrow != EscrowStatus::Held)
        return;
    const bool isAboutAgreed = isAgreed();
    const auto opened =
        m_world.refunds.openDispute(amount % 2 == 0 ? m_buyer.caller : m_world.store.caller, m_order.id,
                                    {.kind = amount % 3 == 0 ? DisputeKind::Weight : DisputeKind::Quality,
                                     .text = QStringLiteral("It is not what was agreed on.")});
    if (opened && isAboutAgreed)
        m_regretted = opened->id;
}

std::optional<Dispute> Handover::openDispute()
{
    const auto found = m_world.refunds.listAllDisputes(m_world.admin, {.open = true, .order = m_order.id}).value();
    return found.items.isEmpty() ? std::nullopt : std::optional(found.items.constFirst());
}

void Handover::withdraw(qint64 amount)
{
    if (const auto open = openDispute())
        (void)m_world.refunds.withdrawDispute(amount % 2 == 0 ? m_buyer.caller : m_world.store.caller, open->id)
            .has_value();
}

void Handover::decide(qint64 amount)
{
    const auto open = openDispute();
    if (!open)
        return;
    for (const Caller &party : {m_buyer.caller, m_world.store.caller})
        (void)m_world.refunds.addStatement(party, open->id, {.text = QStringLiteral("So it was.")}).has_value();
    const Money left = stakeNow().left();
    const Money toBuyer{amount % 5 == 0 ? 0 : amount % (left.minor + 1)};
    const auto done = m_world.refunds.decideDispute(m_world.admin, open->id,
                                                    {toBuyer, left - toBuyer, QStringLiteral("Both gave in.")});
    if (!done)
        return;
    m_decided = std::pair(toBuyer, left - toBuyer);
    m_refunds += toBuyer > Money{} ? 1 : 0;
    m_isGivenBack = stakeNow().escrow == EscrowStatus::Refunded;
}

orders::Stake Handover::stakeNow()
{
    return m_world.db->read([&](Tx &tx) { return m_world.orders.stakeOf(tx, m_order.id); }).value();
}
