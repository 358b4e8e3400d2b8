#pragma once

// What payouts need from a provider that pays stores (PAYO-08): accounts that stores open there themselves, and
// transfers to them. An adapter translates; it decides nothing and knows no database.

#include "server/payments/gateways/gateway.h"
#include "shared/contract/payoutaccounts.h"

namespace payments {

// A transfer as the provider has it.
struct SeenTransfer
{
    QString id;
    Money amount;
    Money reversed;
};

// An account as the provider has it.
struct SeenAccount
{
    PayoutAccountStatus status = PayoutAccountStatus::Pending;
    QString holder = {}; // whose it is; empty when it is not told
};

struct TransferOrder
{
    QString payoutId;
    QString key; // makes every repeat harmless
    QString payoutNumber;
    QString accountRef;
    Money amount;
};

// How the sending of a transfer ended, as far as anybody knows.
struct Sent
{
    // Refused: the provider will never pay this store so. NotNow: it has paid nothing, for what lies with the market,
    // and says so again for every repeat under the same key. Unknown: it may have paid, so it is asked before the next
    // try.
    enum class Fate { Done, Refused, NotNow, Unknown };

    Fate fate = Fate::Unknown;
    QString transferRef = {};
    QString problem = {};
};

struct ConnectEvent
{
    QString id; // the same when the event is delivered again
    QString kind;
    PayoutProviderTold about;
};

class Connect
{
public:
    virtual ~Connect() = default;

    // The id of a new account. receipt: our own id of the store; a repeat with the same one gives the same account.
    virtual Result<QString> openAccount(const QString &receipt) = 0;
    virtual Result<OnboardingLink> onboard(const QString &accountRef) = 0;
    virtual Result<SeenAccount> accountFor(const QString &accountRef) = 0;

    virtual Sent send(const TransferOrder &order) = 0;
    // What was sent for a payout, if anything was.
    virtual Result<std::optional<SeenTransfer>> transferFor(const QString &payoutId) = 0;

    // InvalidSignature before anything of the body is believed.
    virtual Result<ConnectEvent> readWebhook(const RawBody &body) = 0;

    virtual Result<Probe> probe() = 0;
    virtual GatewayHealth health() const = 0;
    // From here on no call is tried again.
    virtual void stop() = 0;
};

} // namespace payments
