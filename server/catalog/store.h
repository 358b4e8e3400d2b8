#pragma once

// SQL of categories, products and stock movements.

#include "server/core/db.h"
#include "shared/contract/catalog.h"

namespace catalog {

// Every change of a stock, for ever (STK-08).
struct StockMovement
{
    Id<StockMovement> id;
    Id<Product> productId;
    Id<Vendor> vendorId;
    StockCause cause = StockCause::Manual;
    Quantity before;
    Quantity after;
    std::optional<Id<Account>> actorId;
    std::optional<QString> reason;
    Instant createdAt;

    FIELDS(StockMovement, FIELD(id), FIELD(productId), FIELD(vendorId), FIELD(cause), FIELD(before), FIELD(after),
           FIELD(actorId), FIELD(reason), FIELD(createdAt))
};

// What the table holds beside the contract's product.
struct ProductRow
{
    Product product;
    QString region;     // of the store, for partitioning
    QString searchText; // title, description and tags in the form that is searched
};

class Store
{
public:
    QList<Category> categories(Tx &tx);
    std::optional<Category> category(Tx &tx, Id<Category> id);
    Result<> insertCategory(Tx &tx, const Category &category, Instant now);
    Result<> updateCategory(Tx &tx, const Category &category, Instant now);
    // Whether ancestor stands on the way from id up to the root, id itself included.
    bool isBelow(Tx &tx, Id<Category> id, Id<Category> ancestor);
    std::optional<BasisPoints> commissionOf(Tx &tx, Id<Category> id);

    std::optional<Product> product(Tx &tx, Id<Product> id); // not when removed
    QList<Product> productsOf(Tx &tx, Id<Vendor> vendor, const ListOwnProducts &wish,
                              const std::optional<Id<Product>> &before, int limit);
    Result<> insertProduct(Tx &tx, const ProductRow &row);
    // Conflict when the product has another version meanwhile.
    Result<> updateProduct(Tx &tx, const ProductRow &row, qint64 seenVersion);
    Result<> removeProduct(Tx &tx, Id<Product> id, Instant now);

    // False when there is not enough, or the product is not on sale any more.
    bool takeStock(Tx &tx, Id<Product> id, Quantity quantity, Instant now);
    // False when the stock would become negative or more than the table can hold.
    bool moveStock(Tx &tx, Id<Product> id, Quantity delta, Instant now);
    void noteSold(Tx &tx, Id<Product> id);
    void insert(Tx &tx, const StockMovement &movement);
    QList<StockMovement> movementsOf(Tx &tx, Id<Product> id, int limit);
};

} // namespace catalog
