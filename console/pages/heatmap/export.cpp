#include "console/pages/heatmap/export.h"

#include "console/kit/figures.h"
#include "console/kit/regions.h"
#include "console/pages/heatmap/cityrows.h"
#include "console/pages/heatmap/india.h"
#include "shared/base/indiatime.h"

#include <QCoreApplication>
#include <QStringList>

namespace heatmap {

QString coordinates(double latitude, double longitude)
{
    return QStringLiteral("%1° N %2° E").arg(latitude, 0, 'f', 2).arg(longitude, 0, 'f', 2);
}

namespace {

// As the tip of the map tells it, with its coordinates, because a city has several.
QString cellName(const HeatCell &cell)
{
    const QString city = CityRows::around(cell.latitude, cell.longitude);
    const QString where = coordinates(cell.latitude, cell.longitude);
    return city.isEmpty() ? where : city + QStringLiteral(" · ") + where;
}

} // namespace

QList<PlaceRow> placesOf(const HeatMap &map, const HeatGaps &gaps)
{
    const bool isOfOrders = map.metric == HeatMetric::Orders || map.metric == HeatMetric::Gmv;
    const auto amountOf = [&](Money amount) { return isOfOrders ? std::optional(amount) : std::nullopt; };
    QList<PlaceRow> out;
    for (const HeatState &state : map.states)
        out += {.place = kit::regionName(state.region),
                .kind = QCoreApplication::translate("heatmap", "State"),
                .count = state.count,
                .amount = amountOf(state.amount),
                .stores = state.stores};
    for (const HeatCity &city : map.cities)
        out += {.place = CityRows::nameOf(city.city),
                .kind = QCoreApplication::translate("heatmap", "City"),
                .count = city.count,
                .amount = amountOf(city.amount),
                .previousCount = city.previousCount};
    for (const HeatGap &gap : gaps.gaps)
        out += {.place = gap.city ? CityRows::nameOf(*gap.city) : coordinates(gap.latitude, gap.longitude),
                .kind = QCoreApplication::translate("heatmap", "Gap: demand without vendors"),
                .count = gap.orders + gap.searches};
    for (const HeatCell &cell : map.cells)
        out += {.place = cellName(cell),
                .kind = QCoreApplication::translate("heatmap", "Cell"),
                .count = cell.count,
                .amount = amountOf(cell.amount)};
    return out;
}

QByteArray csv(const QStringList &headings, const QList<PlaceRow> &rows, const HeatMap &of)
{
    const auto number = [](const QString &text) {
        return kit::Figures::Cell{.text = text, .plain = text, .isNumber = true};
    };
    const auto whole = [&](const std::optional<qint64> &value) {
        return value ? number(QString::number(*value)) : kit::Figures::Cell{};
    };
    const kit::Figures::Cell from{.text = india::timeText(of.from)}, until{.text = india::timeText(of.to)};
    kit::Figures out{.headings = headings, .rows = {}};
    out.headings += {QCoreApplication::translate("fields", "From"), QCoreApplication::translate("fields", "To")};
    for (const PlaceRow &row : rows)
        out.rows += QList<kit::Figures::Cell>{{.text = row.place},
                                              {.text = row.kind},
                                              whole(row.count),
                                              row.amount ? number(row.amount->text()) : kit::Figures::Cell{},
                                              whole(row.previousCount),
                                              whole(row.stores),
                                              from,
                                              until};
    return out.csv();
}

} // namespace heatmap
