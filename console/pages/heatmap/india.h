#pragma once

// India's states as shapes of the map. The map's units are degrees of longitude; latitudes are stretched after
// Mercator, so that shapes keep their angles at any zoom. x goes east, y goes south.

#include <QPainterPath>

#include <vector>

namespace heatmap {

QPointF projected(double latitude, double longitude);
double latitudeOf(const QPointF &place); // the longitude is x

struct State
{
    QString region; // ISO 3166-2, "IN-MH"
    QPainterPath outline;
    QRectF bounds;
};

class India
{
public:
    // Reads what is compiled into the program (resources/map).
    India();

    const std::vector<State> &states() const { return m_states; }
    QRectF bounds() const { return m_bounds; }
    const QPainterPath &land() const { return m_land; }
    const State *at(const QPointF &place) const;
    const State *find(const QString &region) const;

private:
    std::vector<State> m_states;
    QPainterPath m_land;
    QRectF m_bounds;
};

} // namespace heatmap
