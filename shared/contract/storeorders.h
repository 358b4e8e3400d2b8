#pragma once

// What is asked of orders beside their lists: the list as a file (VEN-16, ORD-22), a store's days (ORD-21) and
// customers (CVEN-13), and the short way to say that an order was shipped (ORD-18).

#include "shared/contract/orders.h"

constexpr int orderExportMax = 20'000; // orders in one file
constexpr int orderDaysMax = 92;       // days of one answer
constexpr int orderDaysUsual = 30;

// Who carries it and under which number, as the store's customers look for it.
struct MarkShipped
{
    QString carrier;
    std::optional<QString> trackingNumber;

    FIELDS(MarkShipped,
           FIELD(carrier, .label = QT_TRANSLATE_NOOP("fields", "Carrier"), .lengthMin = 2, .lengthMax = 60),
           FIELD(trackingNumber, .label = QT_TRANSLATE_NOOP("fields", "Tracking number"), .lengthMin = 1,
                 .lengthMax = 39))
};

// Days of business in India, the last one among them; the last thirty when nothing is said.
struct ListOrderDays
{
    std::optional<QString> from; // "2026-11-01"
    std::optional<QString> to;

    FIELDS(ListOrderDays, FIELD(from, .lengthMin = 10, .lengthMax = 10, .pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
           FIELD(to, .lengthMin = 10, .lengthMax = 10, .pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"))
};

// The orders that were placed on a day, and what has become of them.
struct OrderDay
{
    QString day;
    qint64 orders = 0;
    Money amount;
    qint64 completed = 0;
    qint64 cancelled = 0;
    Money settled; // what the store was settled for, the commission within

    FIELDS(OrderDay, FIELD(day, .label = QT_TRANSLATE_NOOP("fields", "Day")),
           FIELD(orders, .label = QT_TRANSLATE_NOOP("fields", "Orders")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")), FIELD(completed), FIELD(cancelled),
           FIELD(settled))
};

// Somebody who has ordered at the store, as the newest order names him.
struct StoreCustomer
{
    Id<Account> id; // of his account
    QString customerName;
    QString customerPhone; // in full while an order of his is open, then its ends only
    QString city;
    qint64 orders = 0;
    qint64 openOrders = 0;
    Money settledAmount; // without what was refunded
    Instant lastOrderAt;

    FIELDS(StoreCustomer, FIELD(id), FIELD(customerName, .label = QT_TRANSLATE_NOOP("fields", "Buyer")),
           FIELD(customerPhone, .label = QT_TRANSLATE_NOOP("fields", "Phone")),
           FIELD(city, .label = QT_TRANSLATE_NOOP("fields", "City")),
           FIELD(orders, .label = QT_TRANSLATE_NOOP("fields", "Orders")), FIELD(openOrders),
           FIELD(settledAmount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(lastOrderAt, .label = QT_TRANSLATE_NOOP("fields", "Placed")))
};

struct ListCustomers
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListCustomers, PAGE_FIELDS)
};

struct ListCustomerOrders
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    Id<Account> customerId;

    FIELDS(ListCustomerOrders, PAGE_FIELDS, FIELD(customerId))
};

namespace api {

inline constexpr Endpoint<ListOrders, FileBody> exportOrders{.method = Method::Get,
                                                             .path = "/api/v1/orders/export",
                                                             .access = Access::Buyer,
                                                             .owner = Owner::Nobodys,
                                                             .rate = Rate::Account,
                                                             .summary =
                                                                 "The own orders as CSV, by the filters of the list",
                                                             .heavy = true};

inline constexpr Endpoint<ListOrders, FileBody> exportVendorOrders{
    .method = Method::Get,
    .path = "/api/v1/vendor/export/orders",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The orders of the own store as CSV, by the filters of the list",
    .heavy = true};

inline constexpr Endpoint<ListOrderDays, QList<OrderDay>> listOrderDays{
    .method = Method::Get,
    .path = "/api/v1/orders/stats/daily",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The orders of the own store day by day, oldest first",
    .most = orderDaysMax};

inline constexpr Endpoint<ListOrders, Page<OrderCard>, Id<Vendor>> listStoreOrders{
    .method = Method::Get,
    .path = "/api/v1/stores/{id}/orders",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Account,
    .summary = "The orders of the own store by its id, newest first"};

inline constexpr Endpoint<MarkShipped, Order, Id<Order>> markShipped{
    .method = Method::Post,
    .path = "/api/v1/orders/{id}/mark-shipped",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Account,
    .summary = "Say that an order was shipped, by whom and under which number"};

inline constexpr Endpoint<ListCustomers, Page<StoreCustomer>> listCustomers{
    .method = Method::Get,
    .path = "/api/v1/vendor/customers",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Who has ordered at the own store, the latest first"};

inline constexpr Endpoint<ListCustomerOrders, Page<OrderCard>> listCustomerOrders{
    .method = Method::Get,
    .path = "/api/v1/vendor/customers/orders",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "What one customer has ordered at the own store, newest first"};

inline constexpr auto storeOrders = std::tuple{exportOrders, exportVendorOrders, listOrderDays,     listStoreOrders,
                                               markShipped,  listCustomers,      listCustomerOrders};

} // namespace api
