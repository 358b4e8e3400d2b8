#pragma once

// Who may call an entry, asked again inside the service: the access chain guards the web, this guards every other way
// in (AUTH-36).

#include "server/core/caller.h"
#include "shared/base/result.h"

inline Result<> permit(const Caller &caller, Permission permission)
{
    if (!caller.isAdmin() || !caller.may(permission))
        return failure(ErrorCode::PermissionMissing, QStringLiteral("You are not allowed to do this."));
    return {};
}

inline Result<> permitSuper(const Caller &caller)
{
    if (!caller.isAdmin() || !caller.superAdmin)
        return failure(ErrorCode::PermissionMissing, QStringLiteral("Only super-admins do this."));
    return {};
}

inline Result<Id<Vendor>> storeOf(const Caller &caller)
{
    if (caller.role != Role::Vendor || !caller.vendorId)
        return failure(ErrorCode::Forbidden, QStringLiteral("Only vendors have a store."));
    return *caller.vendorId;
}

inline Result<> permitBuyer(const Caller &caller)
{
    if (!caller.known || (caller.role != Role::Buyer && caller.role != Role::Distributor))
        return failure(ErrorCode::Forbidden, QStringLiteral("Only buyers do this."));
    return {};
}
