#pragma once

// One question for products, answered from one snapshot of the database and of the stores.

#include "server/discovery/rules.h"
#include "server/discovery/shops.h"
#include "server/discovery/store.h"

namespace discovery {

// A store within reach.
struct Near
{
    const Shop *shop;
    double distanceKm; // 0 without an origin
};

// All of them, nearest first; without an origin in the order of their ids.
std::vector<Near> nearShops(const Shops &shops, const Reach &reach);

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
    Search(Tx &tx, Store &store, const Shops &shops, const FindProducts &wish, const Reach &reach, Role priceRole)
        : m_tx(tx)
        , m_store(store)
        , m_shops(shops)
        , m_wish(wish)
        , m_reach(reach)
        , m_priceRole(priceRole)
    {}

    Result<Page<ProductCard>> page();

private:
    Result<QList<ProductCard>> alongOrder();
    Result<QList<ProductCard>> byDistance();
    std::optional<ProductCard> cardOf(const Offer &offer) const;
    QStringList keyOf(const ProductCard &card) const;
    ProductSort sort() const;

    Tx &m_tx;
    Store &m_store;
    const Shops &m_shops;
    const FindProducts &m_wish;
    const Reach &m_reach;
    const Role m_priceRole;
};

} // namespace discovery
