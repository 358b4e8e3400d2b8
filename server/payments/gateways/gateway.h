#pragma once

// What payments need from a provider (PAY-01). An adapter translates; it decides nothing and knows no database.

#include "shared/base/result.h"
#include "shared/base/values.h"
#include "shared/contract/payments.h"

namespace payments {

// How a provider is reached. Without a webhook secret no webhook is believed, without a key id nothing can be paid.
struct GatewayConfig
{
    QString provider = QStringLiteral("razorpay"); // the last part of the webhook's path
    QString baseUrl = QStringLiteral("https://api.razorpay.com");
    QString checkoutUrl = {}; // "http://127.0.0.1:8081/checkout/{order}"; empty: the provider's script takes the ids
    QString keyId = {};
    QByteArray keySecret = {};
    QByteArray webhookSecret = {};
    QString currency = QStringLiteral("INR");
    int timeoutMs = 5000;
    int firstRetryMs = 1000; // doubles with every further attempt
    int patienceMs = 10'000; // for a call with all its repetitions, because somebody waits for it
};

// One attempt to pay, as the gateway sees it.
NAMED_ENUM(AttemptStatus, Created, Authorized, Captured, Refunded, Failed)

struct Attempt
{
    QString id;
    QString orderId;
    Money amount;
    QString currency;
    AttemptStatus status = AttemptStatus::Created;
    QString failureReason;

    FIELDS(Attempt, FIELD(id), FIELD(orderId), FIELD(amount), FIELD(currency), FIELD(status), FIELD(failureReason))
};

struct GatewayEvent
{
    QString id; // the same when the event is delivered again
    QString kind;
    std::optional<Attempt> attempt;
};

class Gateway
{
public:
    virtual ~Gateway() = default;

    // Opens an order at the gateway and returns its id.
    virtual Result<QString> createOrder(Money amount, const QString &receipt) = 0;
    virtual Result<Attempt> attempt(const QString &id) = 0;
    virtual Result<QList<Attempt>> attemptsOf(const QString &orderId) = 0;
    virtual Result<Attempt> capture(const Attempt &authorized) = 0;
    // All of it back to whoever paid. A second refund of the same attempt is refused by the gateway.
    virtual Result<> refund(const Attempt &captured) = 0;

    virtual QString checkoutUrl(const QString &orderId) const = 0;
    virtual bool isCheckoutSigned(const ConfirmPayment &answer) const = 0;

    // InvalidSignature before anything of the body is read.
    virtual Result<GatewayEvent> readWebhook(const RawBody &body) const = 0;

    // From here on no call is tried again.
    virtual void stop() = 0;
};

} // namespace payments
