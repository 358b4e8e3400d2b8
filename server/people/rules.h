#pragma once

// Pure decisions about what admins do to people.

#include "shared/base/result.h"
#include "shared/contract/people.h"

namespace people {

// Buyers and distributors buy, vendors sell, admins do neither.
inline bool changesSides(Role from, Role to)
{
    const auto buys = [](Role role) { return role == Role::Buyer || role == Role::Distributor; };
    return !(buys(from) && buys(to));
}

// Each once; "none" is no permission.
inline Result<QList<Permission>> cleaned(const QList<Permission> &permissions)
{
    QList<Permission> out;
    for (const Permission permission : permissions) {
        if (permission == Permission::None)
            return refusal(QStringLiteral("permissions"), QStringLiteral("has something that is no permission"));
        if (!out.contains(permission))
            out += permission;
    }
    return out;
}

} // namespace people
