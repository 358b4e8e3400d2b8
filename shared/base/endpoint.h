#pragma once

// One API call as a value: what goes in, what comes out, who may call it and how often. The server's router and access
// chain, the OpenAPI document, the access test and the console's calls are all made from it.

#include "shared/base/fields.h"
#include "shared/base/names.h"

#include <QByteArray>
#include <QHash>
#include <QString>

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

// Whose object the path's id names. A foreign object answers exactly like an unknown one: 404 (C58).
//   Nobodys  no id in the path, or an object everybody may see      Callers  the caller's own
//   Partys   a party of the order      Stores  the caller's store      Anyones  every object (admins)
NAMED_ENUM(Owner, Nobodys, Callers, Partys, Stores, Anyones)

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
    Repeat repeat = Repeat::Harmless;
    int status = 200;              // of success
    bool heavy = false;            // exports: runs in the CPU pool
    bool hashes = false;           // bcrypt: runs in the pool for passwords
    qint64 bodyMax = 1 << 20;      // bytes
    std::string_view aliases = {}; // further paths that lead here, space separated

    constexpr Lane lane() const
    {
        if (hashes)
            return Lane::Hash;
        return heavy ? Lane::Heavy : method.value == Method::Get ? Lane::Read : Lane::Write;
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
