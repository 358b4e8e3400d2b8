#pragma once

// One endpoint without its types, and what its declaration says about who may call it. The verdict is computed from the
// declaration alone, by rules that are written here a second time and know nothing of the server.

#include "shared/base/endpoint.h"
#include "shared/base/result.h"
#include "shared/base/values.h"

#include <optional>

NAMED_ENUM(Who, Anonymous, Revoked, Banned, Suspended, Limited, Buyer, OtherBuyer, DistributorPending,
           DistributorApproved, Vendor, OtherVendor, UnapprovedVendor, AdminWithoutPermissions, AdminWithThePermission,
           SuperAdmin, Integration)
inline constexpr int whoCount = 16;

// Nobodys: the path names no object, or one that everybody may see.
NAMED_ENUM(Whose, Nobodys, Own, Foreign, Unknown)

NAMED_ENUM(Thing, None, Address, Session, Notice, File, Document, Payment, Order, OrderOnItsWay, OrderInEscrow, Room,
           Product, Payout, Submission, Job, Category, Store, Setting, Provider, Ad, ApiKey, Report, Run, RunWaiting,
           RunCancelled, Definition, Person, PersonBanned, PersonSuspended, PersonUnverified, PersonPending, Staff,
           StoreActive, StoreSuspended)

struct Subject
{
    QByteArray method;
    QByteArray path;
    Access access = Access::Public;
    Owner owner = Owner::Nobodys;
    Rate rate = Rate::Browse;
    Permission permission = Permission::None;
    Repeat repeat = Repeat::Harmless;
    int status = 200;
    Thing thing = Thing::None;

    QByteArray name() const { return method + ' ' + path; }
    // As the description of the API calls it.
    QByteArray operationId() const;
};

// What an admin needs for it: of the orders of other people he sees what ManageOrders lets him see.
Permission neededOf(const Subject &subject);
// The same with what its sample asks for beside it.
QList<Permission> allNeededOf(const Subject &subject);

std::optional<Role> roleOf(Who who);

// The objects that are tried.
QList<Whose> casesOf(const Subject &subject);

// Empty: let in, whatever the request then leads to.
std::optional<ErrorCode> refusalOf(const Subject &subject, Who who, Whose whose);
