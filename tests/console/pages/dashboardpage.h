#pragma once

// The dashboard before the paper server.

#include "console/pages/dashboard/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/support/consolekit.h"

namespace dashboardpage {

struct DashboardFixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<kit::Page> page;

    DashboardFixture()
    {
        console.server.answer(api::readDashboard, samples::dashboard());
        console.server.answer(api::listDecisions, samples::decisions());
    }
    void open()
    {
        page = std::make_unique<dashboard::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
    }
    kit::FigureTile &tile(const char *name) { return *page->findChild<kit::FigureTile *>(QLatin1StringView(name)); }
    kit::LineList &lines(const char *name) { return *page->findChild<kit::LineList *>(QLatin1StringView(name)); }
    kit::Card &card(const char *name) { return *page->findChild<kit::Card *>(QLatin1StringView(name)); }
    Dashboard of(const CoveredPeriod &period)
    {
        Dashboard dashboard = samples::dashboard();
        dashboard.period = period;
        return dashboard;
    }
    void choosePeriod(int index) { page->findChild<kit::Segments *>(QStringLiteral("periods"))->choose(index); }
};

} // namespace dashboardpage
