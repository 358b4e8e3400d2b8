#include "console/pages/ads/timeline.h"

#include "console/kit/display.h"
#include "console/pages/ads/thumbs.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QMap>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace ads {

namespace {

constexpr int trackHeight = 34;
constexpr int lanePadding = 10;
constexpr int laneHeightMin = 64;
constexpr int densePadding = 4; // when there are more lanes than fit
constexpr int denseHeightMin = 46;
constexpr int gripWidth = 7; // at either end of a bar

// Tool tips guess what is marked up: titles, which others typed, never are, and an & is not shown as its code.
QString asRichText(const QString &text)
{
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace

Timeline::Timeline(const kit::Theme &theme, Thumbs &thumbs, const Categories &categories, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_thumbs(thumbs)
    , m_categories(categories)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(theme.px(trackHeight));
    connect(&thumbs, &Thumbs::ready, viewport(), QOverload<>::of(&QWidget::update));
    connect(&theme, &kit::Theme::changed, this, &Timeline::arrange);
    retranslate();
}

void Timeline::retranslate()
{
    setAccessibleName(tr("Timeline of campaigns"));
    say();
    viewport()->update();
}

void Timeline::show(const QList<Ad> &ads, const Stretch &stretch, QDate today)
{
    m_stretch = stretch;
    m_today = today;
    m_lanes.clear();
    for (const AdSlotShape &shape : adSlotShapes) {
        QList<Ad> inSlot;
        QMap<std::pair<QString, QString>, QList<Ad>> byCategory; // by name; two may be called the same
        for (const Ad &ad : ads) {
            if (ad.slot != shape.slot || firstDay(ad) >= stretch.until() || lastDay(ad) < stretch.from)
                continue;
            if (const auto category = laneCategory(ad))
                byCategory[{m_categories.nameOf(*category), category->text()}] += ad;
            else
                inSlot += ad;
        }
        m_lanes += Lane{.slot = shape.slot, .bars = packed(inSlot)};
        for (const QList<Ad> &ofOne : std::as_const(byCategory))
            m_lanes += Lane{.slot = shape.slot, .category = ofOne.constFirst().categoryId, .bars = packed(ofOne)};
    }
    if (m_drag && !find(m_drag->id))
        m_drag.reset();
    arrange();
    say();
}

// Lanes grow with their rows. What is left of the height is shared out; where it is too little they move together
// before they are scrolled.
void Timeline::arrange()
{
    const int row = m_theme.px(trackHeight + 4);
    const int room = viewport()->height() - headHeight();
    const auto fill = [&](int least, int padding) {
        int sum = 0;
        for (Lane &lane : m_lanes) {
            lane.height = std::max(m_theme.px(least), tracks(lane.bars) * row + 2 * m_theme.px(padding));
            sum += lane.height;
        }
        return sum;
    };
    int sum = fill(laneHeightMin, lanePadding);
    if (sum > room)
        sum = fill(denseHeightMin, densePadding);
    const int extra = std::max(0, room - sum) / std::max(1, int(m_lanes.size()));
    m_height = 0;
    for (Lane &lane : m_lanes) {
        lane.height += extra;
        lane.top = m_height;
        m_height += lane.height;
    }
    verticalScrollBar()->setRange(0, std::max(0, m_height - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    viewport()->update();
}

double Timeline::dayWidth() const
{
    return std::max(1.0, double(viewport()->width() - sideWidth()) / std::max(1, m_stretch.days));
}

double Timeline::xOf(QDate day) const
{
    return sideWidth() + double(m_stretch.from.daysTo(day)) * dayWidth();
}

std::pair<Instant, Instant> Timeline::windowOf(const Ad &ad) const
{
    std::pair window{ad.startDate, ad.endDate};
    if (!m_drag || m_drag->id != ad.id.text())
        return window;
    if (m_drag->grip != Grip::End)
        window.first = shifted(window.first, m_drag->days);
    if (m_drag->grip != Grip::Start)
        window.second = shifted(window.second, m_drag->days);
    return window;
}

QRectF Timeline::rectOf(const Bar &bar) const
{
    const Lane &lane = laneOf(bar.ad);
    const auto [start, end] = windowOf(bar.ad);
    const double left = std::max(xOf(dayOf(start)), double(sideWidth()));
    const double right = std::min(xOf(dayOf(end.after(-1)).addDays(1)), double(viewport()->width()));
    const int row = m_theme.px(trackHeight + 4);
    const int used = tracks(lane.bars) * row;
    const double top = headHeight() + lane.top - verticalScrollBar()->value() + (lane.height - used) / 2.0 +
                       bar.track * row + m_theme.px(2);
    return {left + 1.5, top, std::max(4.0, right - left - 3), double(m_theme.px(trackHeight))};
}

const Timeline::Lane &Timeline::laneOf(const Ad &ad) const
{
    return *std::find_if(m_lanes.begin(), m_lanes.end(),
                         [&](const Lane &lane) { return lane.slot == ad.slot && lane.category == laneCategory(ad); });
}

const Timeline::Lane *Timeline::laneAt(const QPoint &where) const
{
    const int y = where.y() - headHeight() + verticalScrollBar()->value();
    const auto lane = std::find_if(m_lanes.begin(), m_lanes.end(),
                                   [&](const Lane &each) { return y >= each.top && y < each.top + each.height; });
    return where.x() < sideWidth() && where.y() >= headHeight() && lane != m_lanes.end() ? &*lane : nullptr;
}

QStringList Timeline::laneNames() const
{
    QStringList out;
    for (const Lane &lane : m_lanes)
        out += nameOf(lane);
    return out;
}

const Bar *Timeline::find(const QString &id) const
{
    for (const Lane &lane : m_lanes)
        for (const Bar &bar : lane.bars)
            if (bar.ad.id.text() == id)
                return &bar;
    return nullptr;
}

QRect Timeline::barOf(const QString &id) const
{
    const Bar *bar = find(id);
    return bar ? rectOf(*bar).toRect() : QRect();
}

const Bar *Timeline::barAt(const QPoint &where, Grip *grip) const
{
    if (where.y() < headHeight() || where.x() < sideWidth())
        return nullptr;
    for (const Lane &lane : m_lanes) {
        for (const Bar &bar : lane.bars) {
            const QRectF rect = rectOf(bar);
            if (!rect.contains(where))
                continue;
            // A short bar keeps a middle to be moved by.
            const double edge = std::min<double>(m_theme.px(gripWidth), rect.width() / 4);
            if (grip)
                *grip = where.x() < rect.left() + edge    ? Grip::Start
                        : where.x() > rect.right() - edge ? Grip::End
                                                          : Grip::Body;
            return &bar;
        }
    }
    return nullptr;
}

void Timeline::choose(const QString &id)
{
    if (m_chosen == id)
        return;
    m_chosen = id;
    if (const Bar *bar = find(id)) {
        const QRectF rect = rectOf(*bar);
        const int value = verticalScrollBar()->value();
        if (rect.top() < headHeight())
            verticalScrollBar()->setValue(value - int(headHeight() - rect.top()));
        else if (rect.bottom() > viewport()->height())
            verticalScrollBar()->setValue(value + int(rect.bottom() - viewport()->height()));
    }
    say();
    viewport()->update();
    Q_EMIT chosenChanged(id);
}

QString Timeline::describe(const Ad &ad) const
{
    const auto [start, end] = windowOf(ad);
    return tr("%1, %2, %3, %4")
        .arg(ad.title, placeName(ad, m_categories), spanText(dayOf(start), dayOf(end.after(-1))),
             kit::display::text(ad.state));
}

// What is painted is also said.
void Timeline::say()
{
    const Bar *bar = find(m_chosen);
    setAccessibleDescription(bar ? describe(bar->ad) : tr("No campaign is chosen."));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool Timeline::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        if (const Bar *bar = barAt(help->pos()))
            QToolTip::showText(help->globalPos(), asRichText(describe(bar->ad)), viewport(), rectOf(*bar).toRect());
        else if (const Lane *lane = laneAt(help->pos()))
            QToolTip::showText(help->globalPos(), asRichText(nameOf(*lane) + u'\n' + shapeText(lane->slot)),
                               viewport());
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::Leave && !m_hovered.isEmpty()) {
        m_hovered.clear();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void Timeline::resizeEvent(QResizeEvent *)
{
    arrange();
}

void Timeline::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void Timeline::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    Grip grip = Grip::None;
    const Bar *bar = barAt(event->pos(), &grip);
    if (!bar)
        return;
    const QString id = bar->ad.id.text();
    m_drag = Drag{.id = id, .grip = grip, .from = event->pos()};
    choose(id);
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag) {
        Grip grip = Grip::None;
        const Bar *bar = barAt(event->pos(), &grip);
        viewport()->setCursor(!bar ? Qt::ArrowCursor : grip == Grip::Body ? Qt::OpenHandCursor : Qt::SizeHorCursor);
        const QString hovered = bar ? bar->ad.id.text() : QString();
        if (std::exchange(m_hovered, hovered) != hovered)
            viewport()->update();
        return;
    }
    const int dx = event->pos().x() - m_drag->from.x();
    if (!m_drag->hasBegun && qAbs(dx) < QApplication::startDragDistance())
        return;
    m_drag->hasBegun = true;
    const Bar *bar = find(m_drag->id);
    const qint64 length = firstDay(bar->ad).daysTo(lastDay(bar->ad)); // a campaign keeps at least one day
    qint64 days = qRound(dx / dayWidth());
    if (m_drag->grip == Grip::Start)
        days = std::min(days, length);
    if (m_drag->grip == Grip::End)
        days = std::max(days, -length);
    m_drag->days = days;
    viewport()->setCursor(m_drag->grip == Grip::Body ? Qt::ClosedHandCursor : Qt::SizeHorCursor);
    say();
    viewport()->update();
}

void Timeline::mouseReleaseEvent(QMouseEvent *)
{
    if (!m_drag)
        return;
    const Bar *bar = find(m_drag->id);
    const auto [start, end] = windowOf(bar->ad);
    const QString id = m_drag->id;
    const bool isMoved = m_drag->days != 0;
    m_drag.reset();
    viewport()->unsetCursor();
    viewport()->update();
    if (isMoved)
        Q_EMIT dragged(id, start, end);
}

void Timeline::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_drag.reset();
    if (const Bar *bar = barAt(event->pos()))
        Q_EMIT opened(bar->ad.id.text());
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    const int turn = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (turn == 0)
        return;
    if (event->modifiers() & Qt::ControlModifier) {
        Q_EMIT zoomAsked(turn > 0 ? -1 : 1);
        event->accept();
    } else if (event->modifiers() & Qt::ShiftModifier) {
        Q_EMIT panAsked(turn > 0 ? -1 : 1);
        event->accept();
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
}

} // namespace ads
