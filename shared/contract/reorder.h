#pragma once

// Ordering again what was ordered before (ACC-07).

#include "shared/contract/orders.h"

struct Reorder
{
    std::optional<Id<Address>> addressId; // the active one when absent
    std::optional<QString> notes;
    // What all of it may come to: as much as the last time when absent. More answers PRICE_CHANGED with today's total.
    std::optional<Money> expectedTotal;

    FIELDS(Reorder, FIELD(addressId), FIELD(notes, .lengthMax = 500), FIELD(expectedTotal, .min = 0))
};

namespace api {

inline constexpr Endpoint<Reorder, PlacedOrders, Id<Order>> reorder{
    .method = Method::Post,
    .path = "/api/v1/orders/{id}/reorder",
    .access = Access::Buyer,
    .owner = Owner::Callers,
    .rate = Rate::Money,
    .summary = "Order the lines of an own order again at today's prices; what cannot be had is named line by line",
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr auto reordering = std::tuple{reorder};

} // namespace api
