// Where the sample market happens: cities of about the weight they have in pictures of the heatmap.

#include "shared/base/cities.h"
#include "shared/base/indiatime.h"
#include "tests/console/pages/samples.h"

#include <cmath>

namespace samples {

namespace {

struct Weight
{
    const char *city;
    qint64 count;
    qint64 before;
};

constexpr Weight weights[] = {{"Delhi NCR", 480, 466}, {"Mumbai", 441, 401},    {"Bengaluru", 403, 486},
                              {"Pune", 355, 338},      {"Hyderabad", 336, 300}, {"Chennai", 316, 390},
                              {"Kolkata", 297, 278},   {"Ahmedabad", 278, 244}, {"Surat", 240, 304},
                              {"Lucknow", 211, 194},   {"Jaipur", 192, 166},    {"Kanpur", 182, 190},
                              {"Indore", 172, 155},    {"Nagpur", 120, 120},    {"Coimbatore", 96, 80},
                              {"Patna", 74, 61},       {"Ludhiana", 66, 70},    {"Bhubaneswar", 41, 0}};

HeatState state(const char *region, qint64 count, qint64 stores)
{
    return {.region = QString::fromLatin1(region), .count = count, .amount = {count * 480'000}, .stores = stores};
}

} // namespace

HeatMap heatMap()
{
    const Cities cities;
    HeatMap out{.from = india::hourOf(now).after(-india::hourMs),
                .to = india::hourOf(now),
                .minimumPeople = 5,
                .count = 4'711,
                .amount = {4'711 * 480'000LL},
                .previousCount = 4'412,
                .previousAmount = {4'412 * 480'000LL}};
    for (const Weight &weight : weights) {
        const City *city = cities.named(QString::fromLatin1(weight.city));
        if (!city)
            continue;
        out.cities += {city->name,    city->latitude,           city->longitude, weight.count, {weight.count * 480'000},
                       weight.before, {weight.before * 480'000}};
        const qint64 core = weight.count * 6 / 10, rim = weight.count / 10;
        out.cells += {city->latitude, city->longitude, HeatLevel::Fine, core, {core * 480'000}};
        for (const auto &[north, east] : {std::pair(0.1, 0.0), std::pair(-0.1, 0.1), std::pair(0.0, -0.2)})
            out.cells += {city->latitude + north, city->longitude + east, HeatLevel::Fine, rim, {rim * 480'000}};
    }
    out.cells += {17.0, 81.0, HeatLevel::Coarse, 120, {120 * 480'000}};
    out.cells += {25.0, 87.0, HeatLevel::Coarse, 90, {90 * 480'000}};
    for (const HeatCell &cell : out.cells)
        out.shownCount += cell.count;
    out.states = {state("IN-DL", 480, 44), state("IN-GJ", 518, 61), state("IN-KA", 403, 52), state("IN-MH", 916, 312),
                  state("IN-MP", 172, 14), state("IN-RJ", 192, 22), state("IN-TN", 412, 57), state("IN-TS", 336, 38),
                  state("IN-UP", 393, 49), state("IN-WB", 297, 31)};
    return out;
}

HeatSeries heatSeries()
{
    constexpr int hours = 73;
    HeatSeries out{.step = HeatStep::Hour};
    const Instant first = india::hourOf(now).after(-(hours - 1) * india::hourMs);
    for (int i = 0; i < hours; ++i) {
        const Instant from = first.after(i * india::hourMs);
        const auto hour = double((from.ms + india::aheadMs) % india::dayMs) / double(india::hourMs);
        const auto count = qint64(900 + 4'000 * std::exp(-std::pow((hour - 12.5) / 4.2, 2)));
        out.bars += {from, from.after(india::hourMs), count, {count * 480'000}};
    }
    return out;
}

HeatSeries heatDays()
{
    constexpr int days = 30;
    HeatSeries out{.step = HeatStep::Day};
    for (int i = 0; i < days; ++i) {
        const Instant from = india::dayOf(now).after((i + 1 - days) * india::dayMs);
        const auto count = qint64(3'600 + 40 * i + 900 * std::sin(i * 0.9));
        out.bars += {from, from.after(india::dayMs), count, {count * 480'000}};
    }
    return out;
}

HeatGaps heatGaps()
{
    HeatGaps out{.radiusKm = 250,
                 .gaps = {{.latitude = 26.15,
                           .longitude = 91.75,
                           .city = QStringLiteral("Guwahati"),
                           .region = QStringLiteral("IN-AS"),
                           .orders = 0,
                           .searches = 61,
                           .nearestStoreKm = 512.4},
                          {.latitude = 34.15,
                           .longitude = 77.55,
                           .city = QStringLiteral("Leh"),
                           .region = QStringLiteral("IN-LA"),
                           .searches = 9,
                           .nearestStoreKm = 604.0}}};
    for (const City &city : Cities().all().first(20))
        out.stores += {city.latitude, city.longitude, 3};
    return out;
}

} // namespace samples
