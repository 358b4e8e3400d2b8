#pragma once

// What buyers, vendors and admins can say and see about orders.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/accounts.h"
#include "shared/contract/orderlines.h"

struct Order;

// The line of a list.
struct OrderCard
{
    Id<Order> id;
    QString orderNumber;
    Id<Vendor> vendorId;
    QString storeName;
    QString customerName;
    QString city;
    QString summary; // "Copper wire, 46 kg" or "3 products"
    OrderStatus orderStatus = OrderStatus::Placed;
    StatusGroup statusGroup = StatusGroup::Pending;
    std::optional<EscrowStatus> escrowStatus;
    Money totalAmount;
    Instant placedAt;
    Instant updatedAt;
    qint64 unreadMessages = 0;    // reserved for the caller's side; filled by the console from the chat rooms
    std::optional<Instant> dueAt; // while placed: when it is cancelled unless the store confirms it, or it is paid
    PaymentMethodKind paymentMethod = PaymentMethodKind::Escrow;
    PaymentStatus paymentStatus = PaymentStatus::Paid;
    Money refundedAmount = {};               // of the total
    std::optional<Instant> contestedAt = {}; // while its sides do not agree, whichever way it is paid

    FIELDS(OrderCard, FIELD(id), FIELD(orderNumber, .label = QT_TRANSLATE_NOOP("fields", "Order")), FIELD(vendorId),
           FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Vendor")),
           FIELD(customerName, .label = QT_TRANSLATE_NOOP("fields", "Buyer")),
           FIELD(city, .label = QT_TRANSLATE_NOOP("fields", "City")),
           FIELD(summary, .label = QT_TRANSLATE_NOOP("fields", "Items")),
           FIELD(orderStatus, .label = QT_TRANSLATE_NOOP("fields", "Status")), FIELD(statusGroup),
           FIELD(escrowStatus, .label = QT_TRANSLATE_NOOP("fields", "Escrow")),
           FIELD(totalAmount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(placedAt, .label = QT_TRANSLATE_NOOP("fields", "Placed")), FIELD(updatedAt), FIELD(unreadMessages),
           FIELD(dueAt, .label = QT_TRANSLATE_NOOP("fields", "Due")),
           FIELD(paymentMethod, .label = QT_TRANSLATE_NOOP("fields", "Payment method"), .standard = true),
           FIELD(paymentStatus, .label = QT_TRANSLATE_NOOP("fields", "Payment"), .standard = true),
           FIELD(refundedAmount, .label = QT_TRANSLATE_NOOP("fields", "Refunded"), .standard = true),
           FIELD(contestedAt))
};

struct Order
{
    Id<Order> id;
    QString orderNumber;
    QString trackingId;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    QString storeName;
    QString customerName;
    QString customerPhone;
    Address deliveryAddress; // as it was when the order was placed
    QList<OrderLine> lines;
    Money subtotal;
    Money discountAmount;
    Money taxAmount;
    Money deliveryCharges;
    Money totalAmount;
    std::optional<Money> commissionAmount;        // not told to buyers
    Money refundedAmount = {};                    // of the total, before or after it was settled
    std::optional<Money> refundedCommission = {}; // of the commission; not told to buyers
    bool isWeighed = false;                       // there are weigh tickets of it
    PaymentStatus paymentStatus = PaymentStatus::Pending;
    PaymentMethodKind paymentMethod = PaymentMethodKind::Escrow;
    OrderStatus orderStatus = OrderStatus::Placed;
    StatusGroup statusGroup = StatusGroup::Pending;
    std::optional<EscrowStatus> escrowStatus;
    std::optional<Instant> contestedAt = {}; // while its sides do not agree: its ends and its money wait
    std::optional<QString> notes;
    std::optional<QString> carrier;
    std::optional<Instant> vendorConfirmedAt; // that it was delivered
    std::optional<Instant> buyerConfirmedAt;  // that it was received
    std::optional<Instant> settledAt;
    std::optional<Instant> estimatedDelivery;
    Instant placedAt;
    Instant updatedAt;
    QList<StatusChange> history;
    QList<OrderStatus> nextStatuses; // what the caller may set now
    bool mayCancel = false;
    bool mayConfirmReceipt = false;

    FIELDS(Order, FIELD(id), FIELD(orderNumber), FIELD(trackingId), FIELD(buyerId), FIELD(vendorId), FIELD(storeName),
           FIELD(customerName), FIELD(customerPhone), FIELD(deliveryAddress), FIELD(lines), FIELD(subtotal),
           FIELD(discountAmount), FIELD(taxAmount), FIELD(deliveryCharges), FIELD(totalAmount), FIELD(commissionAmount),
           FIELD(refundedAmount, .standard = true), FIELD(refundedCommission), FIELD(isWeighed, .standard = true),
           FIELD(paymentStatus), FIELD(paymentMethod), FIELD(orderStatus), FIELD(statusGroup), FIELD(escrowStatus),
           FIELD(contestedAt), FIELD(notes), FIELD(carrier), FIELD(vendorConfirmedAt), FIELD(buyerConfirmedAt),
           FIELD(settledAt), FIELD(estimatedDelivery), FIELD(placedAt), FIELD(updatedAt), FIELD(history),
           FIELD(nextStatuses), FIELD(mayCancel), FIELD(mayConfirmReceipt))
};

// One order per vendor (ORD-26).
struct PlacedOrders
{
    QString checkoutId;
    QList<Order> orders;
    std::optional<Payment> payment = {}; // of all of them, when they are paid online

    FIELDS(PlacedOrders, FIELD(checkoutId), FIELD(orders), FIELD(payment))
};

struct ListOrders
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<OrderStatus> status;
    std::optional<StatusGroup> group;
    std::optional<Role> role;    // of the buyer
    std::optional<QString> q;    // order number, buyer or store
    std::optional<Instant> from; // placed
    std::optional<Instant> to;
    std::optional<Id<Vendor>> vendor;
    std::optional<EscrowStatus> escrow;
    std::optional<OrderUrgency> urgency; // as the dashboard counts it now
    std::optional<Instant> settledFrom;
    std::optional<Instant> settledUntil;
    std::optional<Instant> cancelledFrom;
    std::optional<Instant> cancelledUntil;
    std::optional<PaymentMethodKind> method;
    std::optional<PaymentStatus> payment;

    FIELDS(ListOrders, PAGE_FIELDS, FIELD(status), FIELD(group), FIELD(role), FIELD(q, .lengthMax = 100), FIELD(from),
           FIELD(to), FIELD(vendor), FIELD(escrow), FIELD(urgency), FIELD(settledFrom), FIELD(settledUntil),
           FIELD(cancelledFrom), FIELD(cancelledUntil), FIELD(method), FIELD(payment))

    friend bool operator==(const ListOrders &, const ListOrders &) = default;
};

struct AdvanceOrder
{
    OrderStatus status = OrderStatus::Confirmed;
    std::optional<QString> reason;  // required of admins (ORD-06)
    std::optional<QString> carrier; // with shipped

    FIELDS(AdvanceOrder, FIELD(status), FIELD(reason, .lengthMax = 500), FIELD(carrier, .lengthMax = 100))
};

struct CancelOrder
{
    QString reason;

    FIELDS(CancelOrder, FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 3, .lengthMax = 500))
};

// How many orders stand in each status, for tabs and badges.
struct OrderCounts
{
    qint64 all = 0;
    qint64 placed = 0;
    qint64 confirmed = 0;
    qint64 packed = 0;
    qint64 shipped = 0;
    qint64 outForDelivery = 0;
    qint64 delivered = 0;
    qint64 completed = 0;
    qint64 cancelled = 0;
    Money held; // in escrow

    FIELDS(OrderCounts, FIELD(all), FIELD(placed), FIELD(confirmed), FIELD(packed), FIELD(shipped),
           FIELD(outForDelivery), FIELD(delivered), FIELD(completed), FIELD(cancelled), FIELD(held))
};

struct OrderPlaced
{
    static constexpr auto topic = "orders.placed";

    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    Money total;
    OrderCard card;

    FIELDS(OrderPlaced, FIELD(orderId), FIELD(orderNumber), FIELD(buyerId), FIELD(vendorId), FIELD(vendorAccountId),
           FIELD(total), FIELD(card))
};

struct OrderAdvanced
{
    static constexpr auto topic = "orders.advanced";

    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    OrderStatus from = OrderStatus::Placed;
    OrderStatus to = OrderStatus::Confirmed;
    Actor actor = Actor::Vendor;
    std::optional<QString> reason;
    bool isPaid = true; // false: its money never came, and its store has never heard of it
    PaymentMethodKind method = PaymentMethodKind::Escrow;

    FIELDS(OrderAdvanced, FIELD(orderId), FIELD(orderNumber), FIELD(buyerId), FIELD(vendorId), FIELD(vendorAccountId),
           FIELD(from), FIELD(to), FIELD(actor), FIELD(reason), FIELD(isPaid, .standard = true),
           FIELD(method, .standard = true))
};

// The held money left the escrow: to the vendor minus commission, or the vendor has it in cash and owes that.
struct OrderSettled
{
    static constexpr auto topic = "orders.settled";

    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    Money gross;
    Money commission;
    Money net;
    PaymentMethodKind method = PaymentMethodKind::Escrow;

    FIELDS(OrderSettled, FIELD(orderId), FIELD(orderNumber), FIELD(buyerId), FIELD(vendorId), FIELD(vendorAccountId),
           FIELD(gross), FIELD(commission), FIELD(net), FIELD(method, .standard = true))
};

namespace api {

inline constexpr Endpoint<PlaceOrder, PlacedOrders> placeOrder{
    .method = Method::Post,
    .path = "/api/v1/orders",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Order, one order per vendor; the price is held in the wallet, or paid online by all of them together",
    .repeat = Repeat::Keyed,
    .status = 201,
    .aliases = "/api/v1/customers/orders"};

inline constexpr Endpoint<ListOrders, Page<OrderCard>> listOrders{.method = Method::Get,
                                                                  .path = "/api/v1/orders",
                                                                  .access = Access::Buyer,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Account,
                                                                  .summary = "The own orders, newest first",
                                                                  .aliases =
                                                                      "/api/v1/orders/history /api/v1/customer/orders"};

inline constexpr Endpoint<ListOrders, Page<OrderCard>> listVendorOrders{.method = Method::Get,
                                                                        .path = "/api/v1/vendor/orders",
                                                                        .access = Access::Vendor,
                                                                        .owner = Owner::Nobodys,
                                                                        .rate = Rate::Account,
                                                                        .summary =
                                                                            "The orders of the own store, newest first",
                                                                        .aliases = "/api/v1/owner/orders"};

inline constexpr Endpoint<ListOrders, Page<OrderCard>> listAllOrders{.method = Method::Get,
                                                                     .path = "/api/v1/admin/orders",
                                                                     .access = Access::Admin,
                                                                     .owner = Owner::Nobodys,
                                                                     .rate = Rate::Account,
                                                                     .summary = "All orders, newest first",
                                                                     .permission = Permission::ManageOrders};

inline constexpr Endpoint<Nothing, OrderCounts> countVendorOrders{.method = Method::Get,
                                                                  .path = "/api/v1/vendor/orders/counts",
                                                                  .access = Access::Vendor,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Account,
                                                                  .summary =
                                                                      "How many orders of the own store stand where"};

inline constexpr Endpoint<Nothing, OrderCounts> countAllOrders{.method = Method::Get,
                                                               .path = "/api/v1/admin/orders/counts",
                                                               .access = Access::Admin,
                                                               .owner = Owner::Nobodys,
                                                               .rate = Rate::Account,
                                                               .summary = "How many orders stand where",
                                                               .permission = Permission::ManageOrders};

inline constexpr Endpoint<Nothing, Order, Id<Order>> readOrder{
    .method = Method::Get,
    .path = "/api/v1/orders/{id}",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "One order: its buyer, its store or an admin",
    .overseer = Permission::ManageOrders,
    .aliases = "/api/v1/orders/{id}/tracking /api/v1/orders/{id}/status /api/v1/customer/orders/{id} "
               "POST:/api/v1/customer/orders/{id}/track"};

inline constexpr Endpoint<AdvanceOrder, Order, Id<Order>> advanceOrder{.method = Method::Put,
                                                                       .path = "/api/v1/orders/{id}/status",
                                                                       .access = Access::SignedIn,
                                                                       .owner = Owner::Partys,
                                                                       .rate = Rate::Account,
                                                                       .summary = "Move an order to its next status",
                                                                       .overseer = Permission::ManageOrders,
                                                                       .aliases = "/api/v1/owner/orders/{id}/status"};

inline constexpr Endpoint<CancelOrder, Order, Id<Order>> cancelOrder{.method = Method::Post,
                                                                     .path = "/api/v1/orders/{id}/cancel",
                                                                     .access = Access::SignedIn,
                                                                     .owner = Owner::Partys,
                                                                     .rate = Rate::Account,
                                                                     .summary =
                                                                         "Cancel an order and release the held money",
                                                                     .overseer = Permission::ManageOrders,
                                                                     .aliases = "/api/v1/customer/orders/{id}/cancel"};

inline constexpr Endpoint<Nothing, Order, Id<Order>> confirmDelivery{
    .method = Method::Post,
    .path = "/api/v1/orders/{id}/confirm-delivery",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "The buyer confirms the receipt; with the vendor's confirmation the escrow settles",
    .overseer = Permission::ManageOrders};

inline constexpr Endpoint<Nothing, Order, Id<Order>> releaseEscrow{
    .method = Method::Post,
    .path = "/api/v1/admin/escrow/{id}/release",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Release the escrow of a completed order by hand",
    .permission = Permission::ManageOrders};

inline constexpr auto orders =
    std::tuple{placeOrder, listOrders,   listVendorOrders, listAllOrders,   countVendorOrders, countAllOrders,
               readOrder,  advanceOrder, cancelOrder,      confirmDelivery, releaseEscrow};

} // namespace api
