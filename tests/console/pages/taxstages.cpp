// The pages of tax in front of a paper server.

#include "console/kit/segments.h"
#include "console/pages/tax/page.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/stages.h"
#include "tests/console/pages/taxpage.h"

#include <QAbstractItemView>

namespace {

kit::Page *taxPage(ConsoleKit &console)
{
    samples::tax(console.server);
    return new tax::Page(console.kit);
}

void chooseUnsettled(kit::Page &page)
{
    auto *view = page.findChild<QAbstractItemView *>(QStringLiteral("rules"));
    view->setCurrentIndex(view->model()->index(1, 0));
}

} // namespace

std::vector<Stage> taxStages()
{
    return {{"tax", Role::Admin, taxPage, chooseUnsettled},
            {"tax-switch", Role::Admin, taxPage,
             [](kit::Page &page) {
                 chooseUnsettled(page);
                 press(page, "switch");
             }},
            {"tax-tcs", Role::Admin, taxPage, [](kit::Page &page) { page.findChild<kit::Segments *>()->choose(1); }},
            {"tax-tds", Role::Admin, taxPage, [](kit::Page &page) { page.findChild<kit::Segments *>()->choose(2); }},
            {"tax-dues", Role::Admin, taxPage, [](kit::Page &page) { page.findChild<kit::Segments *>()->choose(3); }},
            {"tax-pay", Role::Admin, taxPage, [](kit::Page &page) {
                 page.findChild<kit::Segments *>()->choose(3);
                 press(page, "pay");
             }}};
}
