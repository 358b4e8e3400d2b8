#pragma once

// Who may be added up with whom, so that nobody can be told from a cell (shared/contract/heatmap.h says the rule), and
// how a time is put together from months, days and hours.

#include "server/heatmap/cells.h"
#include "shared/base/indiatime.h"
#include "shared/contract/accounts.h"

#include <vector>

namespace heatmap {

NAMED_ENUM(Kind, Order, Buyer, Vendor, Search)

// What happened at one place in one hour: one person's doing, or the searches of so many.
struct Happening
{
    Instant hour;
    int cell = 0;
    Id<Account> person = {}; // null for searches
    qint64 count = 1;
    Money amount = {};
};
using Happenings = std::vector<Happening>;

// What may be shown, and what is left for a longer time or a larger cell.
struct Share
{
    Cells shown;
    Happenings rest;

    void take(HeatLevel level, qint64 minimumPeople);
    void add(Share &&other);
};

// Of one hour; of the hours of a day; of the days of a month. What is left of a month is never shown.
Share shareOfHour(Happenings happenings, qint64 minimumPeople);
Share shareOfDay(const Happenings &happenings, qint64 minimumPeople);
Cells cellsOfMonth(Share &&days, qint64 minimumPeople);

constexpr Kind kindOf(HeatMetric metric)
{
    switch (metric) {
    case HeatMetric::Orders:
    case HeatMetric::Gmv: return Kind::Order;
    case HeatMetric::Buyers: return Kind::Buyer;
    case HeatMetric::Vendors: return Kind::Vendor;
    case HeatMetric::Searches: return Kind::Search;
    }
    return Kind::Order;
}

// Stores are public.
constexpr qint64 minimumFor(Kind kind, qint64 minimumPeople)
{
    return kind == Kind::Vendor ? 1 : minimumPeople;
}

// From the beginning of the first to the beginning behind the last.
struct Span
{
    Instant from;
    Instant to;

    bool isEmpty() const { return from >= to; }
    friend bool operator==(const Span &, const Span &) = default;
};

Instant startOf(HeatStep step, Instant time);
Instant nextStart(HeatStep step, Instant start);
// The whole hours, days or months that lie in it.
Span wholeIn(HeatStep step, const Span &span);
// What is left of the spans without the buckets that start there, joined where they touch.
std::vector<Span> without(const std::vector<Span> &spans, HeatStep step, const std::vector<Instant> &starts);

constexpr qint64 barsMax = 200;
// The smallest step that makes no more bars than that.
HeatStep stepFor(const Span &span);
qint64 barsIn(HeatStep step, const Span &span);

} // namespace heatmap
