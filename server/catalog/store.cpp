#include "server/catalog/store.h"

#include "server/catalog/rules.h"
#include "shared/base/searchtext.h"

namespace catalog {

namespace {

struct Ancestor
{
    Id<Category> id;

    FIELDS(Ancestor, FIELD(id))
};

auto takenName()
{
    return failure(ErrorCode::AlreadyExists, QStringLiteral("There is a category of this name here already."));
}

auto takenSku()
{
    return failure(ErrorCode::AlreadyExists, QStringLiteral("Another product of the store has this SKU."),
                   {{QStringLiteral("sku"), QStringLiteral("is taken")}});
}

} // namespace

QList<Category> Store::categories(Tx &tx)
{
    return tx.all<Category>("FROM categories ORDER BY sort_order, name_key");
}

Result<> Store::insertCategory(Tx &tx, const Category &category, Instant now)
{
    if (tx.run("INSERT INTO categories (id, parent_id, name, name_key, slug, icon, sort_order, is_active,"
               " commission_rate, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
               " ON CONFLICT DO NOTHING",
               category.id, category.parentId, category.name, nameKey(category.name), category.slug, category.icon,
               category.sortOrder, category.isActive, category.commissionRate, now, now) != 1)
        return takenName();
    return {};
}

bool Store::updateCategory(Tx &tx, const Category &category, Instant now)
{
    return tx.run("UPDATE categories SET parent_id = ?, name = ?, name_key = ?, slug = ?, icon = ?, sort_order = ?,"
                  " is_active = ?, commission_rate = ?, updated_at = ?, version = version + 1"
                  " WHERE id = ? AND version = ?",
                  category.parentId, category.name, nameKey(category.name), category.slug, category.icon,
                  category.sortOrder, category.isActive, category.commissionRate, now, category.id,
                  category.version) == 1;
}

bool Store::isOnOffer(Tx &tx, Id<Category> id)
{
    return tx.number("count(*) FROM categories WHERE id = ? AND is_active = 1", id) == 1;
}

QList<Id<Category>> Store::lineage(Tx &tx, Id<Category> id)
{
    const auto found = tx.all<Ancestor>("FROM (WITH RECURSIVE up (id, parent_id, depth) AS ("
                                        " SELECT id, parent_id, 0 FROM categories WHERE id = ?"
                                        " UNION ALL SELECT c.id, c.parent_id, up.depth + 1"
                                        " FROM up JOIN categories c ON c.id = up.parent_id WHERE up.depth + 1 < ?)"
                                        " SELECT id FROM up ORDER BY depth) AS lineage",
                                        id, categoryDepthMax);
    QList<Id<Category>> out;
    for (const Ancestor &each : found)
        out += each.id;
    return out;
}

std::optional<Product> Store::product(Tx &tx, Id<Product> id)
{
    return tx.one<Product>("FROM products WHERE id = ? AND deleted_at IS NULL", id);
}

qint64 Store::countOnOffer(Tx &tx, Id<Vendor> vendor)
{
    return tx.number("count(*) FROM products WHERE vendor_id = ? AND is_active = 1 AND deleted_at IS NULL", vendor);
}

// One product counts for nine billion rupees at most, so that whatever a store says adds up.
std::optional<Product> Store::productBySku(Tx &tx, Id<Vendor> vendor, const QString &sku)
{
    return tx.one<Product>("FROM products WHERE vendor_id = ? AND sku = ? AND deleted_at IS NULL", vendor, sku);
}

InventorySummary Store::inventoryOf(Tx &tx, Id<Vendor> vendor)
{
    return *tx.one<InventorySummary>(
        "FROM (SELECT COUNT(*) AS products, CAST(COALESCE(SUM(is_active), 0) AS BIGINT) AS on_offer,"
        " CAST(COALESCE(SUM(CASE WHEN stock_quantity = 0 THEN 1 ELSE 0 END), 0) AS BIGINT) AS out_of_stock,"
        " CAST(COALESCE(SUM(CASE WHEN stock_quantity <= min_stock_level THEN 1 ELSE 0 END), 0) AS BIGINT) AS low_stock,"
        " CAST(COALESCE(SUM(CASE WHEN stock_quantity / 1000 >= 900000000000 / price THEN 900000000000"
        " ELSE price * (stock_quantity / 1000) + price * (stock_quantity % 1000) / 1000 END), 0) AS BIGINT) AS value"
        " FROM products WHERE vendor_id = ? AND deleted_at IS NULL) AS shelf",
        vendor);
}

QList<Product> Store::productsOf(Tx &tx, const std::optional<Id<Vendor>> &vendor, const ListOwnProducts &wish,
                                 const std::optional<Id<Product>> &before, int limit)
{
    std::string from = "FROM products WHERE deleted_at IS NULL";
    sql::Values values;
    const auto narrow = [&](std::string_view condition, const auto &value) {
        from += condition;
        values.push_back(sql::value(value));
    };
    if (vendor)
        narrow(" AND vendor_id = ?", *vendor);
    if (before)
        narrow(" AND id < ?", *before);
    if (wish.category)
        narrow(" AND category_id = ?", *wish.category);
    if (wish.isActive)
        narrow(" AND is_active = ?", *wish.isActive);
    if (wish.lowStock)
        from += *wish.lowStock ? " AND stock_quantity <= min_stock_level" : " AND stock_quantity > min_stock_level";
    for (const QString &pattern : searchtext::patterns(wish.q.value_or(QString())))
        narrow(" AND search_text LIKE ?", pattern);
    narrow(" ORDER BY id DESC LIMIT ?", limit);
    return tx.all<Product>(from, values);
}

Result<> Store::insertProduct(Tx &tx, const Product &product, const QString &region)
{
    if (tx.run("INSERT INTO products (id, vendor_id, region, category_id, title, description, unit, price,"
               " distributor_price, stock_quantity, minimum_order_quantity, min_stock_level, sku, hsn_code, gst_rate,"
               " tags, specifications, search_text, is_active, orders_count, version, created_at, updated_at)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
               product.id, product.vendorId, region, product.categoryId, product.title, product.description,
               product.unit, product.price, product.distributorPrice, product.stockQuantity,
               product.minimumOrderQuantity, product.minStockLevel, product.sku, product.hsnCode, product.gstRate,
               product.tags, product.specifications, searchTextOf(product), product.isActive, product.ordersCount,
               product.version, product.createdAt, product.updatedAt) != 1)
        return takenSku();
    return {};
}

Result<> Store::updateProduct(Tx &tx, const Product &product, qint64 seenVersion)
{
    // The version in WHERE: of two people who edit at once the second one is told.
    if (tx.run("UPDATE products SET category_id = ?, title = ?, description = ?, unit = ?, price = ?,"
               " distributor_price = ?, minimum_order_quantity = ?, min_stock_level = ?, sku = ?, hsn_code = ?,"
               " gst_rate = ?, tags = ?, specifications = ?, search_text = ?, is_active = ?, version = version + 1,"
               " updated_at = ? WHERE id = ? AND version = ? AND deleted_at IS NULL",
               product.categoryId, product.title, product.description, product.unit, product.price,
               product.distributorPrice, product.minimumOrderQuantity, product.minStockLevel, product.sku,
               product.hsnCode, product.gstRate, product.tags, product.specifications, searchTextOf(product),
               product.isActive, product.updatedAt, product.id, seenVersion) != 1)
        return failure(ErrorCode::Conflict, QStringLiteral("The product has changed meanwhile."));
    return {};
}

void Store::setRegion(Tx &tx, Id<Vendor> vendor, const QString &region)
{
    tx.run("UPDATE products SET region = ?2 WHERE vendor_id = ?1 AND region <> ?2", vendor, region);
}

Result<> Store::checkSku(Tx &tx, const Product &product)
{
    if (tx.number("count(*) FROM products WHERE vendor_id = ? AND sku = ? AND id <> ? AND deleted_at IS NULL",
                  product.vendorId, product.sku, product.id) > 0)
        return takenSku();
    return {};
}

bool Store::removeProduct(Tx &tx, Id<Product> id, Instant now)
{
    return tx.run("UPDATE products SET deleted_at = ?2, updated_at = ?2, is_active = 0, version = version + 1"
                  " WHERE id = ?1 AND deleted_at IS NULL",
                  id, now) == 1;
}

bool Store::takeStock(Tx &tx, Id<Product> id, Quantity quantity, Instant now)
{
    return tx.run("UPDATE products SET stock_quantity = stock_quantity - ?2, updated_at = ?3 WHERE id = ?1"
                  " AND stock_quantity >= ?2 AND minimum_order_quantity <= ?2 AND is_active = 1"
                  " AND deleted_at IS NULL",
                  id, quantity, now) == 1;
}

bool Store::moveStock(Tx &tx, Id<Product> id, Quantity delta, Instant now)
{
    // What orders brought back may stand above the limit; from there a stock can still be taken down.
    return tx.run("UPDATE products SET stock_quantity = stock_quantity + ?2, updated_at = ?3 WHERE id = ?1"
                  " AND stock_quantity + ?2 >= 0 AND (?2 < 0 OR stock_quantity + ?2 <= ?4)",
                  id, delta, now, stockMax) == 1;
}

bool Store::returnStock(Tx &tx, Id<Product> id, Quantity quantity, Instant now)
{
    return tx.run("UPDATE products SET stock_quantity = stock_quantity + ?2, updated_at = ?3 WHERE id = ?1", id,
                  quantity, now) == 1;
}

std::optional<Stock> Store::stock(Tx &tx, Id<Product> id)
{
    return tx.one<Stock>("FROM products WHERE id = ?", id);
}

void Store::noteSold(Tx &tx, Id<Product> id)
{
    tx.run("UPDATE products SET orders_count = orders_count + 1 WHERE id = ?", id);
}

void Store::insert(Tx &tx, const StockMovement &movement)
{
    tx.insert("stock_movements", movement);
}

QString Store::searchTextOf(const Product &product)
{
    return searchtext::normalised(
        QStringList{product.title, product.description, QStringList(product.tags).join(u' ')}.join(u' '));
}

} // namespace catalog
