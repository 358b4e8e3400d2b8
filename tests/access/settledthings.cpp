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

// The invoice of a settled order of theirs.
invoices::InvoiceRow Stage::invoiced(Who who)
{
    const Order sold = order(who, OrderStatus::Completed);
    return *market.db().write([&](Tx &tx) { return market.invoices.issueSale(tx, sold.id); }).value();
}
