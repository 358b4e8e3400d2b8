#pragma once

// What a buyer finds near an address (SRCH-01…16). Answers come from a bounded cache that forgets when a product or a
// store changes. Else, when only few stores are in reach, their products are asked for; a neighbour who has the same
// stores in reach gets the same products, only with other distances. With many stores in reach the products are walked
// along the wanted order and those of stores out of reach are passed over.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/tally.h"
#include "server/discovery/cache.h"
#include "server/discovery/misses.h"
#include "server/discovery/rules.h"
#include "server/discovery/shops.h"
#include "server/discovery/store.h"

namespace accounts {
class Service;
}
namespace catalog {
class Service;
}
namespace settings {
class Service;
}

namespace discovery {

class Service
{
public:
    struct Limits
    {
        int cachedAnswers = 4096; // 0 switches the cache off
    };

    Service(Db &db, const Clock &clock, catalog::Service &catalog, accounts::Service &accounts,
            settings::Service &settings);
    Service(Db &db, const Clock &clock, catalog::Service &catalog, accounts::Service &accounts,
            settings::Service &settings, const Limits &limits);

    // Building blocks for the floors above: what of these a buyer could find, as lists show it, near or far.
    QHash<Id<Product>, ProductCard> cardsOf(Tx &tx, const Caller &caller, const QList<Id<Product>> &products);
    QHash<Id<Vendor>, StoreCard> cardsOf(Tx &tx, const Caller &caller, const QList<Id<Vendor>> &stores);

    Result<Page<ProductCard>> findProducts(const Caller &caller, const FindProducts &wish);
    Result<Page<StoreCard>> findStores(const Caller &caller, const FindStores &wish);
    Result<StoreCard> readStore(const Caller &caller, Id<Vendor> id);

    // Something that lists are made of has changed; called by the reactions.
    void forgetAnswers();
    void renewShop(Id<Vendor> id);

    // Publishes what was looked at and searched in vain since the last time; called by the job.
    void tellFootfall();

private:
    template <class Wish>
    Result<Reach> askedReach(const Wish &wish) const;
    template <class Wish>
    Result<Reach> reachOf(Tx &tx, const Caller &caller, const Wish &wish);
    void noteLook(const Caller &caller, Id<Vendor> store);
    QList<StoreViews> takeStoreViews();
    void noteWhenMissed(const Caller &caller, const FindProducts &wish, const Reach &reach,
                        const Page<ProductCard> &page);
    using Answers = Cache<Page<ProductCard>>;
    using Offers = Cache<QList<Offer>>;
    Result<Answers::Kept> answer(Tx &tx, const FindProducts &wish, const Reach &reach, Role priceRole,
                                 quint64 generation);

    Db &m_db;
    const Clock &m_clock;
    catalog::Service &m_catalog;
    accounts::Service &m_accounts;
    settings::Service &m_settings;
    Store m_store;
    ShopBook m_book;
    std::atomic<quint64> m_generation = 1;
    Answers m_answers; // by wish and origin
    Offers m_offers;   // by wish and stores in reach
    Misses m_misses;

    struct Look
    {
        Id<Vendor> store;
        qint64 hourMs = 0;

        friend bool operator==(const Look &, const Look &) = default;
        friend size_t qHash(const Look &look, size_t seed) { return qHashMulti(seed, look.store, look.hourMs); }
    };
    Tally<Look> m_looks; // at the pages of stores
};

} // namespace discovery
