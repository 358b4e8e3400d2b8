#include "server/discovery/search.h"

#include "server/core/cursor.h"

namespace discovery {

namespace {

// So many stores are asked for by name; with more in reach it is cheaper to walk along the order and pass over others.
constexpr qsizetype fewShops = 32;
constexpr int firstSlack = 12; // rows that may be passed over in the first walk
constexpr int chunkMax = 1024;

bool isBehind(const Near &near, const NearPlace &place)
{
    return near.distanceKm != place.distanceKm ? near.distanceKm > place.distanceKm : !(near.shop->id < place.vendor);
}

// Two lengths instead of thirty-two, so that few statements have to be prepared.
QList<Id<Vendor>> padded(QList<Id<Vendor>> vendors)
{
    const qsizetype length = vendors.size() <= 4 ? 4 : fewShops;
    while (!vendors.isEmpty() && vendors.size() < length)
        vendors += vendors.constLast();
    return vendors;
}

} // namespace

std::vector<Near> nearShops(const Shops &shops, const Reach &reach)
{
    std::vector<Near> out;
    for (const Shop &shop : shops.all) {
        if (!reach.origin)
            out.push_back({&shop, 0});
        else if (const auto distanceKm = distanceWithin(reach, {shop.location, shop.radiusKm}))
            out.push_back({&shop, *distanceKm});
    }
    std::sort(out.begin(), out.end(), [](const Near &a, const Near &b) {
        return a.distanceKm != b.distanceKm ? a.distanceKm < b.distanceKm : a.shop->id < b.shop->id;
    });
    return out;
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

Result<Page<ProductCard>> Search::page()
{
    LET(cards, sort() == ProductSort::Distance ? byDistance() : alongOrder());
    return cursor::page(std::move(cards), m_wish.limit, [&](const ProductCard &card) { return keyOf(card); });
}

Result<QList<ProductCard>> Search::alongOrder()
{
    LET(key, cursor::key(m_wish.cursor, 3));
    std::optional<OfferPlace> after;
    if (!key.isEmpty()) {
        after = {Id<Product>::parse(key[1]), {key[2].toLongLong()}};
        if (after->id.isNull() || key[0] != names::text(sort()))
            return cursor::refused();
    }

    QList<ProductCard> found;
    QList<Id<Vendor>> vendors;
    if (m_wish.vendor)
        vendors += *m_wish.vendor;
    bool knowsNear = m_wish.vendor.has_value();
    const int wanted = m_wish.limit + 1;
    for (int chunk = wanted + firstSlack;; chunk = std::min(chunk * 4, chunkMax)) {
        const QList<Offer> offers = m_store.offers(m_tx, m_wish, m_priceRole, vendors, after, chunk);
        for (const Offer &offer : offers) {
            if (const auto card = cardOf(offer))
                found += *card;
            if (found.size() == wanted)
                return found;
        }
        if (offers.size() < chunk)
            return found;
        after = {offers.constLast().id, offers.constLast().price};
        if (knowsNear)
            continue;
        knowsNear = true;
        const std::vector<Near> near = nearShops(m_shops, m_reach);
        if (near.empty())
            return found;
        if (near.size() <= std::size_t(fewShops)) {
            for (const Near &each : near)
                vendors += each.shop->id;
            vendors = padded(vendors);
        }
    }
}

Result<QList<ProductCard>> Search::byDistance()
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

    QList<ProductCard> found;
    const int wanted = m_wish.limit + 1;
    for (; at < near.size() && found.size() < wanted; ++at) {
        const Id<Vendor> vendor = near[at].shop->id;
        if (m_wish.vendor && m_wish.vendor != vendor)
            continue;
        const auto behind = vendor == begun ? after : std::nullopt;
        for (const Offer &offer :
             m_store.offers(m_tx, m_wish, m_priceRole, {vendor}, behind, wanted - int(found.size()))) {
            if (const auto card = cardOf(offer))
                found += *card;
        }
    }
    return found;
}

std::optional<ProductCard> Search::cardOf(const Offer &offer) const
{
    const Shop *shop = m_shops.find(offer.vendorId);
    if (!shop)
        return std::nullopt;
    const auto distanceKm = distanceWithin(m_reach, {shop->location, shop->radiusKm});
    if (m_reach.origin && !distanceKm)
        return std::nullopt;
    return ProductCard{.id = offer.id,
                       .title = offer.title,
                       .categoryId = offer.categoryId,
                       .unit = offer.unit,
                       .price = offer.price,
                       .stockQuantity = offer.stockQuantity,
                       .minimumOrderQuantity = offer.minimumOrderQuantity,
                       .vendorId = offer.vendorId,
                       .storeName = shop->storeName,
                       .city = shop->city,
                       .distanceKm = distanceKm ? std::optional(shown(*distanceKm)) : std::nullopt};
}

QStringList Search::keyOf(const ProductCard &card) const
{
    const QString order = names::text(sort());
    if (sort() != ProductSort::Distance)
        return {order, card.id.text(), QString::number(card.price.minor)};
    const Shop *shop = m_shops.find(card.vendorId);
    const auto distanceKm = distanceWithin(m_reach, {shop->location, shop->radiusKm});
    return {order, card.id.text(), card.vendorId.text(), QString::number(distanceKm.value_or(0), 'g', 17)};
}

} // namespace discovery
