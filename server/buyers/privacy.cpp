// What Service gives and forgets of one person, and of one store that somebody likes (PRIV-02, PRIV-03).

#include "server/buyers/service.h"

namespace buyers {

personal::Parts Service::exportOf(Tx &tx, Id<Account> buyer)
{
    return {personal::part("buyer_profile", m_store.profile(tx, buyer)),
            personal::part("wishes", m_store.wishes(tx, buyer, std::nullopt, wishesMax)),
            personal::part("favourite_stores", m_store.favourites(tx, buyer)),
            personal::part("payment_methods", methodsOf(tx, buyer))};
}

void Service::eraseOf(Tx &tx, Id<Account> buyer)
{
    m_store.erase(tx, buyer);
    m_store.eraseMethods(tx, buyer);
}

void Service::eraseStoreOf(Tx &tx, Id<Vendor> store)
{
    m_store.eraseFavouritesOf(tx, store);
}

} // namespace buyers
