#pragma once

#include "server/core/db.h"
#include "shared/contract/accounts.h"
#include "shared/contract/legal.h"
#include "shared/contract/people.h"
#include "shared/contract/preferences.h"

namespace accounts {

struct NewRow
{
    Id<Account> id;
    QString username;
    QString usernameKey;
    std::optional<QString> email;
    std::optional<QString> emailKey;
    std::optional<QString> phone;
    bool isPhoneVerified = false;
    Role role = Role::Buyer;
    DistributorStatus distributorStatus = DistributorStatus::None;
    bool isSuperAdmin = false;
    bool isActive = false;
    bool isVerified = false;
    QString language;
    bool isProfileComplete = false;
    std::optional<Id<Vendor>> vendorId;
    QList<Permission> permissions;
    Instant dateJoined;

    FIELDS(NewRow, FIELD(id), FIELD(username), FIELD(usernameKey), FIELD(email), FIELD(emailKey), FIELD(phone),
           FIELD(isPhoneVerified), FIELD(role), FIELD(distributorStatus), FIELD(isSuperAdmin), FIELD(isActive),
           FIELD(isVerified), FIELD(language), FIELD(isProfileComplete), FIELD(vendorId), FIELD(permissions),
           FIELD(dateJoined))
};

struct NamedAccount
{
    Id<Account> id;
    QString username;
    std::optional<QString> fullName;

    FIELDS(NamedAccount, FIELD(id), FIELD(username), FIELD(fullName))
};

struct NewStore
{
    Id<Vendor> id;
    Id<Account> accountId;
    QString storeName;
    QString storeKey;
    std::optional<QString> businessEmail;
    bool isBusinessEmailVerified = false;
    Instant createdAt;

    FIELDS(NewStore, FIELD(id), FIELD(accountId), FIELD(storeName), FIELD(storeKey), FIELD(businessEmail),
           FIELD(isBusinessEmailVerified), FIELD(createdAt))
};

// What an admin may do.
struct Powers
{
    QList<Permission> permissions;
    bool isSuperAdmin = false;
};

// Rows of people and stores that come from another system: with everything that is known of them.
struct PastAccountRow
{
    Id<Account> id;
    QString username;
    QString usernameKey;
    QString email;
    QString emailKey;
    QString phone;
    QString fullName;
    Role role = Role::Buyer;
    DistributorStatus distributorStatus = DistributorStatus::None;
    bool isActive = true;
    bool isVerified = true;
    QString language;
    bool isProfileComplete = false;
    std::optional<Id<Vendor>> vendorId;
    QList<Permission> permissions;
    Instant dateJoined;
    std::optional<Instant> lastLogin;

    FIELDS(PastAccountRow, FIELD(id), FIELD(username), FIELD(usernameKey), FIELD(email), FIELD(emailKey), FIELD(phone),
           FIELD(fullName), FIELD(role), FIELD(distributorStatus), FIELD(isActive), FIELD(isVerified), FIELD(language),
           FIELD(isProfileComplete), FIELD(vendorId), FIELD(permissions), FIELD(dateJoined), FIELD(lastLogin))
};

struct PastStoreRow
{
    Id<Vendor> id;
    Id<Account> accountId;
    QString storeName;
    QString storeKey;
    QString ownerName;
    QString businessEmail;
    bool isBusinessEmailVerified = true;
    QString businessPhone;
    std::optional<QString> description;
    std::optional<Id<StoredFile>> logoId;
    std::optional<Id<StoredFile>> bannerId;
    QString streetAddress;
    QString city;
    QString pincode;
    QString state;
    std::optional<QString> region;
    std::optional<GeoPoint> location;
    std::optional<double> latitude;
    std::optional<double> longitude;
    bool isOpen = true;
    std::optional<StoreHours> businessHours;
    std::optional<BusinessType> businessType;
    std::optional<StoreCategory> category;
    std::optional<BasisPoints> commissionRate;
    Instant createdAt;

    FIELDS(PastStoreRow, FIELD(id), FIELD(accountId), FIELD(storeName), FIELD(storeKey), FIELD(ownerName),
           FIELD(businessEmail), FIELD(isBusinessEmailVerified), FIELD(businessPhone), FIELD(description),
           FIELD(logoId), FIELD(bannerId), FIELD(streetAddress), FIELD(city), FIELD(pincode), FIELD(state),
           FIELD(region), FIELD(location), FIELD(latitude), FIELD(longitude), FIELD(isOpen), FIELD(businessHours),
           FIELD(businessType), FIELD(category), FIELD(commissionRate), FIELD(createdAt))
};

// Which people are asked for. Who is locked is known to the floor above.
struct PeopleQuestion
{
    ListPeople wish;
    std::optional<Id<Account>> before;
    QList<Id<Account>> locked;
};

// Which stores are asked for.
struct StoresQuestion
{
    std::optional<QString> q; // anywhere in name, owner, e-mail or phone
    std::optional<KycStatus> kyc;
    std::optional<StoreStatus> status;
    std::optional<QString> city;
    std::optional<Id<Vendor>> before;
    int limit = 0;
};

// What a change of role sets beside the role itself.
struct RoleRow
{
    Role role = Role::Buyer;
    DistributorStatus distributorStatus = DistributorStatus::None;
    std::optional<Id<Vendor>> newStore;
};

// What somebody has said about news; nobody has a row who has not.
struct PreferencesRow
{
    bool email = true;
    bool sms = true;
    bool push = true;
    bool whatsapp = false;
    bool inApp = true;
    Instant savedAt;

    FIELDS(PreferencesRow, FIELD(email), FIELD(sms), FIELD(push), FIELD(whatsapp), FIELD(inApp), FIELD(savedAt))
};

struct Granted
{
    QList<Permission> permissions;

    FIELDS(Granted, FIELD(permissions))
};

struct ConsentRow
{
    Id<Account> accountId;
    LegalDocument document = LegalDocument::Terms;
    QString version;
    Instant at;
    QString ip;

    FIELDS(ConsentRow, FIELD(accountId), FIELD(document), FIELD(version), FIELD(at), FIELD(ip))
};

class Store
{
public:
    // False when username or e-mail is taken.
    bool insert(Tx &tx, const NewRow &row);
    std::optional<Account> find(Tx &tx, Id<Account> id);
    QList<NamedAccount> named(Tx &tx, const QList<Id<Account>> &ids);
    std::optional<Account> findByUsername(Tx &tx, const QString &key);
    std::optional<Account> findByEmail(Tx &tx, const QString &key);
    std::optional<Account> findByVerifiedPhone(Tx &tx, const QString &phone);
    bool verifyPhone(Tx &tx, Id<Account> id, const QString &phone);
    bool takeEmail(Tx &tx, Id<Account> id, const QString &email, const QString &key);
    bool chooseUsername(Tx &tx, Id<Account> id, const QString &username, const QString &key);
    bool activate(Tx &tx, Id<Account> id);
    void noteSignIn(Tx &tx, Id<Account> id, Instant now);
    bool updateProfile(Tx &tx, Id<Account> id, const UpdateAccount &wish);
    void introduceOwner(Tx &tx, Id<Account> id, const PutVendor &store);
    // Says whether the profile is complete by now; true when this made an incomplete one complete.
    bool noteCompleteness(Tx &tx, Id<Account> id);
    QList<Permission> permissionsOf(Tx &tx, Id<Account> id);
    std::optional<PreferencesRow> preferences(Tx &tx, Id<Account> id);
    void savePreferences(Tx &tx, Id<Account> id, const PutPreferences &wish, Instant now);
    void setLanguage(Tx &tx, Id<Account> id, const QString &language);

    QList<Person> people(Tx &tx, const PeopleQuestion &question); // newest first, one more than wanted
    std::optional<Person> person(Tx &tx, Id<Account> id);
    // Each false when it is so already, or when it would leave the market without a super-admin who can act.
    bool ban(Tx &tx, Id<Account> id, const QString &reason);
    bool unban(Tx &tx, Id<Account> id);
    bool suspend(Tx &tx, Id<Account> id);
    bool resume(Tx &tx, Id<Account> id);
    bool setRole(Tx &tx, Id<Account> id, Role seen, const RoleRow &row);
    bool setPowers(Tx &tx, Id<Account> id, const Powers &powers);
    bool decideDistributor(Tx &tx, Id<Account> id, DistributorStatus status);

    // False when the store's name is taken.
    bool insertStore(Tx &tx, const NewStore &row);
    std::optional<Vendor> vendor(Tx &tx, Id<Vendor> id);
    bool isStoreNameFree(Tx &tx, const QString &name, Id<Vendor> except);
    // seen: its version, when the change was made of one.
    bool updateStore(Tx &tx, Id<Vendor> id, const PutVendor &wish, const std::optional<QString> &region);
    QList<Vendor> stores(Tx &tx, const StoresQuestion &question); // newest first
    // Each false when the store is not any more as it was seen.
    bool setStanding(Tx &tx, const Vendor &seen, StoreStatus status);
    bool setRadius(Tx &tx, const Vendor &seen, std::optional<int> radiusKm);
    bool setCommission(Tx &tx, const Vendor &seen, std::optional<BasisPoints> rate);
    void setBusinessEmail(Tx &tx, Id<Vendor> id, const QString &email);
    bool setKycStatus(Tx &tx, Id<Vendor> id, KycStatus status, const std::optional<QString> &reason);
    void noteCanSell(Tx &tx, Id<Vendor> id);

    // False when a name or the e-mail is taken, or this very row is there already.
    bool insertPast(Tx &tx, const PastAccountRow &row);
    bool insertPast(Tx &tx, const PastStoreRow &row);

    void insertAddress(Tx &tx, Id<Account> owner, const Address &address);
    bool updateAddress(Tx &tx, Id<Account> owner, const Address &address, const std::optional<qint64> &seen);
    bool removeAddress(Tx &tx, Id<Account> owner, Id<Address> id);
    std::optional<Address> address(Tx &tx, Id<Account> owner, Id<Address> id);
    std::optional<Address> defaultAddress(Tx &tx, Id<Account> owner);
    // The active one, or the default one.
    std::optional<Address> activeAddress(Tx &tx, Id<Account> owner);
    bool activateAddress(Tx &tx, Id<Account> owner, Id<Address> id);
    // Where buyers' addresses lie in a box around the place, by the spatial index.
    QList<GeoPoint> placesAround(Tx &tx, const GeoPoint &centre, double radiusKm, int limit);
    QList<Address> addresses(Tx &tx, Id<Account> owner);
    int countAddresses(Tx &tx, Id<Account> owner);
    // The old default gives way in the same transaction.
    bool setDefaultAddress(Tx &tx, Id<Account> owner, Id<Address> id);
    void promoteNewestAddress(Tx &tx, Id<Account> owner);

    void insertConsent(Tx &tx, const ConsentRow &row); // again changes nothing
    std::optional<Consent> consent(Tx &tx, Id<Account> account, LegalDocument document, const QString &version);
    QList<Consent> consents(Tx &tx, Id<Account> account); // newest first
    void eraseConsentAddresses(Tx &tx, Id<Account> account);
    void erasePreferences(Tx &tx, Id<Account> account);
    void eraseAccount(Tx &tx, Id<Account> id);
    void eraseStore(Tx &tx, Id<Vendor> id);
};

} // namespace accounts
