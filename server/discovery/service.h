#pragma once

// What a buyer finds near an address (SRCH-01…16). Answers come from a bounded cache that forgets when a product or a
// store changes, else from one statement over the products of the stores within reach.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "shared/contract/discovery.h"

#include <memory>

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

class Cache;

class Service
{
public:
    Service(Db &db, const Clock &clock, catalog::Service &catalog, accounts::Service &accounts,
            settings::Service &settings);
    ~Service();

    Result<Page<ProductCard>> findProducts(const Caller &caller, const FindProducts &wish);
    Result<Page<StoreCard>> findStores(const Caller &caller, const FindStores &wish);
    Result<StoreCard> readStore(const Caller &caller, Id<Vendor> id);

    // Something that lists are made of has changed; called by the reactions.
    void forgetAnswers();

private:
    Db &m_db;
    const Clock &m_clock;
    catalog::Service &m_catalog;
    accounts::Service &m_accounts;
    settings::Service &m_settings;
    std::unique_ptr<Cache> m_cache;
};

} // namespace discovery
