// What lines would cost, before anybody orders them (CART-11).

#include "server/accounts/service.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/orders/parcel.h"
#include "server/orders/rules.h"
#include "server/payments/service.h"

namespace orders {

// Whatever a checkout would ask for or refuse, this says by the same rules, over what is only read: a cart asks at
// every change, and takes nothing from anybody meanwhile.
Result<Quote> Service::calculateTotal(const Caller &caller, const CalculateTotal &wish)
{
    MUST(permitBuyer(caller));
    MUST(refuseRepeated(wish.lines));
    return m_db.read([&](Tx &tx) { return quoted(tx, caller, wish); });
}

Result<Quote> Service::quoted(Tx &tx, const Caller &caller, const CalculateTotal &wish)
{
    const auto active = wish.addressId ? std::nullopt : m_accounts.activeAddressOf(tx, caller.id);
    if (!wish.addressId && !active)
        return refusal(QStringLiteral("address_id"), QStringLiteral("is required: there is no active address"));
    LET(address, m_accounts.addressOf(tx, caller.id, wish.addressId ? *wish.addressId : active->id));
    const Shelf shelf = lookAtShelves(tx, caller, wish.lines);
    if (!shelf.refusals.empty())
        return tl::unexpected(shelf.refusals.begin()->second);
    LET(parcels, parcelsOf(wish.lines, shelf, address));

    Quote out;
    for (const auto &parcel : parcels) {
        StoreQuote offer{.vendorId = parcel.vendor.id,
                         .storeName = parcel.vendor.storeName,
                         .subtotal = parcel.subtotal,
                         .totalAmount = parcel.subtotal};
        for (const OrderLine &line : parcel.lines)
            offer.lines +=
                QuoteLine{line.productId, line.title, line.unit, line.orderedQuantity, line.unitPrice, line.lineTotal};
        out.stores += offer;
        out.subtotal = out.subtotal + offer.subtotal;
        out.totalAmount = out.totalAmount + offer.totalAmount;
        out.heldAmount = out.heldAmount + offer.totalAmount + toleranceOf(parcel);
    }
    const Wallet wallet = m_ledger.wallet(tx, caller.id);
    out.walletAvailable = wallet.available;
    out.walletOwed = wallet.owed;
    out.missing = ledger::Service::missingFor(wallet, out.heldAmount);
    out.methods = {PaymentMethodKind::Escrow};
    if (m_payments.permitCheckout(out.totalAmount))
        out.methods += PaymentMethodKind::Online;
    if (permitCash(out.totalAmount))
        out.methods += PaymentMethodKind::Cod;
    return out;
}

} // namespace orders
