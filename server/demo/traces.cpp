#include "server/demo/traces.h"

#include "server/demo/chance.h"
#include "server/market.h"
#include "shared/base/geocell.h"
#include "shared/base/indiatime.h"

#include <map>

namespace demo {

namespace {

// Looks are kept by the day where dashboards show days; before that, days are taken together, which nobody sees.
constexpr qint64 dailyDays = 45, togetherDays = 14;
constexpr qint64 looksLeast = 9, looksMost = 26; // for each product that was ordered
constexpr qint64 storeLooksLeast = 2, storeLooksMost = 6;
constexpr qsizetype looksAtOnce = 500;

// Where people ask and no store of the year delivers.
struct Outpost
{
    GeoPoint place;
    qint64 searchesLeast, searchesMost; // in a week
};
constexpr Outpost outposts[] = {{{34.1526, 77.5771}, 5, 14},  // Leh
                                {{11.6234, 92.7265}, 8, 22},  // Port Blair
                                {{10.5667, 72.6417}, 5, 9},   // Kavaratti
                                {{27.0844, 93.6053}, 5, 12}}; // Itanagar

Instant noonOf(qint64 day)
{
    return india::startOf(day).after(12 * hourMs);
}

qint64 kept(qint64 day, qint64 today)
{
    return today - day < dailyDays ? day : day - day % togetherDays;
}

QList<MissedSearches> searches(const Plan &plan, Chance &chance)
{
    QList<MissedSearches> out;
    const qint64 first = india::dayNumber(plan.start), last = india::dayNumber(plan.today) - 1;
    for (const Outpost &outpost : outposts) {
        const int cell = geocell::at(outpost.place.latitude, outpost.place.longitude).id();
        for (qint64 day = first; day <= last; day += 7)
            out += MissedSearches{.cell = cell,
                                  .hour = noonOf(std::min(day + chance.between(0, 6), last)),
                                  .count = chance.between(outpost.searchesLeast, outpost.searchesMost)};
    }
    return out;
}

} // namespace

Result<> leaveFootfall(Market &market, Tx &tx, const Plan &plan, quint64 seed)
{
    Chance chance(seed, "footfall");
    const qint64 today = india::dayNumber(plan.today);
    std::map<std::pair<int, qint64>, qint64> products, stores;
    for (const OrderEntry &order : plan.orders) {
        const qint64 day = kept(india::dayNumber(Instant{order.placedAt()}), today);
        stores[{order.store, day}] += chance.between(storeLooksLeast, storeLooksMost);
        for (int line = order.firstLine; line < order.firstLine + order.lines; ++line)
            products[{plan.lines[std::size_t(line)].product, day}] += chance.between(looksLeast, looksMost);
    }
    Footfall footfall;
    const auto tell = [&]() -> Result<> {
        MUST(market.analytics.onFootfall(tx, footfall));
        footfall = {};
        return {};
    };
    for (const auto &[key, count] : products) {
        footfall.views += ProductViews{plan.products[std::size_t(key.first)].id, noonOf(key.second), count};
        if (footfall.views.size() == looksAtOnce)
            MUST(tell());
    }
    for (const auto &[key, count] : stores) {
        footfall.stores += StoreViews{plan.stores[std::size_t(key.first)].id, noonOf(key.second), count};
        if (footfall.stores.size() == looksAtOnce)
            MUST(tell());
    }
    MUST(tell());
    return market.heatmap.noteSearches(tx, searches(plan, chance));
}

namespace {

constexpr int wishing = 2'500, liking = 5'000, sayingBirth = 3'000; // of ten thousand
constexpr qint64 wishesOfOneMost = 6, favouritesOfOneMost = 4;
constexpr qint64 youngestYears = 19, oldestYears = 71;

QString birthday(Chance &chance, qint64 today)
{
    constexpr qint64 daysOfYear = 365;
    return india::dayText(today - daysOfYear * chance.between(youngestYears, oldestYears) -
                          chance.between(0, daysOfYear));
}

// stores: those of this buyer's orders, each once, with the time of the last order.
buyers::PastTaste tasteOf(const BuyerEntry &buyer, const std::map<int, Instant> &stores, Chance &chance,
                          const Tables &tables, const Plan &plan)
{
    buyers::PastTaste taste{.account = buyer.self.account};
    if (chance.happens(sayingBirth))
        taste.profile.dateOfBirth = birthday(chance, india::dayNumber(plan.today));
    for (const auto &[place, at] : stores) {
        const StoreEntry &store = plan.stores[std::size_t(place)];
        if (taste.stores.size() < favouritesOfOneMost && chance.happens(liking))
            taste.stores += {store.id, store.name, at};
        if (taste.wishes.size() < wishesOfOneMost && !store.products.empty() && chance.happens(wishing)) {
            const ProductEntry &product = plan.products[std::size_t(chance.oneOf(store.products))];
            taste.wishes += {product.id, tables.trade.goods[product.good].title, std::max(at, product.listed)};
        }
    }
    return taste;
}

} // namespace

Result<> leaveTastes(Market &market, Tx &tx, const Tables &tables, const Plan &plan, quint64 seed)
{
    Chance chance(seed, "tastes");
    std::vector<std::map<int, Instant>> stores(plan.buyers.size());
    for (const OrderEntry &order : plan.orders)
        stores[std::size_t(order.buyer)][order.store] = Instant{order.placedAt()};
    for (std::size_t at = 0; at < plan.buyers.size(); ++at)
        MUST(market.buyers.adopt(tx, tasteOf(plan.buyers[at], stores[at], chance, tables, plan)));
    return {};
}

// The last month once as a table and once as plain text, so that the list of files is not empty.
Result<> keepReports(Market &market, const Caller &admin)
{
    using enum ReportFrequency;
    const auto keep = [&](ReportName name, const char *title, ReportFormat format, ReportFrequency frequency) {
        PutReportDefinition wish{
            .name = name, .title = QString::fromUtf8(title), .format = format, .frequency = frequency};
        if (frequency == Never)
            wish.scope.period = ReportPeriod::LastMonth;
        else
            wish.recipients = {admin.id};
        return market.reports.addDefinition(admin, wish);
    };
    LET(daily, keep(ReportName::DailySales, "Sales for the morning round", ReportFormat::Xlsx, Daily));
    LET(weekly, keep(ReportName::VendorPerformance, "Vendors of the week", ReportFormat::Csv, Weekly));
    LET(byHand, keep(ReportName::Financial, "The month for the accountant", ReportFormat::Xlsx, Never));
    for (const ReportDefinition &each : {daily, weekly, byHand})
        MUST(market.reports.runDefinition(admin, each.id));
    MUST(market.reports.runReport(admin, ReportName::AdPerformance, {.format = ReportFormat::Csv}));
    market.reports.workOff();
    return {};
}

} // namespace demo
