#pragma once

// How many orders a filtered list has and what they come to.

#include "shared/contract/orders.h"

constexpr int orderSumMax = 100'000;

// Of more than orderSumMax the newest are added up.
struct OrderSum
{
    qint64 count = 0;
    Money amount; // with deliveries and taxes, whatever became of the orders
    bool isWhole = true;

    FIELDS(OrderSum, FIELD(count), FIELD(amount), FIELD(isWhole))
};

namespace api {

inline constexpr Endpoint<ListOrders, OrderSum> sumOrders{.method = Method::Get,
                                                          .path = "/api/v1/admin/orders/sum",
                                                          .access = Access::Admin,
                                                          .owner = Owner::Nobodys,
                                                          .rate = Rate::Account,
                                                          .summary =
                                                              "How many orders a filter finds and what they come to",
                                                          .permission = Permission::ManageOrders,
                                                          .heavy = true};

inline constexpr auto orderSums = std::tuple{sumOrders};

} // namespace api
