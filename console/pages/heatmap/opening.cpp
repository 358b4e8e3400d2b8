// What is shown first, and what is said where there is nothing to show: at night an hour may pass without an order, or
// with too few people to say where.

#include "console/pages/heatmap/page.h"
#include "console/pages/heatmap/timeline.h"

namespace heatmap {

namespace {

constexpr int seeksMax = 24; // a day of hours

} // namespace

int Page::lastWithCount(int below) const
{
    const auto &bars = m_timeline->series().bars;
    int at = std::min(below, int(bars.size())) - 1;
    while (at >= 0 && bars.at(at).count == 0)
        --at;
    return at;
}

void Page::showTime(int bar)
{
    const QSignalBlocker quiet(m_timeline);
    m_timeline->setValue(bar);
    m_timeline->update();
}

// The bar of now has no cells yet, so it comes last.
void Page::startSeeking()
{
    const int whole = int(m_timeline->series().bars.size()) - 1;
    const int over = lastWithCount(whole);
    const int first = over >= 0 ? over : lastWithCount(whole + 1);
    m_seeksLeft = first >= 0 ? seeksMax : 0;
    m_soughtFrom = std::max(0, first >= 0 ? first : whole - 1);
    showTime(m_soughtFrom);
}

// A bar without cells is not shown as long as an earlier one may have some; when none has, the newest is shown after
// all, and showSparse() says why it is empty.
bool Page::seekOn(const HeatMap &map)
{
    if (m_seeksLeft == 0)
        return false;
    --m_seeksLeft;
    if (!map.cells.isEmpty()) {
        m_seeksLeft = 0;
        return false;
    }
    const int earlier = m_seeksLeft > 0 ? lastWithCount(m_timeline->value()) : -1;
    if (earlier < 0) {
        m_seeksLeft = 0;
        if (m_timeline->value() == m_soughtFrom)
            return false;
    }
    showTime(earlier < 0 ? m_soughtFrom : earlier);
    fetchMap();
    return true;
}

void Page::showSparse()
{
    if (isQuiet() || !m_figures.cells.isEmpty()) {
        m_sparse->clear();
        return;
    }
    const QString reason = m_figures.count == 0
                               ? tr("Nothing happened then: choose a taller bar below the map.")
                               : tr("Too few people to say where: a place is shown from %Ln people on.", nullptr,
                                    int(m_figures.minimumPeople));
    m_sparse->say(reason + (longer().isEmpty() ? QString() : u' ' + tr("A longer time shows more.")), kit::Tone::Info,
                  longer().isEmpty() ? QString() : tr("Show %1").arg(longer()));
}

bool Page::isQuiet() const
{
    const auto &bars = m_timeline->series().bars;
    return m_hasSeries && std::all_of(bars.begin(), bars.end(), [](const HeatBar &bar) { return bar.count == 0; });
}

QString Page::longer() const
{
    return m_spanNames.value(m_span->chosen() + 1);
}

void Page::lengthen()
{
    m_span->choose(m_span->chosen() + 1);
}

} // namespace heatmap
