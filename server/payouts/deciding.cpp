// What admins decide about a payout, of Service.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/payouts/rules.h"
#include "server/payouts/service.h"
#include "server/settings/service.h"

namespace payouts {

namespace {

struct AuditedChange
{
    PayoutStatus old = PayoutStatus::Requested;
    PayoutStatus now = PayoutStatus::Requested;
    Money amount;
    std::optional<QString> reference;
    std::optional<QString> reason;

    FIELDS(AuditedChange, FIELD(old), FIELD(now), FIELD(amount), FIELD(reference), FIELD(reason))
};

std::string actionOf(const Decision &decision)
{
    if (decision.failure == PayoutFailure::Returned)
        return "payouts.returned";
    return "payouts." + names::text(decision.status).toString().toStdString();
}

// When it was decided; what had left and came back keeps the time when it left.
void stamp(PayoutRow &row, Instant now)
{
    if (row.status == PayoutStatus::Approved)
        row.approvedAt = now;
    else if (row.failureCode == PayoutFailure::Returned)
        row.returnedAt = now;
    else
        row.processedAt = now;
}

auto hasChanged()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The payout has changed meanwhile."));
}

} // namespace

std::optional<QString> Service::nameOf(Tx &tx, const Caller &caller)
{
    if (!caller.known)
        return accounts::marketName();
    const auto admin = m_accounts.find(tx, caller.id);
    return admin ? std::optional(admin->username) : std::nullopt;
}

// Nothing leaves for a suspended store or one that owes, nor while an order of it is contested, also what was asked for
// before, nothing that the provider has paid already, and nothing while the books are in doubt; it can still be sent
// back (VEN-10, REF-05).
Result<> Service::mayLeave(Tx &tx, const PayoutRow &row)
{
    const auto vendor = m_accounts.vendor(tx, row.vendorId);
    if (vendor && vendor->status == StoreStatus::Suspended)
        return failure(ErrorCode::BalanceFrozen, QStringLiteral("The store of %1 is suspended.").arg(row.payoutNumber));
    const Money owed = m_ledger.vendorFunds(tx, row.vendorId).owed;
    if (owed > Money{})
        return failure(ErrorCode::BalanceFrozen,
                       QStringLiteral("The store of %1 owes %2 after refunds; a rejected payout pays its debt first.")
                           .arg(row.payoutNumber, owed.text()));
    if (const auto order = m_orders.contestedIn(tx, row.id))
        return failure(
            ErrorCode::BalanceFrozen,
            QStringLiteral("%1 has money of order %2, which is disputed; it waits until the dispute is over, or"
                           " is rejected and asked for again without it.")
                .arg(row.payoutNumber, order->orderNumber));
    MUST(refuseLate(tx, row));
    return m_ledger.booksAreSound(tx);
}

// What stands in a bank file may be on its way; that the bank or the provider has paid it is a fact, whatever has
// become of the store.
Result<> Service::checkLeaving(Tx &tx, const PayoutRow &row, const Decision &decision)
{
    if (decision.failure == PayoutFailure::Rejected && row.batchNumber)
        return failure(
            ErrorCode::IllegalTransition,
            QStringLiteral("It stands in the bank file %1, which has to be cancelled first.").arg(*row.batchNumber));
    const bool hasLeft = row.batchNumber.has_value() || m_store.isSent(tx, row.id);
    const bool isFact = decision.failure.has_value() || (decision.status == PayoutStatus::Processed && hasLeft);
    return isFact ? Result<>() : mayLeave(tx, row);
}

Result<> Service::moveMoney(Tx &tx, const PayoutRow &row)
{
    if (row.status == PayoutStatus::Processed)
        return m_ledger.completePayout(tx, row.vendorId, row.id, row.amount);
    if (row.status != PayoutStatus::Failed)
        return {};
    m_orders.returnFromPayout(tx, row.id);
    m_store.dismissShares(tx, row.id);
    return row.failureCode == PayoutFailure::Returned ? m_ledger.bouncePayout(tx, row.vendorId, row.id, row.amount)
                                                      : m_ledger.returnPayout(tx, row.vendorId, row.id, row.amount);
}

// One decision: who and when is written into the row and on record, and the store hears of it.
Result<PayoutRow> Service::decided(Tx &tx, const Caller &caller, const PayoutRow &seen, const Decision &decision)
{
    if (!mayBecome(seen.status, decision.status, decision.failure))
        return failure(ErrorCode::IllegalTransition,
                       QStringLiteral("A payout that is %1 cannot become %2.")
                           .arg(names::text(seen.status),
                                decision.failure ? names::text(*decision.failure) : names::text(decision.status)));
    MUST(checkLeaving(tx, seen, decision));
    MUST(leaveToProvider(tx, seen, decision));
    if (decision.reference && !m_store.takeReference(tx, *decision.reference))
        return failure(ErrorCode::AlreadyExists,
                       QStringLiteral("The reference %1 stands at another payout.").arg(*decision.reference));
    PayoutRow next = seen;
    next.status = decision.status;
    if (decision.reference)
        next.transactionReference = decision.reference;
    next.failureCode = decision.failure;
    next.failureReason = decision.reason;
    next.processedBy = nameOf(tx, caller);
    next.processedById = caller.known ? std::optional(caller.id) : std::nullopt;
    stamp(next, tx.now());
    if (!m_store.change(tx, seen.status, next))
        return hasChanged();
    MUST(moveMoney(tx, next));
    MUST(wantTransfer(tx, next));
    m_audit.record(tx, caller, actionOf(decision), "payout", next.id.text(),
                   {json::bytes(AuditedChange{seen.status, next.status, next.amount, next.transactionReference,
                                              next.failureReason})});
    publish(tx, next);
    return next;
}

// A large one takes two admins; the first approval is a note that money does not follow yet. Whoever gave it does not
// give the last one, also when the bound was raised since.
Result<PayoutRow> Service::approve(Tx &tx, const Caller &caller, const PayoutRow &seen)
{
    const Decision decision{.status = PayoutStatus::Approved};
    const bool isOpen = mayBecome(seen.status, PayoutStatus::Approved);
    if (isOpen && seen.firstApprovedById == caller.id)
        return failure(ErrorCode::IllegalTransition, QStringLiteral("Another admin has to approve this payout, too."));
    const Money above = m_settings.money(settings::Key::PayoutsSecondApprovalAbove);
    if (!isOpen || seen.firstApprovedById || !needsSecond(seen.amount, above))
        return decided(tx, caller, seen, decision);
    MUST(checkLeaving(tx, seen, decision));
    PayoutRow next = seen;
    next.firstApprovedBy = nameOf(tx, caller);
    next.firstApprovedById = caller.id;
    next.firstApprovedAt = tx.now();
    if (!m_store.approveFirst(tx, next))
        return hasChanged();
    m_audit.record(tx, caller, "payouts.first_approved", "payout", next.id.text(),
                   {json::bytes(AuditedChange{seen.status, next.status, next.amount, {}, {}})});
    return next;
}

// A stolen session does not move money: who lets it leave, or says that it came back, has to show first that it is
// still him.
Result<Payout> Service::decide(const Caller &caller, Id<Payout> id, const Decision &decision)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<Payout> {
        if (!decision.failure || decision.failure == PayoutFailure::Returned)
            MUST(m_auth.requireFresh(tx, caller));
        const auto seen = m_store.find(tx, id);
        if (!seen)
            return notFound(QLatin1StringView("payout"));
        LET(row, decision.status == PayoutStatus::Approved ? approve(tx, caller, *seen)
                                                           : decided(tx, caller, *seen, decision));
        return describe(tx, row);
    });
}

Result<Payout> Service::approvePayout(const Caller &caller, Id<Payout> id)
{
    return decide(caller, id, {.status = PayoutStatus::Approved});
}

Result<Payout> Service::rejectPayout(const Caller &caller, Id<Payout> id, const RejectPayout &wish)
{
    return decide(caller, id,
                  {.status = PayoutStatus::Failed, .failure = PayoutFailure::Rejected, .reason = wish.reason});
}

Result<Payout> Service::processPayout(const Caller &caller, Id<Payout> id, const ProcessPayout &wish)
{
    return decide(caller, id, {.status = PayoutStatus::Processed, .reference = wish.transactionReference});
}

Result<Payout> Service::returnPayout(const Caller &caller, Id<Payout> id, const ReturnPayout &wish)
{
    return decide(caller, id,
                  {.status = PayoutStatus::Failed, .failure = PayoutFailure::Returned, .reason = wish.reason});
}

Result<Payout> Service::approvedBy(Tx &tx, const Caller &admin, Id<Payout> id)
{
    const auto seen = m_store.find(tx, id);
    if (!seen)
        return notFound(QLatin1StringView("payout"));
    LET(approved, approve(tx, admin, *seen));
    return describe(tx, approved);
}

Result<Payout> Service::paidBy(Tx &tx, const Caller &admin, Id<Payout> id, const QString &reference)
{
    auto seen = m_store.find(tx, id);
    if (!seen)
        return notFound(QLatin1StringView("payout"));
    if (seen->status == PayoutStatus::Requested) {
        LET(approved, decided(tx, admin, *seen, {.status = PayoutStatus::Approved}));
        seen = approved;
    }
    LET(paid, decided(tx, admin, *seen, {.status = PayoutStatus::Processed, .reference = reference}));
    return describe(tx, paid);
}

Result<Payout> Service::endedBy(Tx &tx, const Caller &admin, Id<Payout> id, PayoutFailure how, const QString &reason)
{
    const auto seen = m_store.find(tx, id);
    if (!seen)
        return notFound(QLatin1StringView("payout"));
    LET(ended, decided(tx, admin, *seen, {.status = PayoutStatus::Failed, .failure = how, .reason = reason}));
    return describe(tx, ended);
}

} // namespace payouts
