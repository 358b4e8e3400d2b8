#pragma once

// People and stores. Who somebody is lives here; how they prove it lives in auth.

#include "server/accounts/history.h"
#include "server/accounts/legaltexts.h"
#include "server/accounts/pincodes.h"
#include "server/accounts/store.h"
#include "server/core/db.h"
#include "server/core/personal.h"
#include "shared/base/cities.h"
#include "shared/contract/accounts.h"
#include "shared/contract/geo.h"
#include "shared/contract/preferences.h"

#include <QHash>

class Ids;

namespace storage {
class Service;
}

namespace accounts {

// Who acts for the market, as buyers and vendors are told. What an admin signs in with is nobody else's.
inline QString marketName()
{
    return QStringLiteral("Kabaadwala");
}

struct NewAccount
{
    QString username;
    QString email;
    Role role = Role::Buyer;
    DistributorStatus distributorStatus = DistributorStatus::None;
    QString language = QStringLiteral("en");
    bool isActive = false;
    bool isVerified = false;
    bool isSuperAdmin = false;
    QList<Permission> permissions = {};
    std::optional<QString> verifiedPhone = {}; // whoever shows one has no e-mail address yet (C73)
};

// Who agrees, and from where.
struct Consenting
{
    Id<Account> account;
    QString ip;
};

class Service
{
public:
    // What people agree to lies in that folder.
    Service(Db &db, const Ids &ids, storage::Service &storage, const QString &legal = QStringLiteral(":/legal"))
        : m_db(db)
        , m_ids(ids)
        , m_storage(storage)
        , m_legalTexts(legal)
    {}

    // Building blocks for the floors above.

    // A vendor gets its store at once, named like the account until the vendor names it.
    Result<Account> create(Tx &tx, const NewAccount &wish);
    std::optional<Account> find(Tx &tx, Id<Account> id);
    // Who they are, for the audit log; an account that is not there is left out.
    QHash<Id<Account>, QString> namesOf(Tx &tx, const QList<Id<Account>> &ids);
    std::optional<Account> findByIdentifier(Tx &tx, const QString &usernameOrEmail);
    std::optional<Account> findByEmail(Tx &tx, const QString &email);
    bool isUsernameFree(Tx &tx, const QString &username);
    // False when the account has another phone by now, or another account has verified this one.
    bool verifyPhone(Tx &tx, Id<Account> id, const QString &phone);
    // The address whose owner has shown that mails arrive there; false when another account has it.
    bool takeEmail(Tx &tx, Id<Account> id, const QString &email);
    // Instead of a name that was made up, until the account's first address counts.
    Result<> chooseUsername(Tx &tx, const Account &seen, const QString &username);
    Result<> activate(Tx &tx, Id<Account> id);
    void noteSignIn(Tx &tx, Id<Account> id);
    QList<Permission> permissionsOf(Tx &tx, Id<Account> id);
    // What somebody wants to hear of on which channel; the usual ones before anything was chosen.
    PutPreferences channelsOf(Tx &tx, Id<Account> id);
    std::optional<Vendor> vendor(Tx &tx, Id<Vendor> id);
    Result<Address> addressOf(Tx &tx, Id<Account> owner, Id<Address> id);
    std::optional<Address> defaultAddressOf(Tx &tx, Id<Account> owner);
    // What a buyer looks around: the active address, or the default one (ADR-09).
    std::optional<Address> activeAddressOf(Tx &tx, Id<Account> owner);
    // How many addresses of buyers lie within the radius, counted up to a limit.
    int addressesAround(Tx &tx, const GeoPoint &centre, double radiusKm);
    Result<> setKycStatus(Tx &tx, Id<Vendor> id, KycStatus status, const std::optional<QString> &reason);
    // The same without news of it, for histories that are taken in.
    Result<> noteKycStatus(Tx &tx, Id<Vendor> id, KycStatus status, const std::optional<QString> &reason);
    // The centre of an Indian pincode's area, from the table that ships with the server (ADR-07).
    std::optional<GeoPoint> centreOf(const QString &pincode) const { return m_pincodes.centreOf(pincode); }

    // What admins do to people, for the floor above that says who may and ends their sessions. Each refuses with
    // Conflict what is so already, and what would leave no super-admin; a store sells again or no more with it.
    QList<Person> people(Tx &tx, const PeopleQuestion &question);
    std::optional<Person> person(Tx &tx, Id<Account> id);
    Result<> ban(Tx &tx, const Account &seen, const QString &reason);
    Result<> unban(Tx &tx, const Account &seen);
    Result<> suspend(Tx &tx, const Account &seen);
    Result<> resume(Tx &tx, const Account &seen);
    Result<> setRole(Tx &tx, const Account &seen, Role role);
    Result<> setPowers(Tx &tx, const Account &seen, const Powers &powers);
    Result<> decideDistributor(Tx &tx, const Account &seen, DistributorStatus status);

    // What admins do to stores. Each refuses with Conflict what is so already, and what has changed meanwhile.
    QList<Vendor> stores(Tx &tx, const StoresQuestion &question);
    Result<> setStanding(Tx &tx, const Vendor &seen, StoreStatus status);
    Result<> setRadius(Tx &tx, const Vendor &seen, std::optional<int> radiusKm);
    Result<> setCommission(Tx &tx, const Vendor &seen, std::optional<BasisPoints> rate);
    // Whether this can be the address of a mail.
    bool isAddress(const QString &email) const;
    // An address whose owner has shown that mails arrive there.
    void setBusinessEmail(Tx &tx, Id<Vendor> id, const QString &email);

    // Takes in an account from another system, with its addresses and its store (history.h).
    Result<> adopt(Tx &tx, const PastAccount &past);

    // What was said to be accepted is what holds now; nothing said is no mistake.
    // What is to be said at start while nobody agrees to anything before money goes into a wallet.
    std::optional<QString> walletTermsNotice() const;
    Result<> checkAccepted(const QString &field, LegalDocument document, const std::optional<QString> &version) const;
    void accept(Tx &tx, const Consenting &who, LegalDocument document, const std::optional<QString> &version);
    // Refuses who has not accepted what holds now; a document that is not there is asked of nobody.
    Result<> requireAccepted(Tx &tx, const QString &field, LegalDocument document, Id<Account> account);

    personal::Parts exportOf(Tx &tx, Id<Account> id);
    void eraseOf(Tx &tx, const Account &account);

    // ISO 3166-2 of the state the pincode lies in; empty when it is unknown.
    QString regionOf(const QString &pincode) const { return m_pincodes.regionOf(pincode); }
    // Whether this is the code of a state or union territory.
    bool isState(const QString &code) const;
    QList<PincodeArea> pincodeAreas() const { return m_pincodes.areas(); }

    // The same without a transaction of the caller's, for reactions and the live hub.
    std::optional<Account> account(Id<Account> id);

    // Entries.
    Result<Account> readMe(const Caller &caller);
    Result<Account> updateMe(const Caller &caller, const UpdateAccount &wish);
    Result<Preferences> readPreferences(const Caller &caller);
    Result<Preferences> savePreferences(const Caller &caller, const PutPreferences &wish);
    Result<QList<Address>> listAddresses(const Caller &caller);
    Result<Address> addAddress(const Caller &caller, const PutAddress &wish);
    Result<Address> updateAddress(const Caller &caller, Id<Address> id, const PutAddress &wish);
    Result<> removeAddress(const Caller &caller, Id<Address> id);
    Result<Address> setDefaultAddress(const Caller &caller, Id<Address> id);
    Result<Address> activateAddress(const Caller &caller, Id<Address> id);
    Result<QList<IndianState>> listStates(const Caller &caller) const;
    Result<QList<IndianCity>> listCities(const Caller &caller, const ListCities &wish) const;
    Result<LegalText> readLegal(const Caller &caller, LegalDocument document, const ReadLegal &wish) const;
    Result<Consents> listConsents(const Caller &caller);
    Result<Consent> acceptLegal(const Caller &caller, const AcceptLegal &wish);
    Result<Vendor> readVendorProfile(const Caller &caller);
    Result<Vendor> updateVendorProfile(const Caller &caller, const PutVendor &wish);
    // By its id, for whoever knows stores as a list; another one looks like none.
    Result<Vendor> updateStore(const Caller &caller, Id<Vendor> id, const PutVendor &wish);

private:
    Result<Address> checked(const PutAddress &wish, Id<Address> id) const;
    Result<Vendor> furnish(const Caller &caller, Id<Vendor> id, const PutVendor &wish);
    Result<> passOn(Tx &tx, const Account &changed); // what hangs on a person
    void openStore(Tx &tx, const Account &account, Id<Vendor> id);
    Result<> adoptStore(Tx &tx, const PastAccount &past, const PastStore &store);
    void noteCompleteness(Tx &tx, Id<Account> id);
    Result<Preferences> preferencesOf(Tx &tx, Id<Account> id);

    Db &m_db;
    const Ids &m_ids;
    storage::Service &m_storage;
    Pincodes m_pincodes;
    Cities m_cities;
    LegalTexts m_legalTexts;
    Store m_store;
};

} // namespace accounts
