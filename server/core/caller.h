#pragma once

// Who is calling. Built by the access chain from a verified session; jobs and reactions act as the system.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

#include <QList>
#include <QString>
#include <QStringList>

struct Account;
struct ApiKey;
struct Session;
struct Vendor;

// A keyed call (Repeat::Keyed) and the reply that was stored for it. Db::write(caller, …) fills it in.
struct RepeatedCall
{
    QByteArray key;                        // the client's Idempotency-Key, 1 to 255 visible ASCII characters
    QByteArray endpoint;                   // method and canonical path, ids included
    QByteArray bodyHash;                   // SHA-256 of the body
    QByteArray envelopeHead, envelopeTail; // what stands before and after "data" in the reply
    QByteArray reply = {};                 // the complete body, new or replayed
    bool replayed = false;
};

struct Caller
{
    Id<Account> id = {};
    Role role = Role::Buyer;
    bool known = false;     // false: nobody signed in, which is also how another program calls
    bool limited = false;   // only Access::Onboarding is open to this session
    QString limitedBy = {}; // what is missing then: "activation", "factor", "email" or "profile"
    bool superAdmin = false;
    QList<Permission> permissions = {};
    std::optional<Id<Vendor>> vendorId = {}; // the store of a vendor
    Id<Session> sessionId = {};
    Id<ApiKey> apiKeyId = {}; // of another program; nothing but Access::Integration is open to it
    QStringList scopes = {};  // what that key opens
    QString ip = {};
    QByteArray requestId = {};
    QString language = QStringLiteral("en");
    RepeatedCall *repeat = nullptr;

    bool isIntegration() const { return !apiKeyId.isNull(); }
    bool isAdmin() const { return known && role == Role::Admin; }
    bool may(Permission permission) const { return superAdmin || permissions.contains(permission); }
};
