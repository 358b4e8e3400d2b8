#pragma once

// Weighing at handover: the tickets of a store, what both parties say to them, and what the order costs by them. Money
// follows the weight only as far as it is held; more than that needs the buyer's word.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/orders.h"
#include "shared/contract/storage.h"

NAMED_ENUM(WeighSource, Scale, Manual)
NAMED_ENUM(DeductionKind, Moisture, Grade, ForeignMatter, Other)
// Open: not accepted by both. A flagged one is contested, a voided one keeps its number and counts for nothing.
NAMED_ENUM(WeighTicketStatus, Open, Accepted, Flagged, Voided)
NAMED_ENUM(TopUpStatus, Asked, Paid, Declined, Expired, Superseded)
// How far the weighing of an order is. Short: agreed, but worth more than is held.
NAMED_ENUM(WeighingStage, Unweighed, Open, Flagged, Short, Agreed, Settled)
NAMED_ENUM(WeighAct, Recorded, Accepted, Flagged, Voided)

// What is sold by weight and therefore can be weighed.
constexpr bool isByWeight(Unit unit)
{
    return unit == Unit::Kg || unit == Unit::Ton;
}

// What is taken off the weight, and why.
struct WeighDeduction
{
    DeductionKind kind = DeductionKind::Moisture;
    Quantity quantity;
    std::optional<QString> reason;

    FIELDS(WeighDeduction, FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "Deduction")),
           FIELD(quantity, .label = QT_TRANSLATE_NOOP("fields", "Quantity"), .min = 1, .max = 1'000'000'000),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMax = 200))
};

// Quantities are in the unit of the order's line.
struct RecordWeighTicket
{
    Id<OrderLine> lineId;
    Quantity gross;
    Quantity tare;
    QList<WeighDeduction> deductions;
    WeighSource source = WeighSource::Scale;
    std::optional<QString> scaleSerial; // of a scale's reading
    QString operatorName;
    Instant weighedAt;
    std::optional<Id<StoredFile>> photoId; // of a reading by hand: two pictures, handed in as for a chat
    std::optional<Id<StoredFile>> secondPhotoId;

    FIELDS(RecordWeighTicket, FIELD(lineId),
           FIELD(gross, .label = QT_TRANSLATE_NOOP("fields", "Gross"), .min = 1, .max = 1'000'000'000),
           FIELD(tare, .label = QT_TRANSLATE_NOOP("fields", "Tare"), .min = 0, .max = 1'000'000'000, .standard = true),
           FIELD(deductions, .countMax = 10, .standard = true), FIELD(source),
           FIELD(scaleSerial, .label = QT_TRANSLATE_NOOP("fields", "Scale"), .lengthMin = 1, .lengthMax = 64),
           FIELD(operatorName, .label = QT_TRANSLATE_NOOP("fields", "Operator"), .lengthMin = 2, .lengthMax = 100),
           FIELD(weighedAt, .label = QT_TRANSLATE_NOOP("fields", "Weighed")), FIELD(photoId), FIELD(secondPhotoId))
};

struct WeighTicket
{
    Id<WeighTicket> id;
    qint64 number = 0; // of the store, without a gap
    Id<Order> orderId;
    QString orderNumber;
    QString storeName; // of its order; empty where somebody takes all of their own data along
    QString customerName;
    Id<OrderLine> lineId;
    QString title;
    Unit unit = Unit::Kg;
    Quantity gross;
    Quantity tare;
    QList<WeighDeduction> deductions;
    Quantity net;
    WeighSource source = WeighSource::Scale;
    std::optional<QString> scaleSerial;
    QString operatorName;
    QList<StoredFile> photos;
    WeighTicketStatus status = WeighTicketStatus::Open;
    Instant weighedAt;
    Instant recordedAt;
    std::optional<Instant> vendorAcceptedAt;
    std::optional<Instant> buyerAcceptedAt;
    std::optional<Actor> flaggedBy;
    std::optional<QString> flagReason;
    std::optional<Instant> flaggedAt;
    std::optional<QString> voidReason;
    std::optional<Instant> voidedAt;
    QString seal;           // over everything that was weighed and the seal of the ticket before it
    bool isGenuine = false; // nobody has changed it since
    bool mayAccept = false; // the caller, now
    bool mayFlag = false;
    bool mayVoid = false;

    FIELDS(WeighTicket, FIELD(id), FIELD(number, .label = QT_TRANSLATE_NOOP("fields", "Ticket")), FIELD(orderId),
           FIELD(orderNumber, .label = QT_TRANSLATE_NOOP("fields", "Order")),
           FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Vendor")),
           FIELD(customerName, .label = QT_TRANSLATE_NOOP("fields", "Buyer")), FIELD(lineId),
           FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Product")), FIELD(unit),
           FIELD(gross, .label = QT_TRANSLATE_NOOP("fields", "Gross")),
           FIELD(tare, .label = QT_TRANSLATE_NOOP("fields", "Tare")), FIELD(deductions),
           FIELD(net, .label = QT_TRANSLATE_NOOP("fields", "Net")), FIELD(source), FIELD(scaleSerial),
           FIELD(operatorName), FIELD(photos), FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(weighedAt, .label = QT_TRANSLATE_NOOP("fields", "Weighed")), FIELD(recordedAt),
           FIELD(vendorAcceptedAt), FIELD(buyerAcceptedAt), FIELD(flaggedBy), FIELD(flagReason), FIELD(flaggedAt),
           FIELD(voidReason), FIELD(voidedAt), FIELD(seal), FIELD(isGenuine), FIELD(mayAccept), FIELD(mayFlag),
           FIELD(mayVoid))
};

struct ListWeighTickets
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListWeighTickets, PAGE_FIELDS)
};

struct FlagWeighTicket
{
    QString reason;

    FIELDS(FlagWeighTicket,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 3, .lengthMax = 500))
};

struct VoidWeighTicket
{
    QString reason;

    FIELDS(VoidWeighTicket,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 3, .lengthMax = 500))
};

// What the buyer is asked for when the weight is worth more than is held.
struct WeighTopUp
{
    Id<WeighTopUp> id;
    Money amount;
    TopUpStatus status = TopUpStatus::Asked;
    Instant askedAt;
    Instant deadline;
    std::optional<Instant> decidedAt;

    FIELDS(WeighTopUp, FIELD(id), FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")), FIELD(status),
           FIELD(askedAt), FIELD(deadline, .label = QT_TRANSLATE_NOOP("fields", "Due")), FIELD(decidedAt))
};

// The amount is the word of the buyer: another one than is asked for is refused.
struct PayTopUp
{
    Money amount;

    FIELDS(PayTopUp, FIELD(amount, .min = 1))
};

struct DeclineTopUp
{
    QString reason;

    FIELDS(DeclineTopUp,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 3, .lengthMax = 500))
};

struct SettlementLine
{
    Id<OrderLine> lineId;
    QString title;
    Unit unit = Unit::Kg;
    Money unitPrice;
    Quantity orderedQuantity;
    std::optional<Quantity> weighedQuantity; // of the tickets that count
    Money lineTotal;

    FIELDS(SettlementLine, FIELD(lineId), FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Product")), FIELD(unit),
           FIELD(unitPrice, .label = QT_TRANSLATE_NOOP("fields", "Price")),
           FIELD(orderedQuantity, .label = QT_TRANSLATE_NOOP("fields", "Ordered")),
           FIELD(weighedQuantity, .label = QT_TRANSLATE_NOOP("fields", "Weighed")),
           FIELD(lineTotal, .label = QT_TRANSLATE_NOOP("fields", "Amount")))
};

// What would be charged by what is weighed now; of a settled order what was charged. What was refunded is no part of
// it. The estimate is by what was ordered; what is held is that with the tolerance and what the buyer topped up.
struct Settlement
{
    Id<Order> orderId;
    QString orderNumber;
    WeighingStage stage = WeighingStage::Unweighed;
    QList<SettlementLine> lines;
    Money estimate;
    Money held;
    Money charge;
    Money returned;                  // to the buyer's wallet
    Money missing;                   // what the charge has more than is held
    Money commission;                // nothing for buyers
    std::optional<WeighTopUp> topUp; // the newest

    FIELDS(Settlement, FIELD(orderId), FIELD(orderNumber), FIELD(stage), FIELD(lines), FIELD(estimate), FIELD(held),
           FIELD(charge), FIELD(returned), FIELD(missing), FIELD(commission), FIELD(topUp))
};

// An order on its way that can be weighed.
struct WeighDeskOrder
{
    Id<Order> id;
    QString orderNumber;
    QString customerName;
    QString city;
    QString summary;
    OrderStatus orderStatus = OrderStatus::Packed;
    Money totalAmount; // the estimate
    WeighingStage stage = WeighingStage::Unweighed;
    qint64 tickets = 0; // that count
    Instant placedAt;

    FIELDS(WeighDeskOrder, FIELD(id), FIELD(orderNumber, .label = QT_TRANSLATE_NOOP("fields", "Order")),
           FIELD(customerName, .label = QT_TRANSLATE_NOOP("fields", "Buyer")),
           FIELD(city, .label = QT_TRANSLATE_NOOP("fields", "City")),
           FIELD(summary, .label = QT_TRANSLATE_NOOP("fields", "Items")),
           FIELD(orderStatus, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(totalAmount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(stage, .label = QT_TRANSLATE_NOOP("fields", "Weighing")),
           FIELD(tickets, .label = QT_TRANSLATE_NOOP("fields", "Tickets")),
           FIELD(placedAt, .label = QT_TRANSLATE_NOOP("fields", "Placed")))
};

struct ListWeighDesk
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListWeighDesk, PAGE_FIELDS)
};

struct WeighTicketChanged
{
    static constexpr auto topic = "weighing.ticket_changed";

    Id<Order> orderId;
    QString orderNumber;
    Id<WeighTicket> ticketId;
    qint64 number = 0;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    WeighAct act = WeighAct::Recorded;
    Actor by = Actor::Vendor;
    QString title;
    Unit unit = Unit::Kg;
    Quantity net;
    std::optional<QString> reason;

    FIELDS(WeighTicketChanged, FIELD(orderId), FIELD(orderNumber), FIELD(ticketId), FIELD(number), FIELD(buyerId),
           FIELD(vendorId), FIELD(vendorAccountId), FIELD(act), FIELD(by), FIELD(title), FIELD(unit), FIELD(net),
           FIELD(reason))
};

// Beside the change: somebody contests a weight. By the system when a top-up was neither paid nor declined in time.
struct WeighTicketFlagged
{
    static constexpr auto topic = "weighing.ticket_flagged";

    Id<Order> orderId;
    Id<WeighTicket> ticketId;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    QString reason;
    Actor by = Actor::Buyer;

    FIELDS(WeighTicketFlagged, FIELD(orderId), FIELD(ticketId), FIELD(buyerId), FIELD(vendorId), FIELD(reason),
           FIELD(by))
};

struct WeighTopUpChanged
{
    static constexpr auto topic = "weighing.top_up_changed";

    Id<Order> orderId;
    QString orderNumber;
    Id<WeighTopUp> topUpId;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    TopUpStatus status = TopUpStatus::Asked;
    Money amount;
    Instant deadline;

    FIELDS(WeighTopUpChanged, FIELD(orderId), FIELD(orderNumber), FIELD(topUpId), FIELD(buyerId), FIELD(vendorId),
           FIELD(vendorAccountId), FIELD(status), FIELD(amount), FIELD(deadline))
};

namespace api {

inline constexpr Endpoint<ListWeighDesk, Page<WeighDeskOrder>> listWeighDesk{
    .method = Method::Get,
    .path = "/api/v1/vendor/weigh-desk",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Orders of the own store that can be weighed now, newest first"};

inline constexpr Endpoint<RecordWeighTicket, WeighTicket, Id<Order>> recordWeighTicket{
    .method = Method::Post,
    .path = "/api/v1/orders/{id}/weigh-tickets",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Account,
    .summary = "Record what was weighed of a line at handover",
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<ListWeighTickets, Page<WeighTicket>, Id<Order>> listWeighTickets{
    .method = Method::Get,
    .path = "/api/v1/orders/{id}/weigh-tickets",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "The weigh tickets of an order, newest first",
    .overseer = Permission::ManageOrders};

inline constexpr Endpoint<Nothing, WeighTicket, Id<WeighTicket>> readWeighTicket{
    .method = Method::Get,
    .path = "/api/v1/weigh-tickets/{id}",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "One weigh ticket, with whether it is as it was recorded",
    .overseer = Permission::ManageOrders};

inline constexpr Endpoint<Nothing, WeighTicket, Id<WeighTicket>> acceptWeighTicket{
    .method = Method::Post,
    .path = "/api/v1/weigh-tickets/{id}/accept",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Money,
    .summary = "Accept a weight; when both parties have, the order is charged by it",
    .overseer = Permission::ManageOrders,
    .repeat = Repeat::Keyed};

inline constexpr Endpoint<FlagWeighTicket, WeighTicket, Id<WeighTicket>> flagWeighTicket{
    .method = Method::Post,
    .path = "/api/v1/weigh-tickets/{id}/flag",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "Contest a weight; nothing is charged until this is cleared up",
    .overseer = Permission::ManageOrders};

inline constexpr Endpoint<VoidWeighTicket, WeighTicket, Id<WeighTicket>> voidWeighTicket{
    .method = Method::Post,
    .path = "/api/v1/weigh-tickets/{id}/void",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Account,
    .summary = "Take back a weight that the buyer has not accepted; its number stays"};

inline constexpr Endpoint<Nothing, Settlement, Id<Order>> readSettlement{
    .method = Method::Get,
    .path = "/api/v1/orders/{id}/settlement",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "What an order is charged by what is weighed",
    .overseer = Permission::ManageOrders};

inline constexpr Endpoint<PayTopUp, Settlement, Id<Order>> payTopUp{
    .method = Method::Post,
    .path = "/api/v1/orders/{id}/top-up/pay",
    .access = Access::Buyer,
    .owner = Owner::Callers,
    .rate = Rate::Money,
    .summary = "Agree to a weight that is worth more than is held, and hold the rest too",
    .repeat = Repeat::Keyed};

inline constexpr Endpoint<DeclineTopUp, Settlement, Id<Order>> declineTopUp{
    .method = Method::Post,
    .path = "/api/v1/orders/{id}/top-up/decline",
    .access = Access::Buyer,
    .owner = Owner::Callers,
    .rate = Rate::Account,
    .summary = "Do not agree to it; the weight is contested"};

inline constexpr auto weighing =
    std::tuple{listWeighDesk,   recordWeighTicket, listWeighTickets, readWeighTicket, acceptWeighTicket,
               flagWeighTicket, voidWeighTicket,   readSettlement,   payTopUp,        declineTopUp};

} // namespace api
