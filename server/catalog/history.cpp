#include "server/catalog/history.h"

#include "server/accounts/service.h"
#include "server/catalog/rules.h"
#include "server/catalog/service.h"

namespace catalog {

namespace {

// Each movement goes on where the one before it ended, and the last one ends at today's stock.
Result<> checkMovements(const PastProduct &past)
{
    Quantity stock;
    Instant last;
    for (const StockMovement &movement : past.movements) {
        const bool goesOn = movement.quantityBefore == stock && movement.createdAt >= last;
        if (!goesOn || movement.productId != past.product.id || movement.vendorId != past.product.vendorId)
            return refusal(QStringLiteral("movements"), QStringLiteral("do not follow each other"));
        if (!isWholeStep(past.product.unit, movement.quantityAfter) || movement.quantityAfter < Quantity{} ||
            movement.quantityAfter > stockMax)
            return refusal(QStringLiteral("movements"), QStringLiteral("lead to no possible stock"));
        stock = movement.quantityAfter;
        last = movement.createdAt;
    }
    if (stock != past.product.stockQuantity)
        return refusal(QStringLiteral("stock_quantity"), QStringLiteral("is not what the movements lead to"));
    return {};
}

} // namespace

Result<> Service::adopt(Tx &tx, const PastProduct &past)
{
    const Product &product = past.product;
    if (product.title.trimmed().isEmpty() || product.description.trimmed().isEmpty())
        return refusal(QStringLiteral("title"), QStringLiteral("and description must not be blank"));
    if (!m_store.isOnOffer(tx, product.categoryId))
        return refusal(QStringLiteral("category_id"), QStringLiteral("is not an active category"));
    if (!isWholeStep(product.unit, product.minimumOrderQuantity))
        return refusal(QStringLiteral("minimum_order_quantity"), QStringLiteral("must be whole pieces"));
    MUST(checkMovements(past));
    const auto vendor = m_accounts.vendor(tx, product.vendorId);
    if (!vendor)
        return notFound(QLatin1StringView("store"));
    MUST(m_store.insertProduct(tx, product, vendor->region.value_or(QString())));
    for (const StockMovement &movement : past.movements)
        m_store.insert(tx, movement);
    return {};
}

} // namespace catalog
