#pragma once

// What payments need from a provider (PAY-01). An adapter translates; it decides nothing and knows no database.

#include "shared/base/names.h"
#include "shared/base/result.h"
#include "shared/base/values.h"
#include "shared/contract/payments.h"

namespace payments {

// The providers whose protocol is spoken here. The wire name is the last part of the webhook's path.
NAMED_ENUM(Provider, Razorpay, Stripe, Sslcommerz, Upi)

// How a provider is reached. Without a webhook secret no webhook is believed, without a key id nothing can be paid.
struct GatewayConfig
{
    QString provider = QStringLiteral("razorpay");
    QString baseUrl = QStringLiteral("https://api.razorpay.com");
    QString checkoutUrl = {}; // "http://127.0.0.1:8081/checkout/{order}"; empty: the provider's script takes the ids
    QString keyId = {};       // Stripe: the publishable key; SSLCommerz: the store id; UPI: the payee's address
    QByteArray keySecret = {};
    QByteArray webhookSecret = {};
    QByteArray earlierSecret = {}; // that webhooks were signed with before; believed until then
    Instant earlierUntil = {};
    QString currency = QStringLiteral("INR");
    int timeoutMs = 5000;
    int firstRetryMs = 1000; // doubles with every further attempt
    int patienceMs = 10'000; // for a call with all its repetitions, because somebody waits for it
    QString siteUrl = {};    // where a hosted checkout sends its news
    QString returnUrl = {};  // and the payer
    QString payeeName = {};  // UPI
    QString merchantCode = {};
    bool isMockable = true; // money may be played with: not where there is real money
    bool isOn = true;       // else nobody begins a payment, but what was begun before goes on

    bool operator==(const GatewayConfig &) const = default;

    // What a webhook may be signed with.
    QList<QByteArray> webhookSecrets(Instant now) const;
};

// One attempt to pay, as the gateway sees it.
// The last three are about a dispute at the payer's bank, and so is the amount then.
NAMED_ENUM(AttemptStatus, Created, Authorized, Captured, Refunded, Failed, Disputed, ChargedBack, Reinstated)

struct Attempt
{
    QString id;
    QString orderId;
    Money amount;
    QString currency;
    AttemptStatus status = AttemptStatus::Created;
    QString failureReason; // or what the dispute is about
    Money refunded = {};   // so much of it has gone back by now

    FIELDS(Attempt, FIELD(id), FIELD(orderId), FIELD(amount), FIELD(currency), FIELD(status), FIELD(failureReason),
           FIELD(refunded, .standard = true))
};

struct GatewayEvent
{
    QString id; // the same when the event is delivered again
    QString kind;
    std::optional<Attempt> attempt;
};

// An order at the gateway that can be paid.
struct Opened
{
    QString orderId;
    QString checkoutUrl = {};   // of this order alone, where the provider has such a page
    QString checkoutToken = {}; // what the provider's script takes beside the public key
};

// What a client brought back from the checkout. Without an attempt, whichever the order has.
struct CheckoutReturn
{
    QString orderId;
    QString attemptId = {};
};

// How the way to a provider is.
struct GatewayHealth
{
    int failures = 0;                        // in a row
    std::optional<Instant> closedUntil = {}; // nobody asks before that
};

// What a harmless call shows; nothing when the provider does not answer.
enum class Probe { Works, Refused, NobodyToAsk };

// Whether this refund was asked for before, so that its answer may have been lost.
enum class Turn { First, Again };

class Gateway
{
public:
    virtual ~Gateway() = default;

    // receipt: our own id of the payment. A repeat with the same one is harmless.
    virtual Result<Opened> open(Money amount, const QString &receipt) = 0;
    virtual Result<QList<Attempt>> attemptsOf(const QString &orderId) = 0;
    virtual Result<Attempt> capture(const Attempt &authorized) = 0;
    // The attempt's amount back to whoever paid; Conflict when the gateway says no. More than there is left of it is
    // refused by the gateway.
    virtual Result<> refund(const Attempt &captured, Turn turn) = 0;
    // Whether money can go back through the provider at all.
    virtual bool isRefunding() const = 0;

    // Whether it says within minutes how a payment ended: orders do not wait for a statement of the bank.
    virtual bool isPrompt() const { return true; }
    // Whether there is anybody to ask how a payment stands.
    virtual bool isAsked() const { return true; }

    virtual QList<Instrument> instruments() const = 0;
    virtual QString checkoutUrl(const QString &orderId, Money amount) const = 0;
    // Empty when the answer is another provider's, InvalidSignature when its signature is not right.
    virtual Result<std::optional<CheckoutReturn>> returnIn(const ConfirmPayment &answer) const = 0;

    // InvalidSignature before anything of the body is believed.
    virtual Result<GatewayEvent> readWebhook(const RawBody &body) = 0;

    virtual GatewayHealth health() const = 0;
    virtual Result<Probe> probe() = 0;
    // From here on no call is tried again.
    virtual void stop() = 0;
};

// Our reference of a payment where the provider takes ours: short enough for both, without case, and found again in the
// words of a bank.
QString referenceOf(const QString &receipt);

tl::unexpected<Error> gatewayFailed();
tl::unexpected<Error> gatewayRefused();
tl::unexpected<Error> notSigned();

} // namespace payments
