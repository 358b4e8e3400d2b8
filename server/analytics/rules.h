#pragma once

// Pure decisions about figures: business days and periods, shares and changes, the histogram of durations.

#include "shared/base/indiatime.h"
#include "shared/base/result.h"
#include "shared/base/share.h"
#include "shared/contract/analyticsdepth.h"

namespace analytics {

// Days since 1970-01-01 by the clocks of India (C35).
using india::dayFrom;
using india::dayMs;
using india::dayText;
using india::startOf;
constexpr qint64 dayOf(Instant at)
{
    return india::dayNumber(at);
}
constexpr int sparkMax = 92;

// Months since January of year 0.
qint64 monthOf(qint64 day);
qint64 firstDayOf(qint64 month);
QString monthText(qint64 month);

// Whole days, both ends included.
struct Span
{
    qint64 first = 0;
    qint64 last = -1;

    constexpr qint64 days() const { return last - first + 1; }
    constexpr bool contains(qint64 day) const { return day >= first && day <= last; }
    constexpr Span before() const { return {first - days(), first - 1}; } // as many days
    friend constexpr bool operator==(const Span &, const Span &) = default;
};

constexpr qint64 firstDayEver = 0;

// Of a period that ends today the one before ends at the same time of day, or a morning would be compared with a whole
// day: this rest of its last day does not belong to it. What happens now has its counterpart, so the rest begins after
// it.
struct Rest
{
    Instant from;
    Instant before;
    qint64 day = 0;
};
std::optional<Rest> restOf(const Span &span, Instant now);

// The days that were asked for, or what is wrong with them.
Result<Span> spanOf(const std::optional<NamedPeriod> &period, const std::optional<QString> &from,
                    const std::optional<QString> &to, qint64 today);
CoveredPeriod covered(const Span &span, Instant now);

// A span in days, weeks from Monday or months, the first and the last one cut off; or in at most that many equal
// pieces.
QList<Span> pieces(const Span &span, SeriesStep step);
QList<Span> pieces(const Span &span, int countMax);

// What a span is read as where months are stored beside days: whole months, and the days that are left at its ends.
struct Months
{
    qint64 first = 0;
    qint64 last = -1;
};
struct Split
{
    QList<Span> days;
    std::optional<Months> months;
};
Split split(const Span &span);

// In percentage points; shares and changes are counted in shared/base/share.h.
std::optional<BasisPoints> difference(const std::optional<BasisPoints> &before, const std::optional<BasisPoints> &now);
std::optional<Money> average(Money total, qint64 count);

// Durations fall into buckets that grow by the fourth root of two, from one second on.
constexpr int bucketsMax = 120;
int bucketOf(qint64 durationMs);
qint64 bucketStartMs(int bucket);

struct Bucket
{
    qint64 bucket = 0;
    qint64 orders = 0;
    qint64 totalMs = 0;

    FIELDS(Bucket, FIELD(bucket), FIELD(orders), FIELD(totalMs))
};

// In ascending order. The value below which that share of the orders lies.
std::optional<qint64> quantileMs(const QList<Bucket> &buckets, BasisPoints part);
std::optional<BasisPoints> shareBelow(const QList<Bucket> &buckets, qint64 limitMs);

// When something happened in the life of an order; a step lies between two of these.
enum class Fact { Placed, Confirmed, Dispatched, Delivered, Cancelled, Settled };
constexpr int factCount = int(Fact::Settled) + 1;

} // namespace analytics
