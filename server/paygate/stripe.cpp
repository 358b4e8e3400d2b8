#include "server/paygate/stripe.h"

#include "shared/base/values.h"

#include <QUrl>

namespace paygate {

namespace {

constexpr qsizetype mostIntents = 200'000;
constexpr qint64 leastAmount = 50;

Told refused(const char *kind, const char *message, int status = 400)
{
    return told(
        {{"error", QJsonObject{{"type", QString::fromLatin1(kind)}, {"message", QString::fromLatin1(message)}}}},
        status);
}

Told unknown()
{
    return refused("invalid_request_error", "No such payment_intent", 404);
}

QMap<QString, QString> formIn(QByteArray body)
{
    QMap<QString, QString> out;
    for (const QByteArray &pair : body.replace('+', ' ').split('&')) {
        const qsizetype at = pair.indexOf('=');
        if (at > 0)
            out.insert(QUrl::fromPercentEncoding(pair.first(at)), QUrl::fromPercentEncoding(pair.sliced(at + 1)));
    }
    return out;
}

} // namespace

Stripe::Stripe(QByteArray secretKey, const Clock &clock, QRandomGenerator &random, Webhooks &webhooks)
    : m_secretKey(std::move(secretKey))
    , m_clock(clock)
    , m_random(random)
    , m_webhooks(webhooks)
    , m_connect(clock, random, webhooks)
{}

Told Stripe::answer(const Asked &asked)
{
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    if (parts.value(0) == u"control")
        return control(QJsonDocument::fromJson(asked.body).object());
    if (parts.value(0) == u"onboarding" && parts.size() == 3 && asked.method == "POST")
        return m_connect.visit(parts[1], parts[2]);
    if (parts.value(0) == u"onboarding")
        return onboarding(parts.value(1));
    if (parts.value(0) == u"checkout" && parts.size() == 3 && asked.method == "POST")
        return visit(parts[1], parts[2]);
    if (parts.value(0) == u"checkout" && m_intents.contains(parts.value(1)))
        return checkout(m_intents[parts[1]]);
    if (isOut())
        return refused("api_error", "An unknown error occurred", 500);
    if (asked.authorization != "Basic " + (m_secretKey + ':').toBase64())
        return refused("invalid_request_error", "Invalid API Key provided", 401);
    return asMerchant(asked);
}

Told Stripe::checkout(const Intent &intent) const
{
    const QString buttons = QStringLiteral("<form method=\"post\"><button formaction=\"%1/pay\">Pay</button>"
                                           "<button formaction=\"%1/fail\">Fail</button></form>");
    return {.contentType = "text/html; charset=utf-8",
            .bytes = "<!doctype html><title>Demo checkout</title><h1>" + Money{intent.amount}.text().toUtf8() +
                     "</h1>" + buttons.arg(intent.id.toHtmlEscaped()).toUtf8()};
}

Told Stripe::onboarding(const QString &account) const
{
    const QString buttons = QStringLiteral("<form method=\"post\"><button formaction=\"%1/finish\">Finish</button>"
                                           "<button formaction=\"%1/restrict\">Refuse the store</button></form>");
    return {.contentType = "text/html; charset=utf-8",
            .bytes = "<!doctype html><title>Demo onboarding</title><h1>Demo onboarding</h1>" +
                     buttons.arg(account.toHtmlEscaped()).toUtf8()};
}

Told Stripe::asMerchant(const Asked &asked)
{
    if (asked.method == "POST") {
        const auto before = m_answered.constFind(asked.idempotencyKey);
        if (!asked.idempotencyKey.isEmpty() && before != m_answered.cend())
            return before->first == asked.path.toUtf8() + asked.body
                       ? before->second
                       : refused("idempotency_error", "Keys for idempotent requests can only be used with the same "
                                                      "parameters they were first used with.");
        const Told out = post(asked);
        if (!asked.idempotencyKey.isEmpty())
            m_answered.insert(asked.idempotencyKey, {asked.path.toUtf8() + asked.body, out});
        return out;
    }
    if (const auto connected = m_connect.answer(asked, {}))
        return *connected;
    const auto intent = m_intents.constFind(asked.path.section(u'/', -1));
    if (intent == m_intents.cend())
        return unknown();
    return told(
        json(*intent, asked.query.toString(QUrl::FullyDecoded).contains(u"expand[]") ? Charge::Whole : Charge::Named));
}

Told Stripe::post(const Asked &asked)
{
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    const Form form = formIn(asked.body);
    if (parts == QStringList{QStringLiteral("v1"), QStringLiteral("payment_intents")})
        return create(form);
    if (parts == QStringList{QStringLiteral("v1"), QStringLiteral("refunds")})
        return refund(form);
    if (const auto connected = m_connect.answer(asked, form))
        return *connected;
    const auto intent = m_intents.find(parts.value(2));
    if (parts.value(3) != u"capture" || intent == m_intents.end())
        return unknown();
    return capture(*intent, form);
}

Told Stripe::create(const Form &form)
{
    bool isNumber = false;
    const qint64 amount = form.value(QStringLiteral("amount")).toLongLong(&isNumber);
    const QString currency = form.value(QStringLiteral("currency"));
    if (!isNumber || amount < leastAmount)
        return refused("invalid_request_error", "Invalid integer: amount");
    if (currency.size() != 3 || currency != currency.toLower())
        return refused("invalid_request_error", "Invalid currency");
    if (m_intents.size() >= mostIntents)
        return refused("api_error", "The stand-in has no room left.", 503);
    Intent intent{.id = newId("pi_"),
                  .amount = amount,
                  .currency = currency,
                  .receipt = form.value(QStringLiteral("metadata[receipt]")),
                  .createdAt = m_clock.now().ms / 1000};
    intent.clientSecret = intent.id + newId("_secret_");
    m_intents.insert(intent.id, intent);
    tell(QStringLiteral("payment_intent.created"), json(intent));
    return told(json(intent));
}

Told Stripe::capture(Intent &intent, const Form &form)
{
    if (intent.status != u"requires_capture")
        return refused("invalid_request_error", "This PaymentIntent could not be captured because of its status");
    if (form.value(QStringLiteral("amount_to_capture"), QString::number(intent.amount)).toLongLong() != intent.amount)
        return refused("invalid_request_error", "The stand-in captures the whole amount only");
    intent.status = QStringLiteral("succeeded");
    tell(QStringLiteral("payment_intent.succeeded"), json(intent));
    return told(json(intent));
}

Told Stripe::refund(const Form &form)
{
    const QString chargeId = form.value(QStringLiteral("charge"));
    for (Intent &intent : m_intents) {
        if (intent.charge != chargeId || intent.status != u"succeeded")
            continue;
        const qint64 left = intent.amount - intent.refunded;
        const qint64 amount = form.value(QStringLiteral("amount"), QString::number(left)).toLongLong();
        if (left == 0)
            return refused("invalid_request_error", "Charge has already been refunded.");
        if (amount <= 0 || amount > left)
            return refused("invalid_request_error", "Refund amount is greater than unrefunded amount on charge");
        intent.refunded += amount;
        tell(QStringLiteral("charge.refunded"), charge(intent));
        return told({{"id", newId("re_")},
                     {"object", "refund"},
                     {"amount", amount},
                     {"charge", chargeId},
                     {"currency", intent.currency},
                     {"payment_intent", intent.id},
                     {"status", "succeeded"}});
    }
    return refused("invalid_request_error", "No such charge", 404);
}

Told Stripe::visit(const QString &id, const QString &button)
{
    const auto intent = m_intents.find(id);
    if (intent == m_intents.end())
        return unknown();
    if (intent->status == u"succeeded" && (button == u"dispute" || button == u"win"))
        return dispute(*intent, button);
    if (intent->status == u"succeeded" || intent->status == u"canceled")
        return refused("invalid_request_error", "This PaymentIntent is over");
    QString kind;
    intent->error.clear();
    if (button == u"cancel") {
        intent->status = QStringLiteral("canceled");
        kind = QStringLiteral("payment_intent.canceled");
    } else {
        intent->charge = newId("ch_");
        if (button == u"fail")
            intent->error = QStringLiteral("Your card was declined.");
        const bool isTaken = button == u"pay";
        intent->status = isTaken                  ? QStringLiteral("succeeded")
                         : button == u"authorize" ? QStringLiteral("requires_capture")
                                                  : QStringLiteral("requires_payment_method");
        kind = isTaken                  ? QStringLiteral("payment_intent.succeeded")
               : button == u"authorize" ? QStringLiteral("payment_intent.amount_capturable_updated")
                                        : QStringLiteral("payment_intent.payment_failed");
    }
    tell(kind, json(*intent));
    return told({{"payment_intent", id}, {"redirect_status", intent->status}, {"charge", intent->charge}});
}

// The bank takes the money at once, and gives it back when the merchant was right.
Told Stripe::dispute(const Intent &intent, const QString &button)
{
    const bool isBegun = button == u"dispute";
    const QJsonObject object{{"id", "dp_" + intent.charge.section(u'_', 1)},
                             {"object", "dispute"},
                             {"amount", intent.amount},
                             {"charge", intent.charge},
                             {"currency", intent.currency},
                             {"payment_intent", intent.id},
                             {"reason", "fraudulent"},
                             {"status", isBegun ? "needs_response" : "won"}};
    tell(isBegun ? QStringLiteral("charge.dispute.created") : QStringLiteral("charge.dispute.closed"), object);
    tell(isBegun ? QStringLiteral("charge.dispute.funds_withdrawn") : QStringLiteral("charge.dispute.funds_reinstated"),
         object);
    return told(object);
}

Told Stripe::control(const QJsonObject &wish)
{
    setOutages(wish.value("outages").toInt());
    m_webhooks.misbehave(mischiefIn(wish));
    m_connect.control(wish);
    if (wish.value("forget_keys").toBool())
        m_answered.clear();
    return told(m_webhooks.report());
}

void Stripe::tell(const QString &kind, const QJsonObject &object)
{
    const QString id = newId("evt_");
    m_webhooks.send({{id.toLatin1(),
                      {{"id", id},
                       {"object", "event"},
                       {"type", kind},
                       {"created", m_clock.now().ms / 1000},
                       {"livemode", false},
                       {"data", QJsonObject{{"object", object}}}}}});
}

QJsonObject Stripe::json(const Intent &intent, Charge as) const
{
    const bool isTaken = intent.status == u"succeeded";
    const QJsonValue error = intent.error.isEmpty()
                                 ? QJsonValue()
                                 : QJsonValue(QJsonObject{{"code", "card_declined"}, {"message", intent.error}});
    const QJsonValue charged = intent.charge.isEmpty() ? QJsonValue()
                               : as == Charge::Whole   ? QJsonValue(charge(intent))
                                                       : QJsonValue(intent.charge);
    return {{"id", intent.id},
            {"object", "payment_intent"},
            {"amount", intent.amount},
            {"amount_capturable", intent.status == u"requires_capture" ? intent.amount : 0},
            {"amount_received", isTaken ? intent.amount : 0},
            {"client_secret", intent.clientSecret},
            {"created", intent.createdAt},
            {"currency", intent.currency},
            {"last_payment_error", error},
            {"latest_charge", charged},
            {"metadata", QJsonObject{{"receipt", intent.receipt}}},
            {"status", intent.status}};
}

QJsonObject Stripe::charge(const Intent &intent) const
{
    return {{"id", intent.charge},
            {"object", "charge"},
            {"amount", intent.amount},
            {"amount_refunded", intent.refunded},
            {"currency", intent.currency},
            {"payment_intent", intent.id},
            {"refunded", intent.refunded == intent.amount},
            {"billing_details", QJsonObject{{"email", "asha@example.org"}, {"phone", "+919800000002"}}}};
}

QString Stripe::newId(const char *prefix)
{
    constexpr int length = 24;
    constexpr QLatin1StringView signs("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    QString id = QString::fromLatin1(prefix);
    for (int i = 0; i < length; ++i)
        id += QChar(signs.at(qsizetype(m_random.bounded(quint32(signs.size())))));
    return id;
}

} // namespace paygate
