#pragma once

// What an order is made of: its states, its lines and what has become of it.

#include "shared/base/fields.h"
#include "shared/contract/catalog.h"
#include "shared/contract/payments.h"

NAMED_ENUM(OrderStatus, Placed, Confirmed, Packed, Shipped, OutForDelivery, Delivered, Completed, Cancelled, Failed,
           Refunded)
NAMED_ENUM(StatusGroup, Pending, Active, Done, Cancelled)
NAMED_ENUM(PaymentMethodKind, Escrow, Cod, Online)
NAMED_ENUM(EscrowStatus, Held, Released, Disputed, Refunded)
NAMED_ENUM(Actor, Buyer, Vendor, Admin, System)
// Late: longer in its status than its target. AtRisk: not confirmed, and most of the time in which it can be is over.
NAMED_ENUM(OrderUrgency, AtRisk, Late)

constexpr qint64 riskNumerator = 3, riskDenominator = 4; // of its time: then it may be cancelled by itself

struct PlaceOrderLine
{
    Id<Product> productId;
    Quantity quantity;
    std::optional<Money> expectedPrice; // per unit as the client saw it; another price answers PRICE_CHANGED

    FIELDS(PlaceOrderLine, FIELD(productId), FIELD(quantity, .min = 1, .max = 1'000'000'000),
           FIELD(expectedPrice, .min = 0))
};

struct PlaceOrder
{
    Id<Address> addressId;
    QList<PlaceOrderLine> lines;
    std::optional<QString> notes;
    // Escrow takes the wallet's money at once (WAL-03). Online waits for a gateway's, by the instrument at the
    // provider. Cod, where it is offered, is between the two sides.
    PaymentMethodKind paymentMethod = PaymentMethodKind::Escrow;
    Instrument instrument = Instrument::Upi;
    std::optional<QString> provider = {}; // empty: the first one that takes the instrument

    FIELDS(PlaceOrder, FIELD(addressId), FIELD(lines, .countMin = 1, .countMax = 100), FIELD(notes, .lengthMax = 500),
           FIELD(paymentMethod, .standard = true), FIELD(instrument, .standard = true),
           FIELD(provider, .lengthMin = 1, .lengthMax = 40))
};

// Listed is what the offer showed, ordered what the buyer asked for, delivered what was handed over, settled what the
// money finally follows (weighing). All are known apart from the first day.
struct OrderLine
{
    Id<OrderLine> id;
    Id<Product> productId;
    QString title;
    QString sku;
    Unit unit = Unit::Kg;
    Money unitPrice;
    Quantity listedQuantity;
    Quantity orderedQuantity;
    std::optional<Quantity> deliveredQuantity;
    std::optional<Quantity> settledQuantity;
    Money lineTotal;
    // What the store pays the market is not told to buyers.
    std::optional<BasisPoints> commissionRate; // frozen when the order was placed (COM-04)
    std::optional<Money> commissionAmount;
    std::optional<QString> commissionLevel;   // which level won: vendor, category or global
    std::optional<Instant> commissionAt = {}; // when it was calculated

    FIELDS(OrderLine, FIELD(id), FIELD(productId), FIELD(title), FIELD(sku), FIELD(unit), FIELD(unitPrice),
           FIELD(listedQuantity), FIELD(orderedQuantity), FIELD(deliveredQuantity), FIELD(settledQuantity),
           FIELD(lineTotal), FIELD(commissionRate), FIELD(commissionAmount), FIELD(commissionLevel),
           FIELD(commissionAt))
};

struct StatusChange
{
    OrderStatus status = OrderStatus::Placed;
    Actor actor = Actor::System;
    std::optional<QString> actorName;
    std::optional<QString> reason;
    Instant at;

    FIELDS(StatusChange, FIELD(status), FIELD(actor), FIELD(actorName), FIELD(reason), FIELD(at))
};
