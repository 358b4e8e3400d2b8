// What Service knows of a payer's wallet: how full it may get.

#include "server/ledger/service.h"
#include "server/payments/service.h"
#include "server/settings/service.h"

#include <algorithm>

namespace payments {

// Every recharge counts that may still come, the new one as well. What comes above the limit all the same has come, and
// is credited.
Result<> Service::fits(Tx &tx, const PaymentRow &row)
{
    const Money most = m_settings.money(settings::Key::WalletBalanceMax);
    if (most == Money{})
        return {};
    const Money full = m_ledger.wallet(tx, row.accountId).currentBalance + m_store.pendingOf(tx, row.accountId);
    if (full <= most)
        return {};
    const Money room = std::max(most - (full - row.amount), Money{});
    return refusal(QStringLiteral("amount"),
                   QStringLiteral("must be at most %1: a wallet holds at most %2").arg(room.text(), most.text()));
}

} // namespace payments
