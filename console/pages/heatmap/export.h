#pragma once

// The figures as lines for a spreadsheet. Cells that a spreadsheet would take for a formula are made plain text.

#include "shared/contract/heatmap.h"

#include <QByteArray>

namespace heatmap {

// One thing the map shows, in words: a state, a city, a cell or a gap. What is not known of it is none instead of zero:
// only orders have an amount, only cities a time before, only states their vendors.
struct PlaceRow
{
    QString place;
    QString kind;
    qint64 count = 0;
    std::optional<Money> amount;
    std::optional<qint64> previousCount;
    std::optional<qint64> stores;

    FIELDS(PlaceRow, FIELD(place, .label = QT_TRANSLATE_NOOP("fields", "Place")),
           FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "Kind")),
           FIELD(count, .label = QT_TRANSLATE_NOOP("fields", "Count")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(previousCount, .label = QT_TRANSLATE_NOOP("fields", "Before")),
           FIELD(stores, .label = QT_TRANSLATE_NOOP("fields", "Vendors")))
};

QString coordinates(double latitude, double longitude);
QList<PlaceRow> placesOf(const HeatMap &map, const HeatGaps &gaps);
// of: the map that the rows were made of; each line says its time, because a file is read without the page.
QByteArray csv(const QStringList &headings, const QList<PlaceRow> &rows, const HeatMap &of);

} // namespace heatmap
