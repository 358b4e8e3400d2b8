#pragma once

// One question for products, answered from one snapshot of the database and of the stores.

#include "server/discovery/rules.h"
#include "server/discovery/shops.h"
#include "server/discovery/store.h"

namespace discovery {

ProductCard cardOf(const Offer &offer, const Shop &shop, const std::optional<double> &distanceKm, Instant now);

// A store within reach.
struct Near
{
    const Shop *shop;
    double distanceKm; // as it is told; 0 without an origin
};

// All of them, nearest first; without an origin in the order of their ids.
std::vector<Near> nearShops(const Shops &shops, const Reach &reach);

// Those in reach of an origin from south to north; nothing when there is no origin, or when they are not few.
using FewNear = std::optional<std::vector<Near>>;
FewNear fewNearShops(const Shops &shops, const Reach &reach);

// Behind which store a list goes on.
struct NearPlace
{
    double distanceKm;
    Id<Vendor> vendor;
};
std::size_t firstBehind(const std::vector<Near> &near, const NearPlace &place);

class Search
{
public:
    Search(Tx &tx, Store &store, const Shops &shops, const FindProducts &wish, const Reach &reach, const FewNear &few,
           Role priceRole, Instant now)
        : m_tx(tx)
        , m_store(store)
        , m_shops(shops)
        , m_wish(wish)
        , m_reach(reach)
        , m_few(few)
        , m_priceRole(priceRole)
        , m_now(now)
    {}

    // One more than the page has, when there are so many.
    Result<QList<Offer>> offers();
    Page<ProductCard> page(const QList<Offer> &offers);

    // Whether the offers depend on the origin only by the stores in reach.
    bool isOfStoresAlone() const { return m_few && sort() != ProductSort::Distance; }

private:
    Result<QList<Offer>> alongOrder();
    QList<Offer> ofFew(const std::optional<OfferPlace> &after);
    QList<Offer> walk(std::optional<OfferPlace> after);
    Result<QList<Offer>> byDistance();
    std::optional<Near> near(Id<Vendor> vendor);
    QStringList keyOf(const Offer &offer);
    ProductSort sort() const;
    int wanted() const { return m_wish.limit + 1; }

    Tx &m_tx;
    Store &m_store;
    const Shops &m_shops;
    const FindProducts &m_wish;
    const Reach &m_reach;
    const FewNear &m_few;
    const Role m_priceRole;
    const Instant m_now;
    QHash<Id<Vendor>, std::optional<Near>> m_known; // stores that were asked for before
};

} // namespace discovery
