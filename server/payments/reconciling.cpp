// What payments do when time passes: the gateway is asked about those that no webhook has settled, and what it took
// twice goes back. Each row's next turn is planned before the gateway is asked, so that none stands in the way of the
// others whatever comes of it.

#include "server/core/log.h"
#include "server/payments/service.h"

namespace payments {

namespace {

Q_LOGGING_CATEGORY(paymentsLog, "payments")

constexpr int checksPerRun = 50;
constexpr int refundsPerRun = 50;

} // namespace

int Service::reconcile()
{
    const auto due = m_db.read([&](Tx &tx) { return m_store.dueForCheck(tx, m_clock.now(), checksPerRun); });
    int settled = 0;
    for (const PaymentRow &row : due)
        settled += check(row) ? 1 : 0;
    return settled;
}

// True when the payment was settled by this.
bool Service::check(const PaymentRow &row)
{
    const Instant now = m_clock.now();
    const auto next = row.gatewayOrderId ? nextCheck(row.createdAt, now) : std::optional<Instant>();
    const auto plan = [&](const std::optional<Instant> &at) {
        return m_db.write([&](Tx &tx) -> Result<bool> {
            m_store.checkAgainAt(tx, row.id, at);
            if (at)
                return false;
            LET(outcome, fail(tx, row, QStringLiteral("The payment was not completed.")));
            return outcome == Outcome::Applied;
        });
    };
    if (row.gatewayOrderId) {
        const Result<bool> planned = plan(next.value_or(now.after(firstCheckMs)));
        const Result<bool> settled = planned ? settledByAsking(row) : planned;
        if (!settled)
            logging::event(paymentsLog(), "the gateway says nothing about a payment",
                           {{"payment", row.id.text()}, {"problem", settled.error().message}});
        else if (*settled)
            return true;
    }
    return next ? false : plan(std::nullopt).value_or(false);
}

// What the gateway has taken comes first; only when that is nothing, money that it holds ready is taken.
Result<bool> Service::settledByAsking(const PaymentRow &row)
{
    LET(attempts, m_gateway->attemptsOf(*row.gatewayOrderId));
    bool isPaid = false;
    for (const AttemptStatus wanted : {AttemptStatus::Captured, AttemptStatus::Authorized}) {
        for (const Attempt &attempt : attempts) {
            if (attempt.status != wanted || (isPaid && wanted == AttemptStatus::Authorized))
                continue;
            const Result<PaymentRow> settled = settledNow(row, attempt);
            isPaid = isPaid || (settled && settled->status == PaymentStatus::Paid);
        }
    }
    return isPaid;
}

// A second attempt on the same order at the gateway has taken the money again. It is not the buyer's wish, so it does
// not go into the wallet.
void Service::noteSurplus(Tx &tx, const PaymentRow &row, const Attempt &attempt)
{
    if (!m_store.insertNew(tx, RefundRow{.id = m_ids.next<RefundRow>(),
                                         .paymentId = row.id,
                                         .provider = row.provider,
                                         .gatewayPaymentId = attempt.id,
                                         .amount = attempt.amount,
                                         .createdAt = tx.now(),
                                         .nextTryAt = tx.now()}))
        return;
    qCCritical(paymentsLog, "payment %s was paid twice: %s of attempt %s goes back", qUtf8Printable(row.id.text()),
               qUtf8Printable(attempt.amount.text()), qUtf8Printable(attempt.id));
}

int Service::refundSurplus()
{
    const auto due = m_db.read([&](Tx &tx) { return m_store.dueForRefund(tx, m_clock.now(), refundsPerRun); });
    int refunded = 0;
    for (const RefundRow &row : due)
        refunded += refund(row) ? 1 : 0;
    return refunded;
}

bool Service::refund(const RefundRow &row)
{
    const Result<> planned = m_db.write([&](Tx &tx) -> Result<> {
        m_store.tryRefundAt(tx, row.id, nextRefundTry(row.createdAt, tx.now()));
        return {};
    });
    const auto give = [&]() -> Result<> {
        MUST(planned);
        // Asked first: the answer to an earlier refund may have been lost.
        LET(seen, m_gateway->attempt(row.gatewayPaymentId));
        return seen.status == AttemptStatus::Refunded ? Result<>{} : m_gateway->refund(seen);
    };
    if (!give()) {
        qCCritical(paymentsLog, "attempt %s could not be refunded; it is tried again",
                   qUtf8Printable(row.gatewayPaymentId));
        return false;
    }
    return m_db
        .write([&](Tx &tx) -> Result<bool> {
            m_store.markRefunded(tx, row.id);
            return true;
        })
        .value_or(false);
}

qint64 Service::sweep()
{
    const qint64 removed =
        m_db.write([&](Tx &tx) -> Result<qint64> { return m_store.removeParked(tx, tx.now().after(-parkedMs)); })
            .value_or(0);
    if (removed > 0)
        qCWarning(paymentsLog, "%lld events of the gateway waited in vain for their payments", removed);
    return removed;
}

} // namespace payments
