#include "console/pages/heatmap/export.h"

#include "console/pages/heatmap/cityrows.h"
#include "console/pages/heatmap/india.h"

#include <QCoreApplication>
#include <QStringList>

namespace heatmap {

namespace {

QString coordinates(double latitude, double longitude)
{
    return QStringLiteral("%1° N %2° E").arg(latitude, 0, 'f', 2).arg(longitude, 0, 'f', 2);
}

} // namespace

QList<PlaceRow> placesOf(const HeatMap &map, const HeatGaps &gaps)
{
    QList<PlaceRow> out;
    for (const HeatState &state : map.states)
        out += {.place = India::nameOf(state.region),
                .kind = QCoreApplication::translate("heatmap", "State"),
                .count = state.count,
                .amount = state.amount,
                .stores = state.stores};
    for (const HeatCity &city : map.cities)
        out += {.place = CityRows::nameOf(city.city),
                .kind = QCoreApplication::translate("heatmap", "City"),
                .count = city.count,
                .amount = city.amount,
                .previousCount = city.previousCount};
    for (const HeatGap &gap : gaps.gaps)
        out += {.place = gap.city ? CityRows::nameOf(*gap.city) : coordinates(gap.latitude, gap.longitude),
                .kind = QCoreApplication::translate("heatmap", "Gap: demand without vendors"),
                .count = gap.orders + gap.searches};
    for (const HeatCell &cell : map.cells)
        out += {.place = coordinates(cell.latitude, cell.longitude),
                .kind = QCoreApplication::translate("heatmap", "Cell"),
                .count = cell.count,
                .amount = cell.amount};
    return out;
}

QString csvCell(const QString &text)
{
    QString out = text;
    if (!out.isEmpty() && QStringLiteral("=+-@\t\r").contains(out.front()))
        out.prepend(u'\'');
    const bool needsQuotes = out.contains(u',') || out.contains(u'"') || out.contains(u'\n') || out.contains(u'\r');
    return needsQuotes ? u'"' + out.replace(u'"', QStringLiteral("\"\"")) + u'"' : out;
}

QByteArray csv(const QStringList &headings, const QList<PlaceRow> &rows)
{
    // Spreadsheets take a file for UTF-8 only with this mark.
    QString out(QChar(QChar::ByteOrderMark));
    const auto add = [&](const QStringList &cells) {
        QStringList safe;
        for (const QString &cell : cells)
            safe += csvCell(cell);
        out += safe.join(u',') + QStringLiteral("\r\n");
    };
    add(headings);
    for (const PlaceRow &row : rows)
        add({row.place, row.kind, QString::number(row.count), row.amount.text(), QString::number(row.previousCount),
             QString::number(row.stores)});
    return out.toUtf8();
}

} // namespace heatmap
