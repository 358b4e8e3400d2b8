// What Service gives of one person (PRIV-02). Payments stay with the books; the payer is known to the gateway alone.

#include "server/payments/service.h"

namespace payments {

personal::Parts Service::exportOf(Tx &tx, Id<Account> account)
{
    QList<Payment> out;
    for (const PaymentRow &row : m_store.ofAccount(tx, account, personal::rowsMax))
        out += describe(row);
    return {personal::part("payments", out)};
}

bool Service::hasPending(Tx &tx, Id<Account> account)
{
    return m_store.hasPending(tx, account);
}

} // namespace payments
