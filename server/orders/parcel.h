#pragma once

// What lies on the table between the shelves and the orders while something is bought.

#include "server/catalog/service.h"
#include "server/orders/service.h"

#include <map>

namespace orders {

// What one store is to deliver.
struct Service::Parcel
{
    Vendor vendor;
    QList<OrderLine> lines;
    QList<Product> products;
    Money subtotal;
    Money byWeight; // of it, what a scale has the last word on
    Money commission;
};

// Line by line what was taken from the shelves, or why it cannot be had.
struct Service::Shelf
{
    QList<std::optional<catalog::Reserved>> taken;
    std::map<qsizetype, Error> refusals = {};
};

// How it is ordered.
struct Service::Terms
{
    std::optional<QString> notes = {};
    PaymentMethodKind method = PaymentMethodKind::Escrow;
};

} // namespace orders
