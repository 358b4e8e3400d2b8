#pragma once

// Where the stores that sell are, so that a place asks only those around it. Made of all of them at once and read by
// many questions.

#include "server/heatmap/atlas.h"
#include "server/heatmap/store.h"

#include <QMap>

namespace heatmap {

class StoreMap
{
public:
    static constexpr int storesMax = 100'000;

    StoreMap(QList<StorePlace> stores, const Atlas &atlas);

    // Whether any of them comes so far: a store's own radius counts as far as the platform's allows it.
    bool isReached(const GeoPoint &place, qint64 radiusKm) const;
    // Also those that would come less far than the platform lets them.
    qint64 countWithin(const GeoPoint &place, qint64 radiusKm) const;
    std::optional<double> nearestKm(const GeoPoint &place) const;

    const QMap<QString, qint64> &byRegion() const { return m_byRegion; }
    const QList<HeatStores> &shown() const { return m_shown; } // by fine cell

private:
    static geocell::Cell cellOf(const GeoPoint &place);
    static int ringsFor(qint64 radiusKm);
    template <class Visit>
    bool anyInRing(geocell::Cell home, int ring, Visit &&visit) const;

    QList<StorePlace> m_stores; // that say where they are
    QHash<int, QList<qsizetype>> m_byCell;
    QMap<QString, qint64> m_byRegion;
    QList<HeatStores> m_shown;
};

} // namespace heatmap
