#include "server/paygate/gateway.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace paygate {

namespace {

constexpr qint64 answerSeconds = 7 * 24 * 3600; // that a merchant has for a dispute
constexpr qint64 leastAmount = 100;             // one rupee
constexpr qint64 mostAmount = 100'000'000'000;  // a hundred crore rupees
constexpr qsizetype longestReceipt = 40;
constexpr qsizetype mostNotes = 15;
constexpr qsizetype longestNote = 256;
constexpr qsizetype mostOrders = 200'000; // everything is in memory
constexpr qsizetype mostAttempts = 100;   // per order
constexpr qsizetype mostRefunds = 200'000;

auto refused(const char *description, const char *field = "")
{
    return tl::unexpected(Refusal{400, QString::fromLatin1(description), QString::fromLatin1(field)});
}

auto unknown()
{
    return refused("The id provided does not exist");
}

auto full()
{
    return tl::unexpected(Refusal{503, QStringLiteral("The stand-in gateway has no room left."), {}});
}

// Empty when the number is no whole number of paise.
std::optional<qint64> paise(const QJsonValue &value)
{
    const qint64 amount = value.toInteger(-1);
    return value.isDouble() && amount >= 0 ? std::optional(amount) : std::nullopt;
}

bool areNotesFine(const QJsonValue &notes)
{
    if (notes.isUndefined() || notes.isNull())
        return true;
    const QJsonObject pairs = notes.toObject();
    if (!notes.isObject() || pairs.size() > mostNotes)
        return false;
    return std::all_of(pairs.begin(), pairs.end(), [](const QJsonValue &note) {
        return !note.isObject() && !note.isArray() && note.toString().size() <= longestNote;
    });
}

} // namespace

QJsonObject Refusal::json() const
{
    QJsonObject error{{"code", status >= 500 ? "SERVER_ERROR" : "BAD_REQUEST_ERROR"},
                      {"description", description},
                      {"source", "business"},
                      {"step", "payment_initiation"},
                      {"reason", "input_validation_failed"},
                      {"metadata", QJsonObject()}};
    if (!field.isEmpty())
        error.insert("field", field);
    return {{"error", error}};
}

QByteArray hexHmac(const QByteArray &text, const QByteArray &secret)
{
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toHex();
}

Gateway::Gateway(Keys keys, const Clock &clock, QRandomGenerator &random)
    : m_keys(std::move(keys))
    , m_clock(clock)
    , m_random(random)
{}

bool Gateway::isMerchant(const QByteArray &authorization) const
{
    return authorization == "Basic " + (m_keys.keyId + ':' + m_keys.keySecret).toBase64();
}

Reply Gateway::createOrder(const QJsonObject &wish)
{
    const auto amount = paise(wish.value("amount"));
    if (!amount)
        return refused("The amount must be an integer.", "amount");
    if (*amount < leastAmount)
        return refused("Order amount less than minimum amount allowed", "amount");
    if (*amount > mostAmount)
        return refused("Amount exceeds maximum amount allowed.", "amount");
    if (wish.value("currency").toString() != u"INR")
        return refused("Currency is not supported", "currency");
    if (wish.value("receipt").toString().size() > longestReceipt)
        return refused("The receipt may not be greater than 40 characters.", "receipt");
    if (!areNotesFine(wish.value("notes")))
        return refused("Number of fields in notes should be less than or equal to 15", "notes");
    if (m_orders.size() >= mostOrders)
        return full();

    const QJsonValue capture = wish.value("payment_capture");
    Order order{.id = newId("order_"),
                .amount = *amount,
                .currency = QStringLiteral("INR"),
                .receipt = wish.value("receipt").toString(),
                .status = QStringLiteral("created"),
                .capturesItself = capture.isUndefined() || capture.toBool() || capture.toInt() == 1,
                .notes = wish.value("notes").toObject(),
                .createdAt = nowSeconds()};
    m_orders.insert(order.id, order);
    return json(order);
}

Reply Gateway::order(const QString &id) const
{
    const auto found = m_orders.constFind(id);
    if (found == m_orders.cend())
        return unknown();
    return json(*found);
}

Reply Gateway::newestOrders() const
{
    const Order *newest = nullptr;
    for (const Order &each : m_orders)
        if (!newest || each.createdAt > newest->createdAt)
            newest = &each;
    const QJsonArray items = newest ? QJsonArray{json(*newest)} : QJsonArray();
    return QJsonObject{{"entity", "collection"}, {"count", items.size()}, {"items", items}};
}

Reply Gateway::paymentsOf(const QString &orderId) const
{
    if (!m_orders.contains(orderId))
        return unknown();
    QJsonArray items;
    for (const QString &id : m_attempts.value(orderId))
        items += json(m_payments.value(id));
    return QJsonObject{{"entity", "collection"}, {"count", items.size()}, {"items", items}};
}

Reply Gateway::payment(const QString &id) const
{
    const auto found = m_payments.constFind(id);
    if (found == m_payments.cend())
        return unknown();
    return json(*found);
}

tl::expected<Payment, Refusal> Gateway::attempt(const QString &orderId, const char *status)
{
    const auto order = m_orders.find(orderId);
    if (order == m_orders.end())
        return unknown();
    if (order->status == u"paid")
        return refused("Order already paid");
    if (order->attempts >= mostAttempts)
        return full();
    order->attempts += 1;
    order->status = QStringLiteral("attempted");
    Payment payment{.id = newId("pay_"),
                    .orderId = orderId,
                    .amount = order->amount,
                    .currency = order->currency,
                    .status = QString::fromLatin1(status),
                    .notes = order->notes,
                    .createdAt = nowSeconds()};
    m_payments.insert(payment.id, payment);
    m_attempts[orderId] += payment.id;
    return payment;
}

void Gateway::settle(Order &order, Payment &payment)
{
    payment.status = QStringLiteral("captured");
    order.status = QStringLiteral("paid");
    order.amountPaid = payment.amount;
}

tl::expected<Outcome, Refusal> Gateway::pay(const QString &orderId)
{
    const auto authorized = attempt(orderId, "authorized");
    if (!authorized)
        return tl::unexpected(authorized.error());
    Payment &payment = m_payments[authorized->id];
    Order &order = m_orders[orderId];
    const QByteArray proof = (orderId + u'|' + payment.id).toUtf8();
    Outcome outcome{.reply = {{"razorpay_payment_id", payment.id},
                              {"razorpay_order_id", orderId},
                              {"razorpay_signature", QString::fromLatin1(hexHmac(proof, m_keys.keySecret))}},
                    .news = {event("payment.authorized", payment)}};
    if (order.capturesItself) {
        settle(order, payment);
        outcome.news += event("payment.captured", payment);
        outcome.news += orderPaid(order, payment);
    }
    return outcome;
}

tl::expected<Outcome, Refusal> Gateway::fail(const QString &orderId)
{
    const auto failed = attempt(orderId, "failed");
    if (!failed)
        return tl::unexpected(failed.error());
    const QJsonObject entity = json(*failed);
    const QJsonObject error{{"code", entity.value("error_code")},
                            {"description", entity.value("error_description")},
                            {"source", entity.value("error_source")},
                            {"step", entity.value("error_step")},
                            {"reason", entity.value("error_reason")},
                            {"metadata", QJsonObject{{"payment_id", failed->id}, {"order_id", orderId}}}};
    return Outcome{.reply = {{"error", error}}, .news = {event("payment.failed", *failed)}};
}

tl::expected<Outcome, Refusal> Gateway::capture(const QString &paymentId, const QJsonObject &wish)
{
    const auto payment = m_payments.find(paymentId);
    if (payment == m_payments.end())
        return unknown();
    if (payment->status == u"captured" || payment->status == u"refunded")
        return refused("This payment has already been captured");
    Order &order = m_orders[payment->orderId];
    if (payment->status != u"authorized" || order.status == u"paid")
        return refused("Only payments which have been authorized and not yet captured can be captured");
    if (paise(wish.value("amount")) != payment->amount)
        return refused("Capture amount must be equal to the amount authorized", "amount");
    if (wish.value("currency").toString(payment->currency) != payment->currency)
        return refused("The currency does not match", "currency");
    settle(order, *payment);
    return Outcome{.reply = json(*payment), .news = {event("payment.captured", *payment), orderPaid(order, *payment)}};
}

tl::expected<Outcome, Refusal> Gateway::refund(const QString &paymentId, const QJsonObject &wish)
{
    const auto payment = m_payments.find(paymentId);
    if (payment == m_payments.end())
        return unknown();
    if (payment->status == u"refunded")
        return refused("The payment has been fully refunded already");
    if (payment->status != u"captured")
        return refused("The payment status should be captured for action to be taken");
    const qint64 left = payment->amount - payment->amountRefunded;
    const auto amount = wish.contains("amount") ? paise(wish.value("amount")) : std::optional(left);
    if (!amount || *amount < leastAmount)
        return refused("The amount must be at least INR 1.00", "amount");
    if (*amount > left)
        return refused("The total refund amount is greater than the refund payment amount", "amount");
    if (!areNotesFine(wish.value("notes")))
        return refused("Number of fields in notes should be less than or equal to 15", "notes");
    if (m_refunds.size() >= mostRefunds)
        return full();

    payment->amountRefunded += *amount;
    if (payment->amountRefunded == payment->amount)
        payment->status = QStringLiteral("refunded");
    const Refund refund{.id = newId("rfnd_"),
                        .paymentId = paymentId,
                        .amount = *amount,
                        .currency = payment->currency,
                        .receipt = wish.value("receipt").toString(),
                        .notes = wish.value("notes").toObject(),
                        .createdAt = nowSeconds()};
    m_refunds.insert(refund.id, refund);
    return Outcome{.reply = json(refund), .news = {about("refund.processed", *payment, "refund", json(refund))}};
}

tl::expected<Outcome, Refusal> Gateway::dispute(const QString &paymentId, const QString &stage)
{
    const auto payment = m_payments.constFind(paymentId);
    if (payment == m_payments.cend() || payment->status != u"captured")
        return unknown();
    const bool isLost = stage == u"lost";
    const QJsonObject entity{{"id", "disp_" + paymentId.section(u'_', 1)},
                             {"entity", "dispute"},
                             {"payment_id", paymentId},
                             {"amount", payment->amount},
                             {"currency", payment->currency},
                             {"amount_deducted", isLost ? payment->amount : 0},
                             {"reason_code", "goods_or_services_not_received_or_partially_received"},
                             {"respond_by", nowSeconds() + answerSeconds},
                             {"status", stage == u"created" ? QStringLiteral("open") : stage},
                             {"phase", "chargeback"},
                             {"created_at", nowSeconds()}};
    const QByteArray name = "payment.dispute." + stage.toLatin1();
    return Outcome{.reply = entity, .news = {about(name.constData(), *payment, "dispute", entity)}};
}

QString Gateway::newId(const char *prefix)
{
    constexpr QLatin1StringView signs("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    constexpr int length = 14;
    QString id = QString::fromLatin1(prefix);
    for (int i = 0; i < length; ++i)
        id += QChar(signs.at(qsizetype(m_random.bounded(quint32(signs.size())))));
    return id;
}

Event Gateway::event(const char *name, const Payment &payment)
{
    return {newId("").toLatin1(),
            {{"entity", "event"},
             {"account_id", "acc_KabaadwalaDemo"},
             {"event", QString::fromLatin1(name)},
             {"contains", QJsonArray{"payment"}},
             {"payload", QJsonObject{{"payment", QJsonObject{{"entity", json(payment)}}}}},
             {"created_at", nowSeconds()}}};
}

Event Gateway::about(const char *name, const Payment &payment, const char *what, const QJsonObject &entity)
{
    Event news = event(name, payment);
    news.body.insert("contains", QJsonArray{"payment", what});
    news.body.insert("payload", QJsonObject{{"payment", QJsonObject{{"entity", json(payment)}}},
                                            {what, QJsonObject{{"entity", entity}}}});
    return news;
}

Event Gateway::orderPaid(const Order &order, const Payment &payment)
{
    return about("order.paid", payment, "order", json(order));
}

} // namespace paygate
