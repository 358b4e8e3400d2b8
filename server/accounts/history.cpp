#include "server/accounts/history.h"

#include "server/accounts/rules.h"
#include "server/accounts/service.h"
#include "server/storage/service.h"

namespace accounts {

namespace {

Result<> checkPast(const PastAccount &past)
{
    if (const auto problem = usernameProblem(past.username))
        return refusal(QStringLiteral("username"), *problem);
    if (!isEmail(past.email))
        return refusal(QStringLiteral("email"), QStringLiteral("is not an e-mail address"));
    if (past.fullName.trimmed().isEmpty())
        return refusal(QStringLiteral("full_name"), QStringLiteral("must not be blank"));
    if ((past.role == Role::Vendor) != past.store.has_value())
        return refusal(QStringLiteral("store"), QStringLiteral("belongs to vendors, and every vendor has one"));
    if (past.addresses.size() > addressesMax)
        return refusal(QStringLiteral("addresses"), QStringLiteral("are too many"));
    qsizetype defaults = 0;
    for (const Address &address : past.addresses) {
        if (!isPincode(address.pincode, address.country))
            return refusal(QStringLiteral("pincode"), QStringLiteral("is not a postal code of this country"));
        defaults += address.isDefault ? 1 : 0;
    }
    if (defaults != (past.addresses.isEmpty() ? 0 : 1))
        return refusal(QStringLiteral("addresses"), QStringLiteral("need one default"));
    return {};
}

auto isThere(const QString &name)
{
    return failure(ErrorCode::AlreadyExists, QStringLiteral("%1 is there already.").arg(name));
}

} // namespace

Result<> Service::adopt(Tx &tx, const PastAccount &past)
{
    MUST(checkPast(past));
    const bool isComplete = past.role == Role::Vendor || past.role == Role::Admin || !past.addresses.isEmpty();
    if (!m_store.insertPast(tx, {.id = past.id,
                                 .username = past.username,
                                 .usernameKey = key(past.username),
                                 .email = past.email.trimmed(),
                                 .emailKey = key(past.email),
                                 .phone = past.phone,
                                 .fullName = past.fullName,
                                 .role = past.role,
                                 .distributorStatus = past.distributorStatus,
                                 .language = past.language,
                                 .isProfileComplete = isComplete,
                                 .vendorId = past.store ? std::optional(past.store->id) : std::nullopt,
                                 .permissions = past.permissions,
                                 .dateJoined = past.joinedAt,
                                 .lastLogin = past.lastLogin}))
        return isThere(past.username);
    if (past.role != Role::Admin)
        m_store.savePreferences(tx, past.id, past.preferences, past.joinedAt);
    for (Address address : past.addresses) {
        if (!address.location)
            address.location = m_pincodes.centreOf(address.pincode);
        m_store.insertAddress(tx, past.id, address);
        if (address.isDefault)
            m_store.setDefaultAddress(tx, past.id, address.id);
    }
    return past.store ? adoptStore(tx, past, *past.store) : Result<>{};
}

Result<> Service::adoptStore(Tx &tx, const PastAccount &past, const PastStore &store)
{
    const PutVendor &profile = store.profile;
    for (const auto &[file, purpose] :
         {std::pair(profile.logoId, FilePurpose::StoreLogo), std::pair(profile.bannerId, FilePurpose::StoreBanner)}) {
        const auto stored = file ? m_storage.describe(tx, *file) : std::nullopt;
        if (file && (!stored || stored->purpose != purpose))
            return notFound(QLatin1StringView("file"));
    }
    const std::optional<GeoPoint> place = profile.location ? profile.location : m_pincodes.centreOf(profile.pincode);
    QString region = m_pincodes.regionOf(profile.pincode);
    if (region.isEmpty())
        region = accounts::regionOf(profile.state);
    if (!m_store.insertPast(tx, {.id = store.id,
                                 .accountId = past.id,
                                 .storeName = profile.storeName,
                                 .storeKey = key(profile.storeName),
                                 .ownerName = profile.ownerName,
                                 .businessEmail = past.email.trimmed(),
                                 .businessPhone = profile.businessPhone,
                                 .description = profile.description,
                                 .logoId = profile.logoId,
                                 .bannerId = profile.bannerId,
                                 .streetAddress = profile.streetAddress,
                                 .city = profile.city,
                                 .pincode = profile.pincode,
                                 .state = profile.state,
                                 .region = region.isEmpty() ? std::nullopt : std::optional(region),
                                 .location = place,
                                 .latitude = place ? std::optional(place->latitude) : std::nullopt,
                                 .longitude = place ? std::optional(place->longitude) : std::nullopt,
                                 .isOpen = profile.isOpen.value_or(true),
                                 .businessHours = profile.businessHours,
                                 .businessType = profile.businessType,
                                 .category = profile.category,
                                 .commissionRate = store.commissionRate,
                                 .createdAt = store.openedAt}))
        return isThere(profile.storeName);
    return {};
}

} // namespace accounts
