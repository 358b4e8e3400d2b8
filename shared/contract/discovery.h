#pragma once

// What a buyer finds near an address. The origin is the caller's active address, else the
// default one, else the given coordinates or pincode; without any origin lists are not limited by distance and
// distanceKm is null (SRCH-16).

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/catalog.h"

NAMED_ENUM(ProductSort, Newest, Distance, PriceAsc, PriceDesc)

struct FindProducts
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> q;
    std::optional<Id<Category>> category; // with everything below it
    std::optional<Id<Vendor>> vendor;
    std::optional<Unit> unit;
    std::optional<Money> priceMin;
    std::optional<Money> priceMax;
    std::optional<bool> inStock;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<QString> pincode;
    std::optional<int> radiusKm;
    std::optional<ProductSort> sort;

    FIELDS(FindProducts, PAGE_FIELDS, FIELD(q, .lengthMax = 100), FIELD(category), FIELD(vendor), FIELD(unit),
           FIELD(priceMin, .min = 0), FIELD(priceMax, .min = 0), FIELD(inStock), FIELD(latitude, .min = -90, .max = 90),
           FIELD(longitude, .min = -180, .max = 180),
           FIELD(pincode, .lengthMin = 6, .lengthMax = 6, .pattern = "[1-9][0-9]{5}"),
           FIELD(radiusKm, .min = 1, .max = 1000), FIELD(sort))
};

struct ProductCard
{
    Id<Product> id;
    QString title;
    Id<Category> categoryId;
    Unit unit = Unit::Kg;
    Money price; // of the caller's role
    Quantity stockQuantity;
    Quantity minimumOrderQuantity;
    Id<Vendor> vendorId;
    QString storeName;
    std::optional<QString> city;
    std::optional<double> distanceKm;
    bool isStoreOpen = true; // now

    FIELDS(ProductCard, FIELD(id), FIELD(title), FIELD(categoryId), FIELD(unit), FIELD(price), FIELD(stockQuantity),
           FIELD(minimumOrderQuantity), FIELD(vendorId), FIELD(storeName), FIELD(city), FIELD(distanceKm),
           FIELD(isStoreOpen))
};

struct FindStores
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<QString> pincode;
    std::optional<int> radiusKm;

    FIELDS(FindStores, PAGE_FIELDS, FIELD(latitude, .min = -90, .max = 90), FIELD(longitude, .min = -180, .max = 180),
           FIELD(pincode, .lengthMin = 6, .lengthMax = 6, .pattern = "[1-9][0-9]{5}"),
           FIELD(radiusKm, .min = 1, .max = 1000))
};

struct StoreCard
{
    Id<Vendor> id;
    QString storeName;
    std::optional<QString> description;
    std::optional<QString> city;
    std::optional<QString> state;
    bool isOpen = true; // now: the vendor's switch and the hours together
    std::optional<StoreHours> businessHours;
    std::optional<BusinessType> businessType;
    std::optional<StoreCategory> category;
    qint64 productsCount = 0;
    std::optional<double> distanceKm;

    FIELDS(StoreCard, FIELD(id), FIELD(storeName), FIELD(description), FIELD(city), FIELD(state), FIELD(isOpen),
           FIELD(businessHours), FIELD(businessType), FIELD(category), FIELD(productsCount), FIELD(distanceKm))
};

// How often others than its store and admins looked at a product within one hour of India's clocks (base/indiatime.h).
struct ProductViews
{
    Id<Product> productId;
    Instant hour; // its beginning
    qint64 count = 0;

    FIELDS(ProductViews, FIELD(productId), FIELD(hour), FIELD(count, .min = 1))
};

// The same of a store's own page.
struct StoreViews
{
    Id<Vendor> vendorId;
    Instant hour;
    qint64 count = 0;

    FIELDS(StoreViews, FIELD(vendorId), FIELD(hour), FIELD(count, .min = 1))
};

// Searches near a place that found nothing. The place is a fine cell (base/geocell.h); somebody who asks again in the
// same place on the same day is counted once, as far as that can be told.
struct MissedSearches
{
    int cell = 0;
    Instant hour;
    qint64 count = 0;

    FIELDS(MissedSearches, FIELD(cell, .min = 0), FIELD(hour), FIELD(count, .min = 1))
};

constexpr int footfallEntriesMax = 500;

// What was counted in memory since the last one, told every few seconds. A server that is killed loses those seconds.
struct Footfall
{
    static constexpr auto topic = "discovery.footfall";

    QList<ProductViews> views;
    QList<MissedSearches> missed;
    QList<StoreViews> stores;

    FIELDS(Footfall, FIELD(views, .countMax = footfallEntriesMax), FIELD(missed, .countMax = footfallEntriesMax),
           FIELD(stores, .countMax = footfallEntriesMax, .standard = true))
};

namespace api {

inline constexpr Endpoint<FindProducts, Page<ProductCard>> findProducts{
    .method = Method::Get,
    .path = "/api/v1/products",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Browse,
    .summary = "Products on sale near the origin",
    .aliases = "/api/v1/products/search /api/v1/inventory/products"};

inline constexpr Endpoint<FindStores, Page<StoreCard>> findStores{
    .method = Method::Get,
    .path = "/api/v1/stores/nearby",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Browse,
    .summary = "Stores near the origin, nearest first",
    .aliases = "/api/v1/stores /api/v1/public/stores /api/v1/public/stores/nearby"};

inline constexpr Endpoint<Nothing, StoreCard, Id<Vendor>> readStore{.method = Method::Get,
                                                                    .path = "/api/v1/stores/{id}",
                                                                    .access = Access::Public,
                                                                    .owner = Owner::Everybodys,
                                                                    .rate = Rate::Browse,
                                                                    .summary = "The public profile of a store"};

inline constexpr auto discovery = std::tuple{findProducts, findStores, readStore};

} // namespace api
