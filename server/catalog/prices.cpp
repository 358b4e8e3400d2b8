// Prices that an admin sets in a vendor's place (VEN-11).

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/catalog/service.h"
#include "server/core/permit.h"

namespace catalog {

namespace {

QJsonObject pricesOf(const Product &product)
{
    QJsonObject out{{QStringLiteral("price"), product.price.text()}};
    if (product.distributorPrice)
        out[QStringLiteral("distributor_price")] = product.distributorPrice->text();
    return out;
}

} // namespace

Result<Product> Service::overridePrice(const Caller &caller, Id<Product> id, const OverridePrice &wish)
{
    MUST(permit(caller, Permission::ManageCatalog));
    return m_db.write(caller, [&](Tx &tx) -> Result<Product> {
        const auto before = m_store.product(tx, id);
        const auto vendor = before ? m_accounts.vendor(tx, before->vendorId) : std::nullopt;
        if (!vendor)
            return notFound(QLatin1StringView("product"));
        Product after = *before;
        after.price = wish.price;
        if (wish.distributorPrice)
            after.distributorPrice = wish.distributorPrice;
        if (after.price == before->price && after.distributorPrice == before->distributorPrice)
            return failure(ErrorCode::Conflict, QStringLiteral("The product has this price already."));
        after.updatedAt = tx.now();
        MUST(m_store.updateProduct(tx, after, wish.version));
        after.version = wish.version + 1;
        m_audit.record(tx, caller, "catalog.price_overridden", "product", id.text(),
                       audit::details({{QStringLiteral("old"), pricesOf(*before)},
                                       {QStringLiteral("new"), pricesOf(after)},
                                       {QStringLiteral("reason"), wish.reason}}));
        tx.publish(ProductChanged{id, after.vendorId});
        tx.publish(PriceOverridden{id, vendor->accountId, after.title, before->price, after.price, wish.reason});
        return after;
    });
}

} // namespace catalog
