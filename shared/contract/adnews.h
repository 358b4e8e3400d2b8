#pragma once

// News of advertising, for whoever has campaigns on screen.

#include "shared/base/fields.h"
#include "shared/base/values.h"

struct Ad;

// A campaign was planned, changed, moved, switched or removed; whoever has it on screen fetches anew.
struct AdChanged
{
    static constexpr auto topic = "ads.changed";

    Id<Ad> adId;

    FIELDS(AdChanged, FIELD(adId))
};
