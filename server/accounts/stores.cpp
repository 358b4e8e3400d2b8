// The entries of Service that are about the vendor's own store.

#include "server/accounts/rules.h"
#include "server/accounts/service.h"
#include "server/core/permit.h"
#include "server/storage/service.h"

namespace accounts {

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
    PutVendor filled = wish;
    if (!filled.location)
        filled.location = m_pincodes.centreOf(wish.pincode);

    // The pincode knows its state better than what was typed.
    QString region = m_pincodes.regionOf(wish.pincode);
    if (region.isEmpty())
        region = regionOf(wish.state);

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
            return notFound(QLatin1StringView("vendor"));
        m_store.introduceOwner(tx, caller.id, wish);
        noteCompleteness(tx, caller.id);
        tx.publish(VendorChanged{id});
        return *m_store.vendor(tx, id);
    });
}

} // namespace accounts
