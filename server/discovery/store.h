#pragma once

// SQL of discovery. It owns no table; it reads what catalog and accounts own.

#include "server/core/db.h"
#include "shared/contract/discovery.h"

namespace discovery {

// A store that may sell, as it is kept in memory.
struct Shop
{
    Id<Vendor> id;
    QString storeName;
    std::optional<QString> city;
    std::optional<QString> state;
    std::optional<GeoPoint> location;
    std::optional<int> radiusKm;
    bool isOpen = true;
    std::optional<StoreHours> businessHours;

    FIELDS(Shop, FIELD(id), FIELD(storeName), FIELD(city), FIELD(state), FIELD(location), FIELD(radiusKm),
           FIELD(isOpen), FIELD(businessHours))
};

// The vendor's switch and the hours together (VEN-09).
inline bool isOpenAt(const Shop &shop, Instant time)
{
    return shop.isOpen && storehours::isOpenAt(shop.businessHours, time);
}

// What is read of a store only when its card is shown.
struct ShopFront
{
    Id<Vendor> id;
    std::optional<QString> description;
    std::optional<BusinessType> businessType;
    std::optional<StoreCategory> category;
    qint64 productsCount = 0;

    FIELDS(ShopFront, FIELD(id), FIELD(description), FIELD(businessType), FIELD(category), FIELD(productsCount))
};

// A product on offer with the price of the asking role.
struct Offer
{
    Id<Product> id;
    QString title;
    Id<Category> categoryId;
    Unit unit = Unit::Kg;
    Money price;
    Quantity stockQuantity;
    Quantity minimumOrderQuantity;
    Id<Vendor> vendorId;

    FIELDS(Offer, FIELD(id), FIELD(title), FIELD(categoryId), FIELD(unit), FIELD(price), FIELD(stockQuantity),
           FIELD(minimumOrderQuantity), FIELD(vendorId))
};

// Behind which row a list of offers goes on.
struct OfferPlace
{
    Id<Product> id;
    Money price; // when sorted by price
};

class Store
{
public:
    QList<Shop> shops(Tx &tx, int limit);
    std::optional<Shop> shop(Tx &tx, Id<Vendor> id); // nothing when it may not sell
    QList<ShopFront> fronts(Tx &tx, const QList<Id<Vendor>> &vendors);

    // Those of these products that are on offer, in no order; their stores may sell or not.
    QList<Offer> offersAmong(Tx &tx, const QList<Id<Product>> &products, Role priceRole);
    // Along the wish's order. vendors: only of these; empty: of all.
    QList<Offer> offers(Tx &tx, const FindProducts &wish, Role priceRole, const QList<Id<Vendor>> &vendors,
                        const std::optional<OfferPlace> &after, int limit);
};

} // namespace discovery
