#include "server/payments/gateways/razorpay.h"

#include "server/core/crypto.h"
#include "server/core/log.h"
#include "server/payments/gateways/webcall.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace payments {

namespace {

Q_LOGGING_CATEGORY(gatewayLog, "gateway")

constexpr int retriesMax = 3; // after 1, 2 and 4 seconds (PAY-11)

bool isWell(const WebAnswer &answer)
{
    constexpr int tooMany = 429, ownFault = 500;
    return answer.fate == WebAnswer::Fate::Answered && answer.status != tooMany && answer.status < ownFault;
}

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
            .failureReason = payment.value("error_description").toString()};
}

std::optional<Attempt> attemptIn(const QByteArray &event)
{
    const QJsonObject payload = QJsonDocument::fromJson(event).object().value("payload").toObject();
    const QJsonObject payment = payload.value("payment").toObject().value("entity").toObject();
    return payment.isEmpty() ? std::nullopt : std::optional(attemptOf(payment));
}

tl::unexpected<Error> gatewayFailed()
{
    return failure(ErrorCode::GatewayFailed, QStringLiteral("The payment gateway does not answer as it should."));
}

// Ids become parts of paths and come from outside.
QString part(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace

Razorpay::Razorpay(const Clock &clock, GatewayConfig config)
    : m_config(std::move(config))
    , m_breaker(clock)
{}

// A lost answer may mean an order that nobody knows of. It can never be paid, so asking again is safe.
Result<QString> Razorpay::createOrder(Money amount, const QString &receipt)
{
    LET(order,
        ask("POST", QStringLiteral("/v1/orders"),
            {{"amount", amount.minor}, {"currency", m_config.currency}, {"receipt", receipt}, {"payment_capture", 1}},
            Again::Always));
    const QString id = order.value("id").toString();
    if (id.isEmpty() || order.value("amount").toInteger() != amount.minor)
        return gatewayFailed();
    return id;
}

Result<Attempt> Razorpay::attempt(const QString &id)
{
    LET(payment, ask("GET", QStringLiteral("/v1/payments/") + part(id), {}, Again::Always));
    return attemptOf(payment);
}

Result<QList<Attempt>> Razorpay::attemptsOf(const QString &orderId)
{
    LET(payments, ask("GET", QStringLiteral("/v1/orders/%1/payments").arg(part(orderId)), {}, Again::Always));
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

Result<> Razorpay::refund(const Attempt &captured)
{
    LET(refund, ask("POST", QStringLiteral("/v1/payments/%1/refund").arg(part(captured.id)),
                    {{"amount", captured.amount.minor}, {"speed", "normal"}}, Again::WhenUnreached));
    if (refund.value("amount").toInteger() != captured.amount.minor || refund.value("status").toString() == u"failed")
        return gatewayFailed();
    return {};
}

QString Razorpay::checkoutUrl(const QString &orderId) const
{
    return QString(m_config.checkoutUrl).replace(QLatin1StringView("{order}"), part(orderId));
}

bool Razorpay::isCheckoutSigned(const ConfirmPayment &answer) const
{
    const QString message = answer.razorpayOrderId + u'|' + answer.razorpayPaymentId;
    return !m_config.keySecret.isEmpty() &&
           isSigned(message.toUtf8(), m_config.keySecret, answer.razorpaySignature.toUtf8());
}

Result<GatewayEvent> Razorpay::readWebhook(const RawBody &body) const
{
    if (m_config.webhookSecret.isEmpty() ||
        !isSigned(body.bytes, m_config.webhookSecret, body.headers.value("x-razorpay-signature")))
        return failure(ErrorCode::InvalidSignature, QStringLiteral("The signature is not valid."));
    const QString kind = QJsonDocument::fromJson(body.bytes).object().value("event").toString();
    if (kind.isEmpty())
        return failure(ErrorCode::MalformedRequest, QStringLiteral("The body is not an event."));

    QString id = QString::fromUtf8(body.headers.value("x-razorpay-event-id"));
    if (id.isEmpty())
        id = QString::fromLatin1(crypto::sha256(body.bytes).toHex());
    return GatewayEvent{.id = id, .kind = kind, .attempt = attemptIn(body.bytes)};
}

Result<QJsonObject> Razorpay::ask(const QByteArray &method, const QString &path, const QJsonObject &body, Again again)
{
    WebCall what{.method = method,
                 .url = m_config.baseUrl + path,
                 .user = m_config.keyId.toUtf8(),
                 .password = m_config.keySecret,
                 .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                 .timeoutMs = m_config.timeoutMs};
    QElapsedTimer waited;
    waited.start();
    for (int attempt = 0;; ++attempt) {
        if (!m_breaker.mayCall())
            return gatewayFailed();
        what.timeoutMs = int(std::clamp<qint64>(m_config.patienceMs - waited.elapsed(), 1, m_config.timeoutMs));
        const WebAnswer answer = call(what);
        m_breaker.note(isWell(answer));
        logging::event(gatewayLog(), "call",
                       {{"method", QString::fromLatin1(method)},
                        {"path", path},
                        {"attempt", QString::number(attempt + 1)},
                        {"status", QString::number(answer.status)},
                        {"problem", answer.problem}});
        if (isWell(answer)) {
            const QJsonDocument document = QJsonDocument::fromJson(answer.body);
            constexpr int unknown = 404;
            if (answer.status == unknown)
                return notFound(QLatin1StringView("payment at the gateway"));
            if (answer.status >= 300 || !document.isObject())
                return gatewayFailed();
            return document.object();
        }
        const bool mayRepeat = again == Again::Always || answer.fate == WebAnswer::Fate::Unreached;
        const int pauseMs = m_config.firstRetryMs << attempt;
        const bool isInTime = waited.elapsed() + pauseMs < m_config.patienceMs;
        if (attempt == retriesMax || !mayRepeat || !isInTime || !pause(pauseMs))
            return gatewayFailed();
    }
}

bool Razorpay::pause(int ms)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, std::chrono::milliseconds(ms), [&] { return m_isStopped; });
}

void Razorpay::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    m_wake.notify_all();
}

} // namespace payments
