// What Service gives and forgets of one person (PRIV-02, PRIV-03).

#include "server/accounts/service.h"
#include "server/orders/service.h"

namespace orders {

namespace {

constexpr int describedMax = 5'000; // orders with their lines and history, the newest

} // namespace

personal::Parts Service::exportOf(Tx &tx, const Account &account)
{
    QList<Order> bought;
    for (const OrderRow &row : m_store.ofBuyer(tx, account.id, describedMax))
        bought += described(tx, Actor::Buyer, row);
    personal::Parts out{personal::part("orders", bought)};
    if (account.vendorId)
        out += personal::part("sales", m_store.salesOf(tx, *account.vendorId, personal::rowsMax));
    return out;
}

void Service::eraseOf(Tx &tx, Id<Account> buyer)
{
    m_store.eraseBuyer(tx, buyer);
}

} // namespace orders
