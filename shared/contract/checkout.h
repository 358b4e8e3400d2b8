#pragma once

// What is paid at a checkout: the orders that wait for a gateway's money, and what lines would cost before anybody
// orders them (PAY-16, CART-11).

#include "shared/contract/orders.h"

struct PayOrder
{
    Id<Order> orderId; // any of a checkout: one payment is of all of its orders

    FIELDS(PayOrder, FIELD(orderId))
};

struct PayInCash
{
    Id<Order> orderId; // any of a checkout: all of its orders are paid alike

    FIELDS(PayInCash, FIELD(orderId))
};

struct CalculateTotal
{
    QList<PlaceOrderLine> lines;
    std::optional<Id<Address>> addressId = {}; // the active one when absent

    FIELDS(CalculateTotal, FIELD(lines, .countMin = 1, .countMax = 100), FIELD(addressId))
};

struct QuoteLine
{
    Id<Product> productId;
    QString title;
    Unit unit = Unit::Kg;
    Quantity quantity;
    Money unitPrice;
    Money lineTotal;

    FIELDS(QuoteLine, FIELD(productId), FIELD(title), FIELD(unit), FIELD(quantity), FIELD(unitPrice), FIELD(lineTotal))
};

// One of the orders that these lines would make.
struct StoreQuote
{
    Id<Vendor> vendorId;
    QString storeName;
    QList<QuoteLine> lines;
    Money subtotal;
    Money discountAmount;
    Money taxAmount;
    Money deliveryCharges;
    Money totalAmount;

    FIELDS(StoreQuote, FIELD(vendorId), FIELD(storeName), FIELD(lines), FIELD(subtotal), FIELD(discountAmount),
           FIELD(taxAmount), FIELD(deliveryCharges), FIELD(totalAmount))
};

struct Quote
{
    QList<StoreQuote> stores;
    Money subtotal;
    Money discountAmount;
    Money taxAmount;
    Money deliveryCharges;
    Money totalAmount;
    Money heldAmount; // what the escrow would take of the wallet, with what a scale may add
    Money walletAvailable;
    Money walletOwed; // since money went back at the bank; a recharge pays it first
    Money missing;    // in the wallet, for that, with what is owed
    QList<PaymentMethodKind> methods;

    FIELDS(Quote, FIELD(stores), FIELD(subtotal), FIELD(discountAmount), FIELD(taxAmount), FIELD(deliveryCharges),
           FIELD(totalAmount), FIELD(heldAmount), FIELD(walletAvailable), FIELD(walletOwed), FIELD(missing),
           FIELD(methods))
};

namespace api {

inline constexpr Endpoint<PayOrder, Payment> payOrder{
    .method = Method::Post,
    .path = "/api/v1/payments/create",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Go on with the payment of an own order that is to be paid online and is not paid yet",
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<CalculateTotal, Quote> calculateTotal{
    .method = Method::Post,
    .path = "/api/v1/payments/calculate-total",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "What lines would cost if they were ordered now, by store; nothing is ordered",
    .aliases = "/api/v1/orders/calculate-total"};

inline constexpr Endpoint<PayInCash, PlacedOrders> payInCash{
    .method = Method::Post,
    .path = "/api/v1/payments/cod",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Pay own orders that are to be paid online and are not paid yet in cash at their delivery instead",
    .repeat = Repeat::Keyed};

inline constexpr auto checkout = std::tuple{payOrder, payInCash, calculateTotal};

} // namespace api
