// What payments do when time passes: the gateways are asked about those that no webhook has settled, and what they took
// twice goes back. Each row's next turn is planned before its gateway is asked, so that none stands in the way of the
// others whatever comes of it.

#include "server/core/log.h"
#include "server/ledger/service.h"
#include "server/payments/log.h"
#include "server/payments/service.h"

namespace payments {

namespace {

constexpr int atOnce = 50;

} // namespace

bool Service::isAsked(const PaymentRow &row) const
{
    const Providers::One *provider = m_providers.find(row.provider);
    return !provider || provider->gateway->isAsked();
}

// All that are due. The newest come first, also those that become due meanwhile: an order may wait for its money.
int Service::reconcile(const Stopping &isStopping)
{
    int settled = 0;
    for (QList<PaymentRow> due;
         !(due = m_db.read([&](Tx &tx) { return m_store.dueForCheck(tx, m_clock.now(), atOnce); })).isEmpty();)
        for (const PaymentRow &row : due) {
            if (isStopping())
                return settled;
            settled += check(row) ? 1 : 0;
        }
    return settled;
}

// True when the payment was settled by this.
bool Service::check(const PaymentRow &row)
{
    const Instant now = m_clock.now();
    const auto next = row.gatewayOrderId ? nextCheck(row.createdAt, now) : std::optional<Instant>();
    // Whatever comes of it, it is not due any more.
    (void)m_db.write([&](Tx &tx) -> Result<> {
        m_store.checkAgainAt(tx, row.id, next.value_or(now.after(firstCheckMs)));
        return {};
    });
    bool isUnheard = false;
    if (row.gatewayOrderId) {
        const Result<bool> settled = settledByAsking(row);
        isUnheard = !settled && settled.error().code == ErrorCode::GatewayFailed;
        if (!settled)
            logging::event(paymentsLog(), "the gateway says nothing about a payment",
                           {{"payment", row.id.text()}, {"problem", settled.error().message}});
        else if (*settled)
            return true;
    }
    // Whoever may have paid does not end because the gateway is down at the last look.
    const bool isAskedAgain = isUnheard && isAsked(row) && now < row.createdAt.after(unheardMs);
    return next || isAskedAgain ? false : endedUnpaid(row).value_or(false);
}

// What only a statement of the bank shows can still come.
Result<bool> Service::endedUnpaid(const PaymentRow &row)
{
    const QString reason = isAsked(row) ? QStringLiteral("The payment was not completed.")
                                        : QStringLiteral("No statement of the bank shows it yet; what comes later is "
                                                         "credited all the same.");
    return m_db.write([&](Tx &tx) -> Result<bool> {
        m_store.checkAgainAt(tx, row.id, std::nullopt);
        LET(outcome, fail(tx, row, reason));
        return outcome == Outcome::Applied;
    });
}

// What the gateway has taken comes first; only when that is nothing, money that it holds ready is taken.
Result<bool> Service::settledByAsking(const PaymentRow &row)
{
    const Providers::One *provider = m_providers.find(row.provider);
    if (!provider)
        return failure(ErrorCode::Unavailable, QStringLiteral("The provider is not set up any more."));
    LET(attempts, provider->gateway->attemptsOf(*row.gatewayOrderId));
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
// not go into the wallet: it goes back by itself where the provider can do that, and else an admin has to.
void Service::noteSurplus(Tx &tx, const PaymentRow &row, const Attempt &attempt)
{
    const Providers::One *provider = m_providers.find(row.provider);
    if (!provider || !provider->gateway->isRefunding())
        return flag(tx, row, attempt, FlagKind::Duplicate);
    if (wantRefund(tx, row.id, row.provider, attempt.id, attempt.amount))
        qCCritical(paymentsLog, "payment %s was paid twice: %s of attempt %s goes back", qUtf8Printable(row.id.text()),
                   qUtf8Printable(attempt.amount.text()), qUtf8Printable(attempt.id));
}

// False when it is on its way back already.
bool Service::wantRefund(Tx &tx, Id<Payment> payment, const QString &provider, const QString &attempt, Money amount,
                         const std::optional<Id<WalletClosure>> &closure)
{
    return m_store.insertNew(tx, RefundRow{.id = m_ids.next<RefundRow>(),
                                           .paymentId = payment,
                                           .provider = provider,
                                           .gatewayPaymentId = attempt,
                                           .amount = amount,
                                           .createdAt = tx.now(),
                                           .nextTryAt = tx.now(),
                                           .closureId = closure});
}

// Money that was taken for a payment that is not known here is nobody's until an admin has said whose: it has come.
void Service::flagUnclaimed(const Stopping &isStopping)
{
    const Instant latest = m_clock.now().after(-unclaimedMs);
    Id<EventRow> last;
    for (QList<EventRow> parked;
         !(parked = m_db.read([&](Tx &tx) { return m_store.parkedBefore(tx, latest, last, atOnce); })).isEmpty();
         last = parked.constLast().id) {
        if (isStopping())
            return;
        (void)m_db.write([&](Tx &tx) -> Result<> {
            for (const EventRow &event : parked)
                flagUnclaimed(tx, event);
            return {};
        });
    }
}

void Service::flagUnclaimed(Tx &tx, const EventRow &event)
{
    const Attempt attempt = event.attempt.value_or(Attempt());
    const bool hasCome = attempt.status == AttemptStatus::Captured;
    const bool wentBack =
        attempt.status == AttemptStatus::Refunded && m_store.isOfNobody(tx, event.provider, attempt.id);
    if (!hasCome && !wentBack)
        return;
    flag(tx, {.kind = hasCome ? FlagKind::Unknown : FlagKind::Returned,
              .provider = event.provider,
              .transactionId = attempt.id,
              .reference = attempt.orderId,
              .amount = attempt.amount,
              .currency = attempt.currency});
    m_store.setOutcome(tx, event.id, Outcome::Mismatch);
}

qint64 Service::sweep(const Stopping &isStopping)
{
    flagUnclaimed(isStopping);
    const qint64 removed = m_db.write([&](Tx &tx) -> Result<qint64> {
                                   m_store.forgetEarlier(tx, tx.now());
                                   return m_store.removeParked(tx, tx.now().after(-parkedMs));
                               })
                               .value_or(0);
    if (removed > 0)
        qCWarning(paymentsLog, "%lld events of the gateway waited in vain for their payments", removed);
    return removed;
}

} // namespace payments
