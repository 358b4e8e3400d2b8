#pragma once

// Opening hours as people read them: days with the same times stand together, one line each.

#include "shared/contract/storehours.h"

namespace kit {

// "09:00–13:00, 15:00–18:00"; empty for a closed day. And back: nothing when it cannot be read.
QString timesText(const StoreHours &hours, Weekday day);
std::optional<QList<OpenTime>> timesFrom(const QString &text);

QString hoursText(const std::optional<StoreHours> &hours);

} // namespace kit
