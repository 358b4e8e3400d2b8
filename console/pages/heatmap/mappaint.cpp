// What lies over the ground of the map: stores, gaps, the names of cities, the legend and the figures of a state.

#include "console/kit/display.h"
#include "console/kit/regions.h"
#include "console/pages/heatmap/cityrows.h"
#include "console/pages/heatmap/export.h"
#include "console/pages/heatmap/mapview.h"
#include "shared/base/geo.h"
#include "shared/base/geocell.h"

#include <QPainter>

#include <cmath>

namespace heatmap {

using kit::Type;

namespace {

constexpr int citiesMax = 24;
constexpr int writtenMax = 400; // names that are kept as pictures
constexpr int haloWidth = 3;

QString figure(HeatMetric metric, qint64 count, Money amount)
{
    return metric == HeatMetric::Gmv ? kit::display::rounded(amount) : kit::display::text(count);
}

} // namespace

void MapView::paintMarks(QPainter &painter)
{
    if (shows(Layer::Stores)) {
        painter.setPen(QPen(m_theme.surface, 1));
        painter.setBrush(m_theme.tone(kit::Tone::Violet).dot);
        for (const HeatStores &stores : m_gaps.stores) {
            const QPointF at = m_camera.toScreen(projected(stores.latitude, stores.longitude));
            const double half = m_theme.px(2.5 + std::min(3.0, std::log2(double(stores.count))));
            painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half));
        }
    }
    if (shows(Layer::Gaps)) {
        painter.setBrush(Qt::NoBrush);
        for (const HeatGap &gap : m_gaps.gaps) {
            const QPointF at = m_camera.toScreen(projected(gap.latitude, gap.longitude));
            const double radius = m_theme.px(11);
            painter.setPen(QPen(m_theme.surface, 4));
            painter.drawEllipse(at, radius, radius);
            painter.setPen(QPen(m_theme.tone(kit::Tone::Warning).dot, 2, Qt::DashLine));
            painter.drawEllipse(at, radius, radius);
        }
    }
}

const QPixmap &MapView::written(const QString &name)
{
    const QFont font = m_theme.font(Type::Small);
    const QString key =
        QStringLiteral("%1 %2 %3 %4").arg(name, m_theme.text.name(), font.key()).arg(devicePixelRatioF());
    if (const auto known = m_written.constFind(key); known != m_written.cend())
        return *known;
    if (m_written.size() >= writtenMax)
        m_written.clear();
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(name) + 2 * haloWidth, metrics.height() + 2 * haloWidth);
    QPixmap picture((size * devicePixelRatioF()).toSize() + QSize(1, 1));
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath text;
    text.addText(QPointF(haloWidth, haloWidth + metrics.ascent()), font, name);
    painter.strokePath(text, QPen(m_theme.surface, haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(text, m_theme.text);
    return *m_written.insert(key, picture);
}

// The largest first; a name that would cover another one tries the other side and is then left out.
void MapView::paintCities(QPainter &painter)
{
    QList<const City *> wanted;
    for (const HeatCity &city : m_map.cities)
        if (const City *known = m_cities.named(city.city))
            wanted += known;
    for (const City &city : m_cities.all())
        if (!wanted.contains(&city))
            wanted += &city;
    const double more = m_camera.scale / scaleMin();
    const int most = std::min(int(wanted.size()), int(12 * more));
    const bool isHindi = QLocale().language() == QLocale::Hindi;

    painter.setFont(m_theme.font(Type::Small));
    const QFontMetricsF metrics(painter.font());
    QList<QRectF> taken;
    int drawn = 0;
    for (int i = 0; i < most && drawn < citiesMax; ++i) {
        const City &city = *wanted[i];
        const QPointF at = m_camera.toScreen(projected(city.latitude, city.longitude));
        if (!QRectF(rect()).adjusted(4, 4, -4, -4).contains(at))
            continue;
        const QString name = isHindi ? city.hindi : city.name;
        const QSizeF size(metrics.horizontalAdvance(name), metrics.height());
        const double gap = m_theme.px(7);
        const QRectF places[] = {{{at.x() + gap, at.y() - size.height() / 2}, size},
                                 {{at.x() - gap - size.width(), at.y() - size.height() / 2}, size},
                                 {{at.x() - size.width() / 2, at.y() + gap - 2}, size}};
        const auto free = std::find_if(std::begin(places), std::end(places), [&](const QRectF &place) {
            return std::none_of(taken.begin(), taken.end(),
                                [&](const QRectF &other) { return other.intersects(place.adjusted(-3, -1, 3, 1)); });
        });
        if (free == std::end(places))
            continue;
        taken += *free;
        taken += QRectF(at.x() - 4, at.y() - 4, 8, 8);
        ++drawn;
        painter.drawPixmap(free->topLeft() - QPointF(haloWidth, haloWidth), written(name));
        painter.setPen(QPen(m_theme.surface, 1.5));
        painter.setBrush(m_theme.text);
        painter.drawEllipse(at, m_theme.px(2.5), m_theme.px(2.5));
    }
}

MapView::Facts MapView::factsOf(qint64 number, Money amount) const
{
    const QString count = kit::display::text(number);
    switch (m_map.metric) {
    case HeatMetric::Orders:
    case HeatMetric::Gmv: return {{tr("Orders"), count}, {tr("GMV"), kit::display::rounded(amount)}};
    case HeatMetric::Buyers: return {{tr("New buyers"), count}};
    case HeatMetric::Vendors: return {{tr("New vendors"), count}};
    case HeatMetric::Searches: return {{tr("Searches in vain"), count}};
    }
    return {};
}

MapView::Facts MapView::factsOf(const State &state) const
{
    HeatState found;
    for (const HeatState &each : m_map.states)
        if (each.region == state.region)
            found = each;
    return factsOf(found.count, found.amount) + Facts{{tr("Active vendors"), kit::display::text(found.stores)}};
}

// Of a cell its place, its figures and its size, and below it the state as a whole.
std::pair<QString, MapView::Facts> MapView::told() const
{
    const QString state = m_pointed ? kit::regionName(m_pointed->region) : QString();
    if (!m_cell)
        return {state, m_pointed ? factsOf(*m_pointed) : Facts()};
    QStringList place;
    if (const QString city = CityRows::around(m_cell->latitude, m_cell->longitude); !city.isEmpty())
        place += city;
    if (!state.isEmpty() && !place.contains(state))
        place += state;
    if (place.isEmpty())
        place += coordinates(m_cell->latitude, m_cell->longitude);
    const double tall = geocell::degrees(geocell::Level(m_cell->level)) * geo::kmPerDegree;
    const double wide = tall * std::cos(geo::radians(m_cell->latitude)); // the meridians draw together northwards
    Facts facts = factsOf(m_cell->count, m_cell->amount);
    facts += {tr("Area"), tr("%1 × %2 km").arg(QLocale().toString(qRound(wide)), QLocale().toString(qRound(tall)))};
    if (m_pointed)
        facts += {tr("All of %1").arg(state), factsOf(*m_pointed).at(m_map.metric == HeatMetric::Gmv).second};
    return {place.join(QStringLiteral(", ")), facts};
}

QStringList MapView::tip() const
{
    if (!m_pointed && !m_cell)
        return {};
    const auto [name, facts] = told();
    QStringList out{name};
    for (const auto &[word, figure] : facts)
        out += word + u' ' + figure;
    return out;
}

void MapView::paintTip(QPainter &painter)
{
    const auto [name, facts] = told();
    const QFont strong = m_theme.font(Type::BodyStrong), small = m_theme.font(Type::Small);
    const QFontMetricsF heading(strong), lines(small);
    const double pad = m_theme.px(12), gap = m_theme.px(24), lead = m_theme.px(5);
    double width = heading.horizontalAdvance(name);
    for (const auto &[word, figure] : facts)
        width = std::max(width, lines.horizontalAdvance(word) + gap + QFontMetricsF(strong).horizontalAdvance(figure));
    QRectF box(0, 0, width + 2 * pad,
               heading.height() + double(facts.size()) * (lines.height() + lead) + lead + 2 * pad);
    const double away = m_theme.px(16);
    box.moveTopLeft(m_pointer + QPointF(away, away));
    if (box.right() > this->width() - 6)
        box.moveRight(m_pointer.x() - away);
    if (box.bottom() > height() - 6)
        box.moveBottom(m_pointer.y() - away);
    box.moveLeft(std::max(6.0, box.left()));
    box.moveTop(std::max(6.0, box.top()));

    painter.setPen(QPen(m_theme.borderStrong, 1));
    painter.setBrush(m_theme.surfaceAlt);
    painter.drawRoundedRect(box, m_theme.px(10), m_theme.px(10));
    QRectF line = box.adjusted(pad, pad, -pad, -pad);
    painter.setFont(strong);
    painter.setPen(m_theme.text);
    line.setHeight(heading.height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    line.moveTop(line.bottom() + lead);
    for (const auto &[word, figure] : facts) {
        line.setHeight(lines.height() + lead);
        painter.setFont(small);
        painter.setPen(m_theme.text2);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, word);
        painter.setFont(strong);
        painter.setPen(m_theme.text);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, figure);
        line.moveTop(line.bottom());
    }
}

void MapView::paintLegend(QPainter &painter)
{
    if (!shows(Layer::Density) || m_map.cells.isEmpty())
        return;
    HeatCell most;
    for (const HeatCell &cell : m_map.cells)
        if (valueOf(cell) > valueOf(most))
            most = cell;
    const std::vector<QRgb> colors = ramp();
    QRectF bar(m_theme.px(20), height() - m_theme.px(44), m_theme.px(170), m_theme.px(8));
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= 8; ++i)
        gradient.setColorAt(i / 8.0, QColor::fromRgba(qUnpremultiply(colors[std::size_t(i * 255 / 8)])));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.sunken);
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    painter.setFont(m_theme.font(Type::Caption));
    painter.setPen(m_theme.text2);
    const QRectF words = bar.translated(0, m_theme.px(11)).adjusted(0, 0, m_theme.px(60), m_theme.px(10));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, QStringLiteral("0"));
    painter.drawText(words.adjusted(0, 0, -m_theme.px(60), 0), Qt::AlignRight | Qt::AlignTop,
                     tr("%1 in a cell").arg(figure(m_map.metric, most.count, most.amount)));
}

} // namespace heatmap
