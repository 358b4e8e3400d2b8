// The market's figures of tests/console/pages/samples: those of the pictures in which the console was designed.

#include "tests/console/pages/samples.h"

#include <QDate>

namespace samples {

namespace {

constexpr qint64 lakh = 10'000'000; // in paise

QString isoDay(int before)
{
    return QDate(2026, 11, 20).addDays(-before).toString(Qt::ISODate);
}

QList<SeriesPoint> days(qint64 scale)
{
    static constexpr int wave[] = {208, 225, 232, 190, 178, 205, 214, 230, 255, 262, 218, 201, 228, 240, 258,
                                   278, 286, 240, 226, 256, 320, 285, 305, 310, 265, 250, 280, 292, 312, 333};
    QList<SeriesPoint> out;
    for (int i = 0; i < 30; ++i) {
        const Money placed{wave[i] * scale};
        out += {.from = isoDay(29 - i),
                .to = isoDay(29 - i),
                .sums = {.ordersPlaced = wave[i] * 2,
                         .ordersSettled = wave[i],
                         .placed = placed,
                         .settled = {placed.minor / 2},
                         .commission = {placed.minor / 43}},
                .previousPlaced = Money{wave[(i + 9) % 30] * scale * 7 / 10}};
    }
    return out;
}

template <class Figure, class V>
Figure figure(V now, V before, qint64 change, qint64 step)
{
    Figure out{.figure = now, .previous = before, .change = BasisPoints{change}};
    for (const int at : {4, 3, 3, 4, 6, 8, 8, 7, 8, 8, 7, 7, 8, 10, 12, 11, 10}) {
        if constexpr (std::is_same_v<V, Money>)
            out.spark += Money{at * step};
        else
            out.spark += at * step;
    }
    return out;
}

QList<FlightStage> flight()
{
    using enum OrderStatus;
    return {{Placed, 212, {9 * lakh}, 18, 60},           {Confirmed, 340, {15 * lakh}, 0, 1440},
            {Packed, 188, {8 * lakh}, 0, 1440},          {Shipped, 421, {22 * lakh}, 3, 4320},
            {OutForDelivery, 267, {12 * lakh}, 7, 1440}, {Delivered, 598, {61 * lakh}, 0, {}}};
}

Top topOf(TopKind kind, const QList<std::tuple<QString, QString, qint64, qint64>> &lines, Money placed)
{
    Top out{.period = thirtyDays(), .kind = kind, .placed = placed};
    int number = 1;
    for (const auto &[name, note, orders, paise] : lines) {
        TopEntry entry{.key = id<Vendor>(number++).text(),
                       .name = name,
                       .orders = orders,
                       .placed = {paise},
                       .previous = {paise * 9 / 10},
                       .change = BasisPoints{1111},
                       .share = BasisPoints{qint64(__int128(paise) * 10'000 / placed.minor)}};
        if (!note.isEmpty())
            entry.note = note;
        out.entries += entry;
    }
    return out;
}

QList<ProcessingTime> steps()
{
    const auto step = [](TradeStep step, qint64 orders, qint64 median, std::optional<qint64> target) {
        ProcessingTime out{.step = step, .orders = orders, .targetMinutes = target};
        if (orders > 0) {
            out.averageSeconds = median * 6 / 5;
            out.medianSeconds = median;
            out.ninetiethSeconds = median * 3;
            out.previousMedianSeconds = median * 11 / 10;
            out.withinTarget = BasisPoints{9120};
        }
        return out;
    };
    return {step(TradeStep::Confirm, 18'002, 23 * 60, 60), step(TradeStep::Dispatch, 17'120, 19 * 3600, 1440),
            step(TradeStep::Deliver, 16'544, 46 * 3600, 2880), step(TradeStep::Settle, 0, 0, {})};
}

} // namespace

CoveredPeriod thirtyDays()
{
    return {.from = isoDay(29),
            .to = isoDay(0),
            .previousFrom = isoDay(59),
            .previousTo = isoDay(30),
            .days = 30,
            .start = now.after(-29 * 24 * hourMs),
            .until = now.after(12 * hourMs)};
}

Top top(TopKind kind)
{
    switch (kind) {
    case TopKind::Vendors:
        return topOf(kind,
                     {{"Sharma Metals & Alloys", "Pune", 1012, 483 * lakh / 10},
                      {"GreenScrap Co.", "Bengaluru", 844, 391 * lakh / 10},
                      {"Lucknow Paper Mart", "Lucknow", 790, 278 * lakh / 10},
                      {"E-Cycle India", "Hyderabad", 512, 221 * lakh / 10},
                      {"Bharat Polymers", "Surat", 430, 187 * lakh / 10}},
                     {894 * lakh});
    case TopKind::Products:
        return topOf(kind,
                     {{"Copper wire, bare bright", "Sharma Metals & Alloys", 240, 92 * lakh},
                      {"Newspaper, grade A", "Lucknow Paper Mart", 410, 44 * lakh},
                      {"HDPE drums, 200 litres", "Bharat Polymers", 130, 21 * lakh}},
                     {894 * lakh});
    case TopKind::Categories:
        return topOf(kind,
                     {{"Ferrous metals", "", 6120, 340 * lakh},
                      {"Paper & carton", "", 5210, 197 * lakh},
                      {"Copper & brass", "", 2310, 152 * lakh},
                      {"Plastics", "", 2870, 107 * lakh},
                      {"E-waste", "", 1310, 72 * lakh}},
                     {894 * lakh});
    case TopKind::Cities:
    case TopKind::States:
        return topOf(kind, {{"Maharashtra", "", 4120, 240 * lakh}, {"Karnataka", "", 2980, 171 * lakh}}, {894 * lakh});
    }
    return {};
}

Dashboard dashboard()
{
    Dashboard out{.period = thirtyDays(),
                  .placed = figure<MoneyFigure>(Money{894 * lakh}, Money{795 * lakh}, 1240, lakh),
                  .ordersPlaced = figure<CountFigure>(qint64(18'426), qint64(17'045), 810, 60),
                  .held = figure<MoneyFigure>(Money{127 * lakh}, Money{131 * lakh}, -300, lakh),
                  .commission = figure<MoneyFigure>(Money{416 * lakh / 10}, Money{361 * lakh / 10}, 1520, lakh),
                  .cancellationRate = {.figure = BasisPoints{382},
                                       .previous = BasisPoints{371},
                                       .change = BasisPoints{11},
                                       .target = BasisPoints{500}},
                  .ordersHeld = 2026,
                  .averageOrder = Money{485'200},
                  .takeRate = BasisPoints{465}};
    out.activeBuyers = figure<CountFigure>(qint64(4120), qint64(3990), 325, 10);
    out.days = days(lakh / 10);
    out.flight = flight();
    out.categories = top(TopKind::Categories);
    out.vendors = top(TopKind::Vendors);
    out.lifetime = {.ordersPlaced = 214'000, .placed = {9'900 * lakh}};
    out.stockLow = 6;
    return out;
}

QList<Decision> decisions()
{
    return {{DecisionKind::KycWaiting, 14, 2, {}, now.after(-26 * hourMs), 1440},
            {DecisionKind::PayoutsToApprove, 9, 0, Money{124 * lakh / 10}, now.after(-5 * hourMs), 1440},
            {DecisionKind::PayoutsToProcess, 0, 0, {}, {}, 1440},
            {DecisionKind::OrdersLate, 10, 10, Money{11 * lakh / 10}, now.after(-60 * hourMs), {}},
            {DecisionKind::JobsDead, 4, 0, {}, now.after(-2 * hourMs), {}},
            {DecisionKind::StockLow, 6, 0, {}, {}, {}}};
}

VendorDashboard storeDashboard()
{
    VendorDashboard out{.period = thirtyDays(),
                        .lifetime = {.ordersPlaced = 4300,
                                     .ordersSettled = 4120,
                                     .placed = {2300 * lakh / 10},
                                     .settled = {2140 * lakh / 10}},
                        .today = figure<MoneyFigure>(Money{1'248'000}, Money{1'120'000}, 1142, 100),
                        .week = figure<MoneyFigure>(Money{78 * lakh / 10}, Money{81 * lakh / 10}, -370, 100),
                        .month = figure<MoneyFigure>(Money{483 * lakh / 10}, Money{401 * lakh / 10}, 2044, 100),
                        .ordersToday = figure<CountFigure>(qint64(31), qint64(28), 1071, 3),
                        .flight = flight(),
                        .stockLow = 3,
                        .released = {12'480'050},
                        .held = {9'711'500}};
    for (const OrderCard &card : cards()) {
        if (card.orderStatus == OrderStatus::Placed)
            out.waiting += card;
    }
    const QList<Product> all = products();
    for (const int i : {5, 1, 6})
        out.lowest += {.productId = all.at(i).id,
                       .title = all.at(i).title,
                       .unit = all.at(i).unit,
                       .stockQuantity = all.at(i).stockQuantity,
                       .minStockLevel = all.at(i).minStockLevel};
    return out;
}

Revenue revenue()
{
    Revenue out{.period = thirtyDays(), .points = days(lakh / 10)};
    out.sums = {.ordersPlaced = 18'426,
                .ordersCancelled = 704,
                .ordersSettled = 16'110,
                .placed = {894 * lakh},
                .cancelled = {34 * lakh},
                .settled = {802 * lakh},
                .commission = {416 * lakh / 10},
                .net = {760 * lakh},
                .averageOrder = Money{485'200}};
    out.previous.placed = {795 * lakh};
    Forecast forecast{.method = ForecastMethod::HoltWinters, .learnedDays = 182, .coverage = {8000}};
    for (int i = 1; i <= 14; ++i)
        forecast.points += {.day = isoDay(-i),
                            .expected = {(300 + i % 7 * 9) * lakh / 10},
                            .low = {(270 - i * 3) * lakh / 10},
                            .high = {(330 + i * 8) * lakh / 10}};
    out.forecast = forecast;
    return out;
}

VendorAnalytics storeAnalytics()
{
    VendorAnalytics out{.revenue = revenue(), .products = top(TopKind::Products), .funnel = funnel(), .steps = steps()};
    out.revenue.points = days(lakh / 200);
    out.revenue.sums.placed = {483 * lakh / 10};
    out.revenue.sums.settled = {402 * lakh / 10};
    out.revenue.sums.commission = {21 * lakh / 10};
    out.categories = top(TopKind::Categories);
    out.fulfilment = {.figure = BasisPoints{9630}};
    out.stockLow = 3;
    out.revenue.sums.averageOrder = Money{485'200};
    out.storeViews = figure<CountFigure>(qint64(3'120), qint64(2'800), 1143, 10);
    return out;
}

Cohorts cohorts()
{
    Cohorts out;
    for (int month = 0; month < 6; ++month) {
        Cohort cohort{.month = QDate(2026, 6 + month, 1).toString(QStringLiteral("yyyy-MM")),
                      .buyers = 1200 - month * 90};
        for (int later = 0; later <= 5 - month; ++later)
            cohort.cells += {.monthsLater = later,
                             .buyers = cohort.buyers * (10 - later) / 10,
                             .orders = 2000 - later * 300,
                             .placed = {90 * lakh - later * 8 * lakh},
                             .retained = {later == 0 ? 10'000 : 6100 - later * 700 + month * 60}};
        out.cohorts += cohort;
    }
    return out;
}

Funnel funnel()
{
    return {.period = thirtyDays(),
            .steps = {{FunnelStage::Viewed, 402'118, {}},
                      {FunnelStage::Ordered, 18'426, BasisPoints{458}},
                      {FunnelStage::Settled, 16'110, BasisPoints{8743}}}};
}

Processing processing()
{
    return {.period = thirtyDays(), .steps = steps()};
}

Operations operations()
{
    Operations out{.period = thirtyDays()};
    out.paymentSuccess = {.figure = BasisPoints{9641},
                          .previous = BasisPoints{9580},
                          .change = BasisPoints{61},
                          .target = BasisPoints{9500}};
    out.paymentsPaid = figure<CountFigure>(qint64(9120), qint64(8800), 364, 10);
    out.paymentsFailed = figure<CountFigure>(qint64(340), qint64(386), -1192, 10);
    out.paidIn = figure<MoneyFigure>(Money{921 * lakh}, Money{840 * lakh}, 964, lakh);
    out.payoutsProcessed = figure<CountFigure>(qint64(214), qint64(190), 1263, 10);
    out.paidOut = figure<MoneyFigure>(Money{702 * lakh}, Money{655 * lakh}, 718, lakh);
    out.monthlyRetention = {.figure = BasisPoints{6820},
                            .previous = BasisPoints{6910},
                            .change = BasisPoints{-90},
                            .target = BasisPoints{7000}};
    out.dailyActiveBuyers = 512;
    out.monthlyActiveBuyers = 4120;
    out.buyersJoined = figure<CountFigure>(qint64(811), qint64(790), 266, 10);
    out.storesApplied = figure<CountFigure>(qint64(44), qint64(39), 1282, 1);
    out.storesApproved = figure<CountFigure>(qint64(31), qint64(30), 333, 1);
    out.onboardingRate = {.figure = BasisPoints{7045}};
    out.orderCompletion = {.figure = BasisPoints{9581}, .previous = BasisPoints{9602}, .change = BasisPoints{-21}};
    out.firstTimeBuyers = figure<CountFigure>(qint64(640), qint64(600), 667, 10);
    out.responseTime = {.figureMs = 184, .previousMs = 201, .targetMs = 2'000};
    out.uptime = {.figure = BasisPoints{9'996}, .previous = BasisPoints{9'981}, .target = BasisPoints{9'990}};
    out.storeViews = figure<CountFigure>(qint64(48'200), qint64(45'000), 711, 100);
    return out;
}

} // namespace samples
