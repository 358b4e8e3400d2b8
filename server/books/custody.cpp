// Who keeps the money of the wallets, and whether the account outside holds what the books say.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/books/rules.h"
#include "server/books/service.h"
#include "server/core/clock.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/settings/service.h"
#include "shared/base/indiatime.h"

namespace books {

namespace {

// What lies outside at an instant by the books, and what of it the market has earned: what providers keep for their
// work has left, and was paid by the market. The tax in it is the tax office's: what was paid to it has left.
struct Kept
{
    Money all;
    Money own;
};

Kept keptOf(const QList<TrialLine> &lines)
{
    Kept out;
    for (const TrialLine &line : lines) {
        if (isOutside(line.kind))
            out.all = out.all - line.balance;
        else if (line.kind == LedgerAccountKind::CommissionIncome || line.kind == LedgerAccountKind::GatewayFees)
            out.own = out.own + line.balance;
    }
    return out;
}

// What was taken out and had not been earned.
Money excessOf(Money withdrawn, const Kept &kept)
{
    return withdrawn > Money{} ? std::max(withdrawn - kept.own, Money{}) : Money{};
}

// Behind the last moment of that day; nothing when it is not over yet.
std::optional<Instant> endOf(const QString &text, Instant now)
{
    const auto day = india::dayFrom(text);
    if (!day || *day >= india::dayNumber(now))
        return std::nullopt;
    return india::startOf(*day + 1).after(-1);
}

} // namespace

WalletMode Service::mode() const
{
    return m_settings.choice(settings::Key::WalletMode) == u"mirror" ? WalletMode::Mirror : WalletMode::Own;
}

Custody Service::custodyOf(Tx &tx)
{
    Custody out{.mode = mode()};
    if (const auto seen = m_store.acknowledgement(tx, out.mode)) {
        out.acknowledgedBy = seen->acknowledgedBy;
        out.acknowledgedAt = seen->acknowledgedAt;
    }
    if (out.mode == WalletMode::Mirror)
        out.newest = m_store.newestBalance(tx);
    return out;
}

std::optional<QString> Service::unreadNotice()
{
    const auto custody = m_db.read([&](Tx &tx) { return custodyOf(tx); });
    return custody.acknowledgedAt ? std::nullopt : std::optional(noticeOf(custody.mode));
}

std::optional<QString> Service::walletTermsNotice() const
{
    return m_accounts.walletTermsNotice();
}

Result<Custody> Service::readCustody(const Caller &caller)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<Custody> { return custodyOf(tx); });
}

QString Service::nameOf(Tx &tx, const Caller &caller)
{
    const auto account = m_accounts.find(tx, caller.id);
    return account ? account->username : caller.id.text();
}

// Who says it a second time has read it as well; the first one stays on record.
Result<Custody> Service::acknowledgeCustody(const Caller &caller, const AcknowledgeCustody &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<Custody> {
        if (wish.mode != mode())
            return failure(ErrorCode::Conflict, QStringLiteral("Who keeps the money was changed meanwhile."));
        if (m_store.insertNew(tx, Acknowledgement{wish.mode, nameOf(tx, caller), caller.id, tx.now()}))
            m_audit.record(tx, caller, "books.custody_acknowledged", "books", names::text(wish.mode).toString());
        return custodyOf(tx);
    });
}

Result<Page<CustodyBalance>> Service::listCustodyBalances(const Caller &caller, const ListCustodyBalances &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    LET(before, cursor::idOf<CustodyBalance>(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<CustodyBalance>> {
        return cursor::pageById(m_store.balances(tx, before, wish.limit + 1), wish.limit);
    });
}

// A day that goes on would have two balances. What a day that is over holds does not change, so it is added up before
// anybody has to wait for it. What was taken out is the operator's only as far as the market has earned it; more is
// somebody else's money, and a refund makes it so afterwards.
Result<CustodyBalance> Service::enterCustodyBalance(const Caller &caller, const EnterCustodyBalance &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    if (mode() != WalletMode::Mirror)
        return failure(ErrorCode::Conflict, QStringLiteral("The market keeps the money itself; there is no account"
                                                           " outside to compare with."));
    const Instant now = m_clock.now();
    const QString day = wish.day.value_or(india::dayText(india::dayNumber(now) - 1));
    const auto end = endOf(day, now);
    if (!end)
        return refusal(QStringLiteral("day"), QStringLiteral("must be a day that is over"));
    const Kept kept = m_db.read([&](Tx &tx) { return keptOf(m_ledger.trial(tx, *end)); });
    const Money expected = kept.all - wish.withdrawn;
    return m_db.write(caller, [&](Tx &tx) -> Result<CustodyBalance> {
        const BalanceRow row{.id = m_ids.next<CustodyBalance>(),
                             .day = day,
                             .amount = wish.amount,
                             .withdrawn = wish.withdrawn,
                             .expected = expected,
                             .difference = wish.amount - expected,
                             .excess = excessOf(wish.withdrawn, kept),
                             .reference = wish.reference,
                             .enteredBy = nameOf(tx, caller),
                             .enteredById = caller.id,
                             .enteredAt = tx.now()};
        if (!m_store.insertNew(tx, row))
            return failure(ErrorCode::AlreadyExists, QStringLiteral("This day has a balance with this reference."));
        m_audit.record(tx, caller, "books.custody_entered", "books", row.day, {json::bytes(wish)});
        if (row.difference != Money{} || row.excess != Money{})
            tx.publish(CustodyDiffers{row.day, row.amount, row.expected, row.difference, row.excess, tx.now()});
        return CustodyBalance{row.id,         row.day,    row.amount,    row.withdrawn, row.expected,
                              row.difference, row.excess, row.reference, row.enteredBy, row.enteredAt};
    });
}

} // namespace books
