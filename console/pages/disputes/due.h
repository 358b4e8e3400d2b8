#pragma once

// How long the other side of an open dispute still has to answer.

#include "console/kit/display.h"

namespace disputes {

// "12 h left" or "late".
kit::display::Word dueWord(Instant answerDueAt, Instant now);

} // namespace disputes
