#include "server/payments/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/log.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/payments/gateways/razorpay.h"
#include "server/settings/service.h"

namespace payments {

namespace {

Q_LOGGING_CATEGORY(paymentsLog, "payments")

constexpr QLatin1StringView paymentWord("payment");
constexpr int parkedOfOrderMax = 100;

tl::unexpected<Error> notReady()
{
    return failure(ErrorCode::Unavailable, QStringLiteral("Recharging is not open."));
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, ledger::Service &ledger,
                 settings::Service &settings, audit::Service &audit, const GatewayConfig &config)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_accounts(accounts)
    , m_ledger(ledger)
    , m_settings(settings)
    , m_audit(audit)
    , m_config(config)
    , m_gateway(std::make_unique<Razorpay>(clock, config))
{}

Service::~Service() = default;

void Service::stop()
{
    m_gateway->stop();
}

Result<> Service::checkAmount(Money amount) const
{
    const Money least = m_settings.money(settings::Key::PaymentsRechargeMin);
    const Money most = m_settings.money(settings::Key::PaymentsRechargeMax);
    if (amount < least)
        return failure(ErrorCode::BelowMinimum, QStringLiteral("A recharge is at least %1.").arg(least.text()),
                       {{QStringLiteral("amount"), QStringLiteral("must be at least %1").arg(least.text())}});
    if (amount > most)
        return refusal(QStringLiteral("amount"), QStringLiteral("must be at most %1").arg(most.text()));
    return {};
}

// Two short transactions with the gateway between them. A call that dies in the middle is continued by its repeat,
// which finds the row by the same key; a row that nobody continues is ended by reconcile().
Result<Payment> Service::rechargeWallet(const Caller &caller, const RechargeWallet &wish)
{
    MUST(permitBuyer(caller));
    MUST(checkAmount(wish.amount));
    if (m_config.keyId.isEmpty())
        return notReady();
    LET(row, opened(caller, wish));
    if (row.amount != wish.amount || row.instrument != wish.instrument)
        return failure(ErrorCode::IdempotencyMismatch,
                       QStringLiteral("This Idempotency-Key was used with another request body."));
    QString gatewayOrder = row.gatewayOrderId.value_or(QString());
    if (gatewayOrder.isEmpty()) {
        LET(created, m_gateway->createOrder(row.amount, row.id.text()));
        gatewayOrder = created;
    }
    return m_db.write(caller, [&](Tx &tx) -> Result<Payment> {
        LET(ready, attached(tx, row, gatewayOrder));
        return describe(ready);
    });
}

Result<PaymentRow> Service::opened(const Caller &caller, const RechargeWallet &wish)
{
    return m_db.write([&](Tx &tx) -> Result<PaymentRow> {
        // No money comes in for somebody who was banned or erased while this was on its way.
        const auto payer = m_accounts.find(tx, caller.id);
        if (!payer || !payer->isActive)
            return failure(ErrorCode::AccountInactive, QStringLiteral("This account is not active."));
        PaymentRow row{.id = m_ids.next<Payment>(),
                       .accountId = caller.id,
                       .provider = m_config.provider,
                       .amount = wish.amount,
                       .currency = m_config.currency,
                       .instrument = wish.instrument,
                       .createdAt = tx.now(),
                       .updatedAt = tx.now(),
                       .nextCheckAt = tx.now().after(firstCheckMs)};
        if (caller.repeat)
            row.requestKey = QString::fromLatin1(caller.repeat->key);
        if (m_store.insertNew(tx, row)) {
            record(tx, caller, "payment.attempted", row, {row.provider, row.amount, PaymentStatus::Pending, {}, {}});
            return row;
        }
        const auto earlier = m_store.findByKey(tx, caller.id, row.requestKey.value_or(QString()));
        if (!earlier)
            throw DbFault("a payment is neither new nor known");
        return *earlier;
    });
}

// Gives the row its order at the gateway, unless another try was faster, and applies what the gateway told too early.
Result<PaymentRow> Service::attached(Tx &tx, const PaymentRow &row, const QString &gatewayOrderId)
{
    m_store.attach(tx, row.id, gatewayOrderId);
    auto now = m_store.find(tx, row.id);
    if (!now || !now->gatewayOrderId)
        return failure(ErrorCode::Conflict, QStringLiteral("This payment has ended; start another one."));
    for (const EventRow &event : m_store.parked(tx, now->provider, *now->gatewayOrderId, parkedOfOrderMax)) {
        LET(outcome, accept(tx, *now, event.attempt.value()));
        m_store.setOutcome(tx, event.id, outcome);
        now = m_store.find(tx, row.id);
    }
    return std::move(*now);
}

Result<Payment> Service::readPayment(const Caller &caller, Id<Payment> id)
{
    return m_db.read([&](Tx &tx) -> Result<Payment> {
        const auto row = m_store.find(tx, id);
        if (!row || row->accountId != caller.id)
            return notFound(paymentWord);
        return describe(*row);
    });
}

// The client's word counts only with the gateway's signature, and the gateway is asked whether the money is there.
Result<Payment> Service::confirmPayment(const Caller &caller, const ConfirmPayment &wish)
{
    if (!m_gateway->isCheckoutSigned(wish))
        return failure(ErrorCode::InvalidSignature, QStringLiteral("The signature is not valid."));
    LET(row, m_db.read([&](Tx &tx) -> Result<PaymentRow> {
        auto found = m_store.findByOrder(tx, m_config.provider, wish.razorpayOrderId);
        if (!found || found->accountId != caller.id)
            return notFound(paymentWord);
        return std::move(*found);
    }));
    if (row.gatewayPaymentId == wish.razorpayPaymentId)
        return describe(row);
    LET(attempt, m_gateway->attempt(wish.razorpayPaymentId));
    LET(settled, settledNow(row, attempt));
    return describe(settled);
}

Result<QList<PaymentMethod>> Service::listPaymentMethods(const Caller &)
{
    if (m_config.keyId.isEmpty())
        return QList<PaymentMethod>{};
    return QList<PaymentMethod>{{.provider = m_config.provider,
                                 .instruments = {Instrument::Upi, Instrument::Card, Instrument::Netbanking},
                                 .amountMin = m_settings.money(settings::Key::PaymentsRechargeMin),
                                 .amountMax = m_settings.money(settings::Key::PaymentsRechargeMax),
                                 .currency = m_config.currency}};
}

// The event's row is unique and is written in the transaction of its effect: a repeat finds it and does nothing (C54).
Result<> Service::receiveWebhook(const Caller &, const QString &provider, const RawBody &body)
{
    if (provider != m_config.provider)
        return notFound(QLatin1StringView("provider"));
    LET(event, m_gateway->readWebhook(body));
    return m_db.write([&](Tx &tx) -> Result<> {
        EventRow row{.id = m_ids.next<EventRow>(),
                     .provider = provider,
                     .eventId = event.id,
                     .kind = event.kind,
                     .attempt = event.attempt,
                     .outcome = event.attempt ? Outcome::Parked : Outcome::Ignored,
                     .receivedAt = tx.now()};
        if (event.attempt)
            row.gatewayOrderId = event.attempt->orderId;
        if (!m_store.insertNew(tx, row) || !event.attempt)
            return {};
        const auto payment = m_store.findByOrder(tx, provider, event.attempt->orderId);
        if (!payment && m_store.countParked(tx) > parkedMax)
            return failure(ErrorCode::Unavailable, QStringLiteral("Too many events wait for their payments."));
        if (!payment)
            return {};
        LET(outcome, accept(tx, *payment, *event.attempt));
        m_store.setOutcome(tx, row.id, outcome);
        return {};
    });
}

// The one way money is believed in: by webhook, by the client's return and by reconciliation alike.
Result<Outcome> Service::accept(Tx &tx, const PaymentRow &row, const Attempt &attempt)
{
    if (attempt.orderId != row.gatewayOrderId || attempt.amount != row.amount || attempt.currency != row.currency) {
        logging::event(paymentsLog(), "the gateway reports another order, amount or currency",
                       {{"payment", row.id.text()}, {"attempt", attempt.id}, {"amount", attempt.amount.text()}});
        return Outcome::Mismatch;
    }
    if (attempt.status == AttemptStatus::Failed)
        return fail(tx, row, attempt.failureReason);
    if (attempt.status != AttemptStatus::Captured)
        return Outcome::Ignored;
    if (!m_store.markPaid(tx, row.id, attempt.id)) {
        if (m_store.find(tx, row.id)->gatewayPaymentId == attempt.id)
            return Outcome::Ignored;
        noteSurplus(tx, row, attempt);
        return Outcome::Surplus;
    }
    MUST(m_ledger.recharge(tx, row.accountId, row.amount, row.id, attempt.id));
    record(tx, {}, "payment.paid", row, {row.provider, row.amount, PaymentStatus::Paid, attempt.id, {}});
    tx.publish(PaymentSettled{row.id, row.accountId, row.amount, PaymentStatus::Paid, std::nullopt});
    return Outcome::Applied;
}

Result<Outcome> Service::fail(Tx &tx, const PaymentRow &row, const QString &reason)
{
    if (!mayBecome(row.status, PaymentStatus::Failed) || !m_store.markFailed(tx, row.id, reason))
        return Outcome::Ignored;
    record(tx, {}, "payment.failed", row, {row.provider, row.amount, PaymentStatus::Failed, {}, reason});
    tx.publish(PaymentSettled{row.id, row.accountId, row.amount, PaymentStatus::Failed, reason});
    return Outcome::Applied;
}

// Money that is only authorized is taken first; then what the gateway says is applied.
Result<PaymentRow> Service::settledNow(const PaymentRow &row, Attempt attempt)
{
    if (attempt.status == AttemptStatus::Authorized && attempt.orderId == row.gatewayOrderId &&
        attempt.amount == row.amount && attempt.currency == row.currency) {
        // Another attempt may have paid meanwhile; then this one's money is left where it is.
        const PaymentRow now = m_db.read([&](Tx &tx) { return m_store.find(tx, row.id).value(); });
        if (!mayBecome(now.status, PaymentStatus::Paid))
            return now;
        LET(captured, m_gateway->capture(attempt));
        attempt = captured;
    }
    return m_db.write([&](Tx &tx) -> Result<PaymentRow> {
        LET(outcome, accept(tx, row, attempt));
        if (outcome == Outcome::Mismatch)
            return failure(ErrorCode::Conflict, QStringLiteral("The gateway reports another order or amount."));
        return m_store.find(tx, row.id).value();
    });
}

// How it ends is the gateway's word, whoever brings it; who began it is recorded with the attempt.
void Service::record(Tx &tx, const Caller &caller, std::string_view action, const PaymentRow &row,
                     const PaymentDetails &details)
{
    m_audit.record(tx, caller, action, "payment", row.id.text(), {json::bytes(details)});
}

Payment Service::describe(const PaymentRow &row) const
{
    const QString order = row.gatewayOrderId.value_or(QString());
    return {.id = row.id,
            .provider = row.provider,
            .gatewayOrderId = order,
            .gatewayPaymentId = row.gatewayPaymentId,
            .keyId = m_config.keyId,
            .checkoutUrl = order.isEmpty() ? QString() : m_gateway->checkoutUrl(order),
            .amount = row.amount,
            .currency = row.currency,
            .instrument = row.instrument,
            .status = row.status,
            .failureReason = row.failureReason,
            .createdAt = row.createdAt};
}

} // namespace payments
