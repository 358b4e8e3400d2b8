#include "console/pages/gateways/page.h"
#include "console/pages/reconciliation/page.h"
#include "tests/console/pages/flagsamples.h"
#include "tests/console/pages/gatewaysamples.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/stages.h"

namespace {

kit::Page *reconciliationPage(ConsoleKit &console)
{
    const QList<MoneyFlag> flags = samples::moneyFlags();
    console.server.answer(api::listMoneyFlags, samples::page(flags));
    for (const MoneyFlag &flag : flags)
        console.server.answer(api::readMoneyFlag, flag, flag.id);
    console.server.answer(api::listProviders, samples::providers());
    return new reconciliation::Page(console.kit);
}

kit::Page *returnedPage(ConsoleKit &console)
{
    MoneyFlag flag = samples::moneyFlag(4, FlagKind::Returned);
    flag.expectedAmount = {};
    console.server.answer(api::listProviders, samples::providers());
    console.server.answer(api::listMoneyFlags, samples::page(QList{flag}));
    console.server.answer(api::readMoneyFlag, flag, flag.id);
    return new reconciliation::Page(console.kit);
}

kit::Page *gatewaysPage(ConsoleKit &console)
{
    console.server.answer(api::listGateways, samples::gateways());
    return new gateways::Page(console.kit);
}

} // namespace

std::vector<Stage> flagStages()
{
    const auto first = [](kit::Page &page) { page.reveal(samples::moneyFlags().first().id.text()); };
    return {{"reconciliation", Role::Admin, reconciliationPage, first},
            {"reconciliation-credit", Role::Admin, reconciliationPage,
             [first](kit::Page &page) {
                 first(page);
                 press(page, "credit");
             }},
            {"reconciliation-returned", Role::Admin, returnedPage,
             [](kit::Page &page) {
                 page.reveal(samples::id<MoneyFlag>(4).text());
                 press(page, "book");
             }},
            {"gateways", Role::Admin, gatewaysPage}};
}
