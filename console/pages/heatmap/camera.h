#pragma once

// What part of the map is looked at: the place in the middle and how many pixels a unit of the map has.

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include <algorithm>

namespace heatmap {

struct Camera
{
    static constexpr double zoomMax = 40; // times the scale at which the whole country is seen

    QPointF centre;
    double scale = 1;
    QSizeF size = {1, 1}; // of the widget

    static Camera whole(const QRectF &land, const QSizeF &size, double edge)
    {
        const double scale = std::max(
            0.1, std::min((size.width() - 2 * edge) / land.width(), (size.height() - 2 * edge) / land.height()));
        return {land.center(), scale, size};
    }

    QPointF toScreen(const QPointF &place) const
    {
        return {(place.x() - centre.x()) * scale + size.width() / 2,
                (place.y() - centre.y()) * scale + size.height() / 2};
    }
    QPointF toMap(const QPointF &pixel) const
    {
        return {(pixel.x() - size.width() / 2) / scale + centre.x(),
                (pixel.y() - size.height() / 2) / scale + centre.y()};
    }
    QTransform transform() const
    {
        return QTransform(scale, 0, 0, scale, size.width() / 2 - centre.x() * scale,
                          size.height() / 2 - centre.y() * scale);
    }
    // What lies under the pixel stays there.
    Camera zoomed(const QPointF &pixel, double factor, double scaleMin) const
    {
        Camera out = *this;
        out.scale = std::clamp(scale * factor, scaleMin, scaleMin * zoomMax);
        const QPointF place = toMap(pixel);
        out.centre = {place.x() - (pixel.x() - size.width() / 2) / out.scale,
                      place.y() - (pixel.y() - size.height() / 2) / out.scale};
        return out;
    }
    // The middle never leaves the land's box, so that nobody gets lost.
    Camera moved(const QPointF &pixels, const QRectF &land) const
    {
        Camera out = *this;
        out.centre = {std::clamp(centre.x() - pixels.x() / scale, land.left(), land.right()),
                      std::clamp(centre.y() - pixels.y() / scale, land.top(), land.bottom())};
        return out;
    }

    friend bool operator==(const Camera &, const Camera &) = default;
};

} // namespace heatmap
