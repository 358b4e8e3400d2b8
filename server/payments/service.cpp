#include "server/payments/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/log.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/payments/log.h"
#include "server/payments/qr.h"
#include "server/settings/service.h"

namespace payments {

Q_LOGGING_CATEGORY(paymentsLog, "payments")

namespace {

constexpr QLatin1StringView paymentWord("payment");
constexpr QLatin1StringView termsField("accepted_terms");
constexpr int parkedOfOrderMax = 100;

// Of an order's attempts the one that was named, or the one that has brought most.
const Attempt *chosen(const QList<Attempt> &attempts, const QString &id)
{
    const Attempt *out = nullptr;
    for (const Attempt &attempt : attempts) {
        if (!id.isEmpty() && attempt.id == id)
            return &attempt;
        const bool isBetter = !out || attempt.status == AttemptStatus::Captured ||
                              (attempt.status == AttemptStatus::Authorized && out->status != AttemptStatus::Captured);
        if (id.isEmpty() && isBetter)
            out = &attempt;
    }
    return out;
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, auth::Service &auth,
                 ledger::Service &ledger, settings::Service &settings, audit::Service &audit, const Secrets &secrets,
                 const QList<GatewayConfig> &gateways)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_accounts(accounts)
    , m_auth(auth)
    , m_ledger(ledger)
    , m_settings(settings)
    , m_audit(audit)
    , m_secrets(secrets)
    , m_fromFile(gateways)
    , m_providers(clock, gateways)
{}

void Service::stop()
{
    m_providers.stop();
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
    MUST(m_accounts.checkAccepted(termsField, LegalDocument::Wallet, wish.acceptedTerms));
    LET(provider, m_providers.chosen(wish));
    LET(row, opened(caller, wish, *provider));
    const bool isSameProvider = !wish.provider || row.provider == *wish.provider;
    if (row.checkoutId || row.amount != wish.amount || row.instrument != wish.instrument || !isSameProvider)
        return failure(ErrorCode::IdempotencyMismatch,
                       QStringLiteral("This Idempotency-Key was used with another request body."));
    LET(order, openAtGateway(row));
    return m_db.write(caller, [&](Tx &tx) { return payable(tx, row, order); });
}

Result<PaymentRow> Service::opened(const Caller &caller, const RechargeWallet &wish, const Providers::One &provider)
{
    const GatewayConfig &config = provider.config;
    const qint64 firstLookMs = provider.gateway->isAsked() ? firstCheckMs : lastCheckMs;
    return m_db.write([&](Tx &tx) -> Result<PaymentRow> {
        // No money comes in for somebody who was banned or erased while this was on its way.
        const auto payer = m_accounts.find(tx, caller.id);
        if (!payer || !payer->isActive)
            return failure(ErrorCode::AccountInactive, QStringLiteral("This account is not active."));
        m_accounts.accept(tx, {caller.id, caller.ip}, LegalDocument::Wallet, wish.acceptedTerms);
        MUST(m_accounts.requireAccepted(tx, termsField, LegalDocument::Wallet, caller.id));
        PaymentRow row{.id = m_ids.next<Payment>(),
                       .accountId = caller.id,
                       .provider = config.provider,
                       .amount = wish.amount,
                       .currency = config.currency,
                       .instrument = wish.instrument,
                       .createdAt = tx.now(),
                       .updatedAt = tx.now(),
                       .nextCheckAt = tx.now().after(firstLookMs)};
        if (caller.repeat)
            row.requestKey = QString::fromLatin1(caller.repeat->key);
        if (begun(tx, caller, row)) {
            MUST(fits(tx, row));
            return row;
        }
        const auto earlier = m_store.findByKey(tx, caller.id, row.requestKey.value_or(QString()));
        if (!earlier)
            throw DbFault("a payment is neither new nor known");
        return *earlier;
    });
}

// False when it was begun before.
bool Service::begun(Tx &tx, const Caller &caller, const PaymentRow &row)
{
    if (!m_store.insertNew(tx, row))
        return false;
    record(tx, caller, "payment.attempted", row, {row.provider, row.amount, PaymentStatus::Pending, {}, {}});
    return true;
}

// Gives the row its order at the gateway, unless another try was faster, and applies what the gateway told too early.
Result<PaymentRow> Service::attached(Tx &tx, const PaymentRow &row, const Opened &order)
{
    m_store.attach(tx, row.id, order);
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
    return readable(caller, id);
}

Result<Payment> Service::readable(const Caller &caller, Id<Payment> id)
{
    return m_db.read([&](Tx &tx) -> Result<Payment> {
        const auto row = m_store.find(tx, id);
        if (!row || row->accountId != caller.id)
            return notFound(paymentWord);
        return describe(*row);
    });
}

// What stands in it is what the payment tells its payer anyway: for UPI the link, else the page of the checkout.
Result<FileBody> Service::readPaymentQr(const Caller &caller, Id<Payment> id)
{
    LET(payment, readable(caller, id));
    const bool isOpen = payment.status == PaymentStatus::Pending || payment.status == PaymentStatus::Failed;
    const QByteArray picture =
        isOpen && !payment.checkoutUrl.isEmpty() ? qrSvg(payment.checkoutUrl.toUtf8()) : QByteArray();
    if (picture.isEmpty())
        return failure(ErrorCode::Conflict, QStringLiteral("There is nothing to be scanned for this payment."));
    return FileBody{.path = {}, .bytes = picture, .contentType = "image/svg+xml", .name = {}};
}

// The client's word counts only with the gateway's signature, and the gateway is asked whether the money is there.
Result<Payment> Service::confirmPayment(const Caller &caller, const ConfirmPayment &wish)
{
    for (const Providers::One *provider : m_providers.all()) {
        LET(returned, provider->gateway->returnIn(wish));
        if (returned)
            return confirmed(caller, *provider, *returned);
    }
    return failure(ErrorCode::ValidationFailed, QStringLiteral("This is no answer of a checkout that is open here."));
}

Result<Payment> Service::confirmed(const Caller &caller, const Providers::One &provider, const CheckoutReturn &returned)
{
    LET(row, m_db.read([&](Tx &tx) -> Result<PaymentRow> {
        auto found = m_store.findByOrder(tx, provider.config.provider, returned.orderId);
        if (!found || found->accountId != caller.id)
            return notFound(paymentWord);
        return std::move(*found);
    }));
    if (!returned.attemptId.isEmpty() && row.gatewayPaymentId == returned.attemptId)
        return describe(row);
    LET(attempts, provider.gateway->attemptsOf(returned.orderId));
    const Attempt *attempt = chosen(attempts, returned.attemptId);
    if (!attempt)
        return notFound(QLatin1StringView("payment at the gateway"));
    LET(settled, settledNow(row, *attempt));
    return describe(settled);
}

Result<QList<PaymentMethod>> Service::listPaymentMethods(const Caller &)
{
    const Money least = m_settings.money(settings::Key::PaymentsRechargeMin);
    const Money most = m_settings.money(settings::Key::PaymentsRechargeMax);
    QList<PaymentMethod> out;
    for (const Providers::One *provider : m_providers.all())
        if (provider->isOpen())
            out += PaymentMethod{.provider = provider->config.provider,
                                 .instruments = provider->gateway->instruments(),
                                 .amountMin = least,
                                 .amountMax = most,
                                 .quickAmounts = quickAmounts(least, most),
                                 .currency = provider->config.currency};
    if (m_settings.truth(settings::Key::OrdersCodEnabled))
        out += PaymentMethod{.provider = QStringLiteral("cod"),
                             .amountMin = {1},
                             .amountMax = m_settings.money(settings::Key::OrdersCodMax),
                             .currency = QStringLiteral("INR")};
    return out;
}

// The event's row is unique and is written in the transaction of its effect: a repeat finds it and does nothing (C54).
Result<> Service::receiveWebhook(const Caller &, const QString &provider, const RawBody &body)
{
    if (provider == names::text(GatewayName::StripeConnect))
        return hearPayer(body);
    const Providers::One *its = m_providers.find(provider);
    if (!its)
        return notFound(QLatin1StringView("provider"));
    LET(event, its->gateway->readWebhook(body));
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

// The one way money is believed in: by webhook, by the client's return, by reconciliation and by statement alike.
Result<Outcome> Service::accept(Tx &tx, const PaymentRow &row, const Attempt &attempt)
{
    const bool isOfOrder = attempt.orderId == row.gatewayOrderId && attempt.currency == row.currency;
    if (const auto dispute = isOfOrder ? disputeIn(attempt) : std::nullopt)
        return acceptDispute(tx, row, attempt, *dispute);
    // What went back is looked at first: it went back whatever its amount was.
    if (isOfOrder && attempt.status == AttemptStatus::Refunded)
        return noteReturned(tx, row, attempt) ? Outcome::Applied : Outcome::Ignored;
    if (isOfOrder && noteReturned(tx, row, attempt) && m_store.find(tx, row.id)->status == PaymentStatus::Paid)
        return Outcome::Applied;
    if (!isOfOrder || attempt.amount != row.amount)
        return acceptMismatch(tx, row, attempt);
    if (attempt.status == AttemptStatus::Failed)
        return fail(tx, row, attempt.failureReason, attempt.id);
    if (attempt.status != AttemptStatus::Captured || m_store.isReturned(tx, row.provider, attempt.id))
        return Outcome::Ignored;
    // Whoever was banned or erased meanwhile has no wallet for it: an admin says what becomes of it, also when its
    // payer is let in again, because it may have been given back by then.
    const auto payer = m_accounts.find(tx, row.accountId);
    if ((!payer || !payer->isActive) && mayBecome(m_store.find(tx, row.id)->status, PaymentStatus::Paid)) {
        flag(tx, row, attempt, FlagKind::Unknown);
        return Outcome::Mismatch;
    }
    if (m_store.isOfNobody(tx, row.provider, attempt.id))
        return Outcome::Ignored;
    if (!m_store.markPaid(tx, row.id, attempt.id)) {
        if (m_store.find(tx, row.id)->gatewayPaymentId == attempt.id)
            return Outcome::Ignored;
        noteSurplus(tx, row, attempt);
        return Outcome::Surplus;
    }
    MUST(credited(tx, row, attempt.id));
    return Outcome::Applied;
}

// PAY-08: not credited, and an admin hears of money that has really come.
Result<Outcome> Service::acceptMismatch(Tx &tx, const PaymentRow &row, const Attempt &attempt)
{
    logging::event(paymentsLog(), "the gateway reports another order, amount or currency",
                   {{"payment", row.id.text()}, {"attempt", attempt.id}, {"amount", attempt.amount.text()}});
    if (attempt.status != AttemptStatus::Captured)
        return Outcome::Mismatch;
    const bool isOfOrder = attempt.orderId == row.gatewayOrderId && attempt.currency == row.currency;
    const FlagKind byAmount = attempt.amount < row.amount ? FlagKind::Partial : FlagKind::Excess;
    flag(tx, row, attempt, isOfOrder ? byAmount : FlagKind::Mismatch);
    // A wallet can wait for the rest; what was ordered for an exact sum does not keep its stock from others.
    if (row.checkoutId)
        MUST(fail(tx, row, QStringLiteral("Another amount has come than was asked for."), attempt.id));
    return Outcome::Mismatch;
}

Result<> Service::credited(Tx &tx, const PaymentRow &row, const QString &transaction)
{
    MUST(m_ledger.recharge(tx, row.accountId, row.amount, row.id, transaction));
    record(tx, {}, "payment.paid", row, {row.provider, row.amount, PaymentStatus::Paid, transaction, {}});
    LET(use, used(tx, row));
    tx.publish(PaymentSettled{row.id, row.accountId, row.amount, PaymentStatus::Paid, std::nullopt, use});
    return {};
}

Result<Outcome> Service::fail(Tx &tx, const PaymentRow &row, const QString &reason, const QString &transaction)
{
    if (!mayBecome(row.status, PaymentStatus::Failed) || !m_store.markFailed(tx, row.id, reason))
        return Outcome::Ignored;
    const auto known = transaction.isEmpty() ? std::nullopt : std::optional(transaction);
    record(tx, {}, "payment.failed", row, {row.provider, row.amount, PaymentStatus::Failed, known, reason});
    PaymentUse use = isAsked(row) ? PaymentUse::Wallet : PaymentUse::Unseen;
    if (row.checkoutId) {
        LET(wasAwaited, m_checkouts.failed(tx, *row.checkoutId, reason));
        use = wasAwaited ? PaymentUse::Orders : PaymentUse::LateOrders;
    }
    tx.publish(PaymentSettled{row.id, row.accountId, row.amount, PaymentStatus::Failed, reason, use});
    return Outcome::Applied;
}

// Money that is only authorized is taken first, unless nobody waits for it any more: then it is left to the bank, which
// lets it go by itself. Then what the gateway says is applied.
Result<PaymentRow> Service::settledNow(const PaymentRow &row, Attempt attempt)
{
    const Providers::One *provider = m_providers.find(row.provider);
    if (provider && attempt.status == AttemptStatus::Authorized && attempt.orderId == row.gatewayOrderId &&
        attempt.amount == row.amount && attempt.currency == row.currency) {
        // Another attempt may have paid meanwhile; then this one's money is left where it is.
        const auto [now, isWaitedFor] = m_db.read([&](Tx &tx) {
            return std::pair(m_store.find(tx, row.id).value(),
                             !row.checkoutId || m_checkouts.isAwaited(tx, *row.checkoutId));
        });
        if (!isWaitedFor || !mayBecome(now.status, PaymentStatus::Paid))
            return now;
        LET(captured, provider->gateway->capture(attempt));
        attempt = captured;
    }
    // A mismatch is refused after the commit, so that its flag stays.
    LET(outcome, m_db.write([&](Tx &tx) { return accept(tx, row, attempt); }));
    if (outcome == Outcome::Mismatch)
        return failure(ErrorCode::Conflict, QStringLiteral("The gateway reports another order or amount."));
    return m_db.read([&](Tx &tx) { return m_store.find(tx, row.id).value(); });
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
    const Providers::One *provider = m_providers.find(row.provider);
    const QString common = provider && !order.isEmpty() ? provider->gateway->checkoutUrl(order, row.amount) : QString();
    const bool isOpen = row.status == PaymentStatus::Pending || row.status == PaymentStatus::Failed;
    return {.id = row.id,
            .provider = row.provider,
            .gatewayOrderId = order,
            .gatewayPaymentId = row.gatewayPaymentId,
            .keyId = provider ? provider->config.keyId : QString(),
            .checkoutUrl = row.checkoutUrl.value_or(common),
            .checkoutToken = isOpen ? row.checkoutToken : std::nullopt,
            .amount = row.amount,
            .currency = row.currency,
            .instrument = row.instrument,
            .status = row.status,
            .failureReason = row.failureReason,
            .createdAt = row.createdAt,
            .checkoutId = row.checkoutId};
}

} // namespace payments
