#pragma once

// What admins do to stores, and what a store is told about its commission and its business e-mail.

#include "server/core/db.h"
#include "server/vendors/store.h"
#include "shared/contract/vendors.h"

#include <functional>

class Clock;
class Secrets;

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace catalog {
class Service;
}
namespace orders {
class Service;
}
namespace settings {
class Service;
}

namespace vendors {

class Service
{
public:
    Service(Db &db, const Clock &clock, accounts::Service &accounts, catalog::Service &catalog, orders::Service &orders,
            settings::Service &settings, audit::Service &audit, const Secrets &secrets);

    Result<Page<Vendor>> listVendors(const Caller &caller, const ListVendors &wish);
    Result<VendorDetail> readVendor(const Caller &caller, Id<Vendor> id);
    Result<VendorDetail> suspend(const Caller &caller, Id<Vendor> id, const VendorReason &wish);
    Result<VendorDetail> activate(const Caller &caller, Id<Vendor> id, const VendorReason &wish);
    Result<VendorDetail> deactivate(const Caller &caller, Id<Vendor> id, const VendorReason &wish);
    Result<VendorDetail> setRadius(const Caller &caller, Id<Vendor> id, const SetRadius &wish);
    Result<VendorDetail> setCommission(const Caller &caller, Id<Vendor> id, const SetCommission &wish);

    Result<CommissionTerms> readCommission(const Caller &caller);
    Result<> setBusinessEmail(const Caller &caller, const SetBusinessEmail &wish);
    Result<Vendor> confirmBusinessEmail(const Caller &caller, const ConfirmBusinessEmail &wish);

    // The business e-mail that was still to be shown to work.
    void eraseOf(Tx &tx, Id<Vendor> vendor);

private:
    struct Change;
    struct Deed;

    Result<VendorDetail> act(const Caller &caller, Id<Vendor> id, const Deed &deed);
    Result<VendorDetail> stand(const Caller &caller, Id<Vendor> id, VendorAct act, StoreStatus status,
                               const VendorReason &wish);
    VendorDetail described(Tx &tx, const Vendor &vendor);
    void tellBuyers(Tx &tx, const Vendor &vendor);
    bool isCode(const CodeRow &row, const QString &code) const;

    Db &m_db;
    const Clock &m_clock;
    accounts::Service &m_accounts;
    catalog::Service &m_catalog;
    orders::Service &m_orders;
    settings::Service &m_settings;
    audit::Service &m_audit;
    const QList<QByteArray> m_codeKeys; // the current one first
    Store m_store;
};

} // namespace vendors
