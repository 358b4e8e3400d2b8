#pragma once

// The heat itself: every cell warms its surroundings, and the warmth is drawn in the colours of a ramp. Pure, so that
// it can be made on another thread.

#include <QColor>
#include <QImage>
#include <QList>
#include <QPointF>

#include <vector>

namespace heatmap {

// A cell as it lies in the image: where, how wide its warmth reaches, and how much it is.
struct Spot
{
    QPointF at;
    double radius = 1;
    double weight = 0;
};

class Warmth
{
public:
    Warmth(const QList<Spot> &spots, const QSize &size);

    float most() const { return m_most; }
    // full: how much has the last colour; the ramp has 256 colours, premultiplied.
    QImage image(const std::vector<QRgb> &ramp, float full) const;

private:
    void add(const Spot &spot);

    const QSize m_size;
    std::vector<float> m_field;
    float m_most = 0;
};

// Colours from nothing to full between these stops.
struct Stop
{
    double at;
    QColor color;
};
std::vector<QRgb> rampOf(const QList<Stop> &stops);

} // namespace heatmap
