#include "tests/access/subject.h"

#include <algorithm>
#include <array>

namespace {

bool isAdmin(Who who)
{
    return roleOf(who) == Role::Admin;
}

bool mayAs(Access access, Who who)
{
    const auto role = roleOf(who);
    switch (access) {
    case Access::Public:
    case Access::Signed:
    case Access::Onboarding:
    case Access::SignedIn: return true;
    case Access::Buyer: return role == Role::Buyer || role == Role::Distributor;
    case Access::Vendor: return role == Role::Vendor;
    case Access::Admin: return role == Role::Admin;
    case Access::SuperAdmin: return who == Who::SuperAdmin;
    case Access::Integration: return who == Who::Integration;
    }
    return false;
}

// What the declaration cannot say: these are open to sessions that are still limited, but only vendors have a store.
bool isOfStores(const Subject &subject)
{
    return subject.access == Access::Onboarding && subject.path.startsWith("/api/v1/vendor/");
}

// What the declaration cannot say: an own message is changed by whoever may still speak in its room, which for admins
// is a matter of permission.
bool isOfRooms(const Subject &subject)
{
    return subject.method == "PUT" && subject.path == "/api/v1/chat/messages/{id}";
}

// Orders are confirmed and disputed by those who handed over and received, and weights accepted, by nobody in their
// place.
bool isOfPartiesOnly(const Subject &subject)
{
    return subject.path == "/api/v1/orders/{id}/confirm-delivery" ||
           (subject.method == "POST" && subject.path == "/api/v1/orders/{id}/disputes") ||
           subject.path == "/api/v1/disputes/{id}/withdraw" || subject.path == "/api/v1/weigh-tickets/{id}/accept" ||
           subject.path == "/api/v1/weigh-tickets/{id}/flag";
}

} // namespace

QByteArray Subject::operationId() const
{
    QByteArray out = method.toLower();
    for (QByteArray segment : path.sliced(sizeof "/api/v1/" - 1).split('/')) {
        segment.replace('{', "").replace('}', "");
        std::replace_if(
            segment.begin(), segment.end(), [](char c) { return !isalnum(static_cast<unsigned char>(c)); }, '_');
        out += '_' + segment;
    }
    return out;
}

Permission neededOf(const Subject &subject)
{
    return subject.overseer != Permission::None ? subject.overseer : subject.permission;
}

QList<Permission> allNeededOf(const Subject &subject)
{
    QList<Permission> out{neededOf(subject)};
    // Nobody makes a key for reports that are closed to them.
    if (subject.method == "POST" && subject.path == "/api/v1/admin/api-keys")
        out += Permission::ReadReports;
    return out;
}

std::optional<Role> roleOf(Who who)
{
    switch (who) {
    case Who::Anonymous:
    case Who::Unverified:
    case Who::Challenge:
    case Who::Refresh:
    case Who::Expired:
    case Who::Revoked:
    case Who::Banned:
    case Who::Suspended: return std::nullopt;
    case Who::Limited:
    case Who::Buyer:
    case Who::OtherBuyer: return Role::Buyer;
    case Who::DistributorPending:
    case Who::DistributorRejected:
    case Who::DistributorApproved: return Role::Distributor;
    case Who::Vendor:
    case Who::OtherVendor:
    case Who::UnapprovedVendor:
    case Who::RejectedVendor:
    case Who::SuspendedVendor: return Role::Vendor;
    case Who::AdminWithoutPermissions:
    case Who::AdminWithAnotherPermission:
    case Who::AdminWithThePermission:
    case Who::SuperAdmin: return Role::Admin;
    case Who::Integration:
    case Who::IntegrationWithAnotherScope: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<ErrorCode> faultOf(Who who)
{
    switch (who) {
    case Who::Expired: return ErrorCode::TokenExpired;
    case Who::Unverified:
    case Who::Challenge:
    case Who::Refresh:
    case Who::Revoked:
    case Who::Banned:
    case Who::Suspended:
    case Who::Integration:
    case Who::IntegrationWithAnotherScope: return ErrorCode::Unauthenticated;
    default: return std::nullopt;
    }
}

QList<Whose> casesOf(const Subject &subject)
{
    switch (subject.owner) {
    case Owner::Nobodys:
    case Owner::Everybodys: return {Whose::Nobodys};
    case Owner::Callers:
    case Owner::Partys:
    case Owner::Stores: return {Whose::Own, Whose::Foreign, Whose::Unknown};
    case Owner::Anyones: return {Whose::Foreign, Whose::Unknown};
    }
    return {};
}

std::optional<ErrorCode> refusalOf(const Subject &subject, Who who, Whose whose)
{
    if (subject.access == Access::Signed)
        return std::nullopt;
    if (subject.access == Access::Integration && who == Who::Integration)
        return std::nullopt;
    if (subject.access == Access::Integration && who == Who::IntegrationWithAnotherScope)
        return ErrorCode::PermissionMissing;
    // Whoever shows a session that is over, or a key where none is taken, is told so, except where he is about to get a
    // new session.
    if (const auto fault = faultOf(who)) {
        const bool isEntrance = subject.access == Access::Public && isForSigningIn(subject.rate);
        return isEntrance ? std::nullopt : fault;
    }
    if (subject.access == Access::Public)
        return std::nullopt;
    if (who == Who::Anonymous || subject.access == Access::Integration)
        return ErrorCode::Unauthenticated;
    if (who == Who::Limited && subject.access != Access::Onboarding)
        return ErrorCode::ProfileIncomplete;
    if (!mayAs(subject.access, who) || (isOfStores(subject) && roleOf(who) != Role::Vendor))
        return ErrorCode::Forbidden;
    const bool lacksPermission = who == Who::AdminWithoutPermissions || who == Who::AdminWithAnotherPermission;
    if (lacksPermission && (neededOf(subject) != Permission::None || isOfRooms(subject)))
        return ErrorCode::PermissionMissing;
    const bool seesAll = subject.owner == Owner::Anyones || (subject.overseer != Permission::None && isAdmin(who));
    if (whose == Whose::Unknown || (whose == Whose::Foreign && !seesAll))
        return ErrorCode::NotFound;
    if (isAdmin(who) && isOfPartiesOnly(subject))
        return ErrorCode::Forbidden;
    return std::nullopt;
}
