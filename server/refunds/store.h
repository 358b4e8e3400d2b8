#pragma once

// SQL of refunds, disputes and what is said in them.

#include "server/core/db.h"
#include "shared/contract/disputes.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace refunds {

struct RefundRow
{
    Id<Refund> id;
    QString refundNumber;
    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    QString storeName;
    Money amount;
    std::optional<Money> fromVendor;
    std::optional<Money> fromCommission;
    QList<RefundLine> lines;
    RefundReason reason = RefundReason::Other;
    QString text;
    RefundStatus status = RefundStatus::Requested;
    Actor requestedBy = Actor::Vendor;
    Id<Account> requestedById;
    std::optional<Id<Dispute>> disputeId;
    std::optional<QString> decidedBy;
    std::optional<Id<Account>> decidedById;
    std::optional<QString> refusal;
    Instant requestedAt;
    std::optional<Instant> approvedAt;
    std::optional<Instant> decidedAt;

    FIELDS(RefundRow, FIELD(id), FIELD(refundNumber), FIELD(orderId), FIELD(orderNumber), FIELD(buyerId),
           FIELD(vendorId), FIELD(vendorAccountId), FIELD(storeName), FIELD(amount), FIELD(fromVendor),
           FIELD(fromCommission), FIELD(lines), FIELD(reason), FIELD(text), FIELD(status), FIELD(requestedBy),
           FIELD(requestedById), FIELD(disputeId), FIELD(decidedBy), FIELD(decidedById), FIELD(refusal),
           FIELD(requestedAt), FIELD(approvedAt), FIELD(decidedAt))
};

struct DisputeRow
{
    Id<Dispute> id;
    QString disputeNumber;
    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    QString storeName;
    DisputeKind kind = DisputeKind::Other;
    Actor openedBy = Actor::Buyer;
    DisputeWish wish = DisputeWish::Refund;
    std::optional<Money> wishedAmount;
    Money atStake;
    bool isFrozen = false;
    std::optional<Id<WeighTicket>> weighTicketId;
    DisputeStatus status = DisputeStatus::Open;
    Instant answerDueAt;
    std::optional<Instant> answeredAt;
    std::optional<Instant> escalatedAt;
    std::optional<DisputeOutcome> outcome;
    std::optional<Money> toBuyer;
    std::optional<Money> toVendor;
    std::optional<QString> resolution;
    std::optional<QString> decidedBy;
    std::optional<Id<Account>> decidedById;
    Instant openedAt;
    std::optional<Instant> closedAt;

    FIELDS(DisputeRow, FIELD(id), FIELD(disputeNumber), FIELD(orderId), FIELD(orderNumber), FIELD(buyerId),
           FIELD(vendorId), FIELD(vendorAccountId), FIELD(storeName), FIELD(kind), FIELD(openedBy), FIELD(wish),
           FIELD(wishedAmount), FIELD(atStake), FIELD(isFrozen), FIELD(weighTicketId), FIELD(status),
           FIELD(answerDueAt), FIELD(answeredAt), FIELD(escalatedAt), FIELD(outcome), FIELD(toBuyer), FIELD(toVendor),
           FIELD(resolution), FIELD(decidedBy), FIELD(decidedById), FIELD(openedAt), FIELD(closedAt))
};

struct StatementRow
{
    Id<DisputeStatement> id;
    Id<Dispute> disputeId;
    Actor author = Actor::Buyer;
    std::optional<Id<Account>> authorId;
    QString text;
    std::optional<QString> excerpt;
    QList<Id<StoredFile>> files;
    Instant at;

    FIELDS(StatementRow, FIELD(id), FIELD(disputeId), FIELD(author), FIELD(authorId), FIELD(text), FIELD(excerpt),
           FIELD(files), FIELD(at))
};

// Whose a list shows; an admin's shows all.
struct Scope
{
    std::optional<Id<Account>> buyer = {};
    std::optional<Id<Vendor>> vendor = {};
};

// Between when something was asked for, both ends of time when they are not said.
struct Span
{
    Instant from;
    Instant until;
};

// What stands in a status, why and how much it is.
struct Tally
{
    QString name;
    qint64 count = 0;
    Money amount;
    Money fromVendor;
    Money fromCommission;

    FIELDS(Tally, FIELD(name), FIELD(count), FIELD(amount), FIELD(fromVendor), FIELD(fromCommission))
};

class Store
{
public:
    // False when the number is taken.
    bool insertNew(Tx &tx, const RefundRow &row);
    std::optional<RefundRow> find(Tx &tx, Id<Refund> id);
    QList<RefundRow> ofOrder(Tx &tx, Id<Order> order, int limit); // the newest ones, oldest first
    QList<RefundRow> waitingOf(Tx &tx, Id<Order> order, int limit);
    QList<RefundRow> processedOf(Tx &tx, Id<Order> order, int limit);
    qint64 countProcessed(Tx &tx, Id<Order> order);
    QList<RefundRow> list(Tx &tx, const Scope &scope, const ListRefunds &wish, const std::optional<Id<Refund>> &before,
                          int limit);
    // Writes what may change of a refund; false when it has not the seen status any more.
    bool change(Tx &tx, RefundStatus seen, const RefundRow &next);

    // False when the number is taken or the order has another one that is not over.
    bool insertNew(Tx &tx, const DisputeRow &row);
    std::optional<DisputeRow> find(Tx &tx, Id<Dispute> id);
    std::optional<DisputeRow> openOf(Tx &tx, Id<Order> order);
    QList<DisputeRow> list(Tx &tx, const Scope &scope, const ListDisputes &wish,
                           const std::optional<Id<Dispute>> &before, int limit);
    bool change(Tx &tx, DisputeStatus seen, const DisputeRow &next);
    QList<DisputeRow> late(Tx &tx, Instant now, int limit);
    bool escalate(Tx &tx, Id<Dispute> id);

    bool hasOpen(Tx &tx, const Scope &scope); // of refunds and disputes

    void insert(Tx &tx, const StatementRow &row);
    QList<StatementRow> statements(Tx &tx, Id<Dispute> dispute, int limit); // oldest first
    qint64 countStatements(Tx &tx, Id<Dispute> dispute, Actor author);
    QList<StatementRow> statementsOf(Tx &tx, Id<Account> author, int limit); // newest first

    QList<Tally> refundsByStatus(Tx &tx, const Span &span);
    QList<Tally> refundsByReason(Tx &tx, const Span &span);
    QList<Tally> disputesByOutcome(Tx &tx, const Span &span); // by status while there is none
    QList<Tally> disputesByKind(Tx &tx, const Span &span);
    qint64 escalated(Tx &tx, const Span &span);
    std::optional<qint64> medianOfRefunds(Tx &tx, const Span &span); // ms
    std::optional<qint64> medianOfDisputes(Tx &tx, const Span &span);

    QList<RefundRow> after(Tx &tx, const QUuid &id, int limit); // by their ids
    QHash<QUuid, Money> givenOf(Tx &tx, const QList<QUuid> &orders);
    QHash<QUuid, Money> givenBy(Tx &tx, const QList<QUuid> &disputes);
    // Of the dispute's order without its decision, before it and up to its millisecond.
    std::pair<Money, Money> givenBefore(Tx &tx, const DisputeRow &decided);
    QList<DisputeRow> decidedAfter(Tx &tx, const QUuid &id, int limit);
    QList<DisputeRow> openAfter(Tx &tx, const QUuid &id, int limit);
    QSet<QUuid> known(Tx &tx, const QList<QUuid> &ids);
};

} // namespace refunds
