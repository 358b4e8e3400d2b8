#pragma once

// Which state and which city a cell belongs to, by the pincode areas that lie in it.

#include "server/heatmap/cells.h"
#include "shared/base/cities.h"
#include "shared/contract/accounts.h"

namespace accounts {
struct PincodeArea;
}

namespace heatmap {

class Atlas
{
public:
    explicit Atlas(const QList<accounts::PincodeArea> &areas);

    // Empty for coarse cells, which reach over several states, and far from every pincode area.
    QString regionOf(const Spot &spot) const;
    QString regionAt(const GeoPoint &place) const;
    const City *cityOf(const Spot &spot) const;
    static GeoPoint middleOf(const Spot &spot);

private:
    const Cities m_cities;
    QHash<Spot, QString> m_regions;
};

} // namespace heatmap
