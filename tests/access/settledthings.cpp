// The orders of Stage that are over, and what is written of them.

#include "tests/access/stage.h"

// Completed, and its money is still to be released by hand.
Order Stage::heldOrder()
{
    const auto mode = QStringLiteral("escrow.release_mode");
    (void)market.settings.changeSetting(root.caller, mode, {QStringLiteral("manual")}).value();
    const Order held = order(Who::Buyer, OrderStatus::Completed);
    (void)market.settings.changeSetting(root.caller, mode, {QStringLiteral("automatic")}).value();
    return held;
}

// What the buyer has paid online for an order.
QByteArray Stage::paymentOfOrder()
{
    const Asker &buyer = standing(Who::Buyer);
    Asker &vendor = standing(Who::Vendor);
    const Sale sale(*this, Who::Vendor, vendor);
    const PlacedOrders placed =
        market.orders
            .placeOrder(buyer.caller, {.addressId = *buyer.address,
                                       .lines = {{vendor.product->id, Quantity{1000}, std::nullopt}},
                                       .paymentMethod = PaymentMethodKind::Online})
            .value();
    (void)market.payments.confirmPayment(buyer.caller, tills.pay(placed.payment->gatewayOrderId)).value();
    market.outbox.drain();
    return placed.payment->id.text().toLatin1();
}

// The invoice of a settled order of theirs.
invoices::InvoiceRow Stage::invoiced(Who who)
{
    const Order sold = order(who, OrderStatus::Completed);
    return *market.db().write([&](Tx &tx) { return market.invoices.issueSale(tx, sold.id); }).value();
}
