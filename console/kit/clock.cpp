#include "console/kit/clock.h"

#include <QDateTime>

namespace kit {

Instant SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

} // namespace kit
