#pragma once

// The console's only source of the time of day, so that a test can stand still.

#include "shared/base/values.h"

namespace kit {

class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock : public Clock
{
public:
    Instant now() const override;
};

} // namespace kit
