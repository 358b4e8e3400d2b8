#include "tests/console/pages/stages.h"

#include "console/pages/orders/page.h"
#include "console/pages/payouts/page.h"
#include "tests/console/pages/samples.h"

namespace {

kit::Page *ordersPage(ConsoleKit &console)
{
    console.server.answer(api::listAllOrders, samples::page(samples::cards(), 100'000));
    console.server.answer(api::countAllOrders, OrderCounts{.all = 100'000,
                                                           .placed = 212,
                                                           .confirmed = 340,
                                                           .packed = 188,
                                                           .onTheWay = 688,
                                                           .delivered = 598,
                                                           .completed = 96'120,
                                                           .cancelled = 1854,
                                                           .held = {1'270'000'000}});
    for (const OrderCard &card : samples::cards())
        console.server.answer(api::readOrder, samples::order(card, Role::Admin), card.id);
    return new orders::Page(console.kit);
}

kit::Page *payoutsPage(ConsoleKit &console)
{
    console.server.answer(api::listAllPayouts, samples::page(samples::payouts()));
    for (const Payout &payout : samples::payouts())
        console.server.answer(api::readPayout, samples::payoutDetail(payout), payout.id);
    return new payouts::Page(console.kit);
}

} // namespace

std::vector<Stage> stages()
{
    return {{"orders", Role::Admin, ordersPage},
            {"orders-detail", Role::Admin, ordersPage,
             [](kit::Page &page) { page.reveal(samples::cards().at(2).id.text()); }},
            {"payouts", Role::Admin, payoutsPage,
             [](kit::Page &page) { page.reveal(samples::payouts().first().id.text()); }}};
}
