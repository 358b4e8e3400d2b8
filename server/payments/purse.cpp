// What Service knows of a payer's wallet: how full it may get, what came into it, and what moved in it.

#include "server/accounts/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/payments/service.h"
#include "server/settings/service.h"

#include <algorithm>

namespace payments {

// Every recharge counts that somebody may be paying at this moment, the new one as well. What comes above the limit all
// the same has come, and is credited.
Result<> Service::fits(Tx &tx, const PaymentRow &row)
{
    const Money most = m_settings.money(settings::Key::WalletBalanceMax);
    if (most == Money{})
        return {};
    const Money pending = m_store.pendingOf(tx, row.accountId, tx.now().after(-payingMs)) - row.amount;
    const Money room = most - m_ledger.wallet(tx, row.accountId).currentBalance - pending;
    if (row.amount <= room)
        return {};
    const QString problem = QStringLiteral("must be at most %1: a wallet holds at most %2")
                                .arg(std::max(room, Money{}).text(), most.text());
    if (pending == Money{})
        return refusal(QStringLiteral("amount"), problem);
    return refusal(QStringLiteral("amount"),
                   problem +
                       QStringLiteral(", and %1 of recharges that were opened within the last hour is not paid yet")
                           .arg(pending.text()));
}

Result<Page<Payment>> Service::listPayments(const Caller &caller, const ListPayments &wish)
{
    MUST(permitBuyer(caller));
    LET(before, cursor::idOf<Payment>(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<Payment>> {
        QList<Payment> out;
        for (const PaymentRow &row : m_store.ofAccount(tx, caller.id, wish, before, wish.limit + 1))
            out += describe(row);
        return cursor::pageById(std::move(out), wish.limit);
    });
}

Result<Wallet> Service::readWalletOf(const Caller &caller, Id<Account> owner)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<Wallet> {
        if (!m_accounts.find(tx, owner))
            return notFound(QLatin1StringView("account"));
        return m_ledger.walletWithTimes(tx, owner);
    });
}

Result<Page<WalletEntry>> Service::listWalletEntriesOf(const Caller &caller, Id<Account> owner,
                                                       const ListWalletEntries &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<Page<WalletEntry>> {
        if (!m_accounts.find(tx, owner))
            return notFound(QLatin1StringView("account"));
        return m_ledger.entriesOf(tx, owner, wish);
    });
}

} // namespace payments
