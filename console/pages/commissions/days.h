#pragma once

// Days as people write them; on the wire they are "2026-11-28".

#include "console/kit/display.h"
#include "shared/base/indiatime.h"

namespace commissions {

inline QString dayOf(const QString &wire)
{
    const auto day = india::dayFrom(wire);
    return day ? kit::display::date(india::startOf(*day)) : wire;
}

} // namespace commissions
