#pragma once

// How a vendor's released money leaves for the bank: requested by the store, approved and processed by admins.

#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/payouts/history.h"
#include "server/payouts/store.h"
#include "shared/contract/payouts.h"

#include <functional>

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace kyc {
class Service;
}
namespace ledger {
class Service;
}
namespace orders {
class Service;
}
namespace settings {
class Service;
}

namespace payouts {

class Service
{
public:
    Service(Db &db, const Ids &ids, ledger::Service &ledger, orders::Service &orders, kyc::Service &kyc,
            accounts::Service &accounts, audit::Service &audit, settings::Service &settings);

    Result<VendorBalance> readBalance(const Caller &caller);
    Result<Page<Earning>> listEarnings(const Caller &caller, const ListEarnings &wish);
    Result<Payout> requestPayout(const Caller &caller);
    Result<Page<Payout>> listPayouts(const Caller &caller, const ListPayouts &wish);
    Result<Page<Payout>> listAllPayouts(const Caller &caller, const ListPayouts &wish);
    Result<PayoutDetail> readPayout(const Caller &caller, Id<Payout> id);
    Result<Payout> approvePayout(const Caller &caller, Id<Payout> id);
    Result<Payout> rejectPayout(const Caller &caller, Id<Payout> id, const RejectPayout &wish);
    Result<Payout> processPayout(const Caller &caller, Id<Payout> id, const ProcessPayout &wish);

    // Seals anew the bank numbers that an older master sealed, at most that many, and says how many those were.
    int reseal(int most, const std::function<void(int)> &progress);
    personal::Parts exportOf(Tx &tx, Id<Vendor> vendor);

    // Takes in a payout from another system (history.h). The orders in it have to be there.
    Result<> adopt(Tx &tx, const PastPayout &past);

private:
    Result<> insert(Tx &tx, PayoutRow &row);
    Result<> checkFrozen(Tx &tx, const PayoutRow &row, PayoutStatus wanted);
    Result<Page<Payout>> page(const Scope &scope, const ListPayouts &wish);
    template <class Effect>
    Result<Payout> decide(const Caller &caller, Id<Payout> id, PayoutRow wanted, Effect &&effect);

    Db &m_db;
    const Ids &m_ids;
    ledger::Service &m_ledger;
    orders::Service &m_orders;
    kyc::Service &m_kyc;
    accounts::Service &m_accounts;
    audit::Service &m_audit;
    settings::Service &m_settings;
    Store m_store;
};

} // namespace payouts
