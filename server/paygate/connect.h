#pragma once

// A stand-in for Stripe Connect: express accounts, the page on which a store sets one up, and transfers to them. A part
// of Stripe's desk, which knows the key of the merchant and keeps the idempotency keys.

#include "server/paygate/desk.h"
#include "server/paygate/webhooks.h"

#include <QHash>
#include <QMap>

#include <optional>

namespace paygate {

class Connect
{
public:
    using Form = QMap<QString, QString>;

    Connect(const Clock &clock, QRandomGenerator &random, Webhooks &webhooks);

    // What the merchant asks below /v1; nothing when it is none of this.
    std::optional<Told> answer(const Asked &asked, const Form &form);
    // What a store does on its page: finish, restrict or deauthorize.
    Told visit(const QString &account, const QString &button);
    // Misbehaviour: refuse_transfers, empty_balance (so many), lose_transfers (made, and answered with a fault),
    // reverse (the id of a transfer), reverse_amount; holder (whose accounts are that are set up from now on).
    void control(const QJsonObject &wish);
    void setBaseUrl(const QString &url) { m_baseUrl = url; }
    // Connect has an endpoint of its own for its events; without one they go where the others go.
    void setNewsUrl(const QUrl &url) { m_newsUrl = url; }

private:
    struct Account
    {
        QString id;
        QString country;
        QString store;
        QString holder;
        bool isHandedIn = false;
        bool isActive = false;
        QString disabledReason = QStringLiteral("requirements.past_due");
    };
    struct Transfer
    {
        QString id;
        qint64 amount = 0;
        qint64 reversed = 0;
        QString currency;
        QString destination;
        QString group;
        QString payout;
        qint64 createdAt = 0;
    };

    Told openAccount(const Form &form);
    Told link(const Form &form);
    Told transfer(const Form &form);
    Told list(const QString &group) const;
    void reverse(const QString &id, qint64 amount);
    void tell(const QString &kind, const QJsonObject &object);
    QJsonObject json(const Account &account) const;
    QJsonObject json(const Transfer &transfer) const;
    QString newId(const char *prefix);

    const Clock &m_clock;
    QRandomGenerator &m_random;
    Webhooks &m_webhooks;
    QString m_baseUrl;
    QString m_holder;
    QUrl m_newsUrl;
    int m_refusals = 0, m_emptyBalances = 0, m_losses = 0;
    QHash<QString, Account> m_accounts;
    QList<Transfer> m_transfers;
};

} // namespace paygate
