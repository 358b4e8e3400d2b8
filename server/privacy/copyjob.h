#pragma once

// What the job carries that makes a copy.

#include "shared/contract/privacy.h"

namespace privacy {

struct CopyJob
{
    Id<PersonalCopy> id;

    FIELDS(CopyJob, FIELD(id))
};

} // namespace privacy
