#pragma once

// SQL of the days of the platform and of looks at stores' pages.

#include "server/analytics/store.h"
#include "server/analytics/storemarket.h"

namespace analytics {

struct HealthRow
{
    qint64 day = 0;
    qint64 requests = 0;
    qint64 totalMs = 0;
    qint64 minutesUp = 0;
    qint64 firstMinute = 0;
    qint64 lastMinute = 0;

    FIELDS(HealthRow, FIELD(day), FIELD(requests), FIELD(totalMs), FIELD(minutesUp), FIELD(firstMinute),
           FIELD(lastMinute))
};

class HealthStore
{
public:
    // Adds to the day; the minute counts when it is later than the last one that was noted.
    void note(Tx &tx, const HealthRow &more);
    HealthRow sum(Tx &tx, const Span &span);
    std::optional<qint64> firstMinute(Tx &tx);

    void addStoreViews(Tx &tx, const OfVendor &vendor, qint64 day, qint64 more);
    QList<DayAmount> storeViews(Tx &tx, const OfVendor &vendor, const Span &span);
};

} // namespace analytics
