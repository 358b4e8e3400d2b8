// The balance of a wallet back to where it came from (WAL-12, C46), of Service.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/payments/service.h"
#include "server/settings/service.h"

namespace payments {

namespace {

constexpr QLatin1StringView accountWord("account");
// Gateways give back for half a year; this leaves them time to try again.
constexpr qint64 refundableMs = 150 * dayMs;
// So long the first word waits for the second one.
constexpr qint64 closureWaitsMs = 7 * dayMs;

struct AuditedClosure
{
    Money amount;
    Money byHand;
    QString reason;
    std::optional<QString> bankReference;
    QList<Id<Payment>> payments;

    FIELDS(AuditedClosure, FIELD(amount), FIELD(byHand), FIELD(reason), FIELD(bankReference), FIELD(payments))
};

Json detailsOf(const WalletClosure &closure, const CloseWallet &wish)
{
    AuditedClosure out{closure.amount, closure.byHand, wish.reason, wish.bankReference, {}};
    for (const ClosurePart &part : closure.parts)
        out.payments += part.paymentId;
    return {json::bytes(out)};
}

// Who transfers the rest by hand has to have transferred that.
Result<> isAsSeen(const WalletClosure &now, const CloseWallet &wish)
{
    if (now.amount != wish.amount)
        return failure(ErrorCode::Conflict, QStringLiteral("The balance is %1 now.").arg(now.amount.text()));
    if (now.byHand != wish.byHand)
        return failure(ErrorCode::Conflict, QStringLiteral("%1 of it would be transferred by hand now, and %2 goes"
                                                           " through gateways.")
                                                .arg(now.byHand.text(), now.throughGateways.text()));
    return {};
}

} // namespace

Result<WalletClosure> Service::readWalletClosure(const Caller &caller, Id<Account> id)
{
    MUST(permitSuper(caller));
    return m_db.read([&](Tx &tx) -> Result<WalletClosure> {
        if (!m_accounts.find(tx, id))
            return notFound(accountWord);
        return closureOf(tx, id);
    });
}

// Money is one like another: what the newest payments brought is what is left. Only whole payments go through gateways,
// because not each of them says whether a part has gone back already.
WalletClosure Service::closureOf(Tx &tx, Id<Account> id)
{
    const Money above = m_settings.money(settings::Key::PayoutsSecondApprovalAbove);
    WalletClosure out{.walletId = id, .amount = m_ledger.wallet(tx, id).available};
    out.needsSecond = above > Money{} && out.amount > above;
    out.byHand = out.amount;
    for (const PaymentRow &row : m_store.refundable(tx, id, tx.now().after(-refundableMs), closurePartsMax)) {
        const Providers::One *provider = m_providers.find(row.provider);
        if (row.amount > out.byHand || !provider || !provider->gateway->isRefunding())
            continue;
        out.parts += ClosurePart{row.id, row.provider, row.amount, row.createdAt};
        out.byHand = out.byHand - row.amount;
    }
    out.throughGateways = out.amount - out.byHand;
    QList<Id<Account>> people{id};
    const auto waiting = m_store.waitingClosure(tx, id);
    if (waiting)
        people += waiting->requestedById;
    const auto names = m_accounts.namesOf(tx, people);
    out.ownerName = names.value(id);
    if (const Result<> may = mayClose(tx, id); !may)
        out.obstacle = may.error().message;
    out.last = lastClosureOf(tx, id);
    if (waiting && isCounting(tx, *waiting, out)) {
        out.status = ClosureStatus::Waiting;
        out.requestedBy = names.value(waiting->requestedById);
        out.requestedById = waiting->requestedById;
        out.requestedAt = waiting->requestedAt;
    }
    return out;
}

// What was asked for with another balance, or by other ways, is not what would be given back now; nor does a word count
// for ever, or of somebody who may not say it any more.
bool Service::isCounting(Tx &tx, const ClosureRow &waiting, const WalletClosure &now)
{
    const auto first = m_accounts.find(tx, waiting.requestedById);
    return waiting.amount == now.amount && waiting.byHand == now.byHand &&
           tx.now() < waiting.requestedAt.after(closureWaitsMs) && first && first->isActive && first->isSuperAdmin;
}

std::optional<PastClosure> Service::lastClosureOf(Tx &tx, Id<Account> wallet)
{
    const auto row = m_store.lastClosure(tx, wallet);
    if (!row)
        return std::nullopt;
    PastClosure out{row->amount, row->byHand, row->bankReference, row->closedAt.value(), {}};
    for (const RefundRow &part : m_store.refundsOf(tx, row->id))
        out.parts += PastPart{part.paymentId, part.provider, part.amount, part.status, part.bankReference};
    return out;
}

// What may still change the balance comes first.
Result<> Service::mayClose(Tx &tx, Id<Account> wallet)
{
    MUST(m_ledger.booksAreSound(tx));
    if (m_ledger.wallet(tx, wallet).heldAmount > Money{})
        return failure(ErrorCode::Conflict, QStringLiteral("Money is still held for orders."));
    if (m_store.hasPending(tx, wallet))
        return failure(ErrorCode::Conflict, QStringLiteral("A payment is still under way."));
    if (m_store.hasOpenWayBack(tx, wallet))
        return failure(ErrorCode::Conflict,
                       QStringLiteral("What went back at the bank, or is disputed there, has to be resolved first."));
    return {};
}

// A person's money leaves the market for good here, so a super-admin shows who it is; above the limit of payouts a
// second one closes what the first one has asked for.
Result<WalletClosure> Service::closeWallet(const Caller &caller, Id<Account> id, const CloseWallet &wish)
{
    MUST(permitSuper(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<WalletClosure> {
        MUST(m_auth.requireFresh(tx, caller));
        if (!m_accounts.find(tx, id))
            return notFound(accountWord);
        WalletClosure closure = closureOf(tx, id);
        MUST(mayClose(tx, id));
        MUST(isAsSeen(closure, wish));
        const auto waiting = m_store.waitingClosure(tx, id);
        if (waiting && !m_store.withdraw(tx, waiting->id))
            return failure(ErrorCode::Conflict, QStringLiteral("Another admin was faster."));
        ClosureRow row{.id = m_ids.next<WalletClosure>(),
                       .accountId = id,
                       .amount = closure.amount,
                       .byHand = closure.byHand,
                       .reason = wish.reason,
                       .requestedById = caller.id,
                       .requestedAt = tx.now()};
        const bool isAsked = closure.status == ClosureStatus::Waiting;
        if (isAsked && waiting->requestedById == caller.id)
            return failure(ErrorCode::IllegalTransition, QStringLiteral("Another admin has to close this wallet."));
        if (isAsked) {
            row.requestedById = waiting->requestedById;
            row.requestedAt = waiting->requestedAt;
        }
        MUST(closure.needsSecond && !isAsked ? askSecond(tx, caller, row, closure, wish)
                                             : giveBack(tx, caller, row, closure, wish));
        return closure;
    });
}

Result<> Service::askSecond(Tx &tx, const Caller &caller, const ClosureRow &row, WalletClosure &closure,
                            const CloseWallet &wish)
{
    if (!m_store.insertNew(tx, row))
        return failure(ErrorCode::Conflict, QStringLiteral("The closing of this wallet was asked for already."));
    closure.status = ClosureStatus::Waiting;
    closure.requestedBy = m_accounts.namesOf(tx, {caller.id}).value(caller.id);
    closure.requestedById = caller.id;
    closure.requestedAt = row.requestedAt;
    m_audit.record(tx, caller, "wallet.closure_requested", "account", row.accountId.text(), detailsOf(closure, wish));
    return {};
}

Result<> Service::giveBack(Tx &tx, const Caller &caller, ClosureRow row, WalletClosure &closure,
                           const CloseWallet &wish)
{
    const bool isByHand = closure.byHand > Money{};
    if (isByHand != wish.bankReference.has_value())
        return refusal(QStringLiteral("bank_reference"),
                       isByHand ? QStringLiteral("is required: %1 is transferred by hand").arg(closure.byHand.text())
                                : QStringLiteral("is not wanted: all of it goes through gateways"));
    row.status = closure.status = ClosureStatus::Done;
    row.bankReference = wish.bankReference;
    row.closedById = caller.id;
    row.closedAt = tx.now();
    if (isByHand && m_store.isTransferred(tx, *wish.bankReference))
        return failure(ErrorCode::AlreadyExists,
                       QStringLiteral("This reference of the bank stands at another transfer."));
    if (!m_store.insertNew(tx, row))
        return failure(ErrorCode::AlreadyExists,
                       QStringLiteral("This reference of the bank stands at another wallet."));
    MUST(m_ledger.giveBack(tx, row.accountId, row.id.uuid, {closure.throughGateways, closure.byHand},
                           QStringLiteral("Balance given back")));
    for (const ClosurePart &part : closure.parts) {
        const auto payment = m_store.find(tx, part.paymentId);
        if (!payment || !wantRefund(tx, part.paymentId, payment->provider,
                                    payment->gatewayPaymentId.value_or(QString()), part.amount, row.id))
            return failure(ErrorCode::Conflict, QStringLiteral("A payment is on its way back already."));
    }
    closure.last = lastClosureOf(tx, row.accountId);
    m_audit.record(tx, caller, "wallet.closed", "account", row.accountId.text(), detailsOf(closure, wish));
    tx.publish(WalletReduced{.accountId = row.accountId,
                             .loss = WalletLoss::Closed,
                             .amount = closure.amount,
                             .owed = m_ledger.wallet(tx, row.accountId).owed,
                             .byHand = closure.byHand});
    return {};
}

} // namespace payments
