#pragma once

// One endpoint without its types, and what its declaration says about who may call it. The verdict is computed from the
// declaration alone, by rules that are written here a second time and know nothing of the server.

#include "shared/base/endpoint.h"
#include "shared/base/result.h"
#include "shared/base/values.h"

#include <optional>

// Of those who hold something that is no session of today: Unverified shows the token of the activation mail, Challenge
// the one of a sign-in whose code is still to come, Refresh the token that only renews a session.
NAMED_ENUM(Who, Anonymous, Unverified, Challenge, Refresh, Expired, Revoked, Banned, Suspended, Limited, Buyer,
           OtherBuyer, DistributorPending, DistributorRejected, DistributorApproved, Vendor, OtherVendor,
           UnapprovedVendor, RejectedVendor, SuspendedVendor, AdminWithoutPermissions, AdminWithAnotherPermission,
           AdminWithThePermission, SuperAdmin, Integration, IntegrationWithAnotherScope)
inline constexpr int whoCount = 25;

// Nobodys: the path names no object, or one that everybody may see.
NAMED_ENUM(Whose, Nobodys, Own, Foreign, Unknown)

NAMED_ENUM(Thing, None, Address, Session, Notice, File, Document, Payment, Order, OrderOnItsWay, OrderInEscrow,
           OrderToWeigh, OrderWithTopUp, WeighTicket, Room, Product, Payout, Refund, Dispute, Submission, Job, Category,
           Store, Setting, Provider, Ad, ApiKey, Report, Run, RunWaiting, RunCancelled, Definition, Person,
           PersonBanned, PersonSuspended, PersonUnverified, PersonPending, Staff, StoreActive, StoreSuspended, Copy,
           Legal, LedgerAccount, FrozenAccount, Posting, Batch, CommissionRate, Statement, MoneyFlag, OrderSettled,
           TaxRule, SavedMethod, Device, Sku, Message, Picture, PictureOfProduct, Invoice, OrderInvoiced, TaxPayment,
           PaymentOfOrder)

struct Subject
{
    QByteArray method;
    QByteArray path;
    Access access = Access::Public;
    Owner owner = Owner::Nobodys;
    Rate rate = Rate::Browse;
    Permission permission = Permission::None;
    Permission overseer = Permission::None;
    Repeat repeat = Repeat::Harmless;
    int status = 200;
    Thing thing = Thing::None;

    QByteArray name() const { return method + ' ' + path; }
    // As the description of the API calls it.
    QByteArray operationId() const;
};

// What an admin needs for it, be it to see what belongs to others.
Permission neededOf(const Subject &subject);
// The same with what its sample asks for beside it.
QList<Permission> allNeededOf(const Subject &subject);

std::optional<Role> roleOf(Who who);
// Why what it shows opens nothing; empty when it shows a session of today, or nothing at all.
std::optional<ErrorCode> faultOf(Who who);

// The objects that are tried.
QList<Whose> casesOf(const Subject &subject);

// Empty: let in, whatever the request then leads to.
std::optional<ErrorCode> refusalOf(const Subject &subject, Who who, Whose whose);
