// What Service gives out of products beside a store's list: the list as a file, one product by its label, all stores'
// products for admins.

#include "server/catalog/service.h"
#include "server/core/csvtext.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "shared/base/indiatime.h"

#include <QHash>

namespace catalog {

namespace {

constexpr int rowsPerPiece = 500; // of a file, each piece in a snapshot of its own

QByteArray heading()
{
    return csvtext::line({QStringLiteral("Product"), QStringLiteral("SKU"), QStringLiteral("Category"),
                          QStringLiteral("Unit"), QStringLiteral("Price"), QStringLiteral("Distributor price"),
                          QStringLiteral("Stock"), QStringLiteral("Minimum order"), QStringLiteral("Low stock at"),
                          QStringLiteral("HSN"), QStringLiteral("GST %"), QStringLiteral("On offer"),
                          QStringLiteral("Sold"), QStringLiteral("Listed"), QStringLiteral("Changed")});
}

QByteArray lineOf(const Product &product, const QString &category)
{
    return csvtext::line(
        {product.title, product.sku, category, QString(names::text(product.unit)), product.price.text(),
         product.distributorPrice ? product.distributorPrice->text() : QString(), product.stockQuantity.text(),
         product.minimumOrderQuantity.text(), product.minStockLevel.text(), product.hsnCode.value_or(QString()),
         product.gstRate.text(), product.isActive ? QStringLiteral("yes") : QStringLiteral("no"),
         QString::number(product.ordersCount), india::timeText(product.createdAt), india::timeText(product.updatedAt)});
}

} // namespace

Result<FileBody> Service::exportVendorProducts(const Caller &caller, const ListOwnProducts &wish)
{
    LET(vendor, storeOf(caller));
    QHash<Id<Category>, QString> categoryNames;
    const QList<Category> tree = m_db.read([&](Tx &tx) { return m_store.categories(tx); });
    for (const Category &each : tree)
        categoryNames.insert(each.id, each.name);

    QByteArray bytes = csvtext::byteOrderMark + heading();
    std::optional<Id<Product>> before;
    qsizetype rows = 0, read = rowsPerPiece;
    while (read == rowsPerPiece) {
        const QList<Product> piece =
            m_db.read([&](Tx &tx) { return m_store.productsOf(tx, vendor, wish, before, rowsPerPiece); });
        read = piece.size();
        rows += read;
        if (rows > productExportMax)
            return refusal(QStringLiteral("category"),
                           QStringLiteral("finds more than %1 products: ask for fewer").arg(productExportMax));
        for (const Product &product : piece)
            bytes += lineOf(product, categoryNames.value(product.categoryId));
        if (read > 0)
            before = piece.constLast().id;
    }
    return FileBody{.bytes = bytes,
                    .contentType = "text/csv; charset=utf-8",
                    .name = QStringLiteral("products-%1.csv").arg(india::dayText(india::dayNumber(m_clock.now())))};
}

Result<Page<Product>> Service::listAllProducts(const Caller &caller, const ListAllProducts &wish)
{
    MUST(permit(caller, Permission::ManageCatalog));
    LET(before, cursor::idOf<Product>(wish.cursor));
    const ListOwnProducts filter{
        .q = wish.q, .category = wish.category, .isActive = wish.isActive, .lowStock = wish.lowStock};
    return cursor::pageById(
        m_db.read([&](Tx &tx) { return m_store.productsOf(tx, wish.vendor, filter, before, wish.limit + 1); }),
        wish.limit);
}

Result<Product> Service::readProductByCode(const Caller &caller, const QString &code)
{
    LET(vendor, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<Product> {
        if (auto product = m_store.productBySku(tx, vendor, code))
            return *product;
        return notFound(QLatin1StringView("product"));
    });
}

} // namespace catalog
