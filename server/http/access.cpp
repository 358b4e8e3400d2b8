#include "server/http/access.h"

#include "shared/base/json.h"

namespace http {

namespace {

bool hasRole(Access access, VendorBuying buying, const Caller &caller)
{
    switch (access) {
    case Access::Public:
    case Access::Signed:
    case Access::Onboarding:
    case Access::SignedIn: return true;
    case Access::Buyer:
        return caller.role == Role::Buyer || caller.role == Role::Distributor ||
               (caller.role == Role::Vendor && buying == VendorBuying::Allowed);
    case Access::Vendor: return caller.role == Role::Vendor;
    case Access::Admin: return caller.role == Role::Admin;
    case Access::SuperAdmin: return caller.role == Role::Admin && caller.superAdmin;
    case Access::Integration: return caller.isIntegration();
    }
    return false;
}

struct Lack
{
    QStringList missing;

    FIELDS(Lack, FIELD(missing))
};

// What the session says; which phase of the profile it is stands in the database, where no refusal of this kind looks.
Error limitedRefusal(const Caller &caller)
{
    Error out{.code = ErrorCode::ProfileIncomplete, .message = QStringLiteral("Please complete your profile first.")};
    if (!caller.limitedBy.isEmpty())
        out.details = json::bytes(Lack{{caller.limitedBy}});
    return out;
}

} // namespace

std::optional<Error> accessRefusal(Access access, const Needed &needed, VendorBuying buying, const Caller &caller)
{
    if (access == Access::Public || access == Access::Signed)
        return std::nullopt;
    if (access == Access::Integration) {
        if (caller.isIntegration())
            return std::nullopt;
        return Error{ErrorCode::Unauthenticated, QStringLiteral("This address takes an API key.")};
    }
    if (!caller.known)
        return Error{ErrorCode::Unauthenticated, QStringLiteral("Please sign in.")};
    if (caller.limited && access != Access::Onboarding)
        return limitedRefusal(caller);
    if (!hasRole(access, buying, caller))
        return Error{ErrorCode::Forbidden, QStringLiteral("Your account may not do this.")};
    const Permission permission =
        caller.role == Role::Admin && needed.overseer != Permission::None ? needed.overseer : needed.permission;
    if (permission != Permission::None && !caller.may(permission)) {
        const QByteArray missing(names::text(permission).data(), names::text(permission).size());
        return Error{.code = ErrorCode::PermissionMissing,
                     .message = QStringLiteral("You have not been granted this permission."),
                     .details = "{\"permission\":\"" + missing + "\"}"};
    }
    return std::nullopt;
}

} // namespace http
