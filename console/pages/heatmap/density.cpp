#include "console/pages/heatmap/density.h"

#include <algorithm>
#include <cmath>

namespace heatmap {

namespace {

constexpr std::size_t rampColors = 256;
constexpr double radiusMax = 400; // pixels; zoomed in further than that, a cell is the whole picture

} // namespace

Warmth::Warmth(const QList<Spot> &spots, const QSize &size)
    : m_size(size)
    , m_field(std::size_t(std::max(0, size.width())) * std::size_t(std::max(0, size.height())), 0.0F)
{
    for (const Spot &spot : spots)
        add(spot);
    for (const float warmth : m_field)
        m_most = std::max(m_most, warmth);
}

// A quartic kernel: as round as a bell, but it ends.
void Warmth::add(const Spot &spot)
{
    const double radius = std::clamp(spot.radius, 1.0, radiusMax);
    const int left = std::max(0, int(std::floor(spot.at.x() - radius)));
    const int right = std::min(m_size.width() - 1, int(std::ceil(spot.at.x() + radius)));
    const int top = std::max(0, int(std::floor(spot.at.y() - radius)));
    const int bottom = std::min(m_size.height() - 1, int(std::ceil(spot.at.y() + radius)));
    const auto reach = float(1 / (radius * radius));
    for (int y = top; y <= bottom; ++y) {
        const auto dy = float(y - spot.at.y());
        float *line = m_field.data() + std::size_t(y) * std::size_t(m_size.width());
        for (int x = left; x <= right; ++x) {
            const auto dx = float(x - spot.at.x());
            const float inside = 1 - (dx * dx + dy * dy) * reach;
            if (inside > 0)
                line[x] += float(spot.weight) * inside * inside;
        }
    }
}

QImage Warmth::image(const std::vector<QRgb> &ramp, float full) const
{
    QImage out(m_size, QImage::Format_ARGB32_Premultiplied);
    const float scale = full > 0 ? float(ramp.size() - 1) / full : 0;
    for (int y = 0; y < m_size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(out.scanLine(y));
        const float *field = m_field.data() + std::size_t(y) * std::size_t(m_size.width());
        for (int x = 0; x < m_size.width(); ++x)
            line[x] = ramp[std::min(ramp.size() - 1, std::size_t(field[x] * scale))];
    }
    return out;
}

std::vector<QRgb> rampOf(const QList<Stop> &stops)
{
    std::vector<QRgb> out;
    out.reserve(rampColors);
    for (std::size_t i = 0; i < rampColors; ++i) {
        const double at = double(i) / double(rampColors - 1);
        auto next = std::find_if(stops.begin(), stops.end(), [at](const Stop &stop) { return stop.at >= at; });
        if (next == stops.end())
            next = stops.end() - 1;
        const auto before = next == stops.begin() ? next : next - 1;
        const double width = next->at - before->at;
        const double share = width > 0 ? (at - before->at) / width : 1;
        const auto mixed = [&](int a, int b) { return int(std::lround(a + (b - a) * share)); };
        out.push_back(qPremultiply(
            qRgba(mixed(before->color.red(), next->color.red()), mixed(before->color.green(), next->color.green()),
                  mixed(before->color.blue(), next->color.blue()), mixed(before->color.alpha(), next->color.alpha()))));
    }
    return out;
}

} // namespace heatmap
