#pragma once

// SQL of categories, products and stock movements.

#include "server/catalog/rates.h"
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

struct RateRow
{
    Id<CommissionRate> id;
    CommissionLevel level = CommissionLevel::Global;
    Subject subjectId;
    QString subjectName;
    BasisPoints rate;
    qint64 fromDay = 0;
    std::optional<qint64> untilDay;
    QString reason;
    QString createdBy;
    Id<Account> createdById;
    Instant createdAt;
    std::optional<QString> endedBy = {};

    FIELDS(RateRow, FIELD(id), FIELD(level), FIELD(subjectId), FIELD(subjectName), FIELD(rate), FIELD(fromDay),
           FIELD(untilDay), FIELD(reason), FIELD(createdBy), FIELD(createdById), FIELD(createdAt), FIELD(endedBy))
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
    // From the category up to the nearest one that has a standing rate.
    CategoryPath pathToRate(Tx &tx, Id<Category> id);
    std::optional<QString> categoryName(Tx &tx, Id<Category> id);
    QList<Id<Category>> lineage(Tx &tx, Id<Category> id); // itself and what is above it

    std::optional<Product> product(Tx &tx, Id<Product> id);                             // not when removed
    std::optional<Product> productBySku(Tx &tx, Id<Vendor> vendor, const QString &sku); // likewise
    InventorySummary inventoryOf(Tx &tx, Id<Vendor> vendor);
    qint64 countOnOffer(Tx &tx, Id<Vendor> vendor);
    // Of one store, or of all of them.
    QList<Product> productsOf(Tx &tx, const std::optional<Id<Vendor>> &vendor, const ListOwnProducts &wish,
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

    // Dated rates of everybody, of all categories and of these.
    RatesOfDay ratesOfDay(Tx &tx, const QList<Id<RateSubject>> &subjects, qint64 day);
    QList<RateRow> rates(Tx &tx, const ListCommissionRates &wish, const std::optional<Id<CommissionRate>> &before,
                         int limit);
    std::optional<RateRow> rate(Tx &tx, Id<CommissionRate> id);
    bool overlaps(Tx &tx, const RateRow &wanted);
    void insert(Tx &tx, const RateRow &row);
    // False when it ends earlier already.
    bool endRate(Tx &tx, Id<CommissionRate> id, qint64 untilDay, const QString &endedBy);

private:
    static QString searchTextOf(const Product &product);
};

} // namespace catalog
