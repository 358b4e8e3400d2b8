#pragma once

// The list of all orders before the paper server.

#include "console/pages/orders/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/support/consolekit.h"

namespace orderspage {

inline const OrderCard shipped = samples::cards().at(2);

struct OrdersFixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<orders::Page> page;

    OrdersFixture()
    {
        console.server.answer(api::listAllOrders, samples::page(samples::cards()));
        console.server.answer(api::countAllOrders, OrderCounts{.all = 14,
                                                               .placed = 3,
                                                               .confirmed = 3,
                                                               .packed = 2,
                                                               .shipped = 2,
                                                               .outForDelivery = 1,
                                                               .delivered = 1,
                                                               .completed = 1,
                                                               .cancelled = 1,
                                                               .held = {12'345'600}});
        console.server.answer(api::readOrder, samples::order(shipped, Role::Admin), shipped.id);
    }
    QAbstractItemModel &open()
    {
        page = std::make_unique<orders::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
    void reveal() { page->reveal(shipped.id.text()); }
};

} // namespace orderspage
