#pragma once

// When a store is open, by India's clocks (base/indiatime.h). A day that is not listed is a closed day; a store that
// has said nothing is open around the clock.

#include "shared/base/fields.h"
#include "shared/base/indiatime.h"
#include "shared/base/names.h"

NAMED_ENUM(Weekday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday)

constexpr int minutesPerDay = 1440;
constexpr int openTimeStepMinutes = 5; // answers about who is open are kept no longer than to the next such step

// Minutes since midnight; over midnight it is two of them, one on each day.
struct OpenTime
{
    int fromMinute = 0;
    int toMinute = 0;

    FIELDS(OpenTime, FIELD(fromMinute, .min = 0, .max = minutesPerDay), FIELD(toMinute, .min = 0, .max = minutesPerDay))
};

struct DayHours
{
    Weekday day = Weekday::Monday;
    QList<OpenTime> open;

    FIELDS(DayHours, FIELD(day), FIELD(open, .countMax = 4))
};

struct StoreHours
{
    QList<DayHours> days;

    FIELDS(StoreHours, FIELD(days, .countMax = 7))
};

namespace storehours {

constexpr Weekday dayOf(Instant time)
{
    constexpr qint64 thursday = 3; // 1970-01-01
    return Weekday((((india::dayNumber(time) + thursday) % 7) + 7) % 7);
}

constexpr int minuteOf(Instant time)
{
    return int((time.ms - india::dayOf(time).ms) / minuteMs);
}

inline bool isOpenAt(const std::optional<StoreHours> &hours, Instant time)
{
    if (!hours)
        return true;
    const int minute = minuteOf(time);
    for (const DayHours &each : hours->days)
        for (const OpenTime &open : each.open)
            if (each.day == dayOf(time) && minute >= open.fromMinute && minute < open.toMinute)
                return true;
    return false;
}

// Nothing, or what is wrong with them.
inline std::optional<QString> problemOf(const StoreHours &hours)
{
    QList<Weekday> seen;
    for (const DayHours &each : hours.days) {
        if (seen.contains(each.day))
            return QStringLiteral("names a day twice");
        seen += each.day;
        int closedSince = -1;
        for (const OpenTime &open : each.open) {
            if (open.fromMinute % openTimeStepMinutes != 0 || open.toMinute % openTimeStepMinutes != 0)
                return QStringLiteral("must be in steps of five minutes");
            if (open.fromMinute >= open.toMinute || open.fromMinute <= closedSince)
                return QStringLiteral("must have times that follow each other");
            closedSince = open.toMinute;
        }
    }
    return std::nullopt;
}

} // namespace storehours
