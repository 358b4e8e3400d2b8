#pragma once

// SQL of categories, products and stock movements.

#include "server/core/db.h"
#include "shared/contract/catalog.h"
#include "shared/contract/inventory.h"

namespace catalog {

// Every change of a stock, for ever (STK-08).
struct StockMovement
{
    Id<StockMovement> id;
    Id<Product> productId;
    Id<Vendor> vendorId;
    StockCause cause = StockCause::Manual;
    Quantity quantityBefore;
    Quantity quantityAfter;
    std::optional<Id<Account>> actorId;
    std::optional<QString> reason;
    Instant createdAt;

    FIELDS(StockMovement, FIELD(id), FIELD(productId), FIELD(vendorId), FIELD(cause), FIELD(quantityBefore),
           FIELD(quantityAfter), FIELD(actorId), FIELD(reason), FIELD(createdAt))
};

// What is left of a product, whether it is still sold or not.
struct Stock
{
    Id<Product> id;
    Id<Vendor> vendorId;
    Quantity stockQuantity;
    Quantity minimumOrderQuantity;

    FIELDS(Stock, FIELD(id), FIELD(vendorId), FIELD(stockQuantity), FIELD(minimumOrderQuantity))
};

constexpr Quantity stockMax{1'000'000'000'000'000};

class Store
{
public:
    QList<Category> categories(Tx &tx);
    Result<> insertCategory(Tx &tx, const Category &category, Instant now);
    // False when it is no longer the version that the category says.
    bool updateCategory(Tx &tx, const Category &category, Instant now);
    bool isOnOffer(Tx &tx, Id<Category> id);
    // Of the category itself or the nearest one above that has a rate.
    std::optional<BasisPoints> commissionOf(Tx &tx, Id<Category> id);
    QList<Id<Category>> lineage(Tx &tx, Id<Category> id); // itself and what is above it

    std::optional<Product> product(Tx &tx, Id<Product> id); // not when removed
    InventorySummary inventoryOf(Tx &tx, Id<Vendor> vendor);
    qint64 countOnOffer(Tx &tx, Id<Vendor> vendor);
    QList<Product> productsOf(Tx &tx, Id<Vendor> vendor, const ListOwnProducts &wish,
                              const std::optional<Id<Product>> &before, int limit);
    Result<> insertProduct(Tx &tx, const Product &product, const QString &region);
    // Conflict when the product has another version meanwhile.
    Result<> updateProduct(Tx &tx, const Product &product, qint64 seenVersion);
    void setRegion(Tx &tx, Id<Vendor> vendor, const QString &region);
    Result<> checkSku(Tx &tx, const Product &product);
    bool removeProduct(Tx &tx, Id<Product> id, Instant now);

    // False when there is not enough, less than the minimum is asked for, or the product is not on sale.
    bool takeStock(Tx &tx, Id<Product> id, Quantity quantity, Instant now);
    // False when the stock would become negative, or would grow too large.
    bool moveStock(Tx &tx, Id<Product> id, Quantity delta, Instant now);
    // Without a limit: what an order took comes back whatever the vendor has put there meanwhile.
    bool returnStock(Tx &tx, Id<Product> id, Quantity quantity, Instant now);
    std::optional<Stock> stock(Tx &tx, Id<Product> id);
    void noteSold(Tx &tx, Id<Product> id);
    void insert(Tx &tx, const StockMovement &movement);

private:
    static QString searchTextOf(const Product &product);
};

} // namespace catalog
