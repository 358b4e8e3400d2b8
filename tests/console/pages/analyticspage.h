#pragma once

// The page of analytics before the paper server, and what its tests do on it.

#include "console/pages/analytics/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/reportsamples.h"
#include "tests/console/pages/samples.h"
#include "tests/support/consolekit.h"

#include <QMenu>

namespace analyticspage {

struct AnalyticsFixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<kit::Page> page;

    AnalyticsFixture()
    {
        console.server.answer(api::readRevenue, samples::revenue());
        console.server.answer(api::readFunnel, samples::funnel());
        console.server.answer(api::readTop, samples::top(TopKind::Vendors));
        console.server.answer(api::readCohorts, samples::cohorts());
        console.server.answer(api::readProcessing, samples::processing());
        console.server.answer(api::readOperations, samples::operations());
        console.server.answer(api::listCategories, samples::categories());
    }
    void open()
    {
        page = std::make_unique<analytics::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
    }
    kit::Card &card(const char *name) { return *page->findChild<kit::Card *>(QLatin1StringView(name)); }
    const kit::Figures &table(const char *name)
    {
        return page->findChild<kit::FiguresTable *>(QLatin1StringView(name))->figures();
    }
    // What the button of a card offers.
    QAction *way(const char *ofCard, const char *name)
    {
        for (const QMenu *menu : card(ofCard).findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->objectName() == QLatin1StringView(name))
                    return action;
            }
        }
        return nullptr;
    }
    void choose(const char *ofCard, const char *name) { way(ofCard, name)->trigger(); }
    kit::ChoiceFilter &filter(const char *name)
    {
        return *page->findChild<kit::ChoiceFilter *>(QLatin1StringView(name));
    }
    void choosePeriod(int period) { page->findChild<kit::Segments *>(QStringLiteral("periods"))->choose(period); }
    QStringList facts(const char *ofCard) { return static_cast<analytics::Board &>(*page).facts(card(ofCard)); }
    QStringList askedSince(int first) { return console.server.lines().mid(first); }
};

} // namespace analyticspage
