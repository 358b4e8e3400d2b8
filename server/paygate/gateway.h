#pragma once

// The books of the stand-in gateway: orders, payments and refunds in memory, with the provider's rules and refusals.
// No sockets here; door.h lets callers in, webhooks.h tells the merchant what happened.

#include "server/core/clock.h"
#include "server/paygate/entities.h"

#include <QHash>
#include <QRandomGenerator>
#include <QUrl>

#include <tl/expected.hpp>

namespace paygate {

struct Keys
{
    QByteArray keyId;
    QByteArray keySecret;
    QByteArray webhookSecret;
};

// The body of the provider's error reply.
struct Refusal
{
    int status = 400;
    QString description;
    QString field = {};

    QJsonObject json() const;
};

using Reply = tl::expected<QJsonObject, Refusal>;

// One thing the merchant is to be told: the event's name and the complete body.
struct Event
{
    QByteArray id;
    QJsonObject body;
    QUrl to = {}; // where the merchant has said it with the order; else where all events go
};

// What a visit to the checkout leads to: what the customer's browser gets, and the news in order.
struct Outcome
{
    QJsonObject reply;
    QList<Event> news;
};

class Gateway
{
public:
    Gateway(Keys keys, const Clock &clock, QRandomGenerator &random);

    const Keys &keys() const { return m_keys; }
    bool isMerchant(const QByteArray &authorization) const;

    Reply createOrder(const QJsonObject &wish);
    Reply order(const QString &id) const;
    Reply newestOrders() const; // at most one, whatever is asked for
    Reply paymentsOf(const QString &orderId) const;
    Reply payment(const QString &id) const;

    tl::expected<Outcome, Refusal> refund(const QString &paymentId, const QJsonObject &wish);
    // The payer's bank: created, won or lost.
    tl::expected<Outcome, Refusal> dispute(const QString &paymentId, const QString &stage);
    tl::expected<Outcome, Refusal> capture(const QString &paymentId, const QJsonObject &wish);
    tl::expected<Outcome, Refusal> pay(const QString &orderId);
    tl::expected<Outcome, Refusal> fail(const QString &orderId);

private:
    QString newId(const char *prefix);
    qint64 nowSeconds() const { return m_clock.now().ms / 1000; }
    tl::expected<Payment, Refusal> attempt(const QString &orderId, const char *status);
    void settle(Order &order, Payment &payment);
    Event event(const char *name, const Payment &payment);
    Event orderPaid(const Order &order, const Payment &payment);
    Event about(const char *name, const Payment &payment, const char *what, const QJsonObject &entity);

    Keys m_keys;
    const Clock &m_clock;
    QRandomGenerator &m_random;
    QHash<QString, Order> m_orders;
    QHash<QString, Payment> m_payments;
    QHash<QString, QStringList> m_attempts; // order id -> payment ids
    QHash<QString, Refund> m_refunds;
};

QByteArray hexHmac(const QByteArray &text, const QByteArray &secret);

} // namespace paygate
