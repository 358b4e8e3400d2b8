#include "server/discovery/shops.h"

namespace discovery {

namespace {

constexpr int shopsMax = 200'000;

} // namespace

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
    auto loaded = std::make_shared<Shops>();
    for (const Shop &shop : m_store.shops(tx, shopsMax))
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
    const auto shop = m_store.shop(tx, id);
    auto renewed = std::make_shared<Shops>();
    renewed->all.reserve(m_shops->all.size() + 1);
    for (const Shop &other : m_shops->all)
        if (other.id != id)
            renewed->add(other);
    if (shop)
        renewed->add(*shop);
    m_shops = std::move(renewed);
}

} // namespace discovery
