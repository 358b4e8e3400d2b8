#include "server/payments/history.h"

#include "server/core/ids.h"
#include "server/payments/service.h"

namespace payments {

Result<> Service::adopt(Tx &tx, const PastPayment &past)
{
    if (past.status != PaymentStatus::Paid && past.status != PaymentStatus::Failed)
        return refusal(QStringLiteral("status"), QStringLiteral("must be an end"));
    if ((past.status == PaymentStatus::Paid) != past.gatewayPaymentId.has_value())
        return refusal(QStringLiteral("gateway_payment_id"), QStringLiteral("belongs to what was paid"));
    if (past.endedAt < past.createdAt)
        return refusal(QStringLiteral("ended_at"), QStringLiteral("lies before the beginning"));
    MUST(checkAmount(past.amount));
    if (!m_store.insertNew(tx, PaymentRow{.id = past.id,
                                          .accountId = past.accountId,
                                          .provider = GatewayConfig().provider,
                                          .gatewayOrderId = past.gatewayOrderId,
                                          .gatewayPaymentId = past.gatewayPaymentId,
                                          .amount = past.amount,
                                          .currency = GatewayConfig().currency,
                                          .instrument = past.instrument,
                                          .status = past.status,
                                          .failureReason = past.failureReason,
                                          .createdAt = past.createdAt,
                                          .updatedAt = past.endedAt}))
        return failure(ErrorCode::AlreadyExists, QStringLiteral("This payment is there already."));
    return {};
}

Result<> Service::adoptFlag(Tx &tx, const PastFlag &past)
{
    MoneyFlag flag = past.flag;
    if ((flag.status == FlagStatus::Open) == flag.resolvedAt.has_value())
        return refusal(QStringLiteral("resolved_at"), QStringLiteral("belongs to what was resolved"));
    flag.id = m_ids.next<MoneyFlag>();
    if (!m_store.insertNew(tx, flag))
        return failure(ErrorCode::AlreadyExists, QStringLiteral("This money is there already."));
    return flag.status == FlagStatus::Credited ? creditFlagged(tx, flag) : Result<>();
}

} // namespace payments
