#include "console/kit/indiaclock.h"

#include "shared/base/indiatime.h"

namespace kit {

QDateTime inIndia(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.ms, Qt::OffsetFromUTC, int(india::aheadMs / 1'000));
}

} // namespace kit
