#pragma once

// SQL of the orders.

#include "server/core/db.h"
#include "shared/contract/storeorders.h"

#include <QSet>

struct Payout;

namespace orders {

// Open: there are weigh tickets that not both parties have agreed to, so the money waits.
NAMED_ENUM(WeighState, Unweighed, Open, Agreed)

struct OrderRow
{
    Id<Order> id;
    QString orderNumber;
    QString trackingId;
    Id<PlacedOrders> checkoutId;
    Id<Account> buyerId;
    Role buyerRole = Role::Buyer;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    QString region;
    QString storeName;
    QString customerName;
    QString customerPhone;
    std::optional<QString> customerEmail;
    QString city;
    QString summary;
    Address deliveryAddress;
    Money subtotal;
    Money discountAmount;
    Money taxAmount;
    Money deliveryCharges;
    Money totalAmount;
    Money placedAmount; // what it was placed for; the total follows the weight
    Money commissionAmount;
    PaymentStatus paymentStatus = PaymentStatus::Paid;
    PaymentMethodKind paymentMethod = PaymentMethodKind::Escrow;
    OrderStatus orderStatus = OrderStatus::Placed;
    std::optional<EscrowStatus> escrowStatus = EscrowStatus::Held;
    std::optional<QString> notes;
    std::optional<QString> carrier;
    std::optional<Instant> vendorConfirmedAt;
    std::optional<Instant> buyerConfirmedAt;
    std::optional<Instant> settledAt;
    std::optional<Id<Account>> releasedBy; // the admin, when it was released by hand
    std::optional<Instant> estimatedDelivery;
    std::optional<Id<Payout>> payoutId;
    Money refundedAmount;     // of the total, before or after it was settled
    Money refundedCommission; // of the commission
    Instant placedAt;
    std::optional<Instant> reachedAt;   // its store; not while it waits for a gateway's money, nor when that never came
    std::optional<Instant> contestedAt; // while its two sides do not agree; its money waits for the decision
    Instant updatedAt;
    WeighState weighState = WeighState::Unweighed;
    qint64 version = 1;

    FIELDS(OrderRow, FIELD(id), FIELD(orderNumber), FIELD(trackingId), FIELD(checkoutId), FIELD(buyerId),
           FIELD(buyerRole), FIELD(vendorId), FIELD(vendorAccountId), FIELD(region), FIELD(storeName),
           FIELD(customerName), FIELD(customerPhone), FIELD(customerEmail), FIELD(city), FIELD(summary),
           FIELD(deliveryAddress), FIELD(subtotal), FIELD(discountAmount), FIELD(taxAmount), FIELD(deliveryCharges),
           FIELD(totalAmount), FIELD(placedAmount), FIELD(commissionAmount), FIELD(paymentStatus), FIELD(paymentMethod),
           FIELD(orderStatus), FIELD(escrowStatus), FIELD(notes), FIELD(carrier), FIELD(vendorConfirmedAt),
           FIELD(buyerConfirmedAt), FIELD(settledAt), FIELD(releasedBy), FIELD(estimatedDelivery), FIELD(payoutId),
           FIELD(refundedAmount), FIELD(refundedCommission), FIELD(placedAt), FIELD(reachedAt), FIELD(contestedAt),
           FIELD(updatedAt), FIELD(weighState), FIELD(version))
};

struct HistoryRow
{
    Id<StatusChange> id;
    Id<Order> orderId;
    std::optional<OrderStatus> fromStatus;
    OrderStatus status = OrderStatus::Placed;
    Actor actor = Actor::System;
    std::optional<Id<Account>> actorId;
    std::optional<QString> actorName;
    std::optional<QString> reason;
    Instant at;

    FIELDS(HistoryRow, FIELD(id), FIELD(orderId), FIELD(fromStatus), FIELD(status), FIELD(actor), FIELD(actorId),
           FIELD(actorName), FIELD(reason), FIELD(at))
};

// The columns of a list's line.
struct CardRow
{
    Id<Order> id;
    QString orderNumber;
    Id<Vendor> vendorId;
    QString storeName;
    QString customerName;
    QString city;
    QString summary;
    OrderStatus orderStatus = OrderStatus::Placed;
    std::optional<EscrowStatus> escrowStatus;
    Money totalAmount;
    Instant placedAt;
    Instant updatedAt;
    PaymentMethodKind paymentMethod = PaymentMethodKind::Escrow;
    PaymentStatus paymentStatus = PaymentStatus::Paid;
    std::optional<Instant> reachedAt;
    Money refundedAmount;
    std::optional<Instant> contestedAt;

    FIELDS(CardRow, FIELD(id), FIELD(orderNumber), FIELD(vendorId), FIELD(storeName), FIELD(customerName), FIELD(city),
           FIELD(summary), FIELD(orderStatus), FIELD(escrowStatus), FIELD(totalAmount), FIELD(placedAt),
           FIELD(updatedAt), FIELD(paymentMethod), FIELD(paymentStatus), FIELD(reachedAt), FIELD(refundedAmount),
           FIELD(contestedAt))
};

// The columns of a line in the file of a list.
struct ExportRow
{
    Id<Order> id;
    QString orderNumber;
    QString storeName;
    QString customerName;
    QString city;
    QString summary;
    OrderStatus orderStatus = OrderStatus::Placed;
    std::optional<EscrowStatus> escrowStatus;
    Money totalAmount;
    Money refundedAmount;
    Money commissionAmount;
    Instant placedAt;
    std::optional<Instant> reachedAt;
    std::optional<Instant> settledAt;

    FIELDS(ExportRow, FIELD(id), FIELD(orderNumber), FIELD(storeName), FIELD(customerName), FIELD(city), FIELD(summary),
           FIELD(orderStatus), FIELD(escrowStatus), FIELD(totalAmount), FIELD(refundedAmount), FIELD(commissionAmount),
           FIELD(placedAt), FIELD(reachedAt), FIELD(settledAt))
};

// Of the orders that were placed on a day, numbered from 1970-01-01 as India counts.
struct DayRow
{
    qint64 day = 0;
    qint64 orders = 0;
    Money amount;
    qint64 completed = 0;
    qint64 cancelled = 0;
    Money settled;

    FIELDS(DayRow, FIELD(day), FIELD(orders), FIELD(amount), FIELD(completed), FIELD(cancelled), FIELD(settled))
};

// Where a list of customers goes on.
struct CustomerPlace
{
    Instant lastOrderAt;
    Id<Account> id;
};

// What a store may keep of an order: nothing of its buyer.
struct SaleRow
{
    QString orderNumber;
    QString summary;
    OrderStatus orderStatus = OrderStatus::Placed;
    Money totalAmount;
    Money commissionAmount;
    Instant placedAt;
    std::optional<Instant> settledAt;

    FIELDS(SaleRow, FIELD(orderNumber), FIELD(summary), FIELD(orderStatus), FIELD(totalAmount), FIELD(commissionAmount),
           FIELD(placedAt), FIELD(settledAt))
};

struct StatusCount
{
    OrderStatus orderStatus = OrderStatus::Placed;
    qint64 orders = 0;

    FIELDS(StatusCount, FIELD(orderStatus), FIELD(orders))
};

// What a settled order brought its vendor, without what was refunded of it.
struct SettledOrder
{
    Id<Order> id;
    QString orderNumber;
    Money gross;
    Money commission;
    Money net;
    Instant settledAt;
    std::optional<Id<Payout>> payoutId;

    FIELDS(SettledOrder, FIELD(id), FIELD(orderNumber), FIELD(gross), FIELD(commission), FIELD(net), FIELD(settledAt),
           FIELD(payoutId))
};

// A line with what was known of its product when it was ordered.
struct SoldLineRow
{
    Id<OrderLine> id;
    QString title;
    Unit unit = Unit::Kg;
    Money unitPrice;
    Quantity orderedQuantity;
    std::optional<Quantity> settledQuantity;
    Money lineTotal;
    Json productSnapshot;

    FIELDS(SoldLineRow, FIELD(id), FIELD(title), FIELD(unit), FIELD(unitPrice), FIELD(orderedQuantity),
           FIELD(settledQuantity), FIELD(lineTotal), FIELD(productSnapshot))
};

// Where a list of settled orders goes on.
struct SettledBefore
{
    Instant settledAt;
    Id<Order> id;
};

// Whose orders a list shows; an admin's shows all.
struct Scope
{
    std::optional<Id<Account>> buyer = {};
    std::optional<Id<Vendor>> vendor = {};
    bool isEscrowOpen = false; // only what is held, or contested
};

// An order in this status is urgent when it was changed for the last time at that moment or earlier.
struct Overdue
{
    OrderStatus status = OrderStatus::Placed;
    Instant since;
};

// An order that time moves on, and since when it has been as it is.
struct Due
{
    Id<Order> id;
    Instant since;

    FIELDS(Due, FIELD(id), FIELD(since))
};

// What the tickets of a line say was handed over; nothing when all of them were taken back.
struct Weighed
{
    Id<OrderLine> lineId;
    std::optional<Quantity> net;
};

struct OrderTotal
{
    qint64 orders = 0;
    Money amount;
    qint64 isWhole = 0;

    FIELDS(OrderTotal, FIELD(orders), FIELD(amount), FIELD(isWhole))
};

// What an order says of its money.
struct MoneyRow
{
    Id<Order> id;
    QString orderNumber;
    Id<Account> buyerId;
    Money placedAmount;
    Money totalAmount;
    Money refundedAmount;
    PaymentMethodKind paymentMethod = PaymentMethodKind::Escrow;
    PaymentStatus paymentStatus = PaymentStatus::Pending;
    std::optional<EscrowStatus> escrowStatus;
    Money commissionAmount;
    Money refundedCommission;
    Money subtotal;
    std::optional<Instant> reachedAt;
    std::optional<Instant> contestedAt;

    FIELDS(MoneyRow, FIELD(id), FIELD(orderNumber), FIELD(buyerId), FIELD(placedAmount), FIELD(totalAmount),
           FIELD(refundedAmount), FIELD(paymentMethod), FIELD(paymentStatus), FIELD(escrowStatus),
           FIELD(commissionAmount), FIELD(refundedCommission), FIELD(subtotal), FIELD(reachedAt), FIELD(contestedAt))
};

// What the lines of an order come to.
struct LineSum
{
    Id<Order> orderId;
    Money total;
    Money commission;

    FIELDS(LineSum, FIELD(orderId), FIELD(total), FIELD(commission))
};

class Store
{
public:
    // False when the order's number is taken, which then needs another id.
    bool insertNew(Tx &tx, const OrderRow &order);
    void insert(Tx &tx, Id<Order> order, int position, const OrderLine &line, const Product &snapshot);
    void insert(Tx &tx, const HistoryRow &change);
    // The same for orders from another system, whose lines may be delivered and settled.
    void insertPast(Tx &tx, Id<Order> order, int position, const OrderLine &line, const Product &snapshot);

    std::optional<OrderRow> find(Tx &tx, Id<Order> id);
    QList<OrderLine> lines(Tx &tx, Id<Order> id);
    QList<StatusChange> history(Tx &tx, Id<Order> id);
    std::optional<Instant> cameTo(Tx &tx, Id<Order> id, OrderStatus status);
    // overdue: when the wish is about urgent orders only.
    QList<CardRow> list(Tx &tx, const Scope &scope, const ListOrders &wish, const QList<OrderStatus> &statuses,
                        const QList<Overdue> &overdue, const std::optional<Id<Order>> &before, int limit);
    QList<ExportRow> exported(Tx &tx, const Scope &scope, const ListOrders &wish, const QList<OrderStatus> &statuses,
                              const QList<Overdue> &overdue, const std::optional<Id<Order>> &before, int limit);
    // Of the newest `limit` that the list would show without its cursor.
    OrderTotal sum(Tx &tx, const ListOrders &wish, const QList<OrderStatus> &statuses, const QList<Overdue> &overdue,
                   int limit);
    QList<StatusCount> counts(Tx &tx, const Scope &scope);
    bool hasOpen(Tx &tx, Id<Account> buyer, const std::optional<Id<Vendor>> &vendor);
    Money held(Tx &tx, const Scope &scope);
    // Those that have an escrow, within the wish.
    QList<OrderRow> escrows(Tx &tx, const ListOrders &wish, const QList<OrderStatus> &statuses,
                            const QList<Overdue> &overdue, const std::optional<Id<Order>> &before, int limit);
    QList<Id<Account>> openBuyers(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Account>> &after, int limit);
    Money settledSales(Tx &tx, Id<Vendor> vendor);

    QList<DayRow> days(Tx &tx, Id<Vendor> vendor, Instant from, Instant before); // that have orders, oldest first
    // As their newest orders name them, with their phones; the latest first.
    QList<StoreCustomer> customers(Tx &tx, Id<Vendor> vendor, const std::optional<CustomerPlace> &after, int limit);

    // Writes what may change of an order; false when it is not any more as it was seen.
    bool change(Tx &tx, const OrderRow &seen, const OrderRow &next);
    void markDelivered(Tx &tx, Id<Order> id);
    void markSettled(Tx &tx, Id<Order> id);

    // False when the order is not any more as it was seen, or too far to be weighed.
    bool changeWeighState(Tx &tx, const OrderRow &seen, WeighState next);
    void noteWeight(Tx &tx, const Weighed &weighed);
    void reprice(Tx &tx, const OrderLine &line);
    void noteCalculated(Tx &tx, Id<Order> order); // now, the commission of its lines (COM-03)
    QList<CardRow> toWeigh(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Order>> &before, int limit);

    // Behind the last one that is known, which stands before every other when there is none yet.
    QList<Due> deliveredBefore(Tx &tx, Instant time, const Due &last, int limit);
    QList<Due> reachedBefore(Tx &tx, Instant time, const Due &last, int limit); // and not confirmed
    QList<Due> unpaidBefore(Tx &tx, Instant time, const Due &last, int limit);
    QList<OrderRow> ofCheckout(Tx &tx, Id<PlacedOrders> checkout);
    QList<OrderRow> awaited(Tx &tx, Id<PlacedOrders> checkout); // those of it that wait for their money
    // False when it waits for its money no more.
    bool turnToCash(Tx &tx, const OrderRow &seen);

    Money commission(Tx &tx, Id<Vendor> vendor);
    QList<OrderRow> ofBuyer(Tx &tx, Id<Account> buyer, int limit); // newest first
    QList<SaleRow> salesOf(Tx &tx, Id<Vendor> vendor, int limit);  // newest first
    // What no invoice needs of somebody: how he is reached, what he noted, where exactly he lives.
    void eraseBuyer(Tx &tx, Id<Account> buyer);
    QList<SettledOrder> settled(Tx &tx, Id<Vendor> vendor, const std::optional<SettledBefore> &before, int limit);
    std::optional<SettledOrder> settledOne(Tx &tx, Id<Order> id);
    QList<Id<Order>> settledAfter(Tx &tx, const std::optional<Id<Order>> &id, int limit); // by their ids
    QList<SoldLineRow> soldLines(Tx &tx, Id<Order> id);
    QList<SettledOrder> ofPayout(Tx &tx, Id<Payout> payout, int limit);
    qint64 takeForPayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, int limit);
    Money contested(Tx &tx, Id<Vendor> vendor);                         // of settled orders that no payout has
    std::optional<SettledOrder> contestedIn(Tx &tx, Id<Payout> payout); // the first one
    QList<MoneyRow> moneyOf(Tx &tx, const QList<Id<Order>> &ids);
    QList<MoneyRow> refundedAfter(Tx &tx, const QUuid &id, int limit);
    QList<LineSum> lineSums(Tx &tx, const QList<Id<Order>> &ids);
    bool contestSince(Tx &tx, Id<Order> id, Instant since); // false when it is contested already
    void returnFromPayout(Tx &tx, Id<Payout> payout);

    QList<MoneyRow> moneyAfter(Tx &tx, const QUuid &id, int limit); // by their ids
    QSet<QUuid> known(Tx &tx, const QList<QUuid> &ids);
};

} // namespace orders
