#pragma once

// How long the other side of a dispute still has to answer.

#include "console/kit/display.h"
#include "shared/contract/disputes.h"

namespace disputes {

// "12 h left", "late", or that it was answered; nothing once it is over.
kit::display::Word dueWord(const Dispute &dispute, Instant now);

} // namespace disputes
