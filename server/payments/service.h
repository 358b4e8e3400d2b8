#pragma once

// Money that comes in through a gateway. The gateway is asked outside of transactions; what it says is believed only
// when its signature, amount and currency are right, and is applied exactly once.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/payments/gateways/gateway.h"
#include "server/payments/history.h"
#include "server/payments/store.h"
#include "shared/contract/payments.h"

#include <memory>

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace ledger {
class Service;
}
namespace settings {
class Service;
}

namespace payments {

// What the audit log says of an attempt (PAY-12): never the payer or the instrument.
struct PaymentDetails
{
    QString provider;
    Money amount;
    PaymentStatus status = PaymentStatus::Pending;
    std::optional<QString> transactionId; // at the gateway
    std::optional<QString> reason;

    FIELDS(PaymentDetails, FIELD(provider), FIELD(amount), FIELD(status), FIELD(transactionId), FIELD(reason))
};

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, ledger::Service &ledger,
            settings::Service &settings, audit::Service &audit, const GatewayConfig &config);
    ~Service();

    Result<Payment> rechargeWallet(const Caller &caller, const RechargeWallet &wish);
    Result<Payment> readPayment(const Caller &caller, Id<Payment> id);
    Result<Payment> confirmPayment(const Caller &caller, const ConfirmPayment &wish);
    Result<QList<PaymentMethod>> listPaymentMethods(const Caller &caller);
    Result<> receiveWebhook(const Caller &caller, const QString &provider, const RawBody &body);

    personal::Parts exportOf(Tx &tx, Id<Account> account);
    // Whether the gateway may still take money for something that was asked of it.
    bool hasPending(Tx &tx, Id<Account> account);

    // Takes in a payment from another system (history.h).
    Result<> adopt(Tx &tx, const PastPayment &past);

    // Asks the gateway about payments that are pending for a while; says how many were settled.
    int reconcile();
    // Gives back what was taken twice for one payment; says how many attempts.
    int refundSurplus();
    // Removes events whose payment never came; says how many.
    qint64 sweep();

    // Calls that wait for another try end at once.
    void stop();

private:
    Result<> checkAmount(Money amount) const;
    Result<PaymentRow> opened(const Caller &caller, const RechargeWallet &wish);
    Result<PaymentRow> attached(Tx &tx, const PaymentRow &row, const QString &gatewayOrderId);
    Result<PaymentRow> settledNow(const PaymentRow &row, Attempt attempt);
    Result<Outcome> accept(Tx &tx, const PaymentRow &row, const Attempt &attempt);
    Result<Outcome> fail(Tx &tx, const PaymentRow &row, const QString &reason);
    bool check(const PaymentRow &row);
    Result<bool> settledByAsking(const PaymentRow &row);
    void noteSurplus(Tx &tx, const PaymentRow &row, const Attempt &attempt);
    bool refund(const RefundRow &row);
    void record(Tx &tx, const Caller &caller, std::string_view action, const PaymentRow &row,
                const PaymentDetails &details);
    Payment describe(const PaymentRow &row) const;

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    accounts::Service &m_accounts;
    ledger::Service &m_ledger;
    settings::Service &m_settings;
    audit::Service &m_audit;
    const GatewayConfig m_config;
    const std::unique_ptr<Gateway> m_gateway;
    Store m_store;
};

} // namespace payments
