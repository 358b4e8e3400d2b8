#pragma once

// People and stores: accounts, addresses and the vendor's own profile.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"
#include "shared/contract/storehours.h"

struct StoredFile;
struct Vendor;

NAMED_ENUM(DistributorStatus, None, Pending, Approved, Rejected)
NAMED_ENUM(AddressType, Home, Office, Other)
NAMED_ENUM(KycStatus, None, Pending, Approved, Rejected)
NAMED_ENUM(StoreStatus, Active, Inactive, Suspended)
NAMED_ENUM(BusinessType, Individual, Proprietorship, Partnership, Company, Cooperative)
NAMED_ENUM(StoreCategory, ScrapDealer, Aggregator, Recycler, Trader, Manufacturer)

// What older clients call a kind of address (C57).
inline std::optional<AddressType> formerName(AddressType, QStringView text)
{
    return text == u"work" ? std::optional(AddressType::Office) : std::nullopt;
}

// Latitude and longitude in degrees (WGS 84), the only real numbers of the contract.
struct GeoPoint
{
    double latitude = 0;
    double longitude = 0;

    FIELDS(GeoPoint, FIELD(latitude, .min = -90, .max = 90), FIELD(longitude, .min = -180, .max = 180))
};

struct Account
{
    Id<Account> id;
    QString username;
    std::optional<QString> email;
    std::optional<QString> phone;
    std::optional<QString> fullName;
    std::optional<Id<StoredFile>> photoId;
    Role role = Role::Buyer;
    DistributorStatus distributorStatus = DistributorStatus::None;
    bool isSuperAdmin = false;
    bool isActive = false;
    bool isVerified = false;
    bool isPhoneVerified = false;
    bool isBanned = false;
    std::optional<QString> banReason;
    QString language;
    bool isProfileComplete = false;
    std::optional<Id<Vendor>> vendorId;
    Instant dateJoined;
    std::optional<Instant> lastLogin;

    FIELDS(Account, FIELD(id), FIELD(username, .label = QT_TRANSLATE_NOOP("fields", "Username")),
           FIELD(email, .label = QT_TRANSLATE_NOOP("fields", "E-mail")),
           FIELD(phone, .label = QT_TRANSLATE_NOOP("fields", "Phone")),
           FIELD(fullName, .label = QT_TRANSLATE_NOOP("fields", "Full name")), FIELD(photoId),
           FIELD(role, .label = QT_TRANSLATE_NOOP("fields", "Role")), FIELD(distributorStatus), FIELD(isSuperAdmin),
           FIELD(isActive), FIELD(isVerified), FIELD(isPhoneVerified), FIELD(isBanned), FIELD(banReason),
           FIELD(language, .label = QT_TRANSLATE_NOOP("fields", "Language")), FIELD(isProfileComplete), FIELD(vendorId),
           FIELD(dateJoined, .label = QT_TRANSLATE_NOOP("fields", "Joined")),
           FIELD(lastLogin, .label = QT_TRANSLATE_NOOP("fields", "Last sign-in")))
};

struct UpdateAccount
{
    QString fullName;
    QString phone; // E.164 with the country code (ACC-02)
    std::optional<QString> language;
    std::optional<Id<StoredFile>> photoId;

    FIELDS(UpdateAccount,
           FIELD(fullName, .label = QT_TRANSLATE_NOOP("fields", "Full name"), .lengthMin = 1, .lengthMax = 255),
           FIELD(phone, .label = QT_TRANSLATE_NOOP("fields", "Phone"), .lengthMin = 8, .lengthMax = 20,
                 .pattern = "\\+[1-9][0-9]{6,14}"),
           FIELD(language, .lengthMin = 2, .lengthMax = 5, .pattern = "[a-z]{2}(-[A-Z]{2})?"), FIELD(photoId))
};

struct Address
{
    Id<Address> id;
    AddressType addressType = AddressType::Home;
    QString recipientName;
    QString recipientPhone;
    std::optional<QString> flatNumber;
    QString streetAddress;
    std::optional<QString> landmark;
    QString city;
    QString pincode;
    QString state;
    QString country;
    std::optional<GeoPoint> location;
    bool isDefault = false;
    bool isActive = false; // what the buyer looks around now, when it is not the default one (ADR-09)
    Instant createdAt;
    Instant updatedAt;
    qint64 version = 1;

    FIELDS(Address, FIELD(id), FIELD(addressType), FIELD(recipientName), FIELD(recipientPhone), FIELD(flatNumber),
           FIELD(streetAddress), FIELD(landmark), FIELD(city), FIELD(pincode), FIELD(state), FIELD(country),
           FIELD(location), FIELD(isDefault), FIELD(isActive, .standard = true), FIELD(createdAt, .standard = true),
           FIELD(updatedAt, .standard = true), FIELD(version, .standard = true))
};

// Without a location the pincode's centre is used (ADR-07).
struct PutAddress
{
    AddressType addressType = AddressType::Home;
    QString recipientName;
    QString recipientPhone;
    std::optional<QString> flatNumber;
    QString streetAddress;
    std::optional<QString> landmark;
    QString city;
    QString pincode;
    QString state;
    QString country = QStringLiteral("India");
    std::optional<GeoPoint> location;
    std::optional<bool> isDefault;
    std::optional<qint64> version; // that was seen; another one is refused (API-13)

    FIELDS(PutAddress, FIELD(addressType, .standard = true), FIELD(recipientName, .lengthMin = 1, .lengthMax = 255),
           FIELD(recipientPhone, .lengthMin = 8, .lengthMax = 20, .pattern = "\\+[1-9][0-9]{6,14}"),
           FIELD(flatNumber, .lengthMax = 100), FIELD(streetAddress, .lengthMin = 1, .lengthMax = 500),
           FIELD(landmark, .lengthMax = 255), FIELD(city, .lengthMin = 1, .lengthMax = 100),
           FIELD(pincode, .lengthMin = 4, .lengthMax = 10), FIELD(state, .lengthMin = 1, .lengthMax = 100),
           FIELD(country, .lengthMin = 2, .lengthMax = 100, .standard = true), FIELD(location), FIELD(isDefault),
           FIELD(version, .min = 1))
};

struct Vendor
{
    Id<Vendor> id;
    Id<Account> accountId;
    QString storeName;
    std::optional<QString> ownerName;
    std::optional<QString> businessEmail;
    std::optional<QString> businessPhone;
    std::optional<QString> description;
    std::optional<Id<StoredFile>> logoId;
    std::optional<Id<StoredFile>> bannerId;
    std::optional<QString> streetAddress;
    std::optional<QString> city;
    std::optional<QString> pincode;
    std::optional<QString> state;
    std::optional<QString> region; // ISO 3166-2, "IN-MH"
    std::optional<GeoPoint> location;
    bool isOpen = true; // the vendor's own switch; whether the store is open now hangs on its hours too
    std::optional<StoreHours> businessHours;
    std::optional<BusinessType> businessType;
    std::optional<StoreCategory> category;
    bool isBusinessEmailVerified = false;
    KycStatus kycStatus = KycStatus::None;
    std::optional<QString> kycReason;
    StoreStatus status = StoreStatus::Active;
    std::optional<int> radiusKm;
    std::optional<BasisPoints> commissionRate;
    bool canSell = false;
    Instant createdAt;
    qint64 version = 1; // of what the vendor says of the store

    FIELDS(Vendor, FIELD(id), FIELD(accountId), FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Store")),
           FIELD(ownerName, .label = QT_TRANSLATE_NOOP("fields", "Owner")),
           FIELD(businessEmail, .label = QT_TRANSLATE_NOOP("fields", "Business e-mail")),
           FIELD(businessPhone, .label = QT_TRANSLATE_NOOP("fields", "Business phone")), FIELD(description),
           FIELD(logoId), FIELD(bannerId), FIELD(streetAddress),
           FIELD(city, .label = QT_TRANSLATE_NOOP("fields", "City")), FIELD(pincode), FIELD(state), FIELD(region),
           FIELD(location), FIELD(isOpen), FIELD(businessHours, .label = QT_TRANSLATE_NOOP("fields", "Opening hours")),
           FIELD(businessType, .label = QT_TRANSLATE_NOOP("fields", "Kind of business")),
           FIELD(category, .label = QT_TRANSLATE_NOOP("fields", "Trade")), FIELD(isBusinessEmailVerified),
           FIELD(kycStatus, .label = QT_TRANSLATE_NOOP("fields", "KYC")), FIELD(kycReason),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(radiusKm, .label = QT_TRANSLATE_NOOP("fields", "Radius")),
           FIELD(commissionRate, .label = QT_TRANSLATE_NOOP("fields", "Commission")), FIELD(canSell), FIELD(createdAt),
           FIELD(version, .standard = true))
};

struct PutVendor
{
    QString storeName;
    QString ownerName;
    QString businessPhone;
    std::optional<QString> description;
    std::optional<Id<StoredFile>> logoId;
    std::optional<Id<StoredFile>> bannerId;
    QString streetAddress;
    QString city;
    QString pincode;
    QString state;
    std::optional<GeoPoint> location; // the pincode's centre when absent
    std::optional<bool> isOpen;
    std::optional<StoreHours> businessHours; // what is left out stays as it is
    std::optional<BusinessType> businessType;
    std::optional<StoreCategory> category;
    std::optional<qint64> version; // that was seen

    FIELDS(PutVendor,
           FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Store name"), .lengthMin = 2, .lengthMax = 255),
           FIELD(ownerName, .label = QT_TRANSLATE_NOOP("fields", "Owner's name"), .lengthMin = 1, .lengthMax = 255),
           FIELD(businessPhone, .label = QT_TRANSLATE_NOOP("fields", "Business phone"), .lengthMin = 8, .lengthMax = 20,
                 .pattern = "\\+[1-9][0-9]{6,14}"),
           FIELD(description, .label = QT_TRANSLATE_NOOP("fields", "Description"), .lengthMax = 2000), FIELD(logoId),
           FIELD(bannerId),
           FIELD(streetAddress, .label = QT_TRANSLATE_NOOP("fields", "Street address"), .lengthMin = 1,
                 .lengthMax = 500),
           FIELD(city, .label = QT_TRANSLATE_NOOP("fields", "City"), .lengthMin = 1, .lengthMax = 100),
           FIELD(pincode, .label = QT_TRANSLATE_NOOP("fields", "Pincode"), .lengthMin = 6, .lengthMax = 6,
                 .pattern = "[1-9][0-9]{5}"),
           FIELD(state, .label = QT_TRANSLATE_NOOP("fields", "State"), .lengthMin = 1, .lengthMax = 100),
           FIELD(location), FIELD(isOpen), FIELD(businessHours),
           FIELD(businessType, .label = QT_TRANSLATE_NOOP("fields", "Kind of business")),
           FIELD(category, .label = QT_TRANSLATE_NOOP("fields", "Trade")), FIELD(version, .min = 1))
};

// Events.

struct AccountOpened
{
    static constexpr auto topic = "accounts.opened";

    Id<Account> accountId;
    Role role = Role::Buyer;

    FIELDS(AccountOpened, FIELD(accountId), FIELD(role))
};

// Name, phone, preferences and, for buyers, an address are there: sessions are no longer limited (AUTH-13).
struct ProfileCompleted
{
    static constexpr auto topic = "accounts.profile_completed";

    Id<Account> accountId;

    FIELDS(ProfileCompleted, FIELD(accountId))
};

// What buyers see of a store, where it is or whether it may sell is not what it was.
struct VendorChanged
{
    static constexpr auto topic = "accounts.vendor_changed";

    Id<Vendor> vendorId;

    FIELDS(VendorChanged, FIELD(vendorId))
};

namespace api {

inline constexpr Endpoint<Nothing, Account> readMe{.method = Method::Get,
                                                   .path = "/api/v1/users/me",
                                                   .access = Access::Onboarding,
                                                   .owner = Owner::Nobodys,
                                                   .rate = Rate::Account,
                                                   .summary = "The signed-in account",
                                                   .aliases = "/api/v1/users/profile /api/v1/customer/auth/profile"};

inline constexpr Endpoint<UpdateAccount, Account> updateMe{.method = Method::Put,
                                                           .path = "/api/v1/users/me",
                                                           .access = Access::Onboarding,
                                                           .owner = Owner::Nobodys,
                                                           .rate = Rate::Account,
                                                           .summary = "Change the own name, phone, language and photo",
                                                           .aliases =
                                                               "/api/v1/users/profile /api/v1/customer/auth/profile"};

inline constexpr Endpoint<Nothing, QList<Address>> listAddresses{.method = Method::Get,
                                                                 .path = "/api/v1/users/me/addresses",
                                                                 .access = Access::Onboarding,
                                                                 .owner = Owner::Nobodys,
                                                                 .rate = Rate::Account,
                                                                 .summary = "The own addresses, the default one first",
                                                                 .aliases = "/api/v1/users/addresses",
                                                                 .most = 50};

inline constexpr Endpoint<PutAddress, Address> addAddress{.method = Method::Post,
                                                          .path = "/api/v1/users/me/addresses",
                                                          .access = Access::Onboarding,
                                                          .owner = Owner::Nobodys,
                                                          .rate = Rate::Account,
                                                          .summary =
                                                              "Add an address; the first one becomes the default",
                                                          .status = 201,
                                                          .aliases = "/api/v1/users/addresses"};

inline constexpr Endpoint<PutAddress, Address, Id<Address>> updateAddress{.method = Method::Put,
                                                                          .path = "/api/v1/users/me/addresses/{id}",
                                                                          .access = Access::Onboarding,
                                                                          .owner = Owner::Callers,
                                                                          .rate = Rate::Account,
                                                                          .summary = "Change an own address",
                                                                          .aliases = "/api/v1/users/addresses/{id}"};

inline constexpr Endpoint<Nothing, Nothing, Id<Address>> removeAddress{
    .method = Method::Delete,
    .path = "/api/v1/users/me/addresses/{id}",
    .access = Access::Onboarding,
    .owner = Owner::Callers,
    .rate = Rate::Account,
    .summary = "Remove an own address; the most recent one becomes the default",
    .aliases = "/api/v1/users/addresses/{id}"};

inline constexpr Endpoint<Nothing, Address, Id<Address>> setDefaultAddress{
    .method = Method::Post,
    .path = "/api/v1/users/me/addresses/{id}/default",
    .access = Access::Onboarding,
    .owner = Owner::Callers,
    .rate = Rate::Account,
    .summary = "Make an own address the default one",
    .aliases = "/api/v1/users/set-default-address/{id}"};

inline constexpr Endpoint<Nothing, Address, Id<Address>> activateAddress{
    .method = Method::Post,
    .path = "/api/v1/users/me/addresses/{id}/activate",
    .access = Access::Onboarding,
    .owner = Owner::Callers,
    .rate = Rate::Account,
    .summary = "Look around an own address until another one is chosen; the default one is looked around otherwise"};

inline constexpr Endpoint<Nothing, Vendor> readVendorProfile{.method = Method::Get,
                                                             .path = "/api/v1/vendor/profile",
                                                             .access = Access::Onboarding,
                                                             .owner = Owner::Nobodys,
                                                             .rate = Rate::Account,
                                                             .summary = "The own store (vendors)"};

inline constexpr Endpoint<PutVendor, Vendor> updateVendorProfile{.method = Method::Put,
                                                                 .path = "/api/v1/vendor/profile",
                                                                 .access = Access::Onboarding,
                                                                 .owner = Owner::Nobodys,
                                                                 .rate = Rate::Account,
                                                                 .summary = "Change the own store (vendors)"};

inline constexpr auto accounts =
    std::tuple{readMe,        updateMe,          listAddresses,   addAddress,        updateAddress,
               removeAddress, setDefaultAddress, activateAddress, readVendorProfile, updateVendorProfile};

} // namespace api
