#include "server/refunds/words.h"

#include "server/accounts/service.h"

namespace refunds {

namespace {

struct AuditedRefund
{
    RefundStatus status = RefundStatus::Requested;
    Money amount;
    std::optional<Money> fromVendor;
    std::optional<Money> fromCommission;
    std::optional<QString> reason;

    FIELDS(AuditedRefund, FIELD(status), FIELD(amount), FIELD(fromVendor), FIELD(fromCommission), FIELD(reason))
};

struct AuditedDispute
{
    DisputeStatus status = DisputeStatus::Open;
    Money atStake;
    std::optional<Money> toBuyer;
    std::optional<Money> toVendor;
    std::optional<QString> resolution;

    FIELDS(AuditedDispute, FIELD(status), FIELD(atStake), FIELD(toBuyer), FIELD(toVendor), FIELD(resolution))
};

} // namespace

Refund describe(const RefundRow &row)
{
    return {.id = row.id,
            .refundNumber = row.refundNumber,
            .orderId = row.orderId,
            .orderNumber = row.orderNumber,
            .vendorId = row.vendorId,
            .storeName = row.storeName,
            .amount = row.amount,
            .fromVendor = row.fromVendor,
            .fromCommission = row.fromCommission,
            .lines = row.lines,
            .reason = row.reason,
            .text = row.text,
            .status = row.status,
            .requestedBy = row.requestedBy,
            .disputeId = row.disputeId,
            .decidedBy = row.decidedBy,
            .refusal = row.refusal,
            .requestedAt = row.requestedAt,
            .approvedAt = row.approvedAt,
            .decidedAt = row.decidedAt};
}

Dispute describe(const DisputeRow &row)
{
    return {.id = row.id,
            .disputeNumber = row.disputeNumber,
            .orderId = row.orderId,
            .orderNumber = row.orderNumber,
            .vendorId = row.vendorId,
            .storeName = row.storeName,
            .weighTicketId = row.weighTicketId,
            .kind = row.kind,
            .openedBy = row.openedBy,
            .wish = row.wish,
            .wishedAmount = row.wishedAmount,
            .atStake = row.toBuyer && row.toVendor ? *row.toBuyer + *row.toVendor : row.atStake,
            .isFrozen = row.isFrozen,
            .status = row.status,
            .answerDueAt = row.answerDueAt,
            .answeredAt = row.answeredAt,
            .escalatedAt = row.escalatedAt,
            .outcome = row.outcome,
            .toBuyer = row.toBuyer,
            .toVendor = row.toVendor,
            .resolution = row.resolution,
            .decidedBy = row.decidedBy,
            .openedAt = row.openedAt,
            .closedAt = row.closedAt};
}

OrderMoney describe(const orders::Stake &stake)
{
    return {.orderStatus = stake.status,
            .escrowStatus = stake.escrow,
            .paymentStatus = stake.payment,
            .paid = stake.paid,
            .commission = stake.commission,
            .refunded = stake.refunded,
            .left = stake.left(),
            .settledAt = stake.settledAt};
}

Refund toldTo(Actor reader, Refund refund)
{
    if (reader == Actor::Admin)
        return refund;
    if (refund.decidedBy)
        refund.decidedBy = accounts::marketName();
    if (reader == Actor::Vendor)
        return refund;
    refund.fromVendor.reset();
    refund.fromCommission.reset();
    for (RefundLine &line : refund.lines)
        line.commission = {};
    return refund;
}

Dispute toldTo(Actor reader, Dispute dispute)
{
    if (reader != Actor::Admin && dispute.decidedBy)
        dispute.decidedBy = accounts::marketName();
    return dispute;
}

Json audited(const RefundRow &row, const std::optional<QString> &reason)
{
    return {json::bytes(AuditedRefund{row.status, row.amount, row.fromVendor, row.fromCommission, reason})};
}

Json audited(const DisputeRow &row)
{
    return {json::bytes(AuditedDispute{row.status, row.atStake, row.toBuyer, row.toVendor, row.resolution})};
}

void publish(Tx &tx, const RefundRow &row)
{
    tx.publish(RefundChanged{row.id, row.refundNumber, row.orderId, row.orderNumber, row.buyerId, row.vendorId,
                             row.vendorAccountId, row.status, row.amount, row.refusal});
}

void publish(Tx &tx, const DisputeRow &row, DisputeStep step, Actor actor)
{
    tx.publish(DisputeChanged{row.id, row.disputeNumber, row.orderId, row.orderNumber, row.buyerId, row.vendorId,
                              row.vendorAccountId, step, actor, row.status, row.answerDueAt, row.toBuyer, row.toVendor,
                              row.resolution});
}

} // namespace refunds
