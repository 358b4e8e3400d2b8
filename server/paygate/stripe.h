#pragma once

// A stand-in for Stripe: PaymentIntents, charges and refunds in memory, and Connect beside them; form-encoded requests
// with idempotency keys.

#include "server/paygate/connect.h"

#include <QHash>
#include <QMap>

namespace paygate {

class Stripe : public Desk
{
public:
    Stripe(QByteArray secretKey, const Clock &clock, QRandomGenerator &random, Webhooks &webhooks);

    Told answer(const Asked &asked) override;
    Connect &connect() { return m_connect; }

private:
    using Form = Connect::Form;

    struct Intent
    {
        QString id;
        qint64 amount = 0;
        QString currency;
        QString status = QStringLiteral("requires_payment_method");
        QString receipt;
        QString clientSecret;
        QString charge;
        QString error; // of the last attempt
        qint64 refunded = 0;
        qint64 createdAt = 0;
    };

    Told checkout(const Intent &intent) const;
    Told onboarding(const QString &account) const;
    Told asMerchant(const Asked &asked);
    Told post(const Asked &asked);
    Told create(const Form &form);
    Told capture(Intent &intent, const Form &form);
    Told refund(const Form &form);
    // What the customer does at the checkout: pay, authorize, fail or cancel; and at his bank: dispute or win, which is
    // the merchant's.
    Told visit(const QString &id, const QString &button);
    Told dispute(const Intent &intent, const QString &button);
    Told control(const QJsonObject &wish);
    void tell(const QString &kind, const QJsonObject &object);
    // How a charge stands in its intent.
    enum class Charge { Named, Whole };
    QJsonObject json(const Intent &intent, Charge as = Charge::Named) const;
    QJsonObject charge(const Intent &intent) const;
    QString newId(const char *prefix);

    const QByteArray m_secretKey;
    const Clock &m_clock;
    QRandomGenerator &m_random;
    Webhooks &m_webhooks;
    Connect m_connect;
    QHash<QString, Intent> m_intents;
    QHash<QByteArray, std::pair<QByteArray, Told>> m_answered; // by idempotency key
};

} // namespace paygate
