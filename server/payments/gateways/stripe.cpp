#include "server/payments/gateways/stripe.h"

#include "server/payments/gateways/form.h"
#include "server/payments/gateways/stripesignature.h"

#include <QJsonDocument>
#include <QUrl>

namespace payments {

namespace {

AttemptStatus statusIn(const QJsonObject &intent)
{
    const QString status = intent.value("status").toString();
    if (status == u"succeeded")
        return AttemptStatus::Captured;
    if (status == u"requires_capture")
        return AttemptStatus::Authorized;
    // A declined card leaves the intent open for the next one.
    if (status == u"canceled" || !intent.value("last_payment_error").toObject().isEmpty())
        return AttemptStatus::Failed;
    return AttemptStatus::Created;
}

// The charge is the attempt; before the first one the intent stands for it. It comes as an id, or whole when asked for.
Attempt attemptOf(const QJsonObject &intent)
{
    const QJsonValue charge = intent.value("latest_charge");
    const QJsonObject whole = charge.toObject();
    const QString chargeId = charge.isObject() ? whole.value("id").toString() : charge.toString();
    const QString intentId = intent.value("id").toString();
    const AttemptStatus status = whole.value("refunded").toBool() ? AttemptStatus::Refunded : statusIn(intent);
    const bool isTaken = status == AttemptStatus::Captured || status == AttemptStatus::Refunded;
    const QString reason = intent.value("last_payment_error").toObject().value("message").toString();
    return {.id = chargeId.isEmpty() ? intentId : chargeId,
            .orderId = intentId,
            .amount = {intent.value(isTaken ? "amount_received" : "amount").toInteger()},
            .currency = intent.value("currency").toString().toUpper(),
            .status = status,
            .failureReason = reason.isEmpty() ? intent.value("cancellation_reason").toString() : reason,
            .refunded = {whole.value("amount_refunded").toInteger()}};
}

// The money of a dispute leaves and comes back by events of its own; how it was closed says nothing more.
std::optional<AttemptStatus> disputeIn(const QString &kind)
{
    if (kind == u"charge.dispute.created")
        return AttemptStatus::Disputed;
    if (kind == u"charge.dispute.funds_withdrawn")
        return AttemptStatus::ChargedBack;
    if (kind == u"charge.dispute.funds_reinstated")
        return AttemptStatus::Reinstated;
    return std::nullopt;
}

std::optional<Attempt> attemptIn(const QString &kind, const QJsonObject &object)
{
    static const QStringList ofIntents{
        QStringLiteral("payment_intent.created"), QStringLiteral("payment_intent.succeeded"),
        QStringLiteral("payment_intent.payment_failed"), QStringLiteral("payment_intent.amount_capturable_updated"),
        QStringLiteral("payment_intent.canceled")};
    if (ofIntents.contains(kind))
        return attemptOf(object);
    const auto dispute = disputeIn(kind);
    const bool isRefund = kind == u"charge.refunded";
    if (!dispute && !isRefund)
        return std::nullopt;
    const bool isWhole = object.value("refunded").toBool();
    return Attempt{.id = object.value(dispute ? "charge" : "id").toString(),
                   .orderId = object.value("payment_intent").toString(),
                   .amount = {object.value("amount").toInteger()},
                   .currency = object.value("currency").toString().toUpper(),
                   .status = dispute.value_or(isWhole ? AttemptStatus::Refunded : AttemptStatus::Captured),
                   .failureReason = dispute ? QStringLiteral("%1: %2").arg(object.value("id").toString(),
                                                                           object.value("reason").toString())
                                            : QString(),
                   .refunded = {object.value("amount_refunded").toInteger()}};
}

QString part(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace

Stripe::Stripe(const Clock &clock, const GatewayConfig &config)
    : m_clock(clock)
    , m_config(config)
    , m_line(clock, config)
{}

Result<Opened> Stripe::open(Money amount, const QString &receipt)
{
    LET(intent, post(QStringLiteral("/v1/payment_intents"),
                     {{"amount", QString::number(amount.minor)},
                      {"currency", m_config.currency.toLower()},
                      {"automatic_payment_methods[enabled]", QStringLiteral("true")},
                      {"metadata[receipt]", receipt}},
                     QStringLiteral("open-") + receipt));
    const Opened opened{.orderId = intent.value("id").toString(),
                        .checkoutToken = intent.value("client_secret").toString()};
    if (opened.orderId.isEmpty() || intent.value("amount").toInteger() != amount.minor)
        return gatewayFailed();
    return opened;
}

Result<QList<Attempt>> Stripe::attemptsOf(const QString &orderId)
{
    LET(intent,
        read(QStringLiteral("/v1/payment_intents/") + part(orderId) + QStringLiteral("?expand%5B%5D=latest_charge")));
    return QList<Attempt>{attemptOf(intent)};
}

Result<Attempt> Stripe::capture(const Attempt &authorized)
{
    LET(intent, post(QStringLiteral("/v1/payment_intents/%1/capture").arg(part(authorized.orderId)),
                     {{"amount_to_capture", QString::number(authorized.amount.minor)}},
                     QStringLiteral("capture-") + authorized.orderId));
    return attemptOf(intent);
}

Result<> Stripe::refund(const Attempt &captured, Turn)
{
    LET(refund, post(QStringLiteral("/v1/refunds"),
                     {{"charge", captured.id}, {"amount", QString::number(captured.amount.minor)}},
                     QStringLiteral("refund-%1-%2").arg(captured.id).arg(captured.amount.minor), Line::No::IsAnswer));
    const QString status = refund.value("status").toString();
    if (status == u"failed" || status == u"canceled")
        return gatewayRefused();
    if (refund.value("amount").toInteger() != captured.amount.minor)
        return gatewayFailed();
    return {};
}

QString Stripe::checkoutUrl(const QString &orderId, Money) const
{
    return QString(m_config.checkoutUrl).replace(QLatin1StringView("{order}"), part(orderId));
}

// The return carries no signature; nothing of it is believed but which intent to ask about (PAY-18).
Result<std::optional<CheckoutReturn>> Stripe::returnIn(const ConfirmPayment &answer) const
{
    if (!answer.paymentIntent)
        return std::optional<CheckoutReturn>();
    return std::optional(CheckoutReturn{.orderId = *answer.paymentIntent});
}

Result<GatewayEvent> Stripe::readWebhook(const RawBody &body)
{
    const Instant now = m_clock.now();
    if (!stripe::isSigned(body, m_config.webhookSecrets(now), now))
        return notSigned();
    const QJsonObject event = QJsonDocument::fromJson(body.bytes).object();
    const QString id = event.value("id").toString(), kind = event.value("type").toString();
    if (id.isEmpty() || kind.isEmpty())
        return failure(ErrorCode::MalformedRequest, QStringLiteral("The body is not an event."));
    return GatewayEvent{
        .id = id, .kind = kind, .attempt = attemptIn(kind, event.value("data").toObject().value("object").toObject())};
}

// The balance of the account: seen by whoever has the key, and nothing follows from it.
Result<Probe> Stripe::probe()
{
    return m_line.probe({.url = m_config.baseUrl + QStringLiteral("/v1/balance"), .user = m_config.keySecret});
}

Result<QJsonObject> Stripe::read(const QString &path)
{
    return m_line.ask({.url = m_config.baseUrl + path, .user = m_config.keySecret}, Line::Again::Always);
}

// The key makes every repeat harmless, also of a call whose answer was lost.
Result<QJsonObject> Stripe::post(const QString &path, const Form &form, const QString &key, Line::No no)
{
    return m_line.ask({.method = "POST",
                       .url = m_config.baseUrl + path,
                       .user = m_config.keySecret,
                       .body = form::written(form),
                       .contentType = form::contentType,
                       .headers = {"Idempotency-Key: " + key.toUtf8()}},
                      Line::Again::Always, no);
}

} // namespace payments
