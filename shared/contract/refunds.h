#pragma once

// Money that goes back to the buyer of an order: a store asks for it, admins approve and process it (REF-01…REF-04).

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/orders.h"

struct Dispute;

NAMED_ENUM(RefundStatus, Requested, Approved, Processed, Rejected)
NAMED_ENUM(RefundReason, NotDelivered, Damaged, WrongItem, ShortWeight, Quality, PriceAgreed, Duplicate, Goodwill,
           Dispute, Other)

constexpr int refundsPerOrderMax = 50;
constexpr qint64 refundMax = 1'000'000'000'000'000; // paise; a hundred of it still fit into 64 bits

// A line of the order and what of it goes back.
struct RefundLine
{
    Id<OrderLine> lineId;
    QString title;
    Money amount;
    Money commission; // of the amount, what the market gives back; known when it is processed

    FIELDS(RefundLine, FIELD(lineId), FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Item")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")), FIELD(commission))

    friend bool operator==(const RefundLine &, const RefundLine &) = default;
};

struct Refund
{
    Id<Refund> id;
    QString refundNumber;
    Id<Order> orderId;
    QString orderNumber;
    Id<Vendor> vendorId;
    QString storeName;
    Money amount;
    std::optional<Money> fromVendor; // what the store and what the market's commission give, once it is processed
    std::optional<Money> fromCommission;
    QList<RefundLine> lines; // named by the store, or shared out when it is processed
    RefundReason reason = RefundReason::Other;
    QString text;
    RefundStatus status = RefundStatus::Requested;
    Actor requestedBy = Actor::Vendor;
    std::optional<Id<Dispute>> disputeId; // whose decision it is
    std::optional<QString> decidedBy;
    std::optional<QString> refusal;
    Instant requestedAt;
    std::optional<Instant> approvedAt;
    std::optional<Instant> decidedAt; // processed or rejected

    FIELDS(Refund, FIELD(id), FIELD(refundNumber, .label = QT_TRANSLATE_NOOP("fields", "Refund")), FIELD(orderId),
           FIELD(orderNumber, .label = QT_TRANSLATE_NOOP("fields", "Order")), FIELD(vendorId),
           FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Vendor")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")), FIELD(fromVendor), FIELD(fromCommission),
           FIELD(lines, .countMax = 100), FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason")), FIELD(text),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")), FIELD(requestedBy), FIELD(disputeId),
           FIELD(decidedBy), FIELD(refusal), FIELD(requestedAt, .label = QT_TRANSLATE_NOOP("fields", "Requested")),
           FIELD(approvedAt), FIELD(decidedAt))
};

struct RefundLineWish
{
    Id<OrderLine> lineId;
    Money amount;

    FIELDS(RefundLineWish, FIELD(lineId), FIELD(amount, .min = 1, .max = refundMax))
};

// An amount, or lines with theirs; without both it is all that was not refunded yet.
struct RequestRefund
{
    std::optional<Money> amount;
    QList<RefundLineWish> lines;
    RefundReason reason = RefundReason::Other;
    QString text;

    FIELDS(RequestRefund, FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount"), .min = 1, .max = refundMax),
           FIELD(lines, .countMax = 100, .standard = true),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason")),
           FIELD(text, .label = QT_TRANSLATE_NOOP("fields", "What happened"), .lengthMin = 5, .lengthMax = 1000))
};

struct DecideRefund
{
    RefundStatus status = RefundStatus::Approved;
    std::optional<QString> reason; // of a rejection

    FIELDS(DecideRefund, FIELD(status),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500))
};

struct ListRefunds
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<RefundStatus> status;
    std::optional<Id<Order>> order;

    FIELDS(ListRefunds, PAGE_FIELDS, FIELD(status), FIELD(order))
};

// The money of the order that a refund or a dispute is about.
struct OrderMoney
{
    OrderStatus orderStatus = OrderStatus::Placed;
    std::optional<EscrowStatus> escrowStatus;
    PaymentStatus paymentStatus = PaymentStatus::Paid;
    Money paid;
    Money commission;
    Money refunded;
    Money left; // that can still be refunded
    std::optional<Instant> settledAt;

    FIELDS(OrderMoney, FIELD(orderStatus), FIELD(escrowStatus), FIELD(paymentStatus), FIELD(paid), FIELD(commission),
           FIELD(refunded), FIELD(left), FIELD(settledAt))
};

struct RefundDetail
{
    Refund refund;
    QString customerName;
    OrderMoney money;
    QList<Refund> others;      // of the same order, oldest first
    bool needsAnother = false; // the admin who reads it has approved it, and one of its size is processed by another

    FIELDS(RefundDetail, FIELD(refund), FIELD(customerName), FIELD(money), FIELD(others, .countMax = 50),
           FIELD(needsAnother))
};

struct AskStatistics
{
    std::optional<Instant> from; // requested or opened
    std::optional<Instant> until;

    FIELDS(AskStatistics, FIELD(from), FIELD(until))
};

struct ReasonCount
{
    QString reason; // a refund's or the kind of a dispute
    qint64 count = 0;
    Money amount;

    FIELDS(ReasonCount, FIELD(reason), FIELD(count), FIELD(amount))
};

// REF-07. Times are medians: half of the decisions took no longer.
struct RefundStatistics
{
    qint64 requested = 0; // and waiting
    qint64 approved = 0;  // and not yet processed
    qint64 processed = 0;
    qint64 rejected = 0;
    Money refunded;
    Money fromVendors;
    Money fromCommission;
    QList<ReasonCount> byReason; // processed ones
    std::optional<qint64> minutesToDecision;
    qint64 disputesOpen = 0;      // and not answered
    qint64 disputesAnswered = 0;  // to be decided
    qint64 disputesEscalated = 0; // open, and the other side is late
    qint64 disputesReleased = 0;
    qint64 disputesRefunded = 0;
    qint64 disputesSplit = 0;
    qint64 disputesWithdrawn = 0;
    QList<ReasonCount> byKind;
    std::optional<qint64> disputeMinutesToDecision;

    FIELDS(RefundStatistics, FIELD(requested), FIELD(approved), FIELD(processed), FIELD(rejected), FIELD(refunded),
           FIELD(fromVendors), FIELD(fromCommission), FIELD(byReason), FIELD(minutesToDecision), FIELD(disputesOpen),
           FIELD(disputesAnswered), FIELD(disputesEscalated), FIELD(disputesReleased), FIELD(disputesRefunded),
           FIELD(disputesSplit), FIELD(disputesWithdrawn), FIELD(byKind), FIELD(disputeMinutesToDecision))
};

struct RefundChanged
{
    static constexpr auto topic = "refunds.changed";

    Id<Refund> refundId;
    QString refundNumber;
    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    RefundStatus status = RefundStatus::Requested;
    Money amount;
    std::optional<QString> reason;

    FIELDS(RefundChanged, FIELD(refundId), FIELD(refundNumber), FIELD(orderId), FIELD(orderNumber), FIELD(buyerId),
           FIELD(vendorId), FIELD(vendorAccountId), FIELD(status), FIELD(amount), FIELD(reason))
};

// The money of a refund has moved, or will when its escrow is settled without it.
struct RefundProcessed
{
    static constexpr auto topic = "refunds.processed";

    Id<Refund> refundId;
    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Money amount;
    Money fromVendor;
    Money fromCommission;
    bool wasSettled = false;        // before: the store had been given the money
    bool isWhole = false;           // nothing of the order is left that could be refunded
    std::optional<Instant> at = {}; // when it was posted; news from before do not say

    FIELDS(RefundProcessed, FIELD(refundId), FIELD(orderId), FIELD(orderNumber), FIELD(buyerId), FIELD(vendorId),
           FIELD(amount), FIELD(fromVendor), FIELD(fromCommission), FIELD(wasSettled), FIELD(isWhole), FIELD(at))
};

namespace api {

inline constexpr Endpoint<RequestRefund, Refund, Id<Order>> requestRefund{
    .method = Method::Post,
    .path = "/api/v1/orders/{id}/refunds",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Money,
    .summary = "Ask for a refund of an order of the own store, whole or in part",
    .repeat = Repeat::Keyed,
    .status = 201,
    .aliases = "/api/v1/owner/orders/{id}/refund"};

inline constexpr Endpoint<RequestRefund, Refund, Id<Order>> grantRefund{
    .method = Method::Post,
    .path = "/api/v1/admin/orders/{id}/refunds",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Grant a refund of any order; it is approved and still has to be processed",
    .permission = Permission::ManageOrders,
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<RequestRefund, Refund, Id<Payment>> grantRefundOfPayment{
    .method = Method::Post,
    .path = "/api/v1/payments/{id}/refund",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Grant a refund of the order that a payment was for; when it was for several, they are named",
    .permission = Permission::ManageOrders,
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<Nothing, QList<Refund>, Id<Order>> listRefundsOf{.method = Method::Get,
                                                                           .path = "/api/v1/orders/{id}/refunds",
                                                                           .access = Access::SignedIn,
                                                                           .owner = Owner::Partys,
                                                                           .rate = Rate::Account,
                                                                           .summary = "The newest refunds of an order, "
                                                                                      "oldest first",
                                                                           .overseer = Permission::ManageOrders,
                                                                           .most = refundsPerOrderMax};

inline constexpr Endpoint<ListRefunds, Page<Refund>> listRefunds{
    .method = Method::Get,
    .path = "/api/v1/refunds",
    .access = Access::SignedIn,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The refunds of the own orders or of those of the own store, newest first"};

inline constexpr Endpoint<ListRefunds, Page<Refund>> listAllRefunds{.method = Method::Get,
                                                                    .path = "/api/v1/admin/refunds",
                                                                    .access = Access::Admin,
                                                                    .owner = Owner::Nobodys,
                                                                    .rate = Rate::Account,
                                                                    .summary = "All refunds, newest first",
                                                                    .permission = Permission::ManageOrders};

inline constexpr Endpoint<Nothing, RefundDetail, Id<Refund>> readRefund{.method = Method::Get,
                                                                        .path = "/api/v1/refunds/{id}",
                                                                        .access = Access::SignedIn,
                                                                        .owner = Owner::Partys,
                                                                        .rate = Rate::Account,
                                                                        .summary =
                                                                            "One refund with the money of its order",
                                                                        .overseer = Permission::ManageOrders};

inline constexpr Endpoint<DecideRefund, Refund, Id<Refund>> decideRefund{.method = Method::Put,
                                                                         .path = "/api/v1/admin/refunds/{id}",
                                                                         .access = Access::Admin,
                                                                         .owner = Owner::Anyones,
                                                                         .rate = Rate::Money,
                                                                         .summary =
                                                                             "Approve, reject or process a refund",
                                                                         .permission = Permission::ManageOrders,
                                                                         .repeat = Repeat::Keyed};

inline constexpr Endpoint<AskStatistics, RefundStatistics> refundStatistics{
    .method = Method::Get,
    .path = "/api/v1/admin/refund-statistics",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "How many refunds and disputes there are, why, and how long decisions take",
    .permission = Permission::ManageOrders};

inline constexpr auto refunds =
    std::tuple{requestRefund,  grantRefund, grantRefundOfPayment, listRefundsOf,   listRefunds,
               listAllRefunds, readRefund,  decideRefund,         refundStatistics};

} // namespace api
