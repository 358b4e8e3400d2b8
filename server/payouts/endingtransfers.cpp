// What an admin can do about a transfer that does not end by itself, and what becomes of one that was made after it had
// ended, of Service. Only the provider's word ends what may have been sent (PAYO-08).

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

struct AuditedLate
{
    TransferStatus status = TransferStatus::Cancelled; // as it had ended
    QString transferRef;
    Money amount;

    FIELDS(AuditedLate, FIELD(status), FIELD(transferRef), FIELD(amount))
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
                         m_store.isLate(tx, id) ||
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
    if (row.status != TransferStatus::Sending)
        return endLate(*provider, row);
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

// The books pay a payout once. When nothing else pays it or may, the transfer does; otherwise what is to become of it
// is for people, and until then it goes nowhere (mayLeave).
Result<bool> Service::madeLate(Tx &tx, Id<Payout> id, const QString &transferRef)
{
    auto row = m_store.transfer(tx, id);
    if (row->transferRef == transferRef) // somebody else has written it down
        return false;
    const auto payout = m_store.find(tx, id);
    m_payments.flagLate(tx, {.id = transferRef, .amount = payout->amount}, payout->payoutNumber);
    m_audit.record(tx, {}, "payouts.transfer_late", "payout", id.text(),
                   {json::bytes(AuditedLate{row->status, transferRef, payout->amount})});
    const QString problem = QStringLiteral("The provider has made it after it had ended here.");
    if (!m_store.noteLate(tx, id, transferRef, problem))
        return true;
    row->transferRef = transferRef;
    if (payout->status == PayoutStatus::Approved && !payout->batchId)
        MUST(payLate(tx, *payout, *row));
    return true;
}

Result<> Service::refuseLate(Tx &tx, const PayoutRow &row)
{
    if (m_store.isLate(tx, row.id))
        return failure(ErrorCode::IllegalTransition,
                       QStringLiteral("%1 was paid through the provider after its transfer had ended; it can be asked.")
                           .arg(row.payoutNumber));
    return {};
}

Result<> Service::payLate(Tx &tx, const PayoutRow &payout, const TransferRow &row)
{
    if (payout.status != PayoutStatus::Approved || payout.batchId)
        return failure(ErrorCode::IllegalTransition,
                       QStringLiteral("%1 is paid otherwise, or stands in a bank file; the provider can take the"
                                      " transfer back.")
                           .arg(payout.payoutNumber));
    if (!m_store.endTransfer(tx, payout.id, row.status, {TransferStatus::Paid, row.transferRef}))
        return failure(ErrorCode::Conflict, QStringLiteral("The transfer has changed meanwhile."));
    MUST(decided(tx, Caller{}, payout, {.status = PayoutStatus::Processed, .reference = row.transferRef}));
    return {};
}

// What it has taken back is as if it had not been made; what it has not pays the payout that nothing else pays.
Result<> Service::endLate(payments::Connect &provider, const TransferRow &row)
{
    LET(seen, provider.transferFor(row.payoutId.text()));
    if (!seen)
        return failure(ErrorCode::Conflict, QStringLiteral("The provider does not know the transfer."));
    return m_db.write([&](Tx &tx) -> Result<> {
        if (seen->reversed < seen->amount)
            return payLate(tx, *m_store.find(tx, row.payoutId), row);
        const TransferEnd end{TransferStatus::Reversed, {}, QStringLiteral("The provider has taken it back.")};
        if (!m_store.endTransfer(tx, row.payoutId, row.status, end))
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
