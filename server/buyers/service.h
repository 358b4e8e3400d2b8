#pragma once

// What buyers keep for themselves (ACC-04, ACC-06) and see of their orders at a glance (ACC-08). Prices, stores,
// orders and sums are asked from those who know them; of a card only the gateway's name for it is kept here.

#include "server/buyers/history.h"
#include "server/buyers/store.h"
#include "server/core/personal.h"

class Ids;

namespace accounts {
class Service;
}
namespace catalog {
class Service;
}
namespace discovery {
class Service;
}
namespace ledger {
class Service;
}
namespace orders {
class Service;
}

namespace buyers {

class Service
{
public:
    Service(Db &db, const Ids &ids, accounts::Service &accounts, catalog::Service &catalog,
            discovery::Service &discovery, ledger::Service &ledger, orders::Service &orders)
        : m_db(db)
        , m_ids(ids)
        , m_accounts(accounts)
        , m_catalog(catalog)
        , m_discovery(discovery)
        , m_ledger(ledger)
        , m_orders(orders)
    {}

    Result<BuyerProfile> readBuyerProfile(const Caller &caller);
    Result<BuyerProfile> saveBuyerProfile(const Caller &caller, const PutBuyerProfile &wish);
    Result<BuyerDashboard> readBuyerDashboard(const Caller &caller);
    Result<Page<Wish>> listWishes(const Caller &caller, const ListWishes &wish);
    Result<Wish> addWish(const Caller &caller, Id<Product> id);
    Result<> removeWish(const Caller &caller, Id<Product> id);
    Result<QList<FavouriteStore>> listFavouriteStores(const Caller &caller);
    Result<FavouriteStore> addFavouriteStore(const Caller &caller, const ChooseStore &wish);
    Result<> removeFavouriteStore(const Caller &caller, Id<Vendor> id);
    Result<QList<SavedMethod>> listSavedMethods(const Caller &caller);
    Result<SavedMethod> saveMethod(const Caller &caller, const SaveMethod &wish);
    Result<> removeSavedMethod(const Caller &caller, Id<SavedMethod> id);

    personal::Parts exportOf(Tx &tx, Id<Account> buyer);
    void eraseOf(Tx &tx, Id<Account> buyer);
    void eraseStoreOf(Tx &tx, Id<Vendor> store); // its name, where others like it

    // Takes in what somebody wished for elsewhere (history.h). Products and stores have to be there.
    Result<> adopt(Tx &tx, const PastTaste &past);

private:
    static Result<> check(const PutBuyerProfile &wish, Instant now);
    Result<BuyerProfile> profileOf(Tx &tx, Id<Account> id);
    QList<SavedMethod> methodsOf(Tx &tx, Id<Account> buyer);
    QList<Wish> shown(Tx &tx, const Caller &caller, const QList<WishRow> &rows);
    QList<FavouriteStore> shown(Tx &tx, const Caller &caller, const QList<FavouriteRow> &rows);

    Db &m_db;
    const Ids &m_ids;
    accounts::Service &m_accounts;
    catalog::Service &m_catalog;
    discovery::Service &m_discovery;
    ledger::Service &m_ledger;
    orders::Service &m_orders;
    Store m_store;
};

} // namespace buyers
