#pragma once

// The marketplace has one clock: India's. Every day and time of day that the console shows is read from it, whatever
// zone the machine is set to, so that a schedule "at 07:00" next runs at 07:00.

#include "shared/base/values.h"

#include <QDateTime>

namespace kit {

QDateTime inIndia(Instant instant);

} // namespace kit
