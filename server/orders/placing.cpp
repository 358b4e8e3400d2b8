// Placing: stock, prices, distance, commission and the held money of all stores in one transaction, or none of it
// (D-04).

#include "server/accounts/service.h"
#include "server/catalog/service.h"
#include "server/core/crypto.h"
#include "server/core/permit.h"
#include "server/core/readable.h"
#include "server/ledger/service.h"
#include "server/orders/parcel.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"
#include "server/settings/service.h"
#include "shared/contract/weighing.h"

#include <algorithm>
#include <numeric>

namespace orders {

namespace {

tl::unexpected<Error> priceChanged(Id<Product> product, Money price)
{
    return tl::unexpected(Error{.code = ErrorCode::PriceChanged,
                                .message = QStringLiteral("The price has changed to %1.").arg(price.text()),
                                .details = "{\"product_id\":\"" + product.text().toLatin1() + "\",\"price\":\"" +
                                           price.text().toLatin1() + "\"}"});
}

tl::unexpected<Error> outOfRadius(Id<Vendor> vendor)
{
    return tl::unexpected(Error{.code = ErrorCode::OutOfRadius,
                                .message = QStringLiteral("A store does not deliver to this address."),
                                .details = "{\"vendor_id\":\"" + vendor.text().toLatin1() + "\"}"});
}

} // namespace

Result<PlacedOrders> Service::placeOrder(const Caller &caller, const PlaceOrder &wish)
{
    MUST(permitBuyer(caller));
    MUST(refuseRepeated(wish.lines));
    switch (wish.paymentMethod) {
    case PaymentMethodKind::Escrow: break;
    case PaymentMethodKind::Online: return placeOnline(caller, wish);
    case PaymentMethodKind::Cod: MUST(permitCash({})); break;
    }
    return m_db.write(caller, [&](Tx &tx) { return place(tx, caller, wish); });
}

Result<PlacedOrders> Service::place(Tx &tx, const Caller &caller, const PlaceOrder &wish)
{
    LET(address, m_accounts.addressOf(tx, caller.id, wish.addressId));
    const Shelf shelf = takeFromShelves(tx, caller, wish.lines);
    if (!shelf.refusals.empty())
        return tl::unexpected(shelf.refusals.begin()->second);
    LET(parcels, parcelsOf(wish.lines, shelf, address));
    if (wish.paymentMethod == PaymentMethodKind::Cod) {
        Money sum;
        for (const Parcel &parcel : parcels)
            sum = sum + parcel.subtotal;
        MUST(permitCash(sum));
    }
    return placeParcels(tx, caller, parcels, address, {.notes = wish.notes, .method = wish.paymentMethod});
}

Result<PlacedOrders> Service::placeParcels(Tx &tx, const Caller &caller, const QList<Parcel> &parcels,
                                           const Address &address, const Terms &terms)
{
    const bool isPaidLater = terms.method != PaymentMethodKind::Escrow;
    const auto buyer = m_accounts.find(tx, caller.id);
    if (!buyer)
        return notFound(QLatin1StringView("account"));

    const auto checkout = m_ids.next<PlacedOrders>();
    PlacedOrders placed{.checkoutId = checkout.text()};
    Money further;
    for (const Parcel &parcel : parcels)
        further = further + parcel.subtotal + toleranceOf(parcel);
    for (const Parcel &parcel : parcels) {
        further = further - parcel.subtotal - toleranceOf(parcel);
        LET(order, insertOrder(tx, parcel, further,
                               {.checkoutId = checkout,
                                .buyerId = caller.id,
                                .buyerRole = caller.role,
                                .customerName = buyer->fullName.value_or(buyer->username),
                                .customerPhone = buyer->phone.value_or(address.recipientPhone),
                                .customerEmail = buyer->email,
                                .deliveryAddress = address,
                                .paymentStatus = isPaidLater ? PaymentStatus::Pending : PaymentStatus::Paid,
                                .paymentMethod = terms.method,
                                .escrowStatus = firstEscrow(terms.method),
                                .notes = terms.notes}));
        placed.orders += order;
    }
    return placed;
}

Service::Shelf Service::takeFromShelves(Tx &tx, const Caller &caller, const QList<PlaceOrderLine> &lines)
{
    return shelved(tx, caller, lines, [&](const PlaceOrderLine &line, Role priceRole) {
        return m_catalog.reserve(tx, line.productId, line.quantity, priceRole, caller.id);
    });
}

// Says of every line what taking it would say.
Service::Shelf Service::lookAtShelves(Tx &tx, const Caller &caller, const QList<PlaceOrderLine> &lines)
{
    return shelved(tx, caller, lines, [&](const PlaceOrderLine &line, Role priceRole) {
        return m_catalog.offer(tx, line.productId, line.quantity, priceRole);
    });
}

// The shelves are visited in one order, so that two buyers of the same things never wait for each other in a circle.
Service::Shelf Service::shelved(Tx &tx, const Caller &caller, const QList<PlaceOrderLine> &lines, const Shelve &shelve)
{
    const Role role = m_catalog.priceRoleOf(tx, caller);
    QList<qsizetype> order(lines.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](qsizetype a, qsizetype b) { return lines[a].productId < lines[b].productId; });
    Shelf shelf{.taken = QList<std::optional<catalog::Reserved>>(lines.size())};
    for (const qsizetype at : order) {
        const PlaceOrderLine &line = lines[at];
        auto reserved = shelve(line, role);
        if (!reserved)
            shelf.refusals.emplace(at, std::move(reserved).error());
        else if (line.expectedPrice && *line.expectedPrice != reserved->unitPrice)
            shelf.refusals.emplace(at, priceChanged(line.productId, reserved->unitPrice).value());
        else
            shelf.taken[at] = *std::move(reserved);
    }
    if (shelf.refusals.empty())
        m_catalog.setCommission(tx, shelf.taken);
    return shelf;
}

Result<QList<Service::Parcel>> Service::parcelsOf(const QList<PlaceOrderLine> &lines, const Shelf &shelf,
                                                  const Address &address)
{
    const qint64 radiusKm = m_settings.whole(settings::Key::DiscoveryRadiusKm);
    QList<Parcel> parcels;
    for (qsizetype at = 0; at < shelf.taken.size(); ++at) {
        const Vendor &vendor = shelf.taken[at]->vendor;
        const auto same = [&](const Parcel &each) { return each.vendor.id == vendor.id; };
        auto parcel = std::find_if(parcels.begin(), parcels.end(), same);
        if (parcel == parcels.end()) {
            if (!isWithinReach(vendor.location, address.location, radiusKm, vendor.radiusKm))
                return outOfRadius(vendor.id);
            parcels += Parcel{.vendor = vendor};
            parcel = parcels.end() - 1;
        }
        MUST(pack(*parcel, lines[at].quantity, *shelf.taken[at], at));
    }
    return parcels;
}

// Commission is frozen here: later changes of rates do not reach this order (COM-04).
Result<> Service::pack(Parcel &parcel, Quantity quantity, const catalog::Reserved &reserved, qsizetype at)
{
    const auto total = lineTotal(reserved.unitPrice, quantity);
    if (!total || *total > lineTotalMax)
        return refusal(lineField(at, "quantity"), QStringLiteral("is worth more than an order can be"));
    if (*total <= Money{})
        return refusal(lineField(at, "quantity"), QStringLiteral("is worth less than the smallest coin"));
    const BasisPoints rate = reserved.commission.rate;
    const Product &product = reserved.product;
    const OrderLine line{.id = m_ids.next<OrderLine>(),
                         .productId = product.id,
                         .title = product.title,
                         .sku = product.sku,
                         .unit = product.unit,
                         .unitPrice = reserved.unitPrice,
                         .listedQuantity = reserved.listed,
                         .orderedQuantity = quantity,
                         .lineTotal = *total,
                         .commissionRate = rate,
                         .commissionAmount = rate.of(*total),
                         .commissionLevel = QString(names::text(reserved.commission.level)),
                         .commissionAt = m_clock.now()};
    parcel.subtotal = parcel.subtotal + line.lineTotal;
    if (isByWeight(line.unit))
        parcel.byWeight = parcel.byWeight + line.lineTotal;
    parcel.commission = parcel.commission + rate.of(*total);
    parcel.lines += line;
    parcel.products += product;
    return {};
}

// What is held beyond the estimate, so that a little more on the scale needs no further word of the buyer.
Money Service::toleranceOf(const Parcel &parcel) const
{
    return m_settings.rate(settings::Key::WeighingTolerance).of(parcel.byWeight);
}

// further: what the other stores of this checkout will hold, so that a refusal names all that is missing (WAL-05).
Result<Order> Service::insertOrder(Tx &tx, const Parcel &parcel, Money further, OrderRow order)
{
    order.trackingId = readable::code(QLatin1StringView("TRK"), crypto::random(trackingBytes));
    order.vendorId = parcel.vendor.id;
    order.vendorAccountId = parcel.vendor.accountId;
    order.region = parcel.vendor.region.value_or(QString());
    order.storeName = parcel.vendor.storeName;
    order.city = order.deliveryAddress.city;
    order.summary = summaryOf(parcel.lines);
    order.subtotal = parcel.subtotal;
    order.totalAmount = parcel.subtotal + order.taxAmount + order.deliveryCharges - order.discountAmount;
    order.placedAmount = order.totalAmount;
    order.commissionAmount = parcel.commission;
    order.placedAt = order.updatedAt = tx.now();
    if (order.paymentMethod != PaymentMethodKind::Online)
        order.reachedAt = order.placedAt;
    // A taken number is rarer than one in a hundred million; another id then makes another number.
    bool isStored = false;
    for (int attempt = 0; !isStored && attempt < readable::attemptsMax; ++attempt) {
        order.id = m_ids.next<Order>();
        order.orderNumber = readable::number(QLatin1StringView("KW"), order.id.uuid);
        isStored = m_store.insertNew(tx, order);
    }
    if (!isStored)
        return failure(ErrorCode::Unavailable, QStringLiteral("No order number is free at the moment."));

    for (qsizetype at = 0; at < parcel.lines.size(); ++at)
        m_store.insert(tx, order.id, int(at) + 1, parcel.lines[at], parcel.products[at]);
    if (order.escrowStatus == EscrowStatus::Held)
        MUST(m_ledger.hold(tx, order.buyerId, order.id, order.totalAmount + toleranceOf(parcel),
                           QStringLiteral("Order %1").arg(order.orderNumber), further));
    const HistoryRow first{.id = m_ids.next<StatusChange>(),
                           .orderId = order.id,
                           .status = order.orderStatus,
                           .actor = Actor::Buyer,
                           .actorId = order.buyerId,
                           .actorName = order.customerName,
                           .at = order.placedAt};
    m_store.insert(tx, first);
    if (!isUnpaid(order))
        announce(tx, order);
    return describe(order, Actor::Buyer, parcel.lines,
                    {{.status = first.status, .actor = first.actor, .actorName = first.actorName, .at = first.at}});
}

// A store hears of an order when its money is there, or is to be paid to it in cash.
void Service::announce(Tx &tx, const OrderRow &order)
{
    tx.publish(OrderPlaced{order.id, order.orderNumber, order.buyerId, order.vendorId, order.vendorAccountId,
                           order.totalAmount, cardOf(order)});
}

} // namespace orders
