#pragma once

// The lines of a worksheet as they are given away.

#include "console/kit/contractfigures.h"
#include "shared/contract/tax.h"

namespace tax {

using kit::figuresOf;

} // namespace tax
