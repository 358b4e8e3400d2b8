// Money that goes back to its payer through the gateway: what was taken twice, what an admin gives back and what a
// wallet had when it was closed. What a gateway does not send is owed, so an admin hears of it.

#include "server/core/log.h"
#include "server/ledger/service.h"
#include "server/payments/log.h"
#include "server/payments/service.h"

namespace payments {

namespace {

constexpr int atOnce = 50;

} // namespace

int Service::refundSurplus(const Stopping &isStopping)
{
    int refunded = 0;
    for (QList<RefundRow> due;
         !(due = m_db.read([&](Tx &tx) { return m_store.dueForRefund(tx, m_clock.now(), atOnce); })).isEmpty();)
        for (const RefundRow &row : due) {
            if (isStopping())
                return refunded;
            refunded += refund(row) ? 1 : 0;
        }
    return refunded;
}

bool Service::refund(const RefundRow &row)
{
    // The next turn is planned in any case; money leaves only while the books are sound.
    const Result<bool> sound = m_db.write([&](Tx &tx) -> Result<bool> {
        return m_store.tryRefundAt(tx, row.id, nextRefundTry(row.createdAt, tx.now())) &&
               m_ledger.booksAreSound(tx).has_value();
    });
    if (!sound.value_or(false))
        return false;
    RefundRow rest = row;
    if (const Result<> done = refundAtGateway(rest); !done) {
        qCCritical(paymentsLog, "attempt %s could not be refunded: %s", qUtf8Printable(row.gatewayPaymentId),
                   qUtf8Printable(done.error().message));
        noteRefusal(rest, done.error());
        return false;
    }
    return m_db.write([&](Tx &tx) -> Result<bool> { return m_store.markRefunded(tx, row.id); }).value_or(false);
}

// Asked first: the answer to an earlier refund may have been lost, and some of it may have gone back by another hand.
// What is left of it is the row's amount from there on.
Result<> Service::refundAtGateway(RefundRow &row)
{
    const Providers::One *provider = m_providers.find(row.provider);
    const auto payment = m_db.read([&](Tx &tx) { return m_store.find(tx, row.paymentId); });
    if (!provider || !payment || !payment->gatewayOrderId)
        return failure(ErrorCode::Unavailable, QStringLiteral("The provider is not set up any more."));
    LET(attempts, provider->gateway->attemptsOf(*payment->gatewayOrderId));
    const Turn turn = row.nextTryAt == row.createdAt ? Turn::First : Turn::Again;
    for (const Attempt &seen : attempts) {
        if (seen.id != row.gatewayPaymentId)
            continue;
        const Money left = std::min(row.amount, seen.amount - seen.refunded);
        if (seen.status == AttemptStatus::Refunded || left <= Money{})
            return {};
        Attempt rest = seen;
        row.amount = rest.amount = left;
        return provider->gateway->refund(rest, turn);
    }
    return notFound(QLatin1StringView("payment at the gateway"));
}

// Tried again, until it is clear that the gateway does not do it.
void Service::noteRefusal(RefundRow row, const Error &refusal)
{
    const bool isRefused = refusal.code == ErrorCode::Conflict;
    row.tries += 1;
    row.refusals += isRefused ? 1 : 0;
    const bool isLasting = row.refusals >= refusalsMax || row.tries >= refundTriesMax;
    (void)m_db.write([&](Tx &tx) -> Result<> {
        if (!m_store.markTried(tx, row) || !isLasting || !m_store.giveUp(tx, row.id))
            return {};
        const auto payment = m_store.find(tx, row.paymentId);
        flag(tx, {.kind = FlagKind::Refused,
                  .provider = row.provider,
                  .transactionId = givenUp(row.gatewayPaymentId, tx.now()),
                  .reference = payment->gatewayOrderId,
                  .paymentId = row.paymentId,
                  .amount = row.amount,
                  .expectedAmount = payment->amount,
                  .currency = payment->currency,
                  .note = refusal.message});
        return {};
    });
}

// Wanted once more, for instance because the provider's account was empty.
Result<> Service::tryAgain(Tx &tx, const MoneyFlag &flag)
{
    const auto row = m_store.refundOf(tx, flag.provider, flag.transactionId.section(u':', 0, 0));
    if (!row || !m_store.wantAgain(tx, row->id))
        return failure(ErrorCode::IllegalTransition, QStringLiteral("This money is on its way already."));
    return {};
}

// What was taken twice has never been in the books; what left a wallet has another way now.
Result<> Service::payByHand(Tx &tx, const MoneyFlag &flag, const std::optional<QString> &bankReference)
{
    const QString field = QStringLiteral("bank_reference");
    if (!bankReference)
        return refusal(field, QStringLiteral("is required: %1 is transferred by hand").arg(flag.amount.text()));
    if (m_store.isTransferred(tx, *bankReference))
        return refusal(field, QStringLiteral("stands at another transfer"));
    const auto row = m_store.refundOf(tx, flag.provider, flag.transactionId.section(u':', 0, 0));
    if (!row || !m_store.markByHand(tx, row->id, *bankReference))
        return failure(ErrorCode::IllegalTransition, QStringLiteral("This money is on its way already."));
    if (row->closureId)
        MUST(m_ledger.giveBackByHand(tx, row->id.uuid, flag.amount));
    return {};
}

} // namespace payments
