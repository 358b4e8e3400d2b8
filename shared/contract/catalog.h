#pragma once

// What is for sale: the tree of categories and the vendors' products with their stock.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/accounts.h"

NAMED_ENUM(Unit, Kg, Ton, Piece, Litre, Metre)
NAMED_ENUM(StockCause, Manual, Import, Sale, Cancel, Settlement)

struct Category
{
    Id<Category> id;
    std::optional<Id<Category>> parentId;
    QString name;
    QString slug;
    std::optional<QString> icon;
    int sortOrder = 0;
    bool isActive = true;
    std::optional<BasisPoints> commissionRate;
    qint64 version = 1;

    FIELDS(Category, FIELD(id), FIELD(parentId), FIELD(name), FIELD(slug), FIELD(icon), FIELD(sortOrder),
           FIELD(isActive), FIELD(commissionRate), FIELD(version))
};

struct PutCategory
{
    std::optional<Id<Category>> parentId;
    QString name;
    std::optional<QString> icon;
    int sortOrder = 0;
    bool isActive = true;
    std::optional<BasisPoints> commissionRate;
    std::optional<qint64> version; // that was seen, when it is changed

    FIELDS(PutCategory, FIELD(parentId), FIELD(name, .lengthMin = 1, .lengthMax = 255), FIELD(icon, .lengthMax = 50),
           FIELD(sortOrder, .min = 0, .max = 10'000, .standard = true), FIELD(isActive, .standard = true),
           FIELD(commissionRate, .min = 0, .max = 10'000), FIELD(version, .min = 1))
};

struct Specification
{
    QString name;
    QString value;

    FIELDS(Specification, FIELD(name, .lengthMin = 1, .lengthMax = 100), FIELD(value, .lengthMax = 500))
};

struct Product
{
    Id<Product> id;
    Id<Vendor> vendorId;
    Id<Category> categoryId;
    QString title;
    QString description;
    Unit unit = Unit::Kg;
    Money price;                           // per unit, for consumers
    std::optional<Money> distributorPrice; // per unit; only shown to distributors, the store and admins
    Quantity stockQuantity;
    Quantity minimumOrderQuantity;
    Quantity minStockLevel;
    QString sku;
    std::optional<QString> hsnCode;
    BasisPoints gstRate;
    QList<QString> tags;
    QList<Specification> specifications;
    bool isActive = true;
    qint64 ordersCount = 0;
    qint64 version = 1; // for If-Match style edits: PutProduct names the version it saw
    Instant createdAt;
    Instant updatedAt;

    FIELDS(Product, FIELD(id), FIELD(vendorId), FIELD(categoryId),
           FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Product")), FIELD(description),
           FIELD(unit, .label = QT_TRANSLATE_NOOP("fields", "Unit")),
           FIELD(price, .label = QT_TRANSLATE_NOOP("fields", "Price")),
           FIELD(distributorPrice, .label = QT_TRANSLATE_NOOP("fields", "Distributor price")),
           FIELD(stockQuantity, .label = QT_TRANSLATE_NOOP("fields", "Stock")),
           FIELD(minimumOrderQuantity, .label = QT_TRANSLATE_NOOP("fields", "Min. order")), FIELD(minStockLevel),
           FIELD(sku, .label = QT_TRANSLATE_NOOP("fields", "SKU")),
           FIELD(hsnCode, .label = QT_TRANSLATE_NOOP("fields", "HSN")),
           FIELD(gstRate, .label = QT_TRANSLATE_NOOP("fields", "GST")), FIELD(tags), FIELD(specifications),
           FIELD(isActive, .label = QT_TRANSLATE_NOOP("fields", "Active")),
           FIELD(ordersCount, .label = QT_TRANSLATE_NOOP("fields", "Sold")), FIELD(version), FIELD(createdAt),
           FIELD(updatedAt, .label = QT_TRANSLATE_NOOP("fields", "Changed")))
};

struct PutProduct
{
    Id<Category> categoryId;
    QString title;
    QString description;
    Unit unit = Unit::Kg;
    Money price;
    std::optional<Money> distributorPrice;
    std::optional<Quantity> stockQuantity; // only when the product is new; afterwards stock moves by changeStock
    Quantity minimumOrderQuantity{1000};
    Quantity minStockLevel;
    std::optional<QString> sku; // made up when absent or empty (CAT-04)
    std::optional<QString> hsnCode;
    BasisPoints gstRate;
    QList<QString> tags;
    QList<Specification> specifications;
    bool isActive = true;
    std::optional<qint64> version; // required when changing: the version that was seen

    FIELDS(PutProduct, FIELD(categoryId, .label = QT_TRANSLATE_NOOP("fields", "Category")),
           FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Title"), .lengthMin = 1, .lengthMax = 200),
           FIELD(description, .label = QT_TRANSLATE_NOOP("fields", "Description"), .lengthMin = 1, .lengthMax = 4000),
           FIELD(unit, .label = QT_TRANSLATE_NOOP("fields", "Unit")),
           FIELD(price, .label = QT_TRANSLATE_NOOP("fields", "Price per unit"), .min = 1, .max = 10'000'000'000),
           FIELD(distributorPrice, .label = QT_TRANSLATE_NOOP("fields", "Distributor price"), .min = 1,
                 .max = 10'000'000'000),
           FIELD(stockQuantity, .label = QT_TRANSLATE_NOOP("fields", "Stock"), .min = 0, .max = 1'000'000'000'000),
           FIELD(minimumOrderQuantity, .label = QT_TRANSLATE_NOOP("fields", "Minimum order"), .min = 1,
                 .max = 1'000'000'000, .standard = true),
           FIELD(minStockLevel, .label = QT_TRANSLATE_NOOP("fields", "Low-stock level"), .min = 0,
                 .max = 1'000'000'000'000, .standard = true),
           FIELD(sku, .label = QT_TRANSLATE_NOOP("fields", "SKU"), .lengthMax = 100, .pattern = "[A-Za-z0-9._-]*"),
           FIELD(hsnCode, .label = QT_TRANSLATE_NOOP("fields", "HSN code"), .lengthMin = 4, .lengthMax = 8,
                 .pattern = "[0-9]+"),
           FIELD(gstRate, .label = QT_TRANSLATE_NOOP("fields", "GST rate"), .min = 0, .max = 10'000, .standard = true),
           FIELD(tags, .lengthMin = 1, .lengthMax = 40, .countMax = 20, .standard = true),
           FIELD(specifications, .countMax = 40, .standard = true),
           FIELD(isActive, .label = QT_TRANSLATE_NOOP("fields", "Active"), .standard = true), FIELD(version))
};

struct ListOwnProducts
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> q;
    std::optional<Id<Category>> category;
    std::optional<bool> isActive;
    std::optional<bool> lowStock;

    FIELDS(ListOwnProducts, PAGE_FIELDS, FIELD(q, .lengthMax = 100), FIELD(category), FIELD(isActive), FIELD(lowStock))
};

// A signed change, so that two people who count at once lose nothing (STK-15).
struct ChangeStock
{
    Quantity delta;
    std::optional<QString> reason;

    FIELDS(ChangeStock,
           FIELD(delta, .label = QT_TRANSLATE_NOOP("fields", "Change"), .min = -1'000'000'000'000,
                 .max = 1'000'000'000'000),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMax = 255))
};

struct StockLine
{
    Id<Product> productId;
    Quantity delta;

    FIELDS(StockLine, FIELD(productId), FIELD(delta, .min = -1'000'000'000'000, .max = 1'000'000'000'000))
};

constexpr int stockLinesMax = 100;

// All of these or none (STK-07).
struct ChangeStocks
{
    QList<StockLine> lines;
    std::optional<QString> reason;

    FIELDS(ChangeStocks, FIELD(lines, .countMin = 1, .countMax = stockLinesMax), FIELD(reason, .lengthMax = 255))
};

struct ProductChanged
{
    static constexpr auto topic = "catalog.product_changed";

    Id<Product> productId;
    Id<Vendor> vendorId;

    FIELDS(ProductChanged, FIELD(productId), FIELD(vendorId))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<Category>> listCategories{
    .method = Method::Get,
    .path = "/api/v1/categories",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Browse,
    .summary = "The tree of categories as a list, parents first",
    .aliases = "/api/v1/public/categories",
    .most = 5000};

inline constexpr Endpoint<PutCategory, Category> addCategory{.method = Method::Post,
                                                             .path = "/api/v1/admin/categories",
                                                             .access = Access::Admin,
                                                             .owner = Owner::Nobodys,
                                                             .rate = Rate::Account,
                                                             .summary = "Add a category",
                                                             .permission = Permission::ManageCatalog,
                                                             .repeat = Repeat::Keyed,
                                                             .status = 201};

inline constexpr Endpoint<PutCategory, Category, Id<Category>> updateCategory{.method = Method::Put,
                                                                              .path = "/api/v1/admin/categories/{id}",
                                                                              .access = Access::Admin,
                                                                              .owner = Owner::Anyones,
                                                                              .rate = Rate::Account,
                                                                              .summary = "Change a category",
                                                                              .permission = Permission::ManageCatalog};

inline constexpr Endpoint<ListOwnProducts, Page<Product>> listOwnProducts{
    .method = Method::Get,
    .path = "/api/v1/vendor/products",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The products of the own store, newest first"};

inline constexpr Endpoint<PutProduct, Product> addProduct{.method = Method::Post,
                                                          .path = "/api/v1/products",
                                                          .access = Access::Vendor,
                                                          .owner = Owner::Nobodys,
                                                          .rate = Rate::Account,
                                                          .summary = "Offer a product; the store must be approved",
                                                          .repeat = Repeat::Keyed,
                                                          .status = 201,
                                                          .aliases =
                                                              "/api/v1/owner/products /api/v1/inventory/products"};

inline constexpr Endpoint<Nothing, Product, Id<Product>> readProduct{
    .method = Method::Get,
    .path = "/api/v1/products/{id}",
    .access = Access::Public,
    .owner = Owner::Everybodys,
    .rate = Rate::Browse,
    .summary = "One product with the price of the caller's role",
    .aliases = "/api/v1/inventory/products/{id}"};

inline constexpr Endpoint<PutProduct, Product, Id<Product>> updateProduct{
    .method = Method::Put,
    .path = "/api/v1/products/{id}",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Account,
    .summary = "Change an own product; 409 when it changed since version",
    .aliases = "/api/v1/owner/products/{id} /api/v1/inventory/products/{id}"};

inline constexpr Endpoint<Nothing, Nothing, Id<Product>> removeProduct{
    .method = Method::Delete,
    .path = "/api/v1/products/{id}",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Account,
    .summary = "Take an own product out of the catalogue; old orders keep it",
    .aliases = "/api/v1/owner/products/{id} /api/v1/inventory/products/{id}"};

inline constexpr Endpoint<ChangeStock, Product, Id<Product>> changeStock{
    .method = Method::Put,
    .path = "/api/v1/products/{id}/stock",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Account,
    .summary = "Add to or take from the stock of an own product",
    .repeat = Repeat::Keyed,
    .aliases = "/api/v1/owner/products/{id}/stock"};

inline constexpr Endpoint<ChangeStocks, QList<Product>> changeStocks{
    .method = Method::Post,
    .path = "/api/v1/stock/bulk-update",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Add to or take from the stock of several own products, all or none",
    .repeat = Repeat::Keyed,
    .aliases = "/api/v1/inventory/stock/bulk-update",
    .most = stockLinesMax};

inline constexpr auto catalog =
    std::tuple{listCategories, addCategory,   updateCategory, listOwnProducts, addProduct,
               readProduct,    updateProduct, removeProduct,  changeStock,     changeStocks};

} // namespace api
