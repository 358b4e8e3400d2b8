#include "server/heatmap/rules.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace heatmap {

namespace {

int spotOf(const Happening &each, HeatLevel level)
{
    return geocell::raise(geocell::Cell::of(each.cell), geocell::Level::Fine, gridOf(level)).id();
}

QDate dateOf(Instant time)
{
    return india::dateOf(india::dayNumber(time));
}

Instant startOfDate(const QDate &date)
{
    return india::startOf(india::dayNumber(date));
}

} // namespace

// Sorted by cell and person, each cell is one run, and a person in it is a shorter one.
void Share::take(HeatLevel level, qint64 minimumPeople)
{
    std::sort(rest.begin(), rest.end(), [level](const Happening &a, const Happening &b) {
        const int left = spotOf(a, level), right = spotOf(b, level);
        return left != right ? left < right : a.person < b.person;
    });
    Happenings left;
    for (auto run = rest.begin(); run != rest.end();) {
        const int spot = spotOf(*run, level);
        Sum sum;
        qint64 people = 0;
        auto end = run;
        for (; end != rest.end() && spotOf(*end, level) == spot; ++end) {
            sum.add({end->count, end->amount});
            if (end->person.isNull())
                people += end->count;
            else if (end == run || end->person != std::prev(end)->person)
                ++people;
        }
        const bool isSomewhere = run->cell != 0;
        if (isSomewhere && people >= minimumPeople)
            shown[{level, spot}].add(sum);
        else
            left.insert(left.end(), run, end);
        run = end;
    }
    rest = std::move(left);
}

void Share::add(Share &&other)
{
    heatmap::add(shown, other.shown);
    rest.insert(rest.end(), other.rest.begin(), other.rest.end());
}

Share shareOfHour(Happenings happenings, qint64 minimumPeople)
{
    Share out{.rest = std::move(happenings)};
    out.take(HeatLevel::Fine, minimumPeople);
    out.take(HeatLevel::Middle, minimumPeople);
    return out;
}

Share shareOfDay(const Happenings &happenings, qint64 minimumPeople)
{
    Happenings sorted = happenings;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Happening &a, const Happening &b) { return a.hour < b.hour; });
    Share day;
    for (auto run = sorted.begin(); run != sorted.end();) {
        const auto end = std::find_if(run, sorted.end(), [&](const Happening &each) { return each.hour != run->hour; });
        day.add(shareOfHour({run, end}, minimumPeople));
        run = end;
    }
    day.take(HeatLevel::Fine, minimumPeople);
    day.take(HeatLevel::Middle, minimumPeople);
    return day;
}

Cells cellsOfMonth(Share &&days, qint64 minimumPeople)
{
    days.take(HeatLevel::Fine, minimumPeople);
    days.take(HeatLevel::Middle, minimumPeople);
    days.take(HeatLevel::Coarse, minimumPeople);
    return std::move(days.shown);
}

Instant startOf(HeatStep step, Instant time)
{
    switch (step) {
    case HeatStep::Hour: return india::hourOf(time);
    case HeatStep::Day: return india::dayOf(time);
    case HeatStep::Month: {
        const QDate date = dateOf(time);
        return startOfDate({date.year(), date.month(), 1});
    }
    }
    return time;
}

Instant nextStart(HeatStep step, Instant start)
{
    switch (step) {
    case HeatStep::Hour: return start.after(hourMs);
    case HeatStep::Day: return start.after(dayMs);
    case HeatStep::Month: return startOfDate(dateOf(start).addMonths(1));
    }
    return start;
}

Span wholeIn(HeatStep step, const Span &span)
{
    const Instant first = startOf(step, span.from);
    return {first < span.from ? nextStart(step, first) : first, startOf(step, span.to)};
}

std::vector<Span> without(const std::vector<Span> &spans, HeatStep step, const std::vector<Instant> &starts)
{
    std::vector<Span> out;
    auto next = starts.begin();
    for (const Span &span : spans) {
        Instant from = span.from;
        for (; next != starts.end() && *next < span.to; ++next) {
            if (from < *next)
                out.push_back({from, *next});
            from = nextStart(step, *next);
        }
        if (from < span.to)
            out.push_back({from, span.to});
    }
    return out;
}

HeatStep stepFor(const Span &span)
{
    if (barsIn(HeatStep::Hour, span) <= barsMax)
        return HeatStep::Hour;
    return barsIn(HeatStep::Day, span) <= barsMax ? HeatStep::Day : HeatStep::Month;
}

qint64 barsIn(HeatStep step, const Span &span)
{
    const qint64 lengthMs = span.to.ms - span.from.ms;
    switch (step) {
    case HeatStep::Hour: return lengthMs / hourMs;
    case HeatStep::Day: return lengthMs / dayMs + 1;
    case HeatStep::Month: return lengthMs / (28 * dayMs) + 1;
    }
    return 0;
}

} // namespace heatmap
