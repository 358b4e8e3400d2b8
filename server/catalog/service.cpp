#include "server/catalog/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/catalog/rules.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/settings/service.h"
#include "shared/base/check.h"
#include "shared/base/indiatime.h"

namespace catalog {

namespace {

const auto productWord = QLatin1StringView("product");
const auto categoryWord = QLatin1StringView("category");

// Short, without letters that look like digits, so that it can be read out on the phone.
QString newSku()
{
    constexpr QLatin1StringView letters("ABCDEFGHJKLMNPQRSTUVWXYZ23456789");
    QString sku = QStringLiteral("KW-");
    for (int i = 0; i < 10; ++i)
        sku += letters[qsizetype(Ids::below(quint32(letters.size())))];
    return sku;
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, settings::Service &settings,
                 audit::Service &audit)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_accounts(accounts)
    , m_settings(settings)
    , m_audit(audit)
{}

Result<QList<Category>> Service::listCategories(const Caller &)
{
    return parentsFirst(m_db.read([&](Tx &tx) { return m_store.categories(tx); }));
}

Result<Category> Service::addCategory(const Caller &caller, const PutCategory &wish)
{
    MUST(permit(caller, Permission::ManageCatalog));
    return m_db.write(caller, [&](Tx &tx) -> Result<Category> {
        const QList<Category> tree = m_store.categories(tx);
        if (tree.size() >= categoriesMax)
            return failure(ErrorCode::Conflict, QStringLiteral("There are too many categories."));
        LET(category, arranged(tree, m_ids.next<Category>(), wish));
        MUST(m_store.insertCategory(tx, category, tx.now()));
        m_audit.record(tx, caller, "catalog.category_added", "category", category.id.text(),
                       audit::details({{QStringLiteral("new"), category.slug}}));
        return std::move(category);
    });
}

Result<Category> Service::updateCategory(const Caller &caller, Id<Category> id, const PutCategory &wish)
{
    MUST(permit(caller, Permission::ManageCatalog));
    return m_db.write(caller, [&](Tx &tx) -> Result<Category> {
        QList<Category> tree = m_store.categories(tx);
        const Category *seen = findCategory(tree, id);
        if (!seen)
            return notFound(categoryWord);
        if (wish.parentId && isBelow(tree, *wish.parentId, id))
            return refusal(QStringLiteral("parent_id"), QStringLiteral("lies below the category itself"));
        LET(category, arranged(tree, id, wish));
        const QString before = seen->slug;
        category.version = wish.version.value_or(seen->version);
        MUST(store(tx, category));
        for (Category &each : tree)
            if (each.id == id)
                each = category;
        MUST(renameBelow(tx, tree, id));
        m_audit.record(tx, caller, "catalog.category_changed", "category", id.text(),
                       audit::details({{QStringLiteral("old"), before}, {QStringLiteral("new"), category.slug}}));
        return std::move(category);
    });
}

Result<Category> Service::arranged(const QList<Category> &tree, Id<Category> id, const PutCategory &wish) const
{
    Category category{.id = id,
                      .parentId = wish.parentId,
                      .name = wish.name.simplified(),
                      .icon = wish.icon,
                      .sortOrder = wish.sortOrder,
                      .isActive = wish.isActive,
                      .commissionRate = wish.commissionRate};
    if (const auto problem = fields::linesProblemOf(wish.name))
        return refusal(QStringLiteral("name"), *problem);
    if (slugOf(category.name).isEmpty())
        return refusal(QStringLiteral("name"), QStringLiteral("needs a letter or a digit"));
    if (wish.parentId && !findCategory(tree, *wish.parentId))
        return refusal(QStringLiteral("parent_id"), QStringLiteral("is not a category"));
    if (depthOf(tree, wish.parentId) + heightOf(tree, id) > categoryDepthMax)
        return refusal(QStringLiteral("parent_id"), QStringLiteral("lies too deep"));
    if (isNameTaken(tree, category))
        return failure(ErrorCode::AlreadyExists, QStringLiteral("There is a category of this name here already."),
                       {{QStringLiteral("name"), QStringLiteral("is taken")}});
    category.slug = freeSlug(tree, category);
    return category;
}

// A slug begins with its parent's, so a new name goes down the branch.
Result<> Service::renameBelow(Tx &tx, QList<Category> tree, Id<Category> id)
{
    for (Category &each : tree) {
        if (each.parentId != id)
            continue;
        const QString slug = freeSlug(tree, each);
        if (slug == each.slug)
            continue;
        each.slug = slug;
        MUST(store(tx, each));
        MUST(renameBelow(tx, tree, each.id));
    }
    return {};
}

Result<> Service::store(Tx &tx, Category &category)
{
    if (!m_store.updateCategory(tx, category, tx.now()))
        return failure(ErrorCode::Conflict, QStringLiteral("The category has changed meanwhile."));
    ++category.version;
    return {};
}

Result<Page<Product>> Service::listOwnProducts(const Caller &caller, const ListOwnProducts &wish)
{
    LET(vendor, storeOf(caller));
    LET(before, cursor::idOf<Product>(wish.cursor));
    return cursor::pageById(
        m_db.read([&](Tx &tx) { return m_store.productsOf(tx, vendor, wish, before, wish.limit + 1); }), wish.limit);
}

Result<Product> Service::addProduct(const Caller &caller, const PutProduct &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Product> {
        LET(vendor, sellingStore(tx, caller));
        MUST(check(tx, wish));
        if (!wish.stockQuantity)
            return refusal(QStringLiteral("stock_quantity"), QStringLiteral("is required"));
        if (!isWholeStep(wish.unit, *wish.stockQuantity))
            return refusal(QStringLiteral("stock_quantity"), QStringLiteral("must be whole pieces"));

        Product product{.id = m_ids.next<Product>(),
                        .vendorId = vendor.id,
                        .stockQuantity = *wish.stockQuantity,
                        .sku = newSku(),
                        .createdAt = tx.now(),
                        .updatedAt = tx.now()};
        applyTo(product, wish);
        MUST(m_store.insertProduct(tx, product, vendor.region.value_or(QString())));
        if (product.stockQuantity > Quantity{})
            recordMovement(tx, {product.id, vendor.id, product.stockQuantity, {}}, product.stockQuantity,
                           StockCause::Manual, caller.id);
        m_audit.record(tx, caller, "catalog.product_added", "product", product.id.text(),
                       audit::details({{QStringLiteral("new"), product.title}}));
        tx.publish(ProductChanged{product.id, vendor.id});
        return product;
    });
}

Result<Product> Service::readProduct(const Caller &caller, Id<Product> id)
{
    return m_db.read([&](Tx &tx) -> Result<Product> {
        auto product = m_store.product(tx, id);
        const bool isOwn = product && caller.vendorId == product->vendorId;
        if (product && (isOwn || caller.isAdmin()))
            return *product;

        const auto vendor = product && product->isActive ? m_accounts.vendor(tx, product->vendorId) : std::nullopt;
        if (!vendor || !vendor->canSell)
            return notFound(productWord);
        if (priceRoleOf(tx, caller) != Role::Distributor)
            product->distributorPrice.reset();
        m_views.add({id, india::hourOf(m_clock.now()).ms});
        return *product;
    });
}

QList<ProductViews> Service::takeViews()
{
    QList<ProductViews> out;
    for (const auto &[view, times] : m_views.take())
        out += {.productId = view.productId, .hour = {view.hourMs}, .count = times};
    return out;
}

void Service::giveBackViews(const QList<ProductViews> &taken)
{
    for (const ProductViews &each : taken)
        m_views.add({each.productId, each.hour.ms}, each.count);
}

Result<Product> Service::updateProduct(const Caller &caller, Id<Product> id, const PutProduct &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Product> {
        LET(before, ownProduct(tx, caller, id));
        MUST(sellingStore(tx, caller));
        MUST(check(tx, wish));
        if (!wish.version)
            return refusal(QStringLiteral("version"), QStringLiteral("is required"));
        if (wish.stockQuantity)
            return refusal(QStringLiteral("stock_quantity"), QStringLiteral("is changed by the stock call only"));
        // The stock and every open order count in it.
        if (wish.unit != before.unit)
            return refusal(QStringLiteral("unit"), QStringLiteral("cannot be changed: offer another product"));

        Product after = before;
        applyTo(after, wish);
        after.updatedAt = tx.now();
        MUST(m_store.checkSku(tx, after));
        MUST(m_store.updateProduct(tx, after, *wish.version));
        after.version = *wish.version + 1;
        recordPrices(tx, caller, before, after);
        tx.publish(ProductChanged{id, after.vendorId});
        return after;
    });
}

Result<> Service::removeProduct(const Caller &caller, Id<Product> id)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        LET(product, ownProduct(tx, caller, id));
        if (!m_store.removeProduct(tx, id, tx.now()))
            return notFound(productWord);
        m_audit.record(tx, caller, "catalog.product_removed", "product", id.text(),
                       audit::details({{QStringLiteral("old"), product.title}}));
        tx.publish(ProductChanged{id, product.vendorId});
        return {};
    });
}

Result<> Service::onVendorChanged(Tx &tx, const VendorChanged &event)
{
    if (const auto vendor = m_accounts.vendor(tx, event.vendorId))
        m_store.setRegion(tx, vendor->id, vendor->region.value_or(QString()));
    return {};
}

Role Service::priceRoleOf(Tx &tx, const Caller &caller)
{
    if (!caller.known || caller.role != Role::Distributor)
        return Role::Buyer;
    const auto account = m_accounts.find(tx, caller.id);
    return account && account->distributorStatus == DistributorStatus::Approved ? Role::Distributor : Role::Buyer;
}

Result<Vendor> Service::sellingStore(Tx &tx, const Caller &caller) const
{
    LET(id, storeOf(caller));
    const auto vendor = m_accounts.vendor(tx, id);
    if (!vendor || !vendor->canSell)
        return failure(ErrorCode::CannotSell, QStringLiteral("The store has to be approved before it can sell."));
    return *vendor;
}

Result<Product> Service::ownProduct(Tx &tx, const Caller &caller, Id<Product> id)
{
    LET(vendor, storeOf(caller));
    const auto product = m_store.product(tx, id);
    if (!product || product->vendorId != vendor)
        return notFound(productWord);
    return *product;
}

Result<> Service::check(Tx &tx, const PutProduct &wish)
{
    if (const auto problem = fields::linesProblemOf(wish.title))
        return refusal(QStringLiteral("title"), *problem);
    if (const auto problem = fields::linesProblemOf(wish.description))
        return refusal(QStringLiteral("description"), *problem);
    if (!m_store.isOnOffer(tx, wish.categoryId))
        return refusal(QStringLiteral("category_id"), QStringLiteral("is not an active category"));
    if (!wish.distributorPrice && m_settings.truth(settings::Key::CatalogDualPricing))
        return refusal(QStringLiteral("distributor_price"), QStringLiteral("is required"));
    if (!isWholeStep(wish.unit, wish.minimumOrderQuantity))
        return refusal(QStringLiteral("minimum_order_quantity"), QStringLiteral("must be whole pieces"));
    return {};
}

// The stock is not among what is taken over, and a SKU that is left out stays as it is.
void Service::applyTo(Product &product, const PutProduct &wish) const
{
    product.categoryId = wish.categoryId;
    product.title = wish.title.simplified();
    product.description = wish.description.trimmed();
    product.unit = wish.unit;
    product.price = wish.price;
    product.distributorPrice = wish.distributorPrice;
    product.minimumOrderQuantity = wish.minimumOrderQuantity;
    product.minStockLevel = wish.minStockLevel;
    if (wish.sku && !wish.sku->isEmpty())
        product.sku = *wish.sku;
    product.hsnCode = wish.hsnCode;
    product.gstRate = wish.gstRate;
    product.tags = wish.tags;
    product.specifications = wish.specifications;
    product.isActive = wish.isActive;
}

void Service::recordPrices(Tx &tx, const Caller &caller, const Product &before, const Product &after)
{
    const auto pair = [](const Product &product) {
        QJsonObject prices{{QStringLiteral("price"), product.price.text()}};
        if (product.distributorPrice)
            prices[QStringLiteral("distributor_price")] = product.distributorPrice->text();
        return prices;
    };
    if (before.price == after.price && before.distributorPrice == after.distributorPrice)
        return;
    m_audit.record(tx, caller, "catalog.price_changed", "product", after.id.text(),
                   audit::details({{QStringLiteral("old"), pair(before)}, {QStringLiteral("new"), pair(after)}}));
}

} // namespace catalog
