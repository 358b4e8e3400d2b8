#include "server/discovery/service.h"

#include "server/accounts/service.h"
#include "server/catalog/service.h"
#include "server/core/cursor.h"
#include "server/discovery/search.h"
#include "server/settings/service.h"

namespace discovery {

namespace {

bool isBuying(const Caller &caller)
{
    return caller.known && (caller.role == Role::Buyer || caller.role == Role::Distributor);
}

QByteArray keyOf(const FindProducts &wish, const Reach &reach, Role priceRole)
{
    QByteArray key = json::bytes(wish);
    key += priceRole == Role::Distributor ? 'd' : 'b';
    if (reach.origin) {
        key += QByteArray::number(reach.origin->latitude, 'g', 10) + ',';
        key += QByteArray::number(reach.origin->longitude, 'g', 10) + ',';
    }
    return key += QByteArray::number(reach.radiusKm);
}

StoreCard cardOf(const Shop &shop, const ShopFront &front, const std::optional<double> &distanceKm)
{
    return {.id = shop.id,
            .storeName = shop.storeName,
            .description = front.description,
            .city = shop.city,
            .state = shop.state,
            .isOpen = shop.isOpen,
            .productsCount = front.productsCount,
            .distanceKm = distanceKm ? std::optional(shown(*distanceKm)) : std::nullopt};
}

} // namespace

Service::Service(Db &db, const Clock &clock, catalog::Service &catalog, accounts::Service &accounts,
                 settings::Service &settings)
    : Service(db, clock, catalog, accounts, settings, Limits{})
{}

Service::Service(Db &db, const Clock &clock, catalog::Service &catalog, accounts::Service &accounts,
                 settings::Service &settings, const Limits &limits)
    : m_db(db)
    , m_clock(clock)
    , m_catalog(catalog)
    , m_accounts(accounts)
    , m_settings(settings)
    , m_cache(limits.cachedAnswers)
{}

template <class Wish>
Result<Reach> Service::askedReach(const Wish &wish) const
{
    const int radiusKm = int(m_settings.whole(settings::Key::DiscoveryRadiusKm));
    Reach reach{.radiusKm = double(std::min(radiusKm, wish.radiusKm.value_or(radiusKm)))};
    if (wish.latitude.has_value() != wish.longitude.has_value())
        return refusal(wish.latitude ? QStringLiteral("longitude") : QStringLiteral("latitude"),
                       QStringLiteral("is required with the other coordinate"));
    if (wish.latitude) {
        reach.origin = rounded({*wish.latitude, *wish.longitude});
    } else if (wish.pincode) {
        const auto centre = m_accounts.centreOf(*wish.pincode);
        if (!centre)
            return refusal(QStringLiteral("pincode"), QStringLiteral("is not known"));
        reach.origin = rounded(*centre);
    }
    return reach;
}

template <class Wish>
Result<Reach> Service::reachOf(Tx &tx, const Caller &caller, const Wish &wish)
{
    LET(reach, askedReach(wish));
    if (isBuying(caller)) {
        const auto home = m_accounts.defaultAddressOf(tx, caller.id);
        if (home && home->location)
            reach.origin = rounded(*home->location);
    }
    return reach;
}

Result<Page<ProductCard>> Service::findProducts(const Caller &caller, const FindProducts &wish)
{
    // Strangers ask for everything themselves, so an answer that is known needs no look into the database.
    if (!caller.known) {
        LET(reach, askedReach(wish));
        if (auto known = m_cache.find(keyOf(wish, reach, Role::Buyer), m_clock.now())) {
            noteWhenMissed(caller, wish, reach, *known);
            return *std::move(known);
        }
    }
    const quint64 generation = m_cache.generation();
    return m_db.read([&](Tx &tx) -> Result<Page<ProductCard>> {
        LET(reach, reachOf(tx, caller, wish));
        const Role priceRole = m_catalog.priceRoleOf(tx, caller);
        const QByteArray key = keyOf(wish, reach, priceRole);
        if (auto known = m_cache.find(key, m_clock.now())) {
            noteWhenMissed(caller, wish, reach, *known);
            return *std::move(known);
        }
        const auto shops = m_book.shops(tx);
        LET(page, Search(tx, m_store, *shops, wish, reach, priceRole).page());
        noteWhenMissed(caller, wish, reach, page);
        page.encoded = json::bytes(page.items);
        m_cache.keep(key, page, generation, m_clock.now());
        return std::move(page);
    });
}

Result<Page<StoreCard>> Service::findStores(const Caller &caller, const FindStores &wish)
{
    LET(key, cursor::key(wish.cursor, 2));
    return m_db.read([&](Tx &tx) -> Result<Page<StoreCard>> {
        LET(reach, reachOf(tx, caller, wish));
        const auto shops = m_book.shops(tx);
        const std::vector<Near> near = nearShops(*shops, reach);
        std::size_t first = 0;
        if (!key.isEmpty()) {
            const NearPlace last{key[0].toDouble(), Id<Vendor>::parse(key[1])};
            first = firstBehind(near, last);
            first += first < near.size() && near[first].shop->id == last.vendor;
        }
        const std::size_t behind = std::min(near.size(), first + std::size_t(wish.limit));

        QList<Id<Vendor>> ids;
        for (std::size_t i = first; i < behind; ++i)
            ids += near[i].shop->id;
        QHash<Id<Vendor>, ShopFront> fronts;
        if (!ids.isEmpty()) {
            for (const ShopFront &front : m_store.fronts(tx, ids))
                fronts[front.id] = front;
        }
        Page<StoreCard> page{.limit = wish.limit};
        for (std::size_t i = first; i < behind; ++i)
            page.items += cardOf(*near[i].shop, fronts.value(near[i].shop->id),
                                 reach.origin ? std::optional(near[i].distanceKm) : std::nullopt);
        if (behind < near.size())
            page.nextCursor = cursor::text({QString::number(near[behind - 1].distanceKm, 'g', 17), ids.last().text()});
        return page;
    });
}

Result<StoreCard> Service::readStore(const Caller &caller, Id<Vendor> id)
{
    return m_db.read([&](Tx &tx) -> Result<StoreCard> {
        const auto shop = m_store.shop(tx, id);
        if (!shop)
            return notFound(QLatin1StringView("store"));
        LET(reach, reachOf(tx, caller, FindStores{}));
        std::optional<double> distanceKm;
        if (reach.origin && shop->location)
            distanceKm = geo::distanceKm(reach.origin->latitude, reach.origin->longitude, shop->location->latitude,
                                         shop->location->longitude);
        return cardOf(*shop, m_store.fronts(tx, {id}).constFirst(), distanceKm);
    });
}

void Service::forgetAnswers()
{
    m_cache.forget();
}

void Service::renewShop(Id<Vendor> id)
{
    m_db.read([&](Tx &tx) {
        m_book.renew(tx, id);
        return true;
    });
    m_cache.forget();
}

} // namespace discovery
