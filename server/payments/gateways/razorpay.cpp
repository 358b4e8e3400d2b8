#include "server/payments/gateways/razorpay.h"

#include "server/core/crypto.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace payments {

namespace {

using Again = Line::Again;

// Hexadecimal of the signature; compared in a time that says nothing about it.
bool isSigned(const QByteArray &message, const QByteArray &secret, const QByteArray &signature)
{
    return crypto::equal(crypto::hmacSha256(secret, message).toHex(), signature.toLower());
}

Attempt attemptOf(const QJsonObject &payment)
{
    return {.id = payment.value("id").toString(),
            .orderId = payment.value("order_id").toString(),
            .amount = {payment.value("amount").toInteger()},
            .currency = payment.value("currency").toString(),
            .status =
                names::fromText<AttemptStatus>(payment.value("status").toString()).value_or(AttemptStatus::Created),
            .failureReason = payment.value("error_description").toString(),
            .refunded = {payment.value("amount_refunded").toInteger()}};
}

// What is only under way at the bank may have taken the money already.
AttemptStatus disputeIn(const QString &kind, Money deducted)
{
    if (kind == u"payment.dispute.won")
        return AttemptStatus::Reinstated;
    return kind == u"payment.dispute.lost" || deducted > Money{} ? AttemptStatus::ChargedBack : AttemptStatus::Disputed;
}

std::optional<Attempt> attemptIn(const QString &kind, const QJsonObject &event)
{
    const QJsonObject payload = event.value("payload").toObject();
    const QJsonObject payment = payload.value("payment").toObject().value("entity").toObject();
    if (payment.isEmpty() || kind == u"payment.dispute.closed")
        return std::nullopt;
    Attempt out = attemptOf(payment);
    const QJsonObject dispute = payload.value("dispute").toObject().value("entity").toObject();
    if (!kind.startsWith(u"payment.dispute.") || dispute.isEmpty())
        return out;
    const Money deducted{dispute.value("amount_deducted").toInteger()};
    out.status = disputeIn(kind, deducted);
    out.amount = deducted > Money{} ? deducted : Money{dispute.value("amount").toInteger()};
    out.currency = dispute.value("currency").toString();
    out.failureReason =
        QStringLiteral("%1: %2").arg(dispute.value("id").toString(), dispute.value("reason_code").toString());
    return out;
}

// Ids become parts of paths and come from outside.
QString part(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace

Razorpay::Razorpay(const Clock &clock, const GatewayConfig &config)
    : m_clock(clock)
    , m_config(config)
    , m_line(clock, config)
{}

QList<Instrument> Razorpay::instruments() const
{
    return {Instrument::Upi, Instrument::Card, Instrument::Netbanking};
}

// A lost answer may mean an order that nobody knows of. It can never be paid, so asking again is safe.
Result<Opened> Razorpay::open(Money amount, const QString &receipt)
{
    LET(order,
        ask("POST", QStringLiteral("/v1/orders"),
            {{"amount", amount.minor}, {"currency", m_config.currency}, {"receipt", receipt}, {"payment_capture", 1}},
            Again::Always));
    const QString id = order.value("id").toString();
    if (id.isEmpty() || order.value("amount").toInteger() != amount.minor)
        return gatewayFailed();
    return Opened{.orderId = id};
}

Result<QList<Attempt>> Razorpay::attemptsOf(const QString &orderId)
{
    // Of an order that it does not know it says 400, not 404.
    LET(payments,
        ask("GET", QStringLiteral("/v1/orders/%1/payments").arg(part(orderId)), {}, Again::Always, Line::No::IsAnswer));
    QList<Attempt> attempts;
    for (const QJsonValue &payment : payments.value("items").toArray())
        attempts += attemptOf(payment.toObject());
    return attempts;
}

Result<Attempt> Razorpay::capture(const Attempt &authorized)
{
    LET(payment, ask("POST", QStringLiteral("/v1/payments/%1/capture").arg(part(authorized.id)),
                     {{"amount", authorized.amount.minor}, {"currency", authorized.currency}}, Again::WhenUnreached));
    return attemptOf(payment);
}

Result<> Razorpay::refund(const Attempt &captured, Turn)
{
    LET(refund,
        ask("POST", QStringLiteral("/v1/payments/%1/refund").arg(part(captured.id)),
            {{"amount", captured.amount.minor}, {"speed", "normal"}}, Again::WhenUnreached, Line::No::IsAnswer));
    if (refund.value("status").toString() == u"failed")
        return gatewayRefused();
    if (refund.value("amount").toInteger() != captured.amount.minor)
        return gatewayFailed();
    return {};
}

QString Razorpay::checkoutUrl(const QString &orderId, Money) const
{
    return QString(m_config.checkoutUrl).replace(QLatin1StringView("{order}"), part(orderId));
}

Result<std::optional<CheckoutReturn>> Razorpay::returnIn(const ConfirmPayment &answer) const
{
    if (!answer.razorpayOrderId)
        return std::optional<CheckoutReturn>();
    const QString attempt = answer.razorpayPaymentId.value_or(QString());
    const QString message = *answer.razorpayOrderId + u'|' + attempt;
    if (m_config.keySecret.isEmpty() || attempt.isEmpty() ||
        !isSigned(message.toUtf8(), m_config.keySecret, answer.razorpaySignature.value_or(QString()).toUtf8()))
        return notSigned();
    return std::optional(CheckoutReturn{*answer.razorpayOrderId, attempt});
}

Result<GatewayEvent> Razorpay::readWebhook(const RawBody &body)
{
    const QByteArray signature = body.headers.value("x-razorpay-signature");
    const auto secrets = m_config.webhookSecrets(m_clock.now());
    const bool isBelieved = std::any_of(secrets.cbegin(), secrets.cend(), [&](const QByteArray &secret) {
        return isSigned(body.bytes, secret, signature);
    });
    if (!isBelieved)
        return notSigned();
    const QJsonObject event = QJsonDocument::fromJson(body.bytes).object();
    const QString kind = event.value("event").toString();
    if (kind.isEmpty())
        return failure(ErrorCode::MalformedRequest, QStringLiteral("The body is not an event."));

    QString id = QString::fromUtf8(body.headers.value("x-razorpay-event-id"));
    if (id.isEmpty())
        id = QString::fromLatin1(crypto::sha256(body.bytes).toHex());
    return GatewayEvent{.id = id, .kind = kind, .attempt = attemptIn(kind, event)};
}

// The newest order: seen by whoever has the keys, and nothing follows from it.
Result<Probe> Razorpay::probe()
{
    return m_line.probe({.url = m_config.baseUrl + QStringLiteral("/v1/orders?count=1"),
                         .user = m_config.keyId.toUtf8(),
                         .password = m_config.keySecret});
}

Result<QJsonObject> Razorpay::ask(const QByteArray &method, const QString &path, const QJsonObject &body, Again again,
                                  Line::No no)
{
    return m_line.ask({.method = method,
                       .url = m_config.baseUrl + path,
                       .user = m_config.keyId.toUtf8(),
                       .password = m_config.keySecret,
                       .body = QJsonDocument(body).toJson(QJsonDocument::Compact)},
                      again, no);
}

} // namespace payments
