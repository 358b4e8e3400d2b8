#pragma once

// People and stores that come from another system. They are checked like new ones, but keep their ids and times, and
// nobody is told: their news is old.

#include "shared/contract/accounts.h"
#include "shared/contract/preferences.h"

namespace accounts {

struct PastStore
{
    Id<Vendor> id;
    PutVendor profile; // logo and banner may be anybody's files of that purpose
    std::optional<BasisPoints> commissionRate = {};
    Instant openedAt;
};

struct PastAccount
{
    Id<Account> id;
    QString username;
    QString email;
    QString phone;
    QString fullName;
    Role role = Role::Buyer;
    DistributorStatus distributorStatus = DistributorStatus::None;
    QString language = QStringLiteral("en");
    QList<Permission> permissions = {};
    Instant joinedAt;
    std::optional<Instant> lastLogin = {};
    PutPreferences preferences = {};     // the language is the one above
    QList<Address> addresses = {};       // with a location, or the pincode's centre is taken
    std::optional<PastStore> store = {}; // of vendors, and of nobody else
};

} // namespace accounts
