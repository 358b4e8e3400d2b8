#pragma once

#include "shared/base/values.h"

// The only source of the time of day, so that a test can move it.
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
