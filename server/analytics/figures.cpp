// How figures are made of the roll-ups.

#include "server/analytics/forecast.h"
#include "server/analytics/service.h"
#include "server/settings/service.h"

#include <algorithm>

namespace analytics {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 secondMs = 1000;
constexpr BasisPoints half{5'000}, nineTenths{9'000};

struct Adding
{
    Counters sum;

    void add(const DayCounters &day)
    {
        sum.ordersPlaced += day.ordersPlaced;
        sum.ordersCancelled += day.ordersCancelled;
        sum.ordersSettled += day.ordersSettled;
        sum.ordersWon += day.ordersWon;
        sum.placed = sum.placed + day.placed;
        sum.cancelled = sum.cancelled + day.cancelled;
        sum.settled = sum.settled + day.settled;
        sum.commission = sum.commission + day.commission;
    }
};

SalesSums described(const Counters &counters)
{
    return {.ordersPlaced = counters.ordersPlaced,
            .ordersCancelled = counters.ordersCancelled,
            .ordersSettled = counters.ordersSettled,
            .placed = counters.placed,
            .cancelled = counters.cancelled,
            .settled = counters.settled,
            .commission = counters.commission,
            .net = counters.settled - counters.commission,
            .averageOrder = average(counters.placed, counters.ordersPlaced)};
}

// days in ascending order.
Counters within(const QList<DayCounters> &days, const Span &span)
{
    Adding adding;
    const auto first = std::lower_bound(days.begin(), days.end(), span.first,
                                        [](const DayCounters &each, qint64 day) { return each.day < day; });
    for (auto each = first; each != days.end() && each->day <= span.last; ++each)
        adding.add(*each);
    return adding.sum;
}

// The books may be a moment ahead of the roll-ups; then there is nothing left rather than less than that.
Counters without(const Counters &all, const Counters &rest)
{
    const auto left = [](auto whole, auto part) { return std::max(whole - part, decltype(whole){}); };
    return {.ordersPlaced = left(all.ordersPlaced, rest.ordersPlaced),
            .ordersCancelled = left(all.ordersCancelled, rest.ordersCancelled),
            .ordersSettled = left(all.ordersSettled, rest.ordersSettled),
            .ordersWon = all.ordersWon,
            .placed = left(all.placed, rest.placed),
            .cancelled = left(all.cancelled, rest.cancelled),
            .settled = left(all.settled, rest.settled),
            .commission = left(all.commission, rest.commission)};
}

// The period before, as far as this one has come.
Counters before(const Sales &sales, const Span &span)
{
    return without(within(sales.days, span.before()), sales.rest);
}

TradeStep stepOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Placed: return TradeStep::Confirm;
    case OrderStatus::Confirmed:
    case OrderStatus::Packed: return TradeStep::Dispatch;
    case OrderStatus::Shipped:
    case OrderStatus::OutForDelivery: return TradeStep::Deliver;
    case OrderStatus::Delivered:
    case OrderStatus::Completed:
    case OrderStatus::Cancelled:
    case OrderStatus::Failed:
    case OrderStatus::Refunded: return TradeStep::Settle;
    }
    return TradeStep::Settle;
}

Cut cutOf(TopKind kind)
{
    switch (kind) {
    case TopKind::Vendors: return Cut::Vendor;
    case TopKind::Products: return Cut::Product;
    case TopKind::Categories: return Cut::Category;
    case TopKind::Cities: return Cut::City;
    case TopKind::States: return Cut::State;
    }
    return Cut::Vendor;
}

bool isNamedByText(TopKind kind)
{
    return kind == TopKind::Cities || kind == TopKind::States;
}

std::optional<qint64> seconds(const std::optional<qint64> &ms)
{
    return ms ? std::optional((*ms + secondMs / 2) / secondMs) : std::nullopt;
}

} // namespace

Reading Service::reading(Tx &tx)
{
    return {tx, m_rollupStore.currentEdition(tx)};
}

SalesSums Service::sums(const Reading &at, const Filter &filter, const Span &span)
{
    return described(m_store.total(at.tx, at.edition, filter, span));
}

QList<SeriesPoint> Service::series(const Sales &sales, const Span &span, const QList<Span> &pieces) const
{
    QList<SeriesPoint> points;
    points.reserve(pieces.size());
    for (const Span &piece : pieces) {
        const Span before{piece.first - span.days(), piece.last - span.days()};
        const Money rest = piece.contains(span.last) ? sales.rest.placed : Money{};
        points += SeriesPoint{.from = dayText(piece.first),
                              .to = dayText(piece.last),
                              .sums = described(within(sales.days, piece)),
                              .previousPlaced = std::max(within(sales.days, before).placed - rest, Money{})};
    }
    return points;
}

Revenue Service::revenue(const Reading &at, const Filter &filter, const Span &span, SeriesStep step, int forecastDays)
{
    Revenue out = revenueOf(sales(at, filter, span), span, step);
    out.forecast = outlook(at, filter, forecastDays);
    return out;
}

SalesSums Service::sumsBefore(const Reading &at, const Filter &filter, const Span &span)
{
    return described(without(m_store.total(at.tx, at.edition, filter, span.before()), rest(at, filter, span)));
}

Sales Service::sales(const Reading &at, const Filter &filter, const Span &span)
{
    return {m_store.byDay(at.tx, at.edition, filter, {span.before().first, span.last}), rest(at, filter, span)};
}

Revenue Service::revenueOf(const Sales &sales, const Span &span, SeriesStep step) const
{
    return {.period = covered(span, m_clock.now()),
            .sums = described(within(sales.days, span)),
            .previous = described(before(sales, span)),
            .points = series(sales, span, pieces(span, step)),
            .forecast = {}};
}

// Learns from whole days only: today is not over.
std::optional<Forecast> Service::outlook(const Reading &at, const Filter &filter, int days)
{
    if (days == 0)
        return std::nullopt;
    const Span past{today() - learnedDaysMax, today() - 1};
    const QList<DayCounters> known = m_store.byDay(at.tx, at.edition, filter, past);
    if (known.isEmpty())
        return std::nullopt;
    QList<qint64> placed(past.last - known.constFirst().day + 1, 0);
    for (const DayCounters &each : known)
        placed[each.day - known.constFirst().day] = each.placed.minor;
    // One day more than was asked for, because the rest of today is unknown and not shown.
    const auto outlook = forecast(placed, days + 1);
    if (!outlook)
        return std::nullopt;
    Forecast out{
        .method = outlook->method, .learnedDays = outlook->learnedDays, .coverage = outlook->coverage, .points = {}};
    for (int ahead = 1; ahead <= days; ++ahead) {
        const Expected &each = outlook->days.at(ahead);
        out.points += ForecastPoint{dayText(today() + ahead), {each.value}, {each.low}, {each.high}};
    }
    return out;
}

Top Service::top(const Reading &at, TopKind kind, const Filter &filter, const Span &span, int limit)
{
    const Cut cut = cutOf(kind);
    const QList<KeyCounters> best = m_store.top(at.tx, at.edition, cut, filter, span, limit);
    QList<sql::Blob> keys;
    for (const KeyCounters &each : best)
        keys += each.key;
    QHash<QByteArray, Name> names;
    for (const Name &name : m_market.names(at.tx, kind, keys))
        names.insert(name.key.bytes, name);

    const QHash<QByteArray, Money> rest = placedInRest(at, kind, filter, span);
    Top out{.period = covered(span, m_clock.now()),
            .kind = kind,
            .placed = m_store.total(at.tx, at.edition, filter, span).placed,
            .entries = {}};
    for (const KeyCounters &each : best) {
        const QByteArray &key = each.key.bytes;
        const QString text =
            isNamedByText(kind) ? QString::fromUtf8(key) : QUuid::fromRfc4122(key).toString(QUuid::WithoutBraces);
        const Name name = names.value(key, Name{.name = text});
        const Money previous = std::max(each.before - rest.value(key), Money{});
        out.entries += TopEntry{.key = text,
                                .name = name.name,
                                .note = name.note,
                                .orders = each.orders,
                                .placed = each.placed,
                                .previous = previous,
                                .change = change(previous.minor, each.placed.minor),
                                .share = share(each.placed.minor, out.placed.minor)};
    }
    return out;
}

// What was placed and neither cancelled nor settled by the end of each piece is held then. orders: how many now.
MoneyFigure Service::held(const Reading &at, const Filter &filter, const Span &span, const Sales &sales, qint64 &orders)
{
    const auto left = [](const Counters &c) { return c.placed - c.cancelled - c.settled; };
    const auto ordersLeft = [](const Counters &c) { return c.ordersPlaced - c.ordersCancelled - c.ordersSettled; };
    const Counters earlier = m_store.total(at.tx, at.edition, filter, {firstDayEver, span.before().first - 1});
    const Counters before = within(sales.days, span.before());
    MoneyFigure out;
    out.figure = left(earlier) + left(before);
    out.previous = out.figure - left(sales.rest);
    orders = ordersLeft(earlier) + ordersLeft(before);
    for (const Span &piece : pieces(span, sparkMax)) {
        const Counters of = within(sales.days, piece);
        out.figure = out.figure + left(of);
        orders += ordersLeft(of);
        out.spark += out.figure;
    }
    out.change = change(out.previous.minor, out.figure.minor);
    return out;
}

MoneyFigure Service::placedIn(const Sales &sales, const Span &span) const
{
    MoneyFigure out{.figure = within(sales.days, span).placed, .previous = before(sales, span).placed};
    for (const Span &piece : pieces(span, sparkMax))
        out.spark += within(sales.days, piece).placed;
    out.change = change(out.previous.minor, out.figure.minor);
    return out;
}

Funnel Service::funnel(const Reading &at, const Filter &filter, const Span &span)
{
    const Counters sum = m_store.total(at.tx, at.edition, filter, span);
    const qint64 views = filter.state ? 0 : m_store.views(at.tx, filter, span);
    Funnel out{.period = covered(span, m_clock.now()), .steps = {}};
    if (views > 0)
        out.steps += FunnelStep{FunnelStage::Viewed, views, std::nullopt};
    out.steps += FunnelStep{FunnelStage::Ordered, sum.ordersPlaced, share(sum.ordersPlaced, views)};
    out.steps += FunnelStep{FunnelStage::Settled, sum.ordersWon, share(sum.ordersWon, sum.ordersPlaced)};
    return out;
}

QList<ProcessingTime> Service::processing(const Reading &at, const OfVendor &vendor, const Span &span)
{
    QList<ProcessingTime> out;
    for (const TradeStep step : {TradeStep::Confirm, TradeStep::Dispatch, TradeStep::Deliver, TradeStep::Settle}) {
        const QList<Bucket> buckets = m_store.steps(at.tx, at.edition, vendor, step, span);
        const QList<Bucket> before = m_store.steps(at.tx, at.edition, vendor, step, span.before());
        ProcessingTime time{.step = step, .targetMinutes = targetMinutes(step)};
        qint64 totalMs = 0;
        for (const Bucket &each : buckets) {
            time.orders += each.orders;
            totalMs += each.totalMs;
        }
        if (time.orders > 0)
            time.averageSeconds = seconds(totalMs / time.orders);
        time.medianSeconds = seconds(quantileMs(buckets, half));
        time.ninetiethSeconds = seconds(quantileMs(buckets, nineTenths));
        time.previousMedianSeconds = seconds(quantileMs(before, half));
        if (time.targetMinutes)
            time.withinTarget = shareBelow(buckets, *time.targetMinutes * minuteMs);
        out += time;
    }
    return out;
}

std::optional<qint64> Service::targetMinutes(TradeStep step) const
{
    switch (step) {
    case TradeStep::Confirm: return m_settings.whole(settings::Key::OrdersConfirmTargetMinutes);
    case TradeStep::Dispatch: return m_settings.whole(settings::Key::OrdersDispatchTargetMinutes);
    case TradeStep::Deliver: return m_settings.whole(settings::Key::OrdersDeliverTargetMinutes);
    case TradeStep::Settle: return std::nullopt;
    }
    return std::nullopt;
}

QList<FlightStage> Service::flight(const Reading &at, const OfVendor &vendor)
{
    using enum OrderStatus;
    QList<FlightStage> out;
    for (const OrderStatus status : {Placed, Confirmed, Packed, Shipped, OutForDelivery, Delivered}) {
        const auto target = targetMinutes(stepOf(status));
        const Instant lateBefore = target ? m_clock.now().after(-*target * minuteMs) : Instant{-1};
        const Waiting open = m_market.flight(at.tx, vendor, status, lateBefore);
        out += FlightStage{status, open.count, open.amount, open.late, target};
    }
    return out;
}

// Those that the stages in flight count as late, with their money and the oldest of them.
Waiting Service::lateOrders(Tx &tx)
{
    using enum OrderStatus;
    Waiting out;
    for (const OrderStatus status : {Placed, Confirmed, Packed, Shipped, OutForDelivery}) {
        const auto target = targetMinutes(stepOf(status));
        const Waiting late = m_market.overdue(tx, status, m_clock.now().after(-target.value_or(0) * minuteMs));
        out.count += late.count;
        out.late += late.count;
        out.amount = out.amount + late.amount;
        if (late.oldest && (!out.oldest || *late.oldest < *out.oldest))
            out.oldest = late.oldest;
    }
    return out;
}

CountFigure Service::counted(const Reading &at, Count figure, const Span &span)
{
    const auto rest = restOf(span, m_clock.now());
    return countedIn(m_store.amounts(at.tx, at.edition, figure, {span.before().first, span.last}), span,
                     rest ? m_restStore.amount(at.tx, figure, *rest) : 0);
}

CountFigure Service::countedIn(const QList<DayAmount> &amounts, const Span &span, qint64 rest)
{
    const auto sumOf = [&](const Span &part) {
        qint64 sum = 0;
        for (const DayAmount &each : amounts)
            sum += part.contains(each.day) ? each.amount : 0;
        return sum;
    };
    CountFigure out{.figure = sumOf(span), .previous = std::max<qint64>(0, sumOf(span.before()) - rest)};
    for (const Span &piece : pieces(span, sparkMax))
        out.spark += sumOf(piece);
    out.change = change(out.previous, out.figure);
    return out;
}

} // namespace analytics
