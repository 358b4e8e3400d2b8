// What admins ask. A time is put together from whole months, then days, then hours, so that any question reads few
// rows.

#include "server/core/permit.h"
#include "server/heatmap/service.h"
#include "server/heatmap/storemap.h"

#include <algorithm>

namespace heatmap {

namespace {

constexpr qint64 standardMs = 3 * dayMs;
constexpr qint64 spanMaxMs = 10 * 366 * dayMs;
constexpr qsizetype citiesMax = 50;
constexpr std::array<HeatStep, 3> steps{HeatStep::Month, HeatStep::Day, HeatStep::Hour};

template <class Row>
std::vector<Instant> startsOf(const QList<Row> &rows)
{
    std::vector<Instant> out;
    for (const Row &row : rows)
        out.push_back(row.start);
    return out;
}

HeatCell shown(const Spot &spot, const Sum &sum)
{
    const GeoPoint middle = Atlas::middleOf(spot);
    return {middle.latitude, middle.longitude, spot.level, sum.count, sum.amount};
}

} // namespace

Result<Span> Service::spanOf(const std::optional<Instant> &from, const std::optional<Instant> &to) const
{
    const Instant now = m_clock.now();
    const Instant end = to.value_or(now);
    const Instant lastHour = india::hourOf(end);
    const Span span{india::hourOf(from.value_or(end.after(-standardMs))),
                    lastHour < end ? nextStart(HeatStep::Hour, lastHour) : lastHour};
    if (span.isEmpty())
        return refusal(QStringLiteral("to"), QStringLiteral("must be later than from"));
    if (span.to.ms - span.from.ms > spanMaxMs)
        return refusal(QStringLiteral("from"), QStringLiteral("is more than ten years before the end"));
    return span;
}

Service::Figures Service::figures(Tx &tx, Kind kind, const Span &span, HeatLevel level)
{
    const qint64 generation = m_store.generations(tx).current;
    Figures out;
    std::vector<Span> uncounted{span}, unshown{span};
    for (const HeatStep step : steps) {
        std::vector<Instant> counted, shown;
        for (const Span &each : uncounted) {
            const auto totals = m_store.totals(tx, generation, kind, step, wholeIn(step, each));
            for (const BucketTotal &total : totals)
                out.total.add({total.count, total.amount});
            for (const Instant start : startsOf(totals))
                counted.push_back(start);
        }
        for (const Span &each : unshown) {
            const auto rows = m_store.cells(tx, generation, kind, step, wholeIn(step, each), minimumOf(kind));
            for (const BucketCells &row : rows)
                unpack(row.cells.bytes, out.cells);
            for (const Instant start : startsOf(rows))
                shown.push_back(start);
        }
        uncounted = without(uncounted, step, counted);
        unshown = without(unshown, step, shown);
    }
    out.cells = raised(out.cells, level);
    return out;
}

Result<HeatMap> Service::readHeatMap(const Caller &caller, const ReadHeatMap &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(span, spanOf(wish.from, wish.to));
    const HeatMetric metric = wish.metric.value_or(HeatMetric::Orders);
    const HeatLevel level = wish.level.value_or(HeatLevel::Fine);
    const Span earlier{span.from.after(span.from.ms - span.to.ms), span.from};
    return m_db.read([&](Tx &tx) -> Result<HeatMap> {
        const Kind kind = kindOf(metric);
        const Figures now = figures(tx, kind, span, level);
        const Figures before = figures(tx, kind, earlier, level);
        HeatMap out{.metric = metric,
                    .from = span.from,
                    .to = span.to,
                    .minimumPeople = minimumOf(kind),
                    .count = now.total.count,
                    .amount = now.total.amount,
                    .previousCount = before.total.count,
                    .previousAmount = before.total.amount};
        out.cells.reserve(now.cells.size());
        for (auto each = now.cells.cbegin(); each != now.cells.cend(); ++each) {
            out.cells += shown(each.key(), each.value());
            out.shownCount += each->count;
        }
        std::sort(out.cells.begin(), out.cells.end(), [](const HeatCell &a, const HeatCell &b) {
            return std::tie(b.count, a.latitude, a.longitude, a.level) <
                   std::tie(a.count, b.latitude, b.longitude, b.level);
        });
        out.cells.resize(std::min(out.cells.size(), qsizetype(heatCellsMax)));
        out.cities = cities(now, before, metric);
        out.states = states(tx, now);
        return out;
    });
}

QList<HeatCity> Service::cities(const Figures &now, const Figures &before, HeatMetric metric) const
{
    QHash<const City *, HeatCity> found;
    const auto entry = [&](const Spot &spot) -> HeatCity * {
        const City *city = atlas().cityOf(spot);
        if (!city)
            return nullptr;
        HeatCity &out = found[city];
        out.city = city->name;
        out.latitude = city->latitude;
        out.longitude = city->longitude;
        return &out;
    };
    for (auto each = now.cells.cbegin(); each != now.cells.cend(); ++each) {
        if (HeatCity *city = entry(each.key())) {
            city->count += each->count;
            city->amount = city->amount + each->amount;
        }
    }
    for (auto each = before.cells.cbegin(); each != before.cells.cend(); ++each) {
        if (HeatCity *city = entry(each.key())) {
            city->previousCount += each->count;
            city->previousAmount = city->previousAmount + each->amount;
        }
    }
    QList<HeatCity> out = found.values();
    std::sort(out.begin(), out.end(), [metric](const HeatCity &a, const HeatCity &b) {
        const qint64 left = metric == HeatMetric::Gmv ? a.amount.minor : a.count;
        const qint64 right = metric == HeatMetric::Gmv ? b.amount.minor : b.count;
        return left != right ? left > right : a.city < b.city;
    });
    out.resize(std::min(out.size(), citiesMax));
    return out;
}

QList<HeatState> Service::states(Tx &tx, const Figures &now)
{
    QMap<QString, HeatState> found;
    for (auto each = now.cells.cbegin(); each != now.cells.cend(); ++each) {
        HeatState &state = found[atlas().regionOf(each.key())];
        state.count += each->count;
        state.amount = state.amount + each->amount;
    }
    const auto stores = this->stores(tx);
    for (const auto &[region, count] : stores->byRegion().asKeyValueRange())
        found[region].stores = count;
    found.remove(QString());
    QList<HeatState> out;
    for (auto each = found.cbegin(); each != found.cend(); ++each) {
        out += *each;
        out.last().region = each.key();
    }
    return out;
}

Result<HeatSeries> Service::readHeatSeries(const Caller &caller, const ReadHeatSeries &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(span, spanOf(wish.from, wish.to));
    const HeatStep step = wish.step.value_or(stepFor(span));
    if (barsIn(step, span) > heatBarsMax)
        return refusal(QStringLiteral("step"), QStringLiteral("is too small for this time"));
    return m_db.read([&](Tx &tx) -> Result<HeatSeries> {
        const Span whole{startOf(step, span.from), span.to};
        QHash<qint64, BucketTotal> totals;
        for (const BucketTotal &total : m_store.totals(tx, m_store.generations(tx).current,
                                                       kindOf(wish.metric.value_or(HeatMetric::Orders)), step, whole))
            totals[total.start.ms] = total;
        HeatSeries out{.step = step};
        for (Instant start = whole.from; start < whole.to; start = nextStart(step, start)) {
            const BucketTotal total = totals.value(start.ms);
            out.bars += {start, nextStart(step, start), total.count, total.amount};
        }
        return out;
    });
}

} // namespace heatmap
