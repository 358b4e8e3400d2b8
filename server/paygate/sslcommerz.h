#pragma once

// A stand-in for SSLCommerz v4: sessions, the validation API, queries and refunds by transaction, and IPN.

#include "server/paygate/desk.h"
#include "server/paygate/webhooks.h"

#include <QHash>
#include <QSet>

namespace paygate {

class Sslcommerz : public Desk
{
public:
    struct Store
    {
        QByteArray id;
        QByteArray password;
    };

    Sslcommerz(Store store, QRandomGenerator &random, Webhooks &webhooks);

    Told answer(const Asked &asked) override;
    void setBaseUrl(const QString &url) { m_baseUrl = url; }

private:
    // One try of a customer.
    struct Try
    {
        QString valId;
        QString bankId;
        QString status; // VALID, FAILED, CANCELLED, EXPIRED
        qint64 paise = 0;
        bool isRefunded = false;
    };
    struct Session
    {
        QString transaction;
        qint64 paise = 0;
        QString currency;
        QUrl ipn;
        QList<Try> tries;
    };

    Told open(const QByteArray &body);
    Told validate(const QUrlQuery &query);
    Told query(const QUrlQuery &query);
    Told refund(const QUrlQuery &query);
    Told visit(const QString &transaction, const QString &button);
    bool isStore(const QUrlQuery &query) const;
    QJsonObject json(const Session &session, const Try &one) const;

    const Store m_store;
    QRandomGenerator &m_random;
    Webhooks &m_webhooks;
    QString m_baseUrl;
    int m_dearer = 0; // of the next payments, one rupee more than was asked for
    QHash<QString, Session> m_sessions;
    QSet<QString> m_refunds; // by the merchant's own names
};

} // namespace paygate
