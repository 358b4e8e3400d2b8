// Demand without vendors, which is asked for apart from the map and of the whole chosen time.

#include "console/kit/display.h"
#include "console/pages/heatmap/mapview.h"
#include "console/pages/heatmap/page.h"
#include "console/pages/heatmap/timeline.h"

namespace heatmap {

void Page::fetchGaps()
{
    const ReadHeatSeries span = this->span();
    const int asked = ++m_askedGaps;
    whenDone(this, m_kit.api.call(api::readHeatGaps, {.from = span.from, .to = span.to}),
             [this, asked](const Result<HeatGaps> &gaps) {
                 if (asked == m_askedGaps)
                     takeGaps(gaps);
             });
}

// Of the chosen bar, as all figures beside the map are; those on the map are of the whole time.
void Page::fetchGapsThen()
{
    const HeatBar *bar = m_timeline->chosen();
    if (!bar)
        return;
    const int asked = ++m_askedGapsThen;
    whenDone(this, m_kit.api.call(api::readHeatGaps, {.from = bar->from, .to = bar->to}),
             [this, asked](const Result<HeatGaps> &gaps) {
                 if (asked != m_askedGapsThen || m_isPlaying)
                     return;
                 m_gapsThen = gaps.value_or(HeatGaps{});
                 m_gapThenError = gaps ? std::nullopt : std::optional(gaps.error());
                 showFigures();
                 showGapTrouble();
             });
}

void Page::forgetGaps()
{
    m_gapsThen = {};
    m_gapThenError.reset();
    takeGaps(HeatGaps{});
}

// The map stands without them, but then it says so.
void Page::takeGaps(const Result<HeatGaps> &gaps)
{
    m_gapError = gaps ? std::nullopt : std::optional(gaps.error());
    m_gaps = gaps.value_or(HeatGaps{});
    m_map->show(m_gaps);
    showFigures();
    showGapTrouble();
}

// Of a connection that is gone altogether the line above tells.
void Page::showGapTrouble()
{
    const std::optional<Error> &error = m_gapError ? m_gapError : m_gapThenError;
    if (!error || !m_hasSeries || !m_banner->isHidden()) {
        m_gapTrouble->clear();
        return;
    }
    m_gapTrouble->say(
        [error = *error, isOfAll = m_gapError.has_value()] {
            const QString what = isOfAll ? tr("Demand without vendors could not be fetched and is not shown. %1")
                                         : tr("Demand without vendors of this time could not be fetched; beside the "
                                              "map it is missing. %1");
            return kit::Banner::Words{what.arg(kit::display::trouble(error)), tr("Try again")};
        },
        kit::Tone::Warning);
}

} // namespace heatmap
