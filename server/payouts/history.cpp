#include "server/payouts/history.h"

#include "server/accounts/service.h"
#include "server/core/readable.h"
#include "server/kyc/service.h"
#include "server/orders/service.h"
#include "server/payouts/service.h"

namespace payouts {

Result<> Service::adopt(Tx &tx, const PastPayout &past)
{
    const auto vendor = m_accounts.vendor(tx, past.vendorId);
    const auto bank = m_kyc.verifiedBankOf(tx, past.vendorId);
    if (!vendor || !bank)
        return failure(ErrorCode::NotVerified, QStringLiteral("There is no verified bank account."));
    const bool isFailed = past.status == PayoutStatus::Failed;
    const auto orders = isFailed ? m_orders.settledAmong(tx, past.returned) : m_orders.ordersOfPayout(tx, past.id);
    PayoutRow row{.id = past.id,
                  .payoutNumber = readable::number(QLatin1StringView("PO"), past.id.uuid),
                  .vendorId = vendor->id,
                  .vendorAccountId = vendor->accountId,
                  .region = vendor->region.value_or(QString()),
                  .storeName = vendor->storeName,
                  .ordersCount = orders.size(),
                  .kycSubmissionId = bank->submissionId,
                  .bankAccountSealed = {bank->sealed},
                  .bankAccountMasked = bank->masked,
                  .bankIfsc = bank->ifsc,
                  .bankAccountHolder = bank->holder,
                  .status = past.status,
                  .transactionReference = past.transactionReference,
                  .failureCode = isFailed ? std::optional(PayoutFailure::Rejected) : std::nullopt,
                  .failureReason = past.failureReason,
                  .processedBy = past.processedBy,
                  .processedById = past.processedById,
                  .requestedAt = past.requestedAt,
                  .approvedAt = past.approvedAt,
                  .processedAt = past.processedAt};
    for (const auto &order : orders) {
        if (order.settledAt > past.requestedAt)
            return refusal(QStringLiteral("orders"), QStringLiteral("were settled after the request"));
        row.amount = row.amount + order.net;
    }
    if (row.amount != past.amount)
        return refusal(QStringLiteral("amount"), QStringLiteral("is not what its orders brought"));
    if (!m_store.insertNew(tx, row))
        return failure(ErrorCode::AlreadyExists, QStringLiteral("%1 is there already.").arg(row.payoutNumber));
    if (row.transactionReference)
        m_store.takeReference(tx, *row.transactionReference); // two that had the same keep it
    for (const auto &order : orders)
        m_store.insert(tx, Share{row.id, order.id, order.orderNumber, order.gross, order.commission, order.net,
                                 order.settledAt, !isFailed});
    return {};
}

} // namespace payouts
