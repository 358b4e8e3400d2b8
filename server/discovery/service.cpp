#include "server/discovery/service.h"

#include "server/accounts/service.h"
#include "server/catalog/service.h"
#include "server/core/cursor.h"
#include "server/discovery/search.h"
#include "server/settings/service.h"

namespace discovery {

namespace {

// Opening hours begin and end in steps (contract/storehours.h): an answer that says who is open holds until the next
// one.
constexpr qint64 keptMs = 300'000;
constexpr qint64 stepMs = openTimeStepMinutes * 60'000;

Instant endOfStep(Instant now)
{
    return india::floorTo(now, stepMs).after(stepMs);
}

bool isBuying(const Caller &caller)
{
    return caller.known && (caller.role == Role::Buyer || caller.role == Role::Distributor);
}

QByteArray keyOf(const FindProducts &wish, const Reach &reach, Role priceRole)
{
    QByteArray key = json::bytes(wish);
    {
        json::Pen pen(key);
        pen.put(priceRole == Role::Distributor ? 'd' : 'b');
        if (reach.origin)
            json::write(pen, *reach.origin);
        pen.number(reach.radiusKm);
    }
    return key;
}

// The same without the origin, but with the stores in reach.
QByteArray keyOf(FindProducts wish, const std::vector<Near> &near, Role priceRole)
{
    wish.latitude.reset();
    wish.longitude.reset();
    wish.pincode.reset();
    wish.radiusKm.reset();
    QByteArray key = json::bytes(wish);
    {
        json::Pen pen(key);
        pen.put(priceRole == Role::Distributor ? 'd' : 'b');
        for (const Near &each : near)
            pen.put(QByteArrayView(sql::idBytes(each.shop->id.uuid).bytes));
    }
    return key;
}

// How far away it is, be it in reach or not.
std::optional<double> distanceTo(const Shop &shop, const Reach &reach)
{
    if (!reach.origin || !shop.location)
        return std::nullopt;
    return shown(geo::distanceKm(reach.origin->latitude, reach.origin->longitude, shop.location->latitude,
                                 shop.location->longitude));
}

StoreCard cardOf(const Shop &shop, const ShopFront &front, const std::optional<double> &distanceKm, Instant now)
{
    return {.id = shop.id,
            .storeName = shop.storeName,
            .description = front.description,
            .city = shop.city,
            .state = shop.state,
            .isOpen = isOpenAt(shop, now),
            .businessHours = shop.businessHours,
            .businessType = front.businessType,
            .category = front.category,
            .productsCount = front.productsCount,
            .distanceKm = distanceKm};
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
    , m_answers(limits.cachedAnswers, m_generation)
    , m_offers(limits.cachedAnswers, m_generation)
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
        const auto home = m_accounts.activeAddressOf(tx, caller.id);
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
        if (auto known = m_answers.find(keyOf(wish, reach, Role::Buyer), m_clock.now())) {
            noteWhenMissed(caller, wish, reach, known->answer);
            return std::move(known->answer);
        }
    }
    const quint64 generation = m_generation;
    return m_db.read([&](Tx &tx) -> Result<Page<ProductCard>> {
        LET(reach, reachOf(tx, caller, wish));
        const Role priceRole = m_catalog.priceRoleOf(tx, caller);
        const QByteArray key = keyOf(wish, reach, priceRole);
        if (auto known = m_answers.find(key, m_clock.now())) {
            noteWhenMissed(caller, wish, reach, known->answer);
            return std::move(known->answer);
        }
        LET(made, answer(tx, wish, reach, priceRole, generation));
        noteWhenMissed(caller, wish, reach, made.answer);
        made.answer.encoded = json::bytes(made.answer.items);
        m_answers.keep(key, made, generation);
        return std::move(made.answer);
    });
}

Result<Service::Answers::Kept> Service::answer(Tx &tx, const FindProducts &wish, const Reach &reach, Role priceRole,
                                               quint64 generation)
{
    const Instant now = m_clock.now();
    const auto shops = m_book.shops(tx);
    const FewNear few = fewNearShops(*shops, reach);
    Search search(tx, m_store, *shops, wish, reach, few, priceRole, now);
    if (!search.isOfStoresAlone()) {
        LET(offers, search.offers());
        return Answers::Kept{search.page(offers), endOfStep(now)};
    }
    const QByteArray key = keyOf(wish, *few, priceRole);
    // An answer does not live longer than the list it was made of.
    if (const auto known = m_offers.find(key, now))
        return Answers::Kept{search.page(known->answer), std::min(known->until, endOfStep(now))};
    LET(offers, search.offers());
    m_offers.keep(key, {offers, now.after(keptMs)}, generation);
    return Answers::Kept{search.page(offers), endOfStep(now)};
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
                                 reach.origin ? std::optional(near[i].distanceKm) : std::nullopt, m_clock.now());
        if (behind < near.size())
            page.nextCursor = cursor::text({QString::number(near[behind - 1].distanceKm, 'f', 2), ids.last().text()});
        return page;
    });
}

Result<StoreCard> Service::readStore(const Caller &caller, Id<Vendor> id)
{
    return m_db.read([&](Tx &tx) -> Result<StoreCard> {
        const auto shop = m_store.shop(tx, id);
        if (!shop)
            return notFound(QLatin1StringView("store"));
        noteLook(caller, id);
        LET(reach, reachOf(tx, caller, FindStores{}));
        return cardOf(*shop, m_store.fronts(tx, {id}).constFirst(), distanceTo(*shop, reach), m_clock.now());
    });
}

QHash<Id<Product>, ProductCard> Service::cardsOf(Tx &tx, const Caller &caller, const QList<Id<Product>> &products)
{
    QHash<Id<Product>, ProductCard> out;
    const auto shops = m_book.shops(tx);
    const Reach reach = reachOf(tx, caller, FindStores{}).value_or(Reach{});
    for (const Offer &offer : m_store.offersAmong(tx, products, m_catalog.priceRoleOf(tx, caller)))
        if (const Shop *shop = shops->find(offer.vendorId))
            out[offer.id] = cardOf(offer, *shop, distanceTo(*shop, reach), m_clock.now());
    return out;
}

QHash<Id<Vendor>, StoreCard> Service::cardsOf(Tx &tx, const Caller &caller, const QList<Id<Vendor>> &stores)
{
    QHash<Id<Vendor>, StoreCard> out;
    if (stores.isEmpty())
        return out;
    const auto shops = m_book.shops(tx);
    const Reach reach = reachOf(tx, caller, FindStores{}).value_or(Reach{});
    for (const ShopFront &front : m_store.fronts(tx, stores))
        if (const Shop *shop = shops->find(front.id))
            out[front.id] = cardOf(*shop, front, distanceTo(*shop, reach), m_clock.now());
    return out;
}

void Service::forgetAnswers()
{
    ++m_generation;
}

void Service::renewShop(Id<Vendor> id)
{
    m_db.read([&](Tx &tx) {
        m_book.renew(tx, id);
        return true;
    });
    forgetAnswers();
}

} // namespace discovery
