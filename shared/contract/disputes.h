#pragma once

// When the two sides of an order do not agree: its money waits, both say what happened, and an admin decides (REF-05,
// REF-06).

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/refunds.h"
#include "shared/contract/storage.h"

struct WeighTicket;

// Answered: both sides were heard, an admin is to decide. A dispute whose other side is late is decided without it.
NAMED_ENUM(DisputeStatus, Open, Answered, Decided, Withdrawn)
NAMED_ENUM(DisputeKind, NotDelivered, Damaged, WrongItem, Weight, Quality, Payment, Other)
NAMED_ENUM(DisputeWish, Release, Refund, Split)
NAMED_ENUM(DisputeOutcome, Released, Refunded, Split)

constexpr int statementsMax = 100; // of one dispute
constexpr int evidenceFilesMax = 10;

struct Dispute
{
    Id<Dispute> id;
    QString disputeNumber;
    Id<Order> orderId;
    QString orderNumber;
    Id<Vendor> vendorId;
    QString storeName;
    std::optional<Id<WeighTicket>> weighTicketId = {}; // the weight that was contested
    DisputeKind kind = DisputeKind::Other;
    Actor openedBy = Actor::Buyer;
    DisputeWish wish = DisputeWish::Refund;
    std::optional<Money> wishedAmount; // to the buyer
    Money atStake;                     // now, or what was decided about; when it was opened, if it was taken back
    bool isFrozen = false;             // the escrow waits for the decision
    DisputeStatus status = DisputeStatus::Open;
    Instant answerDueAt;
    std::optional<Instant> answeredAt;
    std::optional<Instant> escalatedAt; // the answer is late
    std::optional<DisputeOutcome> outcome;
    std::optional<Money> toBuyer;
    std::optional<Money> toVendor; // with the commission in it
    std::optional<QString> resolution;
    std::optional<QString> decidedBy;
    Instant openedAt;
    std::optional<Instant> closedAt;

    FIELDS(Dispute, FIELD(id), FIELD(disputeNumber, .label = QT_TRANSLATE_NOOP("fields", "Dispute")), FIELD(orderId),
           FIELD(orderNumber, .label = QT_TRANSLATE_NOOP("fields", "Order")), FIELD(vendorId),
           FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Vendor")), FIELD(weighTicketId),
           FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "About")),
           FIELD(openedBy, .label = QT_TRANSLATE_NOOP("fields", "Opened by")), FIELD(wish), FIELD(wishedAmount),
           FIELD(atStake, .label = QT_TRANSLATE_NOOP("fields", "At stake")), FIELD(isFrozen),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(answerDueAt, .label = QT_TRANSLATE_NOOP("fields", "Due")), FIELD(answeredAt), FIELD(escalatedAt),
           FIELD(outcome), FIELD(toBuyer), FIELD(toVendor), FIELD(resolution), FIELD(decidedBy),
           FIELD(openedAt, .label = QT_TRANSLATE_NOOP("fields", "Opened")), FIELD(closedAt))
};

// What one side says, with what shows it: photos and documents, words out of the chat.
struct DisputeStatement
{
    Id<DisputeStatement> id;
    Actor author = Actor::Buyer;
    QString authorName;
    QString text;
    std::optional<QString> excerpt;
    QList<StoredFile> files;
    Instant at;

    FIELDS(DisputeStatement, FIELD(id), FIELD(author), FIELD(authorName), FIELD(text), FIELD(excerpt),
           FIELD(files, .countMax = 10), FIELD(at))
};

struct DisputeDetail
{
    Dispute dispute;
    QString customerName;
    OrderMoney money;
    QList<DisputeStatement> statements; // oldest first
    bool mayState = false;
    bool mayWithdraw = false;
    bool mayDecide = false;

    FIELDS(DisputeDetail, FIELD(dispute), FIELD(customerName), FIELD(money), FIELD(statements, .countMax = 100),
           FIELD(mayState), FIELD(mayWithdraw), FIELD(mayDecide))
};

struct OpenDispute
{
    DisputeKind kind = DisputeKind::Other;
    DisputeWish wish = DisputeWish::Refund;
    std::optional<Money> amount; // of a split, to the buyer
    QString text;
    std::optional<QString> excerpt;
    QList<Id<StoredFile>> files; // handed in with the purpose "chat"

    FIELDS(OpenDispute, FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "About")),
           FIELD(wish, .label = QT_TRANSLATE_NOOP("fields", "Wanted")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount"), .min = 1, .max = refundMax),
           FIELD(text, .label = QT_TRANSLATE_NOOP("fields", "What happened"), .lengthMin = 10, .lengthMax = 4000),
           FIELD(excerpt, .label = QT_TRANSLATE_NOOP("fields", "From the chat"), .lengthMax = 4000),
           FIELD(files, .countMax = 10, .standard = true))
};

struct AddStatement
{
    QString text;
    std::optional<QString> excerpt;
    QList<Id<StoredFile>> files;

    FIELDS(AddStatement,
           FIELD(text, .label = QT_TRANSLATE_NOOP("fields", "What happened"), .lengthMin = 3, .lengthMax = 4000),
           FIELD(excerpt, .label = QT_TRANSLATE_NOOP("fields", "From the chat"), .lengthMax = 4000),
           FIELD(files, .countMax = 10, .standard = true))
};

// Both amounts together are what is at stake, to the paisa; their shares say what the decision is.
struct DecideDispute
{
    Money toBuyer;
    Money toVendor;
    QString resolution; // read by both sides

    FIELDS(DecideDispute,
           FIELD(toBuyer, .label = QT_TRANSLATE_NOOP("fields", "To the buyer"), .min = 0, .max = refundMax),
           FIELD(toVendor, .label = QT_TRANSLATE_NOOP("fields", "To the vendor"), .min = 0, .max = refundMax),
           FIELD(resolution, .label = QT_TRANSLATE_NOOP("fields", "Resolution"), .lengthMin = 10, .lengthMax = 2000))
};

struct ListDisputes
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<DisputeStatus> status;
    std::optional<bool> open; // open or answered, or over
    std::optional<Id<Order>> order;

    FIELDS(ListDisputes, PAGE_FIELDS, FIELD(status), FIELD(open), FIELD(order))
};

NAMED_ENUM(DisputeStep, Opened, Stated, Escalated, Withdrawn, Decided)

struct DisputeChanged
{
    static constexpr auto topic = "disputes.changed";

    Id<Dispute> disputeId;
    QString disputeNumber;
    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    DisputeStep step = DisputeStep::Opened;
    Actor actor = Actor::Buyer;
    DisputeStatus status = DisputeStatus::Open;
    Instant answerDueAt;
    std::optional<Money> toBuyer;
    std::optional<Money> toVendor;
    std::optional<QString> resolution;

    FIELDS(DisputeChanged, FIELD(disputeId), FIELD(disputeNumber), FIELD(orderId), FIELD(orderNumber), FIELD(buyerId),
           FIELD(vendorId), FIELD(vendorAccountId), FIELD(step), FIELD(actor), FIELD(status), FIELD(answerDueAt),
           FIELD(toBuyer), FIELD(toVendor), FIELD(resolution))
};

namespace api {

inline constexpr Endpoint<OpenDispute, Dispute, Id<Order>> openDispute{
    .method = Method::Post,
    .path = "/api/v1/orders/{id}/disputes",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Money,
    .summary = "Open a dispute about an order; its escrow waits for the decision",
    .overseer = Permission::ManageOrders,
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<ListDisputes, Page<Dispute>> listDisputes{
    .method = Method::Get,
    .path = "/api/v1/disputes",
    .access = Access::SignedIn,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The disputes about the own orders or about those of the own store, newest first"};

inline constexpr Endpoint<ListDisputes, Page<Dispute>> listAllDisputes{.method = Method::Get,
                                                                       .path = "/api/v1/admin/disputes",
                                                                       .access = Access::Admin,
                                                                       .owner = Owner::Nobodys,
                                                                       .rate = Rate::Account,
                                                                       .summary = "All disputes, newest first",
                                                                       .permission = Permission::ManageOrders};

inline constexpr Endpoint<Nothing, DisputeDetail, Id<Dispute>> readDispute{.method = Method::Get,
                                                                           .path = "/api/v1/disputes/{id}",
                                                                           .access = Access::SignedIn,
                                                                           .owner = Owner::Partys,
                                                                           .rate = Rate::Account,
                                                                           .summary =
                                                                               "One dispute with what both sides say",
                                                                           .overseer = Permission::ManageOrders};

inline constexpr Endpoint<AddStatement, DisputeDetail, Id<Dispute>> addStatement{
    .method = Method::Post,
    .path = "/api/v1/disputes/{id}/statements",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "Answer in a dispute or add evidence",
    .overseer = Permission::ManageOrders,
    .status = 201};

inline constexpr Endpoint<Nothing, Dispute, Id<Dispute>> withdrawDispute{
    .method = Method::Post,
    .path = "/api/v1/disputes/{id}/withdraw",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "Take an own dispute back; the escrow goes on as before",
    .overseer = Permission::ManageOrders};

inline constexpr Endpoint<DecideDispute, Dispute, Id<Dispute>> decideDispute{
    .method = Method::Put,
    .path = "/api/v1/admin/disputes/{id}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Decide a dispute: to the vendor, to the buyer or split between them",
    .permission = Permission::ManageOrders,
    .repeat = Repeat::Keyed};

inline constexpr auto disputes =
    std::tuple{openDispute, listDisputes, listAllDisputes, readDispute, addStatement, withdrawDispute, decideDispute};

} // namespace api
