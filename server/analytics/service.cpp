#include "server/analytics/service.h"

#include "server/core/permit.h"
#include "server/settings/service.h"

namespace analytics {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 minutesOfHour = 60;
constexpr int tilesTop = 5;
constexpr qint64 monthlyDays = 30;
constexpr BasisPoints paymentTarget{9'500}, retentionTarget{7'000}; // AN-08

template <class Wish>
Filter filterOf(const Wish &wish)
{
    return {.vendor = wish.vendor, .category = wish.category, .state = wish.state};
}

RateFigure rate(const std::optional<BasisPoints> &figure, const std::optional<BasisPoints> &previous,
                std::optional<BasisPoints> target = {})
{
    return {.figure = figure, .previous = previous, .change = difference(previous, figure), .target = target};
}

MoneyFigure asMoney(const CountFigure &paise)
{
    MoneyFigure out{.figure = {paise.figure}, .previous = {paise.previous}, .change = paise.change};
    for (const qint64 each : paise.spark)
        out.spark += Money{each};
    return out;
}

// A figure made of the points of a series that has a point for each piece of the spark.
template <class Figure, class Value>
Figure figureOf(const Revenue &revenue, const QList<SeriesPoint> &points, Value &&value)
{
    Figure out{.figure = value(revenue.sums), .previous = value(revenue.previous)};
    for (const SeriesPoint &point : points)
        out.spark += value(point.sums);
    if constexpr (std::is_same_v<Figure, MoneyFigure>)
        out.change = change(out.previous.minor, out.figure.minor);
    else
        out.change = change(out.previous, out.figure);
    return out;
}

} // namespace

Service::Service(Db &db, const Clock &clock, settings::Service &settings)
    : m_db(db)
    , m_clock(clock)
    , m_settings(settings)
{}

// A store that there is none of has no figures, instead of figures that are nothing.
Result<> Service::mustBeStore(Tx &tx, const OfVendor &vendor)
{
    if (vendor && !m_market.hasVendor(tx, *vendor))
        return notFound(QLatin1StringView("vendor"));
    return {};
}

Result<Dashboard> Service::readDashboard(const Caller &caller, const AskAnalytics &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(span, spanOf(wish.period, wish.from, wish.to, today()));
    return m_db.read([&](Tx &tx) -> Result<Dashboard> {
        MUST(mustBeStore(tx, wish.vendor));
        const Reading at = reading(tx);
        const Filter filter = filterOf(wish);
        const Sales traded = sales(at, filter, span);
        const Revenue revenue = revenueOf(traded, span, SeriesStep::Day);
        const auto spark = series(traded, span, pieces(span, sparkMax));
        Dashboard out{.period = revenue.period};
        out.placed = figureOf<MoneyFigure>(revenue, spark, [](const SalesSums &sums) { return sums.placed; });
        out.ordersPlaced =
            figureOf<CountFigure>(revenue, spark, [](const SalesSums &sums) { return sums.ordersPlaced; });
        out.commission = figureOf<MoneyFigure>(revenue, spark, [](const SalesSums &sums) { return sums.commission; });
        out.held = held(at, filter, span, traded, out.ordersHeld);
        out.cancellationRate = rate(share(revenue.sums.ordersCancelled, revenue.sums.ordersPlaced),
                                    share(revenue.previous.ordersCancelled, revenue.previous.ordersPlaced),
                                    m_settings.rate(settings::Key::OrdersCancellationTarget));
        out.activeBuyers = activeBuyers(at, span);
        out.averageOrder = revenue.sums.averageOrder;
        out.takeRate = share(revenue.sums.commission.minor, revenue.sums.settled.minor);
        out.days = revenue.points;
        out.flight = flight(at, wish.vendor);
        out.categories = top(at, TopKind::Categories, filter, span, tilesTop);
        out.vendors = top(at, TopKind::Vendors, filter, span, tilesTop);
        out.lifetime = sums(at, filter, {firstDayEver, today()});
        out.stockLow = m_market.lowStock(tx, wish.vendor);
        return out;
    });
}

CountFigure Service::activeBuyers(const Reading &at, const Span &span)
{
    CountFigure out{.figure = m_store.buyers(at.tx, at.edition, span), .previous = buyersBefore(at, span)};
    out.change = change(out.previous, out.figure);
    // Different buyers do not add up, so a piece of several days shows its best one.
    const QList<DayAmount> days = m_store.amounts(at.tx, at.edition, Count::BuyersOfDay, span);
    for (const Span &piece : pieces(span, sparkMax)) {
        qint64 most = 0;
        for (const DayAmount &each : days)
            most = piece.contains(each.day) ? qMax(most, each.amount) : most;
        out.spark += most;
    }
    return out;
}

Result<QList<Decision>> Service::listDecisions(const Caller &caller)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.read([&](Tx &tx) -> Result<QList<Decision>> {
        QList<Decision> out;
        const auto add = [&](DecisionKind kind, const Waiting &waiting, std::optional<qint64> target = {}) {
            const auto amount = waiting.amount > Money{} ? std::optional(waiting.amount) : std::nullopt;
            if (waiting.count > 0)
                out += Decision{kind, waiting.count, waiting.late, amount, waiting.oldest, target};
        };
        const qint64 kycMinutes = m_settings.whole(settings::Key::KycSlaHours) * minutesOfHour;
        add(DecisionKind::KycWaiting, m_market.submissions(tx, m_clock.now().after(-kycMinutes * minuteMs)),
            kycMinutes);
        const qint64 payoutMinutes = m_settings.whole(settings::Key::PayoutsTargetHours) * minutesOfHour;
        const Instant payoutsLate = m_clock.now().after(-payoutMinutes * minuteMs);
        add(DecisionKind::PayoutsToApprove, m_market.payouts(tx, PayoutStatus::Requested, payoutsLate), payoutMinutes);
        add(DecisionKind::PayoutsToProcess, m_market.payouts(tx, PayoutStatus::Approved, payoutsLate), payoutMinutes);
        const qint64 cancelMinutes = m_settings.whole(settings::Key::OrdersUnconfirmedCancelMinutes);
        const qint64 riskMs = cancelMinutes * minuteMs * riskNumerator / riskDenominator;
        add(DecisionKind::OrdersAtRisk, m_market.overdue(tx, OrderStatus::Placed, m_clock.now().after(-riskMs)),
            cancelMinutes);
        add(DecisionKind::OrdersLate, lateOrders(tx));
        add(DecisionKind::JobsDead, m_market.deadJobs(tx));
        add(DecisionKind::EventsDead, m_market.deadEvents(tx));
        add(DecisionKind::StockLow, Waiting{.count = m_market.lowStock(tx, {})});
        return out;
    });
}

Result<Revenue> Service::readRevenue(const Caller &caller, const AskRevenue &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(span, spanOf(wish.period, wish.from, wish.to, today()));
    return m_db.read([&](Tx &tx) -> Result<Revenue> {
        MUST(mustBeStore(tx, wish.vendor));
        return revenue(reading(tx), filterOf(wish), span, wish.step, wish.forecastDays);
    });
}

Result<Top> Service::readTop(const Caller &caller, const AskTop &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(span, spanOf(wish.period, wish.from, wish.to, today()));
    if (wish.kind == TopKind::Cities && !filterOf(wish).isOpen())
        return refusal(QStringLiteral("kind"), QStringLiteral("cannot be narrowed when it is cities"));
    return m_db.read([&](Tx &tx) -> Result<Top> {
        MUST(mustBeStore(tx, wish.vendor));
        return top(reading(tx), wish.kind, filterOf(wish), span, wish.limit);
    });
}

Result<Cohorts> Service::readCohorts(const Caller &caller, const AskCohorts &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.read([&](Tx &tx) -> Result<Cohorts> {
        const qint64 thisMonth = monthOf(today());
        Cohorts out;
        for (const CohortRow &row : m_store.cohorts(tx, reading(tx).edition, thisMonth - wish.months + 1)) {
            if (row.month == row.cohort)
                out.cohorts += Cohort{monthText(row.cohort), row.buyers, {}};
            Cohort &cohort = out.cohorts.last();
            while (cohort.cells.size() < row.month - row.cohort)
                cohort.cells += CohortCell{.monthsLater = cohort.cells.size()};
            cohort.cells += CohortCell{.monthsLater = row.month - row.cohort,
                                       .buyers = row.buyers,
                                       .orders = row.orders,
                                       .placed = row.placed,
                                       .retained = share(row.buyers, cohort.buyers).value_or(BasisPoints{})};
        }
        for (Cohort &cohort : out.cohorts) {
            const qint64 first = monthOf(dayFrom(cohort.month + QStringLiteral("-01")).value());
            while (cohort.cells.size() <= thisMonth - first)
                cohort.cells += CohortCell{.monthsLater = cohort.cells.size()};
        }
        return out;
    });
}

Result<Funnel> Service::readFunnel(const Caller &caller, const AskAnalytics &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(span, spanOf(wish.period, wish.from, wish.to, today()));
    return m_db.read([&](Tx &tx) -> Result<Funnel> {
        MUST(mustBeStore(tx, wish.vendor));
        return funnel(reading(tx), filterOf(wish), span);
    });
}

Result<Processing> Service::readProcessing(const Caller &caller, const AskAnalytics &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(span, spanOf(wish.period, wish.from, wish.to, today()));
    if (wish.category || wish.state)
        return refusal(wish.category ? QStringLiteral("category") : QStringLiteral("state"),
                       QStringLiteral("does not narrow processing times"));
    return m_db.read([&](Tx &tx) -> Result<Processing> {
        MUST(mustBeStore(tx, wish.vendor));
        return Processing{covered(span, m_clock.now()), processing(reading(tx), wish.vendor, span)};
    });
}

Result<Operations> Service::readOperations(const Caller &caller, const AskAnalytics &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(span, spanOf(wish.period, wish.from, wish.to, today()));
    return m_db.read([&](Tx &tx) -> Result<Operations> { return operations(reading(tx), span); });
}

Operations Service::operations(const Reading &at, const Span &span)
{
    const auto figure = [&](Count count) { return counted(at, count, span); };
    Operations out{.period = covered(span, m_clock.now())};
    out.paymentsPaid = figure(Count::PaymentsPaid);
    out.paymentsFailed = figure(Count::PaymentsFailed);
    out.paymentSuccess =
        rate(share(out.paymentsPaid.figure, out.paymentsPaid.figure + out.paymentsFailed.figure),
             share(out.paymentsPaid.previous, out.paymentsPaid.previous + out.paymentsFailed.previous), paymentTarget);
    out.paidIn = asMoney(figure(Count::PaidIn));
    out.payoutsProcessed = figure(Count::PayoutsProcessed);
    out.paidOut = asMoney(figure(Count::PaidOut));
    out.monthlyRetention = retention(at, span.last);
    qint64 buyerDays = 0;
    for (const DayAmount &each : m_store.amounts(at.tx, at.edition, Count::BuyersOfDay, span))
        buyerDays += each.amount;
    out.dailyActiveBuyers = (buyerDays + span.days() / 2) / span.days();
    out.monthlyActiveBuyers = m_store.buyers(at.tx, at.edition, {span.last - monthlyDays + 1, span.last});
    out.buyersJoined = figure(Count::BuyersJoined);
    out.distributorsJoined = figure(Count::DistributorsJoined);
    out.vendorsJoined = figure(Count::VendorsJoined);
    out.storesApplied = figure(Count::StoresApplied);
    out.storesApproved = figure(Count::StoresApproved);
    out.onboardingRate = rate(share(out.storesApproved.figure, out.storesApplied.figure),
                              share(out.storesApproved.previous, out.storesApplied.previous));
    const SalesSums now = sums(at, {}, span), before = sumsBefore(at, {}, span);
    out.orderCompletion = rate(share(now.ordersSettled, now.ordersSettled + now.ordersCancelled),
                               share(before.ordersSettled, before.ordersSettled + before.ordersCancelled));
    out.firstTimeBuyers = {.figure = m_store.firstTimeBuyers(at.tx, at.edition, span),
                           .previous = firstTimeBuyersBefore(at, span),
                           .change = {},
                           .spark = {}};
    out.firstTimeBuyers.change = change(out.firstTimeBuyers.previous, out.firstTimeBuyers.figure);
    out.responseTime = responseTime(at, span);
    out.uptime = uptime(at, span);
    out.storeViews = storeViews(at, {}, span);
    return out;
}

// Of the buyers of one month, how many ordered in the next one too; the last month that is over counts.
RateFigure Service::retention(const Reading &at, qint64 lastDay)
{
    const qint64 month = monthOf(lastDay + 1) - 1;
    const auto kept = [&](qint64 of) {
        const Span now{firstDayOf(of), firstDayOf(of)}, before{firstDayOf(of - 1), firstDayOf(of - 1)};
        return share(m_store.amount(at.tx, at.edition, Count::BuyersKept, now),
                     m_store.amount(at.tx, at.edition, Count::BuyersActive, before));
    };
    return rate(kept(month), kept(month - 1), retentionTarget);
}

} // namespace analytics
