#include "server/payments/gateways/sslcommerz.h"

#include "server/core/crypto.h"
#include "server/payments/gateways/form.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QUrl>
#include <QVariant>

namespace payments {

namespace {

constexpr QLatin1StringView transactions("/validator/api/merchantTransIDvalidationAPI.php");
constexpr QLatin1StringView validation("/validator/api/validationserverAPI.php");

// What was paid in another currency than taka is told beside what it is in taka.
template <class Fields>
Attempt attemptOf(const Fields &field, AttemptStatus status)
{
    const QString payersCurrency = field("currency_type"), payersAmount = field("currency_amount");
    const bool isTold = !payersCurrency.isEmpty() && !payersAmount.isEmpty();
    const QString bankId = field("bank_tran_id"), transaction = field("tran_id");
    return {.id = bankId.isEmpty() ? transaction : bankId,
            .orderId = transaction,
            .amount = Money::parse(isTold ? payersAmount : field("amount")).value_or(Money{}),
            .currency = isTold ? payersCurrency : field("currency"),
            .status = status,
            .failureReason = field("error")};
}

AttemptStatus statusOf(const QString &status)
{
    if (status == u"VALID" || status == u"VALIDATED")
        return AttemptStatus::Captured;
    const bool isOver =
        status == u"FAILED" || status == u"CANCELLED" || status == u"UNATTEMPTED" || status == u"EXPIRED";
    return isOver ? AttemptStatus::Failed : AttemptStatus::Created;
}

Attempt attemptIn(const QJsonObject &element)
{
    return attemptOf([&](const char *name) { return element.value(QLatin1StringView(name)).toVariant().toString(); },
                     statusOf(element.value("status").toString()));
}

QByteArray md5(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

} // namespace

Sslcommerz::Sslcommerz(const Clock &clock, const GatewayConfig &config)
    : m_config(config)
    , m_line(clock, config)
{}

QList<Instrument> Sslcommerz::instruments() const
{
    return {Instrument::Card, Instrument::Netbanking, Instrument::Wallet};
}

// The protocol demands who buys. The payer tells the provider's page; from us it learns nothing about a person.
Result<Opened> Sslcommerz::open(Money amount, const QString &receipt)
{
    const QString reference = referenceOf(receipt);
    const QString news = m_config.siteUrl + QStringLiteral("/api/v1/webhooks/sslcommerz");
    const QString buyer = QStringLiteral("Kabaadwala buyer");
    const QString mail = QStringLiteral("buyer@") + QUrl(m_config.siteUrl).host();
    const QString none = QStringLiteral("-");
    LET(session, m_line.ask({.method = "POST",
                             .url = m_config.baseUrl + QStringLiteral("/gwprocess/v4/api.php"),
                             .body = form::written({{"store_id", m_config.keyId},
                                                    {"store_passwd", QString::fromUtf8(m_config.keySecret)},
                                                    {"total_amount", amount.text()},
                                                    {"currency", m_config.currency},
                                                    {"tran_id", reference},
                                                    {"success_url", m_config.returnUrl},
                                                    {"fail_url", m_config.returnUrl},
                                                    {"cancel_url", m_config.returnUrl},
                                                    {"ipn_url", news},
                                                    {"cus_name", buyer},
                                                    {"cus_email", mail},
                                                    {"cus_add1", none},
                                                    {"cus_city", none},
                                                    {"cus_country", none},
                                                    {"cus_phone", none},
                                                    {"shipping_method", QStringLiteral("NO")},
                                                    {"product_name", QStringLiteral("Wallet recharge")},
                                                    {"product_category", QStringLiteral("recharge")},
                                                    {"product_profile", QStringLiteral("general")}}),
                             .contentType = form::contentType},
                            Line::Again::Always));
    const QString page = session.value("GatewayPageURL").toString();
    if (session.value("status").toString() != u"SUCCESS" || page.isEmpty())
        return gatewayFailed();
    return Opened{.orderId = reference, .checkoutUrl = page};
}

Result<QList<Attempt>> Sslcommerz::attemptsOf(const QString &orderId)
{
    LET(found, query(transactions, {{"tran_id", orderId}}, Line::Again::Always));
    QList<Attempt> attempts;
    for (const QJsonValue &element : found.value("element").toArray())
        attempts += attemptIn(element.toObject());
    return attempts;
}

// What was paid was taken at once.
Result<Attempt> Sslcommerz::capture(const Attempt &)
{
    return gatewayFailed();
}

// A session can be paid several times, so each attempt has a refund of its own name.
Result<> Sslcommerz::refund(const Attempt &captured, Turn turn)
{
    LET(refund, query(transactions,
                      {{"bank_tran_id", captured.id},
                       {"refund_trans_id", captured.id},
                       {"refund_amount", captured.amount.text()},
                       {"refund_remarks", QStringLiteral("Goes back to the payer")},
                       {"refe_id", captured.id}},
                      Line::Again::WhenUnreached));
    // The answer to an earlier refund may have been lost.
    const bool isSaid = refund.value("errorReason").toString().contains(u"already", Qt::CaseInsensitive);
    const bool isRepeat = isSaid && turn == Turn::Again;
    const QString status = refund.value("status").toString();
    if (status == u"success" || status == u"processing" || isRepeat)
        return {};
    return status == u"failed" ? gatewayRefused() : gatewayFailed();
}

QString Sslcommerz::checkoutUrl(const QString &, Money) const
{
    return {}; // each session has its own
}

// What the payer's browser brings may be made up; the transaction is asked for (PAY-18).
Result<std::optional<CheckoutReturn>> Sslcommerz::returnIn(const ConfirmPayment &answer) const
{
    if (!answer.tranId)
        return std::optional<CheckoutReturn>();
    return std::optional(CheckoutReturn{.orderId = *answer.tranId});
}

// The fields that verify_key names, when the signatures over them are right; of the others nothing is read.
std::optional<Sslcommerz::Signed> Sslcommerz::signedFields(const QMap<QByteArray, QByteArray> &fields) const
{
    if (m_config.keySecret.isEmpty() || !fields.contains("verify_sign"))
        return std::nullopt;
    Signed said;
    for (const QByteArray &name : fields.value("verify_key").split(','))
        if (fields.contains(name))
            said.insert(name, fields.value(name));
    Signed whole = said;
    whole.insert("store_passwd", md5(m_config.keySecret));
    QByteArray text;
    for (auto each = whole.cbegin(); each != whole.cend(); ++each)
        text += (text.isEmpty() ? "" : "&") + each.key() + '=' + each.value();

    const bool isRight = crypto::equal(md5(text), fields.value("verify_sign").toLower());
    const bool hasStronger = fields.contains("verify_sign_sha2");
    if (!isRight ||
        (hasStronger && !crypto::equal(crypto::sha256(text).toHex(), fields.value("verify_sign_sha2").toLower())))
        return std::nullopt;
    return said;
}

Result<GatewayEvent> Sslcommerz::readWebhook(const RawBody &body)
{
    const auto fields = form::read(body.bytes);
    const auto said = signedFields(fields);
    if (!said)
        return notSigned();
    const QString status = QString::fromUtf8(said->value("status"));
    if (status.isEmpty() || said->value("tran_id").isEmpty())
        return failure(ErrorCode::MalformedRequest, QStringLiteral("The body is not a notification."));
    GatewayEvent event{.id = QString::fromLatin1(said->value("tran_id") + '-' +
                                                 crypto::sha256(fields.value("verify_sign")).first(12).toHex()),
                       .kind = QStringLiteral("ipn.") + status.toLower()};
    if (statusOf(status) == AttemptStatus::Captured) {
        LET(attempt, validated(*said));
        event.attempt = attempt;
    } else {
        event.attempt =
            attemptOf([&](const char *name) { return QString::fromUtf8(said->value(name)); }, statusOf(status));
    }
    return event;
}

// PAY-09: what the validation API says counts, and it has to be about the transaction that the notification named.
Result<Attempt> Sslcommerz::validated(const Signed &said)
{
    LET(answer, query(validation, {{"val_id", QString::fromUtf8(said.value("val_id"))}, {"v", QStringLiteral("1")}},
                      Line::Again::Always));
    const Attempt attempt = attemptIn(answer);
    if (attempt.status != AttemptStatus::Captured || attempt.orderId.toUtf8() != said.value("tran_id"))
        return failure(ErrorCode::InvalidSignature, QStringLiteral("The provider does not confirm this payment."));
    return attempt;
}

// A transaction that there is not: its API says in the body whether it knows the store.
Result<Probe> Sslcommerz::probe()
{
    LET(found, query(transactions, {{"tran_id", QStringLiteral("KWPROBE")}}, Line::Again::Always));
    return found.value("APIConnect").toString() == u"DONE" ? Probe::Works : Probe::Refused;
}

Result<QJsonObject> Sslcommerz::query(const QString &path, Form form, Line::Again again)
{
    form += Form{{"store_id", m_config.keyId},
                 {"store_passwd", QString::fromUtf8(m_config.keySecret)},
                 {"format", QStringLiteral("json")}};
    return m_line.ask({.url = m_config.baseUrl + path + u'?' + QString::fromLatin1(form::written(form))}, again);
}

} // namespace payments
