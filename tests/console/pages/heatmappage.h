#pragma once

// The heatmap before the paper server.

#include "console/pages/heatmap/mapview.h"
#include "console/pages/heatmap/page.h"
#include "console/pages/heatmap/timeline.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/support/consolekit.h"

namespace heatmappage {

struct HeatmapFixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<heatmap::Page> page;

    HeatmapFixture()
    {
        console.server.answer(api::readHeatMap, samples::heatMap());
        console.server.answer(api::readHeatSeries, samples::heatSeries());
        console.server.answer(api::readHeatGaps, samples::heatGaps());
    }
    void open()
    {
        page = std::make_unique<heatmap::Page>(console.kit);
        page->resize(1056, 744);
        page->show();
        page->refresh();
        QTRY_VERIFY(map()->isSettled());
    }
    heatmap::MapView *map() { return page->findChild<heatmap::MapView *>("map"); }
    heatmap::Timeline *timeline() { return page->findChild<heatmap::Timeline *>("timeline"); }
};

} // namespace heatmappage
