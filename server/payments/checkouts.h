#pragma once

// What a payment is for beside the wallet. It belongs to a floor above this one, which hears of the money in the
// transaction in which that comes, or in which it is known that it does not: wallet, escrow and orders change together
// (C14).

#include "server/core/db.h"
#include "shared/contract/payments.h"

#include <functional>

namespace payments {

struct Checkouts
{
    // The money is in the payer's wallet by then. True when it was taken from there for the orders of the checkout.
    std::function<Result<bool>(Tx &, Id<PlacedOrders>)> paid;
    // Whether orders wait for their money: what is only authorized is taken for nobody else.
    std::function<bool(Tx &, Id<PlacedOrders>)> isAwaited;
    // True when orders have waited for it until now.
    std::function<Result<bool>(Tx &, Id<PlacedOrders>, const QString &reason)> failed;
};

// What a buyer owes for all orders of a checkout together.
struct Bill
{
    Id<PlacedOrders> checkout;
    Money amount;
    Instrument instrument = Instrument::Upi;
    std::optional<QString> provider = {};
    std::optional<QString> requestKey = {}; // finds the payment again when the call died before its answer
};

} // namespace payments
