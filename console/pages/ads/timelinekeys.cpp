// The timeline without a mouse: arrows choose, with Shift they move the campaign, with Ctrl they change its length.

#include "console/pages/ads/timeline.h"

#include <QKeyEvent>

namespace ads {

void Timeline::stepWithin(int by)
{
    const Bar *now = find(m_chosen);
    if (!now) {
        for (const Lane &lane : m_lanes)
            if (!lane.bars.isEmpty())
                return choose(lane.bars.constFirst().ad.id.text());
        return;
    }
    const QList<Bar> &bars = laneOf(now->ad).bars;
    const qsizetype at = now - bars.constData() + by;
    if (at >= 0 && at < bars.size())
        choose(bars[at].ad.id.text());
}

// The bar of the next lane that begins nearest to this one.
void Timeline::stepAcross(int by)
{
    const Bar *now = find(m_chosen);
    if (!now)
        return stepWithin(1);
    const QDate day = firstDay(now->ad);
    for (qsizetype lane = &laneOf(now->ad) - m_lanes.constData() + by; lane >= 0 && lane < m_lanes.size(); lane += by) {
        const QList<Bar> &bars = m_lanes[lane].bars;
        if (bars.isEmpty())
            continue;
        const auto nearest = std::min_element(bars.begin(), bars.end(), [&](const Bar &a, const Bar &b) {
            return qAbs(firstDay(a.ad).daysTo(day)) < qAbs(firstDay(b.ad).daysTo(day));
        });
        return choose(nearest->ad.id.text());
    }
}

bool Timeline::changeByKey(const QKeyEvent &event)
{
    const int by = event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
    const Bar *bar = find(m_chosen);
    const bool moves = event.modifiers() & Qt::ShiftModifier;
    const bool resizes = event.modifiers() & Qt::ControlModifier;
    if (by == 0 || !bar || (!moves && !resizes))
        return false;
    // With both the start is moved, so that every edge can be reached.
    const Instant start = moves ? shifted(bar->ad.startDate, by) : bar->ad.startDate;
    const Instant end = moves && resizes ? bar->ad.endDate : shifted(bar->ad.endDate, by);
    if (end > start)
        Q_EMIT nudged(m_chosen, start, end);
    return true;
}

// Where to, among the campaigns; false for other keys.
bool Timeline::stepByKey(int key)
{
    switch (key) {
    case Qt::Key_Left: stepWithin(-1); return true;
    case Qt::Key_Right: stepWithin(1); return true;
    case Qt::Key_Up: stepAcross(-1); return true;
    case Qt::Key_Down: stepAcross(1); return true;
    case Qt::Key_PageUp: Q_EMIT panAsked(-1); return true;
    case Qt::Key_PageDown: Q_EMIT panAsked(1); return true;
    default: return false;
    }
}

// What to do with the chosen one; false for other keys.
bool Timeline::actByKey(const QKeyEvent &event)
{
    const bool isPlain = event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
    const bool isOpening = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isPlain && isOpening)
        Q_EMIT opened(m_chosen);
    else if (isPlain && event.key() == Qt::Key_Space)
        Q_EMIT pauseAsked(m_chosen);
    else if (isPlain && event.key() == Qt::Key_Delete)
        Q_EMIT removeAsked(m_chosen);
    else if (event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_D)
        Q_EMIT duplicateAsked(m_chosen);
    else
        return false;
    return true;
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    if (m_drag && event->key() == Qt::Key_Escape) {
        m_drag.reset();
        viewport()->unsetCursor();
        say();
        viewport()->update();
        return;
    }
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (changeByKey(*event) || (isPlain && stepByKey(event->key())) || (find(m_chosen) && actByKey(*event)))
        return;
    QAbstractScrollArea::keyPressEvent(event);
}

} // namespace ads
