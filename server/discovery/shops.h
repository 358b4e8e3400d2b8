#pragma once

// The stores that may sell, in memory, so that a list does not join them to every product. They stand from south to
// north, those without a place last, so that only a band of them is looked at. Readers hold a snapshot; a change makes
// a new one.

#include "server/discovery/store.h"

#include <QHash>

#include <memory>
#include <mutex>
#include <vector>

namespace discovery {

struct Shops
{
    std::vector<Shop> all;
    QHash<Id<Vendor>, std::size_t> places; // in all

    const Shop *find(Id<Vendor> id) const;
    void add(const Shop &shop); // behind the others

    // The first store that is not south of this latitude.
    std::vector<Shop>::const_iterator from(double latitude) const;
};

bool isSouthOf(const Shop &a, const Shop &b);

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
