// What an admin can do about a transfer that does not end by itself, of Service. Only the provider's word ends what may
// have been sent (PAYO-08).

#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/permit.h"
#include "server/payments/service.h"
#include "server/payouts/rules.h"
#include "server/payouts/service.h"

namespace payouts {

namespace {

struct AuditedTransfer
{
    TransferStatus status = TransferStatus::Sending; // as the admin met it
    QString reason;

    FIELDS(AuditedTransfer, FIELD(status), FIELD(reason))
};

} // namespace

bool Service::isSending(Tx &tx)
{
    return m_store.hasTransfersUnderWay(tx);
}

// What was never sent is cancelled at once. What may be in somebody's hands at this moment is left to him: he might
// send it after the provider has said that it never got it.
Result<TransferRow> Service::takenUp(Tx &tx, const Caller &admin, Id<Payout> id, const QString &reason)
{
    const auto row = m_store.transfer(tx, id);
    if (!row)
        return notFound(QLatin1StringView("transfer"));
    const bool isTaken = m_store.cancelTransfer(tx, id) || row->status == TransferStatus::Paid ||
                         m_store.claimIdle(tx, id, tx.now().after(-claimMs), tx.now().after(claimMs));
    if (!isTaken)
        return failure(ErrorCode::IllegalTransition,
                       row->status == TransferStatus::Sending
                           ? QStringLiteral("It is being sent at this moment; try again in some minutes.")
                           : QStringLiteral("This transfer has ended."));
    m_audit.record(tx, admin, "payouts.transfer_asked", "payout", id.text(),
                   {json::bytes(AuditedTransfer{row->status, reason})});
    return *row;
}

Result<> Service::endAsked(const TransferRow &row)
{
    if (row.status == TransferStatus::Wanted)
        return {};
    payments::Connect *const provider = m_payments.connect();
    if (!provider)
        return failure(ErrorCode::Unavailable, QStringLiteral("No provider pays stores here."));
    if (row.status == TransferStatus::Paid) {
        MUST(askWhetherBack(*provider, row));
        return {};
    }
    LET(before, sentBefore(*provider, row));
    if (before) {
        paid(row, before->id);
        return {};
    }
    return m_db.write([&](Tx &tx) -> Result<> {
        const TransferEnd end{TransferStatus::Cancelled, {}, QStringLiteral("The provider never got it.")};
        if (!m_store.endTransfer(tx, row.payoutId, TransferStatus::Sending, end))
            return failure(ErrorCode::Conflict, QStringLiteral("The transfer has changed meanwhile."));
        return {};
    });
}

Result<PayoutTransfer> Service::endPayoutTransfer(const Caller &caller, Id<Payout> id, const EndPayoutTransfer &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    LET(row, m_db.write(caller, [&](Tx &tx) -> Result<TransferRow> {
        MUST(m_auth.requireFresh(tx, caller));
        return takenUp(tx, caller, id, wish.reason);
    }));
    MUST(endAsked(row));
    return m_db.read([&](Tx &tx) { return m_store.transfersOf(tx, id).constFirst(); });
}

} // namespace payouts
