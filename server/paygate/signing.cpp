#include "server/paygate/signing.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMap>
#include <QUrl>

#include <functional>

namespace paygate {

namespace {

constexpr qint64 rupee = 100;

QByteArray compact(const QJsonObject &body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

SignedPost asRazorpay(const Event &event, const QByteArray &secret)
{
    const QByteArray body = compact(event.body);
    return {body,
            "application/json",
            {{"User-Agent", "Razorpay-Webhook/v1"},
             {"X-Razorpay-Signature", hexHmac(body, secret)},
             {"x-razorpay-event-id", event.id}}};
}

SignedPost asStripe(const Event &event, const QByteArray &secret, qint64 nowSeconds)
{
    const QByteArray body = compact(event.body), time = QByteArray::number(nowSeconds);
    const QByteArray right = hexHmac(time + '.' + body, secret), old = hexHmac(time + '.' + body, "a rolled secret");
    return {body,
            "application/json; charset=utf-8",
            {{"User-Agent", "Stripe/1.0"}, {"Stripe-Signature", "t=" + time + ",v1=" + old + ",v1=" + right}}};
}

// Over the fields that verify_key names and the hash of the store's password, sorted by their names.
SignedPost asSslcommerz(const Event &event, const QByteArray &secret)
{
    QMap<QByteArray, QByteArray> fields;
    for (auto each = event.body.begin(); each != event.body.end(); ++each)
        fields.insert(each.key().toUtf8(), each.value().toString().toUtf8());
    const QByteArray names = fields.keys().join(',');
    auto whole = fields;
    whole.insert("store_passwd", QCryptographicHash::hash(secret, QCryptographicHash::Md5).toHex());
    QByteArrayList pairs;
    for (auto each = whole.cbegin(); each != whole.cend(); ++each)
        pairs += each.key() + '=' + each.value();
    const QByteArray text = pairs.join('&');

    fields.insert("verify_key", names);
    fields.insert("verify_sign", QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex());
    fields.insert("verify_sign_sha2", QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    QByteArrayList form;
    for (auto each = fields.cbegin(); each != fields.cend(); ++each)
        form += each.key() + '=' + QUrl::toPercentEncoding(QString::fromUtf8(each.value())).replace("%20", "+");
    return {form.join('&'), "application/x-www-form-urlencoded", {}};
}

// The object at the end of a path of members, changed.
QJsonObject changedAt(QJsonObject in, const QStringList &path, const std::function<void(QJsonObject &)> &change)
{
    if (path.isEmpty()) {
        change(in);
        return in;
    }
    in.insert(path.first(), changedAt(in.value(path.first()).toObject(), path.sliced(1), change));
    return in;
}

} // namespace

SignedPost signedPost(Style style, const Event &event, const QByteArray &secret, qint64 nowSeconds)
{
    switch (style) {
    case Style::Razorpay: return asRazorpay(event, secret);
    case Style::Stripe: return asStripe(event, secret, nowSeconds);
    case Style::Sslcommerz: return asSslcommerz(event, secret);
    }
    return {};
}

QJsonObject withOneRupeeMore(Style style, QJsonObject body)
{
    const auto dearer = [](QJsonObject &object) {
        for (const char *name : {"amount", "amount_received"})
            if (object.contains(QLatin1StringView(name)))
                object.insert(QLatin1StringView(name), object.value(QLatin1StringView(name)).toInteger() + rupee);
    };
    switch (style) {
    case Style::Razorpay:
        return changedAt(std::move(body),
                         {QStringLiteral("payload"), QStringLiteral("payment"), QStringLiteral("entity")}, dearer);
    case Style::Stripe: return changedAt(std::move(body), {QStringLiteral("data"), QStringLiteral("object")}, dearer);
    case Style::Sslcommerz: return body; // its validation API would tell; the desk itself takes more
    }
    return body;
}

} // namespace paygate
