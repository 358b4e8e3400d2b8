#include "server/paygate/sslcommerz.h"

#include "shared/base/values.h"

#include <QJsonArray>

namespace paygate {

namespace {

constexpr qsizetype mostSessions = 200'000;
constexpr qsizetype longestTransaction = 30;

QUrlQuery formIn(QByteArray body)
{
    return QUrlQuery(QString::fromLatin1(body.replace('+', "%20")));
}

QString item(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

QString text(qint64 paise)
{
    return QStringLiteral("%1.%2").arg(paise / 100).arg(paise % 100, 2, 10, QChar(u'0'));
}

qint64 paiseIn(const QString &amount)
{
    return Money::parse(amount).value_or(Money{}).minor;
}

Told refused(const QString &why)
{
    return told({{"status", "FAILED"}, {"failedreason", why}, {"APIConnect", "INVALID_REQUEST"}});
}

} // namespace

Sslcommerz::Sslcommerz(Store store, QRandomGenerator &random, Webhooks &webhooks)
    : m_store(std::move(store))
    , m_random(random)
    , m_webhooks(webhooks)
{}

Told Sslcommerz::answer(const Asked &asked)
{
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    if (parts.value(0) == u"control") {
        const QJsonObject wish = QJsonDocument::fromJson(asked.body).object();
        setOutages(wish.value("outages").toInt());
        m_dearer = wish.value("wrong_amount").toInt();
        m_webhooks.misbehave(mischiefIn(wish));
        return told(m_webhooks.report());
    }
    if (parts.value(0) == u"checkout" && parts.size() == 3)
        return visit(parts[1], parts[2]);
    if (isOut())
        return told({{"status", "FAILED"}}, 500);
    if (asked.path.endsWith(u"/v4/api.php"))
        return open(asked.body);
    if (!isStore(asked.query))
        return told({{"APIConnect", "INVALID_REQUEST"}});
    if (asked.path.endsWith(u"/validationserverAPI.php"))
        return validate(asked.query);
    return asked.query.hasQueryItem(QStringLiteral("refund_amount")) ? refund(asked.query) : query(asked.query);
}

bool Sslcommerz::isStore(const QUrlQuery &query) const
{
    return item(query, "store_id").toUtf8() == m_store.id && item(query, "store_passwd").toUtf8() == m_store.password;
}

Told Sslcommerz::open(const QByteArray &body)
{
    const QUrlQuery form = formIn(body);
    if (!isStore(form))
        return refused(QStringLiteral("Store Credential Error Or Store is De-active"));
    for (const char *name : {"total_amount", "currency", "tran_id", "success_url", "fail_url", "cancel_url", "cus_name",
                             "cus_email", "cus_phone", "shipping_method", "product_name", "product_profile"})
        if (item(form, name).isEmpty())
            return refused(QStringLiteral("Invalid Information! '%1' is missing or empty.").arg(QLatin1String(name)));
    const QString transaction = item(form, "tran_id");
    if (transaction.size() > longestTransaction || m_sessions.size() >= mostSessions)
        return refused(QStringLiteral("Invalid Information! 'tran_id' is too long."));
    const qint64 paise = paiseIn(item(form, "total_amount"));
    if (paise < 1000)
        return refused(QStringLiteral("Invalid Information! 'total_amount' must be between 10.00 and 500000.00."));
    Session &session = m_sessions[transaction];
    session.transaction = transaction;
    session.paise = paise;
    session.currency = item(form, "currency");
    session.ipn = QUrl(item(form, "ipn_url"));
    return told({{"status", "SUCCESS"},
                 {"failedreason", ""},
                 {"sessionkey", QString::number(m_random.generate64(), 16).toUpper()},
                 {"GatewayPageURL", m_baseUrl + QStringLiteral("/checkout/") + transaction + QStringLiteral("/page")}});
}

Told Sslcommerz::validate(const QUrlQuery &query)
{
    for (const Session &session : std::as_const(m_sessions))
        for (const Try &one : session.tries)
            if (one.valId == item(query, "val_id") && one.status == u"VALID")
                return told(json(session, one));
    return told({{"status", "INVALID_TRANSACTION"}, {"APIConnect", "DONE"}});
}

Told Sslcommerz::query(const QUrlQuery &query)
{
    const Session session = m_sessions.value(item(query, "tran_id"));
    QJsonArray elements;
    for (const Try &one : session.tries)
        elements += json(session, one);
    return told({{"APIConnect", "DONE"}, {"no_of_trans_found", elements.size()}, {"element", elements}});
}

Told Sslcommerz::refund(const QUrlQuery &query)
{
    const QString name = item(query, "refund_trans_id");
    if (!name.isEmpty() && m_refunds.contains(name))
        return told({{"APIConnect", "DONE"}, {"status", "failed"}, {"errorReason", "This refund was asked already"}});
    m_refunds += name;
    for (Session &session : m_sessions)
        for (Try &one : session.tries) {
            if (one.bankId != item(query, "bank_tran_id"))
                continue;
            const bool isFine = !one.isRefunded && paiseIn(item(query, "refund_amount")) == one.paise;
            const QString why = one.isRefunded ? QStringLiteral("Transaction is already refunded")
                                : isFine       ? QString()
                                               : QStringLiteral("Refund amount is not valid");
            one.isRefunded = one.isRefunded || isFine;
            return told({{"APIConnect", "DONE"},
                         {"bank_tran_id", one.bankId},
                         {"trans_id", session.transaction},
                         {"refund_ref_id", isFine ? QStringLiteral("rf") + one.bankId : QString()},
                         {"status", isFine ? "success" : "failed"},
                         {"errorReason", why}});
        }
    return told({{"APIConnect", "DONE"}, {"status", "failed"}, {"errorReason", "Transaction is not found"}});
}

// What the customer does: pay, fail, cancel or expire. "page" shows the amount.
Told Sslcommerz::visit(const QString &transaction, const QString &button)
{
    const auto session = m_sessions.find(transaction);
    if (session == m_sessions.end())
        return told({{"status", "FAILED"}}, 404);
    if (button == u"page")
        return {.contentType = "text/html; charset=utf-8",
                .bytes = "<!doctype html><title>Demo checkout</title><h1>" + text(session->paise).toUtf8() +
                         "</h1><form method=\"post\"><button formaction=\"pay\">Pay</button>"
                         "<button formaction=\"fail\">Fail</button></form>"};
    const QString status = button == u"pay"      ? QStringLiteral("VALID")
                           : button == u"fail"   ? QStringLiteral("FAILED")
                           : button == u"cancel" ? QStringLiteral("CANCELLED")
                                                 : QStringLiteral("EXPIRED");
    const QString number = QString::number(m_random.generate64(), 36);
    const bool isDearer = m_dearer > 0 && m_dearer-- > 0;
    const Try one{.valId = QStringLiteral("val") + number,
                  .bankId = QStringLiteral("bank") + number,
                  .status = status,
                  .paise = session->paise + (isDearer ? 100 : 0)};
    session->tries += one;
    m_webhooks.send({{one.bankId.toLatin1(), json(*session, one), session->ipn}});
    return told(json(*session, one));
}

// What was paid in another currency is told in taka too, by whatever the rate is.
QJsonObject Sslcommerz::json(const Session &session, const Try &one) const
{
    const bool isTaka = session.currency == u"BDT";
    const QString said = text(one.paise), taka = isTaka ? said : text(one.paise * 3 / 2);
    QJsonObject out{
        {"status", one.status},       {"tran_id", session.transaction},    {"amount", taka},
        {"currency", "BDT"},          {"currency_type", session.currency}, {"currency_amount", said},
        {"bank_tran_id", one.bankId}, {"card_type", "VISA-Demo Bank"},     {"store_id", QString::fromUtf8(m_store.id)},
        {"risk_level", "0"}};
    if (one.status == u"VALID")
        out.insert("val_id", one.valId);
    else
        out.insert("error", "The bank said no & the payer left");
    return out;
}

} // namespace paygate
