#pragma once

// One API call as a value: what goes in, what comes out, who may call it and how often. The server's router and access
// chain, the OpenAPI document, the access test and the console's calls are all made from it.

#include "shared/base/fields.h"
#include "shared/base/names.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <stdexcept>
#include <string_view>
#include <tuple>

// Every account has exactly one role (C06); super-admin is a flag on admin.
NAMED_ENUM(Role, Buyer, Distributor, Vendor, Admin)

NAMED_ENUM(Method, Get, Post, Put, Delete)

// Who may call. Roles are checked before the handler runs.
//   Public      anyone, no session needed
//   Signed      no session: the request proves itself (signed URL, gateway signature)
//   Onboarding  any session, also the limited one after activation or with an incomplete profile (AUTH-07, AUTH-13)
//   SignedIn    a full session of any role
//   Buyer       buyers and distributors      Vendor, Admin   their roles      SuperAdmin  admins with the flag
//   Integration another program with an API key, which opens nothing else; no session opens these
NAMED_ENUM(Access, Public, Signed, Onboarding, SignedIn, Buyer, Vendor, Admin, SuperAdmin, Integration)

// Whose object the path's variable names. A foreign object answers exactly like an unknown one: 404 (C58).
//   Nobodys  no variable in the path   Everybodys  an object that everybody may see   Callers  the caller's own
//   Partys   a party of the order      Stores      the caller's store                 Anyones  every object (admins)
NAMED_ENUM(Owner, Nobodys, Everybodys, Callers, Partys, Stores, Anyones)

// What an admin must have been granted; super-admins have all.
NAMED_ENUM(Permission, None, ReviewKyc, ManagePayouts, ManageOrders, ManageUsers, ManageCatalog, ManageSettings,
           ReadAudit, ManageJobs, ManageAds, ReadReports, ManageVendors)

// Which bucket a call draws from; the numbers stand in settings (C26).
NAMED_ENUM(Rate, Browse, Account, Auth, Otp, Money, Upload, Webhook, Integration, Registration, Lookup)

// Asked for by whoever has no session yet.
constexpr bool isForSigningIn(Rate rate)
{
    return rate == Rate::Auth || rate == Rate::Otp || rate == Rate::Registration || rate == Rate::Lookup;
}

// What the operator can switch off (SET-06); calls of a part that is off are answered with 404 FEATURE_OFF.
NAMED_ENUM(Feature, None, Ads, GoogleSignIn)

// Required: the caller must send an Idempotency-Key, and a repeat is answered with the stored reply (D-05).
NAMED_ENUM(Repeat, Harmless, Keyed)

// Where the handler runs: Read inline on SQLite, Write waits for the group commit, Heavy in the bounded CPU pool, Hash
// in the small one for passwords, so that a wave of sign-ins takes neither a core from the others nor their queue.
NAMED_ENUM(Lane, Read, Write, Heavy, Hash)

// A member that has to be said: leaving it out of a designated initializer does not compile.
template <class T>
struct Said
{
    T value;
    consteval Said(T said)
        : value(said)
    {}
};

// A call without input, or one whose success carries no data.
struct Nothing
{
    static consteval auto fields() { return ::fields::list(); }
};

template <class InType, class OutType, class... PathTypes>
struct Endpoint;

// What holds for every declaration. One that breaks a law does not compile (AUTH-33); the compiler shows the law.
namespace law {

// Not for compile time: whatever gets here while compiling is an error, and while running it keeps a program from
// starting.
[[noreturn]] inline void isBroken(const char *law)
{
    throw std::logic_error(law);
}

struct Declared
{
    Method method;
    std::string_view path;
    std::size_t variables; // that have a type
    Access access;
    Owner owner;
    Permission permission, overseer;
    Repeat repeat;
    bool isUnpagedList;
    int most;
};

constexpr void checkCallers(const Declared &said)
{
    const bool isOfAdmins = said.access == Access::Admin || said.access == Access::SuperAdmin;
    if (said.access == Access::Admin && said.permission == Permission::None)
        isBroken("an endpoint of admins names its permission");
    if (said.permission != Permission::None && !isOfAdmins)
        isBroken("only admins have permissions");
    if (said.overseer != Permission::None &&
        (isOfAdmins || (said.owner != Owner::Partys && said.owner != Owner::Callers)))
        isBroken("only what has an owner has an overseer");
}

constexpr void checkOwner(const Declared &said)
{
    const bool isOfAdmins = said.access == Access::Admin || said.access == Access::SuperAdmin;
    const bool hasSession =
        said.access != Access::Public && said.access != Access::Signed && said.access != Access::Integration;
    const bool isSomebodys = said.owner == Owner::Callers || said.owner == Owner::Partys || said.owner == Owner::Stores;
    if ((said.owner == Owner::Nobodys) != (said.variables == 0))
        isBroken("a path with a variable says whose object it names, and no other path does");
    if (said.owner == Owner::Anyones && !isOfAdmins)
        isBroken("only admins reach the objects of everybody");
    if (isSomebodys && !hasSession)
        isBroken("nothing belongs to a caller without a session");
    if (isSomebodys && isOfAdmins)
        isBroken("what admins reach is everybody's");
    if (said.owner == Owner::Stores && said.access != Access::Vendor && said.access != Access::Onboarding)
        isBroken("only vendors have a store");
    if (said.owner == Owner::Partys && said.overseer == Permission::None)
        isBroken("what has parties says which admins oversee it");
}

constexpr void checkForm(const Declared &said)
{
    std::size_t variables = 0;
    for (const char c : said.path)
        variables += c == '{' ? 1 : 0;
    if (!said.path.starts_with("/api/v1/"))
        isBroken("a path begins with /api/v1/");
    if (variables != said.variables)
        isBroken("every variable of a path has its type");
    if (said.method == Method::Get && said.repeat == Repeat::Keyed)
        isBroken("reading takes no key");
    if (said.isUnpagedList != (said.most > 0))
        isBroken("a list comes in pages or says how long it can be");
}

// Only a declaration makes one, so that none can say of itself that it is right.
class Kept
{
    constexpr Kept() = default;
    template <class In, class Out, class... Path>
    friend struct ::Endpoint;
};

template <class T>
inline constexpr bool isList = false;
template <class T>
inline constexpr bool isList<QList<T>> = true;

} // namespace law

// In is read from the JSON body, for GET and DELETE from the query. An Out of Page<T> makes the list pageable.
template <class InType, class OutType, class... PathTypes>
struct Endpoint
{
    using In = InType;
    using Out = OutType;
    using Path = std::tuple<PathTypes...>;

    Said<Method> method;
    std::string_view path; // canonical, "/api/v1/orders/{id}/status"
    Said<Access> access;   // no default: an endpoint without it does not compile
    Said<Owner> owner;
    Said<Rate> rate;
    std::string_view summary;
    Permission permission = Permission::None;
    Permission overseer = Permission::None; // what an admin needs to reach an object that has an owner
    Repeat repeat = Repeat::Harmless;
    Feature feature = Feature::None; // the part of the market that this call belongs to
    int status = 200;                // of success
    bool heavy = false;              // exports: runs in the CPU pool
    bool hashes = false;             // bcrypt: runs in the pool for passwords
    qint64 bodyMax = 1 << 20;        // bytes
    std::string_view aliases = {};   // further paths that lead here, space separated
    int most = 0;                    // items of a list that does not come in pages (API-16)
    law::Kept laws = keptBy({method.value, path, sizeof...(PathTypes), access.value, owner.value, permission, overseer,
                             repeat, law::isList<OutType>, most});

    constexpr Lane lane() const
    {
        if (hashes)
            return Lane::Hash;
        return heavy ? Lane::Heavy : method.value == Method::Get ? Lane::Read : Lane::Write;
    }

private:
    static constexpr law::Kept keptBy(const law::Declared &said)
    {
        law::checkCallers(said);
        law::checkOwner(said);
        law::checkForm(said);
        return {};
    }
};

// Inputs and outputs that are not JSON.

// The body as it came, for callers whose signature covers its bytes (webhooks).
struct RawBody
{
    QByteArray bytes;
    QHash<QByteArray, QByteArray> headers; // names in lower case
};

// A file sent as the raw body; what else is to be said about it stands in the query.
template <class QueryType>
struct Upload
{
    using Query = QueryType;

    Query query;
    QString path; // a temporary file that is removed after the call
    qint64 size = 0;
    QString declaredType; // the Content-Type, not to be believed
};

// A file as the reply.
struct FileBody
{
    QString path; // a file on disk, or empty when the bytes are here
    QByteArray bytes;
    QByteArray contentType;
    QString name;         // sent as attachment under this name when not empty
    int cacheSeconds = 0; // 0: no-store
};
