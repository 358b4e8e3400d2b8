#pragma once

// The refunds and disputes of page tests and pictures.

#include "shared/contract/disputes.h"
#include "tests/console/pages/samples.h"

namespace samples {

inline Refund refund(int number, const QString &store, RefundStatus status, RefundReason reason, qint64 paise)
{
    Refund refund{.id = id<Refund>(900 + number),
                  .refundNumber = QStringLiteral("RF-1M5T-0V9Q-2K%1").arg(30 + number),
                  .orderId = id<Order>(300 + number),
                  .orderNumber = QStringLiteral("KW-1M5T-0V9Q-1%1").arg(301 + number),
                  .vendorId = id<Vendor>(number),
                  .storeName = store,
                  .amount = {paise},
                  .lines = {{id<OrderLine>(number), QStringLiteral("Copper wire"), {paise}, {}}},
                  .reason = reason,
                  .text = QStringLiteral("Half of the wire is rusty, the buyer sent photos."),
                  .status = status,
                  .requestedAt = now.after(-number * 5 * hourMs)};
    if (status == RefundStatus::Processed) {
        refund.fromCommission = BasisPoints{200}.of(refund.amount);
        refund.fromVendor = refund.amount - *refund.fromCommission;
        refund.decidedAt = now.after(-hourMs);
        refund.decidedBy = QStringLiteral("Ananya Rao");
    }
    return refund;
}

inline QList<Refund> refunds()
{
    using enum RefundReason;
    return {refund(1, "Sharma Metals & Alloys", RefundStatus::Requested, Damaged, 83'333),
            refund(2, "GreenScrap Co.", RefundStatus::Requested, ShortWeight, 12'450),
            refund(3, "Coastal Copper Works", RefundStatus::Requested, PriceAgreed, 240'000)};
}

inline RefundDetail refundDetail(const Refund &refund, Money left = {183'333})
{
    return {.refund = refund,
            .customerName = QStringLiteral("Asha Traders"),
            .money = {.orderStatus = OrderStatus::Completed,
                      .escrowStatus = EscrowStatus::Released,
                      .paid = {183'333},
                      .commission = {3'667},
                      .refunded = Money{183'333} - left,
                      .left = left,
                      .settledAt = now.after(-dayMs)}};
}

inline RefundStatistics refundStatistics()
{
    return {.requested = 3,
            .approved = 1,
            .processed = 12,
            .rejected = 2,
            .refunded = {1'240'000},
            .fromVendors = {1'215'200},
            .fromCommission = {24'800},
            .minutesToDecision = 190,
            .disputesOpen = 2,
            .disputesAnswered = 1,
            .disputesEscalated = 1,
            .disputesReleased = 4,
            .disputesSplit = 3};
}

inline Dispute dispute(int number, const QString &store, DisputeStatus status, DisputeKind kind, qint64 paise,
                       int hoursLeft)
{
    Dispute dispute{.id = id<Dispute>(950 + number),
                    .disputeNumber = QStringLiteral("DS-1M5T-0V9Q-3K%1").arg(30 + number),
                    .orderId = id<Order>(300 + number),
                    .orderNumber = QStringLiteral("KW-1M5T-0V9Q-1%1").arg(301 + number),
                    .vendorId = id<Vendor>(number),
                    .storeName = store,
                    .kind = kind,
                    .atStake = {paise},
                    .isFrozen = true,
                    .status = status,
                    .answerDueAt = now.after(hoursLeft * hourMs),
                    .openedAt = now.after(-number * 9 * hourMs)};
    if (status == DisputeStatus::Answered)
        dispute.answeredAt = now.after(-hourMs);
    return dispute;
}

inline QList<Dispute> disputes()
{
    return {dispute(1, "Sharma Metals & Alloys", DisputeStatus::Answered, DisputeKind::Damaged, 183'333, 40),
            dispute(2, "GreenScrap Co.", DisputeStatus::Open, DisputeKind::Weight, 54'000, 7),
            dispute(3, "Coastal Copper Works", DisputeStatus::Open, DisputeKind::NotDelivered, 920'000, -3)};
}

inline StoredFile evidence(int number, const QString &name)
{
    return {.id = id<StoredFile>(970 + number),
            .purpose = FilePurpose::Chat,
            .name = name,
            .contentType = QStringLiteral("image/png"),
            .size = 182'000,
            .url = QStringLiteral("/api/v1/files/%1?expires=1&signature=x").arg(number),
            .urlExpiresAt = now.after(hourMs)};
}

inline DisputeDetail disputeDetail(const Dispute &dispute, Role reader = Role::Admin)
{
    DisputeDetail out{.dispute = dispute,
                      .customerName = QStringLiteral("Asha Traders"),
                      .money = {.orderStatus = OrderStatus::Delivered,
                                .escrowStatus = EscrowStatus::Disputed,
                                .paid = dispute.atStake,
                                .commission = BasisPoints{200}.of(dispute.atStake),
                                .left = dispute.atStake},
                      .statements = {{.id = id<DisputeStatement>(1),
                                      .author = Actor::Buyer,
                                      .authorName = QStringLiteral("Asha Traders"),
                                      .text = QStringLiteral("Half of the wire was rusty and bent when it came."),
                                      .excerpt = QStringLiteral("Store: all of it is new, I promise."),
                                      .files = {evidence(1, QStringLiteral("at-the-door.png")),
                                                evidence(2, QStringLiteral("rust.png"))},
                                      .at = dispute.openedAt}},
                      .mayState = dispute.status == DisputeStatus::Open || dispute.status == DisputeStatus::Answered};
    if (dispute.status != DisputeStatus::Open)
        out.statements += DisputeStatement{.id = id<DisputeStatement>(2),
                                           .author = Actor::Vendor,
                                           .authorName = dispute.storeName,
                                           .text = QStringLiteral("It left our yard in one piece, see the photo."),
                                           .files = {evidence(3, QStringLiteral("loaded.png"))},
                                           .at = dispute.openedAt.after(3 * hourMs)};
    out.mayDecide = reader == Role::Admin && (dispute.status == DisputeStatus::Answered ||
                                              (dispute.status == DisputeStatus::Open && dispute.answerDueAt <= now));
    return out;
}

} // namespace samples
