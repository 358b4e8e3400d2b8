#pragma once

// What older clients ask of the stock beside the catalogue (API-15): the same acts of the same services under the names
// that those clients know.

#include "shared/contract/catalog.h"
#include "shared/contract/discovery.h"

// The shelf of one product, as its store counts it (STK-11).
struct StockLevel
{
    Id<Product> productId;
    Unit unit = Unit::Kg;
    Quantity stockQuantity;
    Quantity minimumOrderQuantity;
    Quantity minStockLevel;
    bool isLow = false;

    FIELDS(StockLevel, FIELD(productId), FIELD(unit), FIELD(stockQuantity), FIELD(minimumOrderQuantity),
           FIELD(minStockLevel), FIELD(isLow))
};

struct StockWish
{
    Id<Product> productId;
    Quantity quantity;

    FIELDS(StockWish, FIELD(productId), FIELD(quantity, .min = 1, .max = 1'000'000'000'000))
};

struct CheckStock
{
    QList<StockWish> lines;

    FIELDS(CheckStock, FIELD(lines, .countMin = 1, .countMax = stockLinesMax))
};

// What is not on sale, or by nobody who may sell, is not available (STK-16).
struct StockAnswer
{
    Id<Product> productId;
    Quantity quantity; // that was asked for
    Quantity available;
    Quantity missing;

    FIELDS(StockAnswer, FIELD(productId), FIELD(quantity), FIELD(available), FIELD(missing))
};

// The shelf of the own store: products that are not removed. The value is at the consumers' prices (STK-10).
struct InventorySummary
{
    qint64 products = 0;
    qint64 onOffer = 0;
    qint64 outOfStock = 0;
    qint64 lowStock = 0; // those that are out of stock among them
    Money value;

    FIELDS(InventorySummary, FIELD(products), FIELD(onOffer), FIELD(outOfStock), FIELD(lowStock), FIELD(value))
};

namespace api {

inline constexpr Endpoint<FindProducts, Page<ProductCard>> searchProducts{
    .method = Method::Post,
    .path = "/api/v1/inventory/search",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Browse,
    .summary = "Products on sale near the origin, asked for in the body instead of the query"};

inline constexpr Endpoint<FindProducts, Page<ProductCard>, Id<Vendor>> findStoreProducts{
    .method = Method::Get,
    .path = "/api/v1/stores/{id}/products",
    .access = Access::Public,
    .owner = Owner::Everybodys,
    .rate = Rate::Browse,
    .summary = "What one store has on sale",
    .aliases = "/api/v1/public/stores/{id}/products"};

inline constexpr Endpoint<ChangeStocks, QList<Product>> updateStocks{
    .method = Method::Post,
    .path = "/api/v1/inventory/stock/update",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The same as stock/bulk-update: one product or several, all or none",
    .repeat = Repeat::Keyed,
    .most = stockLinesMax};

inline constexpr Endpoint<Nothing, StockLevel, Id<Product>> readStock{.method = Method::Get,
                                                                      .path = "/api/v1/products/{id}/stock",
                                                                      .access = Access::Vendor,
                                                                      .owner = Owner::Stores,
                                                                      .rate = Rate::Account,
                                                                      .summary = "The stock of an own product",
                                                                      .aliases = "/api/v1/inventory/stock/{id}"};

inline constexpr Endpoint<ListOwnProducts, Page<Product>> listLowStock{
    .method = Method::Get,
    .path = "/api/v1/inventory/low-stock",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The own products whose stock is at or below their low-stock level"};

inline constexpr Endpoint<CheckStock, QList<StockAnswer>> checkStock{
    .method = Method::Post,
    .path = "/api/v1/stock/check",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Browse,
    .summary = "How much of several products can be had, and how much is missing",
    .most = stockLinesMax};

inline constexpr Endpoint<Nothing, InventorySummary> summarizeInventory{.method = Method::Get,
                                                                        .path = "/api/v1/inventory/summary",
                                                                        .access = Access::Vendor,
                                                                        .owner = Owner::Nobodys,
                                                                        .rate = Rate::Account,
                                                                        .summary = "The own shelf in figures",
                                                                        .aliases = "/api/v1/owner/inventory"};

inline constexpr auto inventory = std::tuple{searchProducts, findStoreProducts, updateStocks,      readStock,
                                             listLowStock,   checkStock,        summarizeInventory};

} // namespace api
