// What has to hold of a Handover after every step.

#include "tests/properties/handover.h"

#include <algorithm>
#include <cstdlib>

namespace {

constexpr BasisPoints commissionRate{200};

} // namespace

QString Handover::problem()
{
    const orders::Stake stake = stakeNow();
    const Wallet wallet = m_world.wallet(m_buyer);
    const qint64 closed = m_world.db.number("count(*) FROM ledger_transactions WHERE subject_id = ?"
                                            " AND step = 'close'",
                                            m_order.id);
    const Money refunded = m_refunded + (m_decided ? m_decided->first : Money{});
    if (stake.refunded != refunded)
        return QStringLiteral("what was refunded is not what the order says");
    if (stake.escrow == EscrowStatus::Held || stake.escrow == EscrowStatus::Disputed) {
        if (closed != 0 || wallet.heldAmount != m_agreedTo || wallet.currentBalance != Money{walletPaise})
            return QStringLiteral("held money moved");
        return problemOfWaiting(stake);
    }
    if (closed != 1 || wallet.heldAmount != Money{})
        return QStringLiteral("the hold did not end in one way");
    if (stake.escrow == EscrowStatus::Refunded)
        return problemOfReturn(stake, wallet);
    return m_decided ? problemOfDecision(stake, wallet) : problemOfCharge(stake, wallet);
}

std::optional<Quantity> Handover::weighedOf(std::size_t line) const
{
    std::optional<Quantity> sum;
    for (const Ticket &each : m_tickets)
        if (each.counts && each.line == line)
            sum = sum.value_or(Quantity{}) + each.net;
    return sum;
}

Money Handover::priceOf(std::size_t line, Quantity quantity) const
{
    return *lineTotal(m_order.lines[qsizetype(line)].unitPrice, quantity);
}

Money Handover::estimate() const
{
    Money sum;
    for (std::size_t line = 0; line < lineCount(); ++line)
        sum = sum + priceOf(line, m_order.lines[qsizetype(line)].orderedQuantity);
    return sum;
}

Money Handover::charge() const
{
    Money sum;
    for (std::size_t line = 0; line < lineCount(); ++line)
        sum = sum + priceOf(line, weighedOf(line).value_or(m_order.lines[qsizetype(line)].orderedQuantity));
    return sum;
}

WeighTicketStatus Handover::statusOf(const Ticket &ticket)
{
    return m_world.weighing.readWeighTicket(m_world.admin, ticket.id)->status;
}

bool Handover::isHole(std::size_t line) const
{
    return !weighedOf(line) &&
           std::any_of(m_tickets.begin(), m_tickets.end(), [&](const Ticket &each) { return each.line == line; });
}

bool Handover::isAccepted()
{
    for (const Ticket &each : m_tickets)
        if (isHole(each.line) || (each.counts && statusOf(each) != WeighTicketStatus::Accepted))
            return false;
    return !m_tickets.empty();
}

bool Handover::isAgreed()
{
    const auto asked = m_world.weighing.readSettlement(m_world.admin, m_order.id).value().topUp;
    return isAccepted() && !(asked && asked->status == TopUpStatus::Asked);
}

QString Handover::problemOfStake(const orders::Stake &stake)
{
    const Money most = m_agreedTo + stake.refunded;
    const auto within = [&](Money held) {
        const Money ofOpen = std::max(estimate(), std::min(charge(), held));
        return std::max(isAgreed() ? charge() : m_tickets.empty() ? estimate() : ofOpen, stake.refunded);
    };
    if (stake.paid < within(m_agreedTo) || stake.paid > within(most))
        return QStringLiteral("at stake is %1 instead of %2").arg(stake.paid.text(), within(most).text());
    if (stake.left() > m_agreedTo || stake.payment != PaymentStatus::Paid)
        return QStringLiteral("more is at stake than is held");
    return isAgreed() && charge() > most ? QStringLiteral("nobody is asked for what is missing") : QString();
}

QString Handover::problemOfWaiting(const orders::Stake &stake)
{
    if (const QString problem = problemOfStake(stake); !problem.isEmpty())
        return problem;
    const auto open = openDispute();
    if (open.has_value() != (stake.escrow == EscrowStatus::Disputed))
        return QStringLiteral("the money waits for no dispute, or does not wait for one");
    if (!isAgreed())
        m_regretted.reset();
    else if (open && open->kind == DisputeKind::Weight && m_regretted != open->id)
        return QStringLiteral("a dispute goes on about a weight that both have accepted");
    for (const Ticket &each : m_tickets)
        if (!open && stake.left() > Money{} && each.counts && statusOf(each) == WeighTicketStatus::Flagged)
            return QStringLiteral("a weight is contested and nobody decides about it");
    const Order order = m_world.read(m_order.id);
    const bool isConfirmed = order.orderStatus == OrderStatus::Delivered && order.buyerConfirmedAt;
    return isConfirmed && !open && (isAgreed() || m_tickets.empty()) ? QStringLiteral("an order waits for nobody")
                                                                     : QString();
}

QString Handover::problemOfReturn(const orders::Stake &stake, const Wallet &wallet)
{
    if (wallet.available != Money{walletPaise})
        return QStringLiteral("not all came back");
    if (stake.status == OrderStatus::Cancelled || m_isGivenBack)
        return {};
    const QList<StatusChange> history = m_world.read(m_order.id).history;
    const bool isDelivered = std::any_of(
        history.begin(), history.end(), [](const StatusChange &each) { return each.status == OrderStatus::Delivered; });
    return isDelivered && charge() <= m_refunded ? QString()
                                                 : QStringLiteral("an order has ended before all of it was weighed");
}

QString Handover::problemOfDecision(const orders::Stake &stake, const Wallet &wallet)
{
    const Money toVendor = m_decided->second;
    if (wallet.currentBalance != Money{walletPaise} - toVendor || wallet.totalSpent != toVendor)
        return QStringLiteral("the buyer paid something else than was decided");
    return problemOfShares(stake, toVendor);
}

QString Handover::problemOfCharge(const orders::Stake &stake, const Wallet &wallet)
{
    for (const Ticket &each : m_tickets)
        if (each.counts && statusOf(each) != WeighTicketStatus::Accepted)
            return QStringLiteral("a weight was charged that was not agreed to");
    const QList<OrderLine> lines = m_world.read(m_order.id).lines;
    for (std::size_t line = 0; line < lineCount(); ++line) {
        if (isHole(line))
            return QStringLiteral("a line whose weights were taken back was charged as ordered");
        const OrderLine &now = lines[qsizetype(line)];
        const Quantity quantity = weighedOf(line).value_or(now.orderedQuantity);
        if (now.lineTotal != priceOf(line, quantity) || now.settledQuantity != quantity)
            return QStringLiteral("the charge does not follow the weight");
        if (now.commissionAmount != commissionRate.of(now.lineTotal))
            return QStringLiteral("the commission does not follow the charge");
    }
    const Money due = charge() - m_refunded;
    if (due > m_agreedTo)
        return QStringLiteral("the buyer paid more than he agreed to");
    if (stake.paid != charge())
        return QStringLiteral("the sum does not follow the weights");
    if (wallet.currentBalance != Money{walletPaise} - due || wallet.totalSpent != due)
        return QStringLiteral("the buyer paid something else");
    return problemOfShares(stake, due);
}

QString Handover::problemOfShares(const orders::Stake &stake, Money due)
{
    const Money commission = stake.commission - stake.refundedCommission;
    if (got("vendor_payable") != due - commission || got("commission_income") != commission)
        return QStringLiteral("the shares are not those of the charge");
    // The order is rounded half a coin off by each line and by the whole. A refund rounds what is given back of each
    // line before and after it, which is a coin together, and the order's own sum of it.
    const qint64 each = qint64(lineCount()) + 1, coins = each / 2 + m_refunds * each;
    return std::abs(commission.minor - commissionRate.of(due).minor) <= coins
               ? QString()
               : QStringLiteral("the commission does not follow what was paid");
}

Money Handover::got(const char *kind)
{
    return {m_world.db.number("CAST(coalesce(sum(t.amount), 0) AS BIGINT) FROM ledger_transfers t"
                              " JOIN ledger_transactions x ON x.id = t.transaction_id"
                              " JOIN ledger_accounts a ON a.id = t.credit_account_id"
                              " WHERE x.subject_id = ? AND x.step = 'close' AND a.kind = ?",
                              m_order.id, std::string_view(kind))};
}
