#include "server/vendors/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/catalog/service.h"
#include "server/core/clock.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/core/secrets.h"
#include "server/orders/service.h"
#include "server/settings/service.h"

namespace vendors {

// What stands in the audit log and in the letter to the vendor.
struct Service::Change
{
    std::optional<QString> before;
    std::optional<QString> after;
};

// One act, the same way for all: what changes and why.
struct Service::Deed
{
    VendorAct act = VendorAct::Suspended;
    QString reason;
    std::function<Result<Change>(Tx &, const Vendor &)> change;
};

namespace {

const QLatin1StringView vendorWord("vendor");

QString nameOf(StoreStatus status)
{
    return QString(names::text(status));
}

std::optional<QString> textOf(const std::optional<int> &km)
{
    return km ? std::optional(QString::number(*km)) : std::nullopt;
}

std::optional<QString> textOf(const std::optional<BasisPoints> &rate)
{
    return rate ? std::optional(rate->text()) : std::nullopt;
}

} // namespace

Service::Service(Db &db, const Clock &clock, accounts::Service &accounts, catalog::Service &catalog,
                 orders::Service &orders, settings::Service &settings, audit::Service &audit, const Secrets &secrets)
    : m_db(db)
    , m_clock(clock)
    , m_accounts(accounts)
    , m_catalog(catalog)
    , m_orders(orders)
    , m_settings(settings)
    , m_audit(audit)
    , m_codeKeys(secrets.keys("vendors.business_email"))
{}

Result<Page<Vendor>> Service::listVendors(const Caller &caller, const ListVendors &wish)
{
    MUST(permit(caller, Permission::ManageVendors));
    LET(before, cursor::idOf<Vendor>(wish.cursor));
    return cursor::pageById(m_db.read([&](Tx &tx) {
        return m_accounts.stores(tx, {.q = wish.q,
                                      .kyc = wish.kyc,
                                      .status = wish.status,
                                      .city = wish.city,
                                      .before = before,
                                      .limit = wish.limit + 1});
    }),
                            wish.limit);
}

Result<VendorDetail> Service::readVendor(const Caller &caller, Id<Vendor> id)
{
    MUST(permit(caller, Permission::ManageVendors));
    return m_db.read([&](Tx &tx) -> Result<VendorDetail> {
        const auto vendor = m_accounts.vendor(tx, id);
        if (!vendor)
            return notFound(vendorWord);
        return described(tx, *vendor);
    });
}

VendorDetail Service::described(Tx &tx, const Vendor &vendor)
{
    const int platformKm = int(m_settings.whole(settings::Key::DiscoveryRadiusKm));
    const int radiusKm = std::min(platformKm, vendor.radiusKm.value_or(platformKm));
    const orders::StoreFigures trade = m_orders.figuresOf(tx, vendor.id);
    const catalog::Commission commission = m_catalog.generalRatesOf(tx, vendor).general();
    return {.vendor = vendor,
            .isOpenNow = vendor.isOpen && storehours::isOpenAt(vendor.businessHours, m_clock.now()),
            .effectiveRadiusKm = radiusKm,
            .commissionLevel = commission.level,
            .effectiveCommission = commission.rate,
            .figures = {.productsOnOffer = m_catalog.countOnOffer(tx, vendor.id),
                        .openOrders = trade.open,
                        .completedOrders = trade.completed,
                        .cancelledOrders = trade.cancelled,
                        .settledSales = trade.settledSales,
                        .commission = trade.commission,
                        .inEscrow = trade.held,
                        .addressesInReach =
                            vendor.location ? m_accounts.addressesAround(tx, *vendor.location, radiusKm) : 0}};
}

Result<VendorDetail> Service::act(const Caller &caller, Id<Vendor> id, const Deed &deed)
{
    MUST(permit(caller, Permission::ManageVendors));
    return m_db.write(caller, [&](Tx &tx) -> Result<VendorDetail> {
        const auto seen = m_accounts.vendor(tx, id);
        if (!seen)
            return notFound(vendorWord);
        LET(change, deed.change(tx, *seen));
        const std::string action = "vendors." + names::text(deed.act).toString().toStdString();
        QJsonObject details{{QStringLiteral("reason"), deed.reason}};
        if (change.before)
            details.insert(QStringLiteral("old"), *change.before);
        if (change.after)
            details.insert(QStringLiteral("new"), *change.after);
        m_audit.record(tx, caller, action, "vendor", id.text(), audit::details(details));
        tx.publish(
            VendorModerated{id, seen->accountId, seen->storeName, deed.act, change.before, change.after, deed.reason});
        return described(tx, *m_accounts.vendor(tx, id));
    });
}

Result<VendorDetail> Service::stand(const Caller &caller, Id<Vendor> id, VendorAct act, StoreStatus status,
                                    const VendorReason &wish)
{
    return this->act(caller, id,
                     {.act = act, .reason = wish.reason, .change = [&](Tx &tx, const Vendor &seen) -> Result<Change> {
                          MUST(m_accounts.setStanding(tx, seen, status));
                          if (status == StoreStatus::Suspended)
                              tellBuyers(tx, seen);
                          return Change{nameOf(seen.status), nameOf(status)};
                      }});
}

// Their orders go on; they are told in portions, and a store with more open buyers than that is told to the first ones.
void Service::tellBuyers(Tx &tx, const Vendor &vendor)
{
    constexpr int portionsMax = 100;
    std::optional<Id<Account>> after;
    for (int portion = 0; portion < portionsMax; ++portion) {
        const QList<Id<Account>> buyers = m_orders.openBuyersOf(tx, vendor.id, after, buyersPerEvent);
        if (buyers.isEmpty())
            return;
        tx.publish(BuyersOfSuspended{vendor.storeName, buyers});
        after = buyers.constLast();
    }
}

Result<VendorDetail> Service::suspend(const Caller &caller, Id<Vendor> id, const VendorReason &wish)
{
    return stand(caller, id, VendorAct::Suspended, StoreStatus::Suspended, wish);
}

Result<VendorDetail> Service::activate(const Caller &caller, Id<Vendor> id, const VendorReason &wish)
{
    return stand(caller, id, VendorAct::Activated, StoreStatus::Active, wish);
}

Result<VendorDetail> Service::deactivate(const Caller &caller, Id<Vendor> id, const VendorReason &wish)
{
    return stand(caller, id, VendorAct::Deactivated, StoreStatus::Inactive, wish);
}

Result<VendorDetail> Service::setRadius(const Caller &caller, Id<Vendor> id, const SetRadius &wish)
{
    return act(caller, id,
               {.act = VendorAct::RadiusChanged,
                .reason = wish.reason,
                .change = [&](Tx &tx, const Vendor &seen) -> Result<Change> {
                    MUST(m_accounts.setRadius(tx, seen, wish.radiusKm));
                    return Change{textOf(seen.radiusKm), textOf(wish.radiusKm)};
                }});
}

Result<VendorDetail> Service::setCommission(const Caller &caller, Id<Vendor> id, const SetCommission &wish)
{
    return act(caller, id,
               {.act = VendorAct::CommissionChanged,
                .reason = wish.reason,
                .change = [&](Tx &tx, const Vendor &seen) -> Result<Change> {
                    MUST(m_accounts.setCommission(tx, seen, wish.rate));
                    return Change{textOf(seen.commissionRate), textOf(wish.rate)};
                }});
}

Result<CommissionTerms> Service::readCommission(const Caller &caller)
{
    LET(id, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<CommissionTerms> {
        const auto vendor = m_accounts.vendor(tx, id);
        if (!vendor)
            return notFound(vendorWord);
        const catalog::GeneralRates rates = m_catalog.generalRatesOf(tx, *vendor);
        CommissionTerms out{.level = CommissionLevel::Global, .vendorRate = rates.vendor, .globalRate = rates.global};
        for (const auto &each : rates.categories)
            out.categories += CategoryCommission{each.category.id, each.category.name, each.rate};
        if (out.vendorRate)
            out.level = CommissionLevel::Vendor;
        else if (!out.categories.isEmpty())
            out.level = CommissionLevel::Category;
        return out;
    });
}

} // namespace vendors
