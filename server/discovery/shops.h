#pragma once

// The stores that may sell, in memory, so that a list does not join them to every product. Readers hold a snapshot;
// a change makes a new one.

#include "server/discovery/store.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace discovery {

struct Shops
{
    std::vector<Shop> all;
    std::unordered_map<QUuid, std::size_t, decltype([](const QUuid &id) { return qHash(id); })> places;

    const Shop *find(Id<Vendor> id) const;
    void add(const Shop &shop);
};

class ShopBook
{
public:
    // Loads the stores at the first call.
    std::shared_ptr<const Shops> shops(Tx &tx);
    // Reads one store anew.
    void renew(Tx &tx, Id<Vendor> id);

private:
    std::shared_ptr<const Shops> load(Tx &tx);

    Store m_store;
    std::mutex m_mutex;
    std::shared_ptr<const Shops> m_shops;
};

} // namespace discovery
