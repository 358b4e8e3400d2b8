// Money that leaves the market at the provider after it came in: what somebody gave back there and what a payer's bank
// has taken back. It is flagged, and leaves the wallet when an admin books it.

#include "server/audit/service.h"
#include "server/ledger/service.h"
#include "server/payments/service.h"

namespace payments {

// The attempt may have been credited as a payment of its own.
PaymentRow Service::holderOf(Tx &tx, const PaymentRow &row, const Attempt &attempt)
{
    return m_store.findByAttempt(tx, row.provider, attempt.id).value_or(row);
}

Money Service::goneOf(Tx &tx, Id<Payment> payment, const QString &transaction, FlagKind kind)
{
    Money out;
    for (const MoneyFlag &flag : m_store.flagsOf(tx, payment))
        if (flag.kind == kind && isAbout(flag, transaction))
            out = out + flag.amount;
    return out;
}

// It may have gone back after it was flagged.
bool Service::hasGone(Tx &tx, const MoneyFlag &flag)
{
    if (m_store.isReturned(tx, flag.provider, flag.transactionId) ||
        m_store.isGoingBack(tx, flag.provider, flag.transactionId))
        return true;
    const auto gone = [&](FlagKind kind) { return goneOf(tx, *flag.paymentId, flag.transactionId, kind); };
    return flag.paymentId && gone(FlagKind::Returned) + gone(FlagKind::ChargedBack) > Money{};
}

// Somebody gave some of it back at the provider, which says how much that is by now: what is not known yet is flagged.
// What we sent back ourselves is known. Whatever comes later of what went back whole is older news, and brings no
// money.
bool Service::noteReturned(Tx &tx, const PaymentRow &row, const Attempt &attempt)
{
    const bool isWhole = attempt.status == AttemptStatus::Refunded || attempt.refunded >= attempt.amount;
    const Money gone = isWhole ? attempt.amount : attempt.refunded;
    if (gone <= Money{} || m_store.isGoingBack(tx, row.provider, attempt.id))
        return false;
    const PaymentRow holder = holderOf(tx, row, attempt);
    Attempt part = attempt;
    part.amount = gone - goneOf(tx, holder.id, attempt.id, FlagKind::Returned);
    if (part.amount <= Money{})
        return false;
    part.id = isWhole ? attempt.id : partOf(attempt.id, gone);
    flag(tx, holder, part, FlagKind::Returned);
    return true;
}

std::optional<FlagKind> Service::disputeIn(const Attempt &attempt)
{
    switch (attempt.status) {
    case AttemptStatus::Disputed: return FlagKind::Disputed;
    case AttemptStatus::ChargedBack: return FlagKind::ChargedBack;
    case AttemptStatus::Reinstated: return FlagKind::Reinstated;
    case AttemptStatus::Created:
    case AttemptStatus::Authorized:
    case AttemptStatus::Captured:
    case AttemptStatus::Refunded:
    case AttemptStatus::Failed: return std::nullopt;
    }
    return std::nullopt;
}

// What one dispute has taken, or brought back.
Money Service::ofDispute(Tx &tx, const MoneyFlag &about, FlagKind kind, const std::optional<FlagStatus> &status)
{
    Money out;
    for (const MoneyFlag &flag : m_store.flagsOf(tx, *about.paymentId))
        if (flag.kind == kind && isOfDispute(flag, about) && (!status || flag.status == *status))
            out = out + flag.amount;
    return out;
}

// What comes back was away: without that it is only the end of a question, or came before the news that it is the
// answer to. It waits for that.
Outcome Service::acceptDispute(Tx &tx, const PaymentRow &row, const Attempt &attempt, FlagKind kind)
{
    const PaymentRow holder = holderOf(tx, row, attempt);
    const MoneyFlag found{.kind = kind,
                          .provider = row.provider,
                          .transactionId = partOf(attempt.id, attempt.amount),
                          .reference = row.gatewayOrderId,
                          .paymentId = holder.id,
                          .amount = attempt.amount,
                          .expectedAmount = holder.amount,
                          .currency = attempt.currency,
                          .note = attempt.failureReason};
    if (kind == FlagKind::Reinstated && ofDispute(tx, found, FlagKind::ChargedBack) < attempt.amount)
        return Outcome::Parked;
    flag(tx, found);
    if (kind == FlagKind::ChargedBack)
        acceptParkedWins(tx, row, attempt.id);
    return Outcome::Applied;
}

// Providers keep no order: that it came back may have been told before that it went.
void Service::acceptParkedWins(Tx &tx, const PaymentRow &row, const QString &attempt)
{
    constexpr int most = 100;
    for (const EventRow &event : m_store.parked(tx, row.provider, row.gatewayOrderId.value_or(QString()), most))
        if (event.attempt && event.attempt->id == attempt && event.attempt->status == AttemptStatus::Reinstated)
            m_store.setOutcome(tx, event.id, acceptDispute(tx, row, *event.attempt, FlagKind::Reinstated));
}

// Out of the wallet that it had come into; what is not there any more is owed.
Result<> Service::book(Tx &tx, const Caller &caller, const MoneyFlag &flag)
{
    const auto payment = flag.paymentId ? m_store.find(tx, *flag.paymentId) : std::nullopt;
    if (!payment || payment->provider != flag.provider)
        return refusal(QStringLiteral("action"), QStringLiteral("needs a payment of a buyer"));
    // Both flags were of the same money: dismissed the one, the other would take what is there again.
    if (flag.kind == FlagKind::ChargedBack &&
        ofDispute(tx, flag, FlagKind::Reinstated, FlagStatus::Dismissed) >= flag.amount)
        return failure(ErrorCode::IllegalTransition, QStringLiteral("The bank has given this money back."));
    if (!m_store.takeBack(tx, payment->id, flag.amount))
        return failure(ErrorCode::IllegalTransition, QStringLiteral("So much of this payment is in no wallet."));
    MUST(m_ledger.rechargeBack(tx, payment->accountId, flag.id.uuid, flag.amount, flag.reason.value_or(QString()),
                               flag.transactionId));
    record(tx, caller, "payment.taken_back", *payment,
           {payment->provider, flag.amount, m_store.find(tx, payment->id)->status, flag.transactionId, flag.reason});
    const bool isByBank = flag.kind == FlagKind::ChargedBack;
    tx.publish(WalletReduced{.accountId = payment->accountId,
                             .loss = isByBank ? WalletLoss::ChargedBack : WalletLoss::Returned,
                             .amount = flag.amount,
                             .owed = m_ledger.wallet(tx, payment->accountId).owed});
    return {};
}

} // namespace payments
