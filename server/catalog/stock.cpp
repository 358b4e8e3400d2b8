// The shelf: what orders take from it and bring back.

#include "server/accounts/service.h"
#include "server/catalog/rules.h"
#include "server/catalog/service.h"

namespace catalog {

tl::unexpected<Error> Service::outOfStock(Id<Product> id, Quantity available)
{
    Error error{ErrorCode::OutOfStock, QStringLiteral("There is not enough in stock.")};
    error.details =
        "{\"product_id\":\"" + id.text().toLatin1() + "\",\"available\":\"" + available.text().toLatin1() + "\"}";
    return tl::unexpected(std::move(error));
}

Result<Reserved> Service::reserve(Tx &tx, Id<Product> id, Quantity quantity, Role priceRole, Id<Account> actor)
{
    const bool isTaken = m_store.takeStock(tx, id, quantity, tx.now());
    auto product = m_store.product(tx, id);
    if (!product || !product->isActive)
        return notFound(QLatin1StringView("product"));
    if (!isTaken && quantity < product->minimumOrderQuantity)
        return failure(ErrorCode::BelowMinimum,
                       QStringLiteral("At least %1 has to be ordered.").arg(product->minimumOrderQuantity.text()));
    if (!isTaken)
        return outOfStock(id, product->stockQuantity);
    if (!isWholeStep(product->unit, quantity))
        return refusal(QStringLiteral("quantity"), QStringLiteral("must be whole pieces"));

    auto vendor = m_accounts.vendor(tx, product->vendorId);
    if (!vendor || !vendor->canSell)
        return notFound(QLatin1StringView("product"));

    const Stock after{id, product->vendorId, product->stockQuantity, product->minimumOrderQuantity};
    recordMovement(tx, after, Quantity{} - quantity, StockCause::Sale, actor);
    publishWhenBuyableChanged(tx, after, Quantity{} - quantity);

    const Money unitPrice = priceFor(priceRole, product->price, product->distributorPrice);
    const Quantity listed = product->stockQuantity + quantity;
    const auto categoryRate = m_store.commissionOf(tx, product->categoryId);
    return Reserved{.product = *std::move(product),
                    .vendor = *std::move(vendor),
                    .unitPrice = unitPrice,
                    .listed = listed,
                    .categoryRate = categoryRate};
}

void Service::restore(Tx &tx, Id<Product> id, Quantity quantity, StockCause cause, Id<Account> actor)
{
    // A product that was removed meanwhile takes its stock back too; the movements must add up for ever.
    if (!m_store.returnStock(tx, id, quantity, tx.now()))
        throw DbFault("stock cannot be restored");
    const Stock after = *m_store.stock(tx, id);
    recordMovement(tx, after, quantity, cause, actor);
    publishWhenBuyableChanged(tx, after, quantity);
}

void Service::noteSold(Tx &tx, Id<Product> id)
{
    m_store.noteSold(tx, id);
}

std::optional<BasisPoints> Service::commissionOf(Tx &tx, Id<Category> id)
{
    return m_store.commissionOf(tx, id);
}

void Service::recordMovement(Tx &tx, const Stock &after, Quantity delta, StockCause cause, Id<Account> actor,
                             const std::optional<QString> &reason)
{
    m_store.insert(tx, {.id = m_ids.next<StockMovement>(),
                        .productId = after.id,
                        .vendorId = after.vendorId,
                        .cause = cause,
                        .quantityBefore = after.stockQuantity - delta,
                        .quantityAfter = after.stockQuantity,
                        .actorId = actor.isNull() ? std::nullopt : std::optional(actor),
                        .reason = reason,
                        .createdAt = tx.now()});
}

// Each sale would empty the lists' cache; only that a product can no longer be bought, or can be again, is news.
void Service::publishWhenBuyableChanged(Tx &tx, const Stock &after, Quantity delta)
{
    const bool wasBuyable = after.stockQuantity - delta >= after.minimumOrderQuantity;
    const bool isBuyable = after.stockQuantity >= after.minimumOrderQuantity;
    if (wasBuyable != isBuyable)
        tx.publish(ProductChanged{after.id, after.vendorId});
}

} // namespace catalog
