#include "server/discovery/shops.h"

#include <algorithm>
#include <limits>

namespace discovery {

namespace {

constexpr int shopsMax = 200'000;

double latitudeOf(const Shop &shop)
{
    return shop.location ? shop.location->latitude : std::numeric_limits<double>::infinity();
}

} // namespace

bool isSouthOf(const Shop &a, const Shop &b)
{
    return latitudeOf(a) != latitudeOf(b) ? latitudeOf(a) < latitudeOf(b) : a.id < b.id;
}

std::vector<Shop>::const_iterator Shops::from(double latitude) const
{
    return std::lower_bound(all.begin(), all.end(), latitude,
                            [](const Shop &shop, double wanted) { return latitudeOf(shop) < wanted; });
}

const Shop *Shops::find(Id<Vendor> id) const
{
    const auto found = places.constFind(id);
    return found == places.cend() ? nullptr : &all[*found];
}

void Shops::add(const Shop &shop)
{
    places[shop.id] = all.size();
    all.push_back(shop);
}

std::shared_ptr<const Shops> ShopBook::load(Tx &tx)
{
    QList<Shop> shops = m_store.shops(tx, shopsMax);
    std::sort(shops.begin(), shops.end(), isSouthOf);
    auto loaded = std::make_shared<Shops>();
    for (const Shop &shop : std::as_const(shops))
        loaded->add(shop);
    return loaded;
}

std::shared_ptr<const Shops> ShopBook::shops(Tx &tx)
{
    const std::lock_guard lock(m_mutex);
    if (!m_shops)
        m_shops = load(tx);
    return m_shops;
}

void ShopBook::renew(Tx &tx, Id<Vendor> id)
{
    const std::lock_guard lock(m_mutex);
    // A reader with an older snapshot may be about to load; what is loaded here is at least as new as the news.
    if (!m_shops) {
        m_shops = load(tx);
        return;
    }
    auto shop = m_store.shop(tx, id);
    auto renewed = std::make_shared<Shops>();
    renewed->all.reserve(m_shops->all.size() + 1);
    for (const Shop &other : m_shops->all) {
        if (shop && isSouthOf(*shop, other)) {
            renewed->add(*shop);
            shop.reset();
        }
        if (other.id != id)
            renewed->add(other);
    }
    if (shop)
        renewed->add(*shop);
    m_shops = std::move(renewed);
}

} // namespace discovery
