// What Service does with stores: their own entries and the building blocks of what admins do to them.

#include "server/accounts/rules.h"
#include "server/accounts/service.h"
#include "server/core/permit.h"
#include "server/storage/service.h"
#include "shared/base/check.h"

namespace accounts {

namespace {

auto unchanged()
{
    return failure(ErrorCode::Conflict, QStringLiteral("It is so already, or the store has changed meanwhile."));
}

} // namespace

Result<Vendor> Service::readVendorProfile(const Caller &caller)
{
    LET(id, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<Vendor> {
        if (auto vendor = m_store.vendor(tx, id))
            return *vendor;
        return notFound(QLatin1StringView("vendor"));
    });
}

Result<Vendor> Service::updateVendorProfile(const Caller &caller, const PutVendor &wish)
{
    LET(id, storeOf(caller));
    return furnish(caller, id, wish);
}

Result<Vendor> Service::updateStore(const Caller &caller, Id<Vendor> id, const PutVendor &wish)
{
    LET(own, storeOf(caller));
    if (own != id)
        return notFound(QLatin1StringView("store"));
    return furnish(caller, own, wish);
}

Result<Vendor> Service::furnish(const Caller &caller, Id<Vendor> id, const PutVendor &wish)
{
    if (const auto problem = fields::lineProblemOf(wish.storeName))
        return refusal(QStringLiteral("store_name"), *problem);
    if (const auto problem = wish.businessHours ? storehours::problemOf(*wish.businessHours) : std::nullopt)
        return refusal(QStringLiteral("business_hours"), *problem);
    PutVendor filled = wish;
    if (!filled.location)
        filled.location = m_pincodes.centreOf(wish.pincode);

    // The pincode knows its state better than what was typed.
    QString region = m_pincodes.regionOf(wish.pincode);
    if (region.isEmpty())
        region = accounts::regionOf(wish.state);

    return m_db.write(caller, [&](Tx &tx) -> Result<Vendor> {
        if (wish.logoId)
            MUST(m_storage.claim(tx, *wish.logoId, caller.id, FilePurpose::StoreLogo));
        if (wish.bannerId)
            MUST(m_storage.claim(tx, *wish.bannerId, caller.id, FilePurpose::StoreBanner));
        // Asked first for a clear answer; the unique key decides when two stores choose a name at the same time.
        if (!m_store.isStoreNameFree(tx, wish.storeName, id))
            return failure(ErrorCode::AlreadyExists, QStringLiteral("Another store has this name."),
                           {{QStringLiteral("store_name"), QStringLiteral("is taken")}});
        if (!m_store.updateStore(tx, id, filled, region.isEmpty() ? std::nullopt : std::optional(region)))
            return failure(ErrorCode::Conflict, QStringLiteral("The store has changed meanwhile."));
        m_store.introduceOwner(tx, caller.id, wish);
        noteCompleteness(tx, caller.id);
        tx.publish(VendorChanged{id});
        return *m_store.vendor(tx, id);
    });
}

QList<Vendor> Service::stores(Tx &tx, const StoresQuestion &question)
{
    return m_store.stores(tx, question);
}

Result<> Service::setStanding(Tx &tx, const Vendor &seen, StoreStatus status)
{
    if (seen.status == status || !m_store.setStanding(tx, seen, status))
        return unchanged();
    m_store.noteCanSell(tx, seen.id);
    tx.publish(VendorChanged{seen.id});
    return {};
}

Result<> Service::setRadius(Tx &tx, const Vendor &seen, std::optional<int> radiusKm)
{
    if (seen.radiusKm == radiusKm || !m_store.setRadius(tx, seen, radiusKm))
        return unchanged();
    tx.publish(VendorChanged{seen.id});
    return {};
}

Result<> Service::setCommission(Tx &tx, const Vendor &seen, std::optional<BasisPoints> rate)
{
    if (seen.commissionRate == rate || !m_store.setCommission(tx, seen, rate))
        return unchanged();
    return {};
}

bool Service::isAddress(const QString &email) const
{
    return isEmail(email);
}

void Service::setBusinessEmail(Tx &tx, Id<Vendor> id, const QString &email)
{
    m_store.setBusinessEmail(tx, id, email);
}

} // namespace accounts
