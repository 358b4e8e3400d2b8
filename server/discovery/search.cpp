#include "server/discovery/search.h"

#include "server/core/cursor.h"

#include <algorithm>
#include <cstring>

namespace discovery {

namespace {

// So many stores are asked for by name; with more in reach it is cheaper to walk along the order and pass over others.
constexpr std::size_t fewShops = 32;
constexpr std::size_t singleShops = 4; // so few are asked one by one, each along its own index
constexpr int firstSlack = 12;         // rows that may be passed over in the first walk
constexpr int chunkMax = 1024;

// As the database compares ids.
bool isBefore(Id<Product> a, Id<Product> b)
{
    const auto first = sql::idBytes(a.uuid).bytes;
    const auto second = sql::idBytes(b.uuid).bytes;
    return std::memcmp(first.data(), second.data(), first.size()) < 0;
}

bool isBehind(const Near &near, const NearPlace &place)
{
    return near.distanceKm != place.distanceKm ? near.distanceKm > place.distanceKm : !(near.shop->id < place.vendor);
}

// Always the same number, so that one statement is prepared.
QList<Id<Vendor>> padded(QList<Id<Vendor>> vendors)
{
    while (!vendors.isEmpty() && vendors.size() < qsizetype(fewShops))
        vendors += vendors.constLast();
    return vendors;
}

// Tells of each store in reach from south to north, until it is told to stop.
template <class Tell>
void visitNear(const Shops &shops, const Reach &reach, Tell tell)
{
    const Box box = boxAround(*reach.origin, reach.radiusKm);
    for (auto shop = shops.from(box.south); shop != shops.all.end(); ++shop) {
        if (!shop->location || shop->location->latitude > box.north)
            return;
        if (!isWithinWidth(box, *reach.origin, *shop->location))
            continue;
        const auto distanceKm = distanceWithin(reach, {shop->location, shop->radiusKm});
        if (distanceKm && !tell(Near{&*shop, *distanceKm}))
            return;
    }
}

} // namespace

std::vector<Near> nearShops(const Shops &shops, const Reach &reach)
{
    std::vector<Near> out;
    if (reach.origin) {
        visitNear(shops, reach, [&](const Near &each) {
            out.push_back(each);
            return true;
        });
    } else {
        for (const Shop &shop : shops.all)
            out.push_back({&shop, 0});
    }
    std::sort(out.begin(), out.end(), [](const Near &a, const Near &b) {
        return a.distanceKm != b.distanceKm ? a.distanceKm < b.distanceKm : a.shop->id < b.shop->id;
    });
    return out;
}

FewNear fewNearShops(const Shops &shops, const Reach &reach)
{
    if (!reach.origin)
        return std::nullopt;
    std::vector<Near> out;
    visitNear(shops, reach, [&](const Near &each) {
        out.push_back(each);
        return out.size() <= fewShops;
    });
    return out.size() <= fewShops ? FewNear(std::move(out)) : std::nullopt;
}

std::size_t firstBehind(const std::vector<Near> &near, const NearPlace &place)
{
    const auto found = std::find_if(near.begin(), near.end(), [&](const Near &each) { return isBehind(each, place); });
    return std::size_t(found - near.begin());
}

ProductSort Search::sort() const
{
    const ProductSort asked = m_wish.sort.value_or(ProductSort::Newest);
    return asked == ProductSort::Distance && !m_reach.origin ? ProductSort::Newest : asked;
}

Result<QList<Offer>> Search::offers()
{
    return sort() == ProductSort::Distance ? byDistance() : alongOrder();
}

Result<QList<Offer>> Search::alongOrder()
{
    LET(key, cursor::key(m_wish.cursor, 3));
    std::optional<OfferPlace> after;
    if (!key.isEmpty()) {
        after = {Id<Product>::parse(key[1]), {key[2].toLongLong()}};
        if (after->id.isNull() || key[0] != names::text(sort()))
            return cursor::refused();
    }
    if (m_wish.vendor && !near(*m_wish.vendor))
        return QList<Offer>();
    return m_few && !m_wish.vendor ? ofFew(after) : walk(after);
}

QList<Offer> Search::ofFew(const std::optional<OfferPlace> &after)
{
    QList<Id<Vendor>> vendors;
    for (const Near &each : *m_few)
        vendors += each.shop->id;
    if (vendors.size() > qsizetype(singleShops))
        return m_store.offers(m_tx, m_wish, m_priceRole, padded(vendors), after, wanted());

    QList<Offer> found;
    for (const Id<Vendor> vendor : std::as_const(vendors))
        found += m_store.offers(m_tx, m_wish, m_priceRole, {vendor}, after, wanted());
    const ProductSort order = sort();
    std::sort(found.begin(), found.end(), [order](const Offer &a, const Offer &b) {
        if (order == ProductSort::PriceAsc && a.price != b.price)
            return a.price < b.price;
        if (order == ProductSort::PriceDesc && a.price != b.price)
            return a.price > b.price;
        return order == ProductSort::PriceAsc ? isBefore(a.id, b.id) : isBefore(b.id, a.id);
    });
    if (found.size() > wanted())
        found.resize(wanted());
    return found;
}

QList<Offer> Search::walk(std::optional<OfferPlace> after)
{
    QList<Offer> found;
    const QList<Id<Vendor>> vendors = m_wish.vendor ? QList{*m_wish.vendor} : QList<Id<Vendor>>();
    for (int chunk = wanted() + firstSlack;; chunk = std::min(chunk * 4, chunkMax)) {
        const QList<Offer> offers = m_store.offers(m_tx, m_wish, m_priceRole, vendors, after, chunk);
        for (const Offer &offer : offers) {
            if (near(offer.vendorId))
                found += offer;
            if (found.size() == wanted())
                return found;
        }
        if (offers.size() < chunk)
            return found;
        after = {offers.constLast().id, offers.constLast().price};
    }
}

Result<QList<Offer>> Search::byDistance()
{
    LET(key, cursor::key(m_wish.cursor, 4));
    std::vector<Near> near = nearShops(m_shops, m_reach);
    std::optional<OfferPlace> after;
    Id<Vendor> begun;
    std::size_t at = 0;
    if (!key.isEmpty()) {
        after = {Id<Product>::parse(key[1]), {}};
        begun = Id<Vendor>::parse(key[2]);
        if (after->id.isNull() || begun.isNull() || key[0] != names::text(ProductSort::Distance))
            return cursor::refused();
        at = firstBehind(near, {key[3].toDouble(), begun});
    }

    QList<Offer> found;
    for (; at < near.size() && found.size() < wanted(); ++at) {
        const Id<Vendor> vendor = near[at].shop->id;
        if (m_wish.vendor && m_wish.vendor != vendor)
            continue;
        const auto behind = vendor == begun ? after : std::nullopt;
        found += m_store.offers(m_tx, m_wish, m_priceRole, {vendor}, behind, wanted() - int(found.size()));
    }
    return found;
}

// The store when it may sell and is in reach.
std::optional<Near> Search::near(Id<Vendor> vendor)
{
    if (m_few) {
        const auto found =
            std::find_if(m_few->begin(), m_few->end(), [&](const Near &each) { return each.shop->id == vendor; });
        return found != m_few->end() ? std::optional(*found) : std::nullopt;
    }
    if (const auto known = m_known.constFind(vendor); known != m_known.cend())
        return *known;
    std::optional<Near> out;
    if (const Shop *shop = m_shops.find(vendor)) {
        if (!m_reach.origin)
            out = Near{shop, 0};
        else if (const auto distanceKm = distanceWithin(m_reach, {shop->location, shop->radiusKm}))
            out = Near{shop, *distanceKm};
    }
    return *m_known.insert(vendor, out);
}

ProductCard cardOf(const Offer &offer, const Shop &shop, const std::optional<double> &distanceKm, Instant now)
{
    return {.id = offer.id,
            .title = offer.title,
            .categoryId = offer.categoryId,
            .unit = offer.unit,
            .price = offer.price,
            .stockQuantity = offer.stockQuantity,
            .minimumOrderQuantity = offer.minimumOrderQuantity,
            .vendorId = offer.vendorId,
            .storeName = shop.storeName,
            .city = shop.city,
            .distanceKm = distanceKm,
            .isStoreOpen = isOpenAt(shop, now)};
}

Page<ProductCard> Search::page(const QList<Offer> &offers)
{
    Page<ProductCard> page{.limit = m_wish.limit};
    const qsizetype shownOffers = std::min(offers.size(), qsizetype(m_wish.limit));
    page.items.reserve(shownOffers);
    for (qsizetype at = 0; at < shownOffers; ++at) {
        const Offer &offer = offers[at];
        const std::optional<Near> store = near(offer.vendorId);
        Q_ASSERT(store); // offers are only of stores in reach
        page.items +=
            cardOf(offer, *store->shop, m_reach.origin ? std::optional(store->distanceKm) : std::nullopt, m_now);
    }
    if (offers.size() > m_wish.limit)
        page.nextCursor = cursor::text(keyOf(offers[m_wish.limit - 1]));
    return page;
}

QStringList Search::keyOf(const Offer &offer)
{
    const QString order = names::text(sort());
    if (sort() != ProductSort::Distance)
        return {order, offer.id.text(), QString::number(offer.price.minor)};
    const std::optional<Near> store = near(offer.vendorId);
    return {order, offer.id.text(), offer.vendorId.text(), QString::number(store ? store->distanceKm : 0, 'f', 2)};
}

} // namespace discovery
