// The shelf: what orders take from it and bring back.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/catalog/rules.h"
#include "server/catalog/service.h"

#include <numeric>

namespace catalog {

namespace {

// What was wrong with one line, said where it stands.
Error ofLine(qsizetype line, Error error)
{
    for (FieldError &each : error.fields)
        each.field = lineField(line, each.field.toLatin1().constData());
    if (error.fields.isEmpty())
        error.fields +=
            FieldError{lineField(line, error.code == ErrorCode::NotFound ? "product_id" : "delta"), error.message};
    return error;
}

} // namespace

tl::unexpected<Error> Service::outOfStock(Id<Product> id, Quantity available)
{
    Error error{ErrorCode::OutOfStock, QStringLiteral("There is not enough in stock.")};
    error.details =
        "{\"product_id\":\"" + id.text().toLatin1() + "\",\"available\":\"" + available.text().toLatin1() + "\"}";
    return tl::unexpected(std::move(error));
}

Result<Product> Service::changeStock(const Caller &caller, Id<Product> id, const ChangeStock &wish)
{
    return m_db.write(caller, [&](Tx &tx) { return moveStock(tx, caller, id, wish); });
}

// In the order of ids, so that of two callers with the same products none waits for the other in a circle.
Result<QList<Product>> Service::changeStocks(const Caller &caller, const ChangeStocks &wish)
{
    const qsizetype count = wish.lines.size();
    QList<qsizetype> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](qsizetype a, qsizetype b) { return wish.lines[a].productId < wish.lines[b].productId; });
    for (qsizetype i = 1; i < count; ++i)
        if (wish.lines[order[i]].productId == wish.lines[order[i - 1]].productId)
            return refusal(lineField(std::max(order[i], order[i - 1]), "product_id"), QStringLiteral("is named twice"));
    return m_db.write(caller, [&](Tx &tx) -> Result<QList<Product>> {
        QList<Product> out(count);
        for (const qsizetype at : order) {
            const StockLine &line = wish.lines[at];
            auto moved = moveStock(tx, caller, line.productId, {.delta = line.delta, .reason = wish.reason});
            if (!moved)
                return tl::unexpected(ofLine(at, std::move(moved).error()));
            out[at] = *std::move(moved);
        }
        return out;
    });
}

Result<Product> Service::moveStock(Tx &tx, const Caller &caller, Id<Product> id, const ChangeStock &wish)
{
    LET(before, ownProduct(tx, caller, id));
    if (wish.delta == Quantity{})
        return refusal(QStringLiteral("delta"), QStringLiteral("must not be zero"));
    if (!isWholeStep(before.unit, wish.delta))
        return refusal(QStringLiteral("delta"), QStringLiteral("must be whole pieces"));
    if (!m_store.moveStock(tx, id, wish.delta, tx.now()))
        return outOfStock(id, before.stockQuantity);

    const auto after = m_store.product(tx, id);
    recordMovement(tx, {id, after->vendorId, after->stockQuantity, {}}, wish.delta, StockCause::Manual, caller.id,
                   wish.reason);
    m_audit.record(tx, caller, "catalog.stock_changed", "product", id.text(),
                   audit::details({{QStringLiteral("old"), (after->stockQuantity - wish.delta).text()},
                                   {QStringLiteral("new"), after->stockQuantity.text()}}));
    tx.publish(ProductChanged{id, after->vendorId});
    return *after;
}

Result<Reserved> Service::reserve(Tx &tx, Id<Product> id, Quantity quantity, Role priceRole, Id<Account> actor)
{
    if (!m_store.takeStock(tx, id, quantity, tx.now())) {
        // Whatever it is that keeps it from being taken; when it was changed in between, that is not enough of it.
        MUST(offer(tx, id, quantity, priceRole));
        return outOfStock(id, m_store.product(tx, id)->stockQuantity);
    }
    auto product = m_store.product(tx, id);
    if (!product)
        return notFound(QLatin1StringView("product"));
    const Stock after{id, product->vendorId, product->stockQuantity, product->minimumOrderQuantity};
    product->stockQuantity = product->stockQuantity + quantity;
    LET(out, offered(tx, *std::move(product), quantity, priceRole));
    out.product.stockQuantity = after.stockQuantity;
    recordMovement(tx, after, Quantity{} - quantity, StockCause::Sale, actor);
    publishWhenBuyableChanged(tx, after, Quantity{} - quantity);
    return out;
}

Result<Reserved> Service::offer(Tx &tx, Id<Product> id, Quantity quantity, Role priceRole)
{
    auto product = m_store.product(tx, id);
    if (!product)
        return notFound(QLatin1StringView("product"));
    return offered(tx, *std::move(product), quantity, priceRole);
}

// What can be had of a product that stands on its shelf like this.
Result<Reserved> Service::offered(Tx &tx, Product product, Quantity quantity, Role priceRole)
{
    if (!product.isActive)
        return notFound(QLatin1StringView("product"));
    if (quantity < product.minimumOrderQuantity)
        return failure(ErrorCode::BelowMinimum,
                       QStringLiteral("At least %1 has to be ordered.").arg(product.minimumOrderQuantity.text()));
    if (quantity > product.stockQuantity)
        return outOfStock(product.id, product.stockQuantity);
    if (!isWholeStep(product.unit, quantity))
        return refusal(QStringLiteral("quantity"), QStringLiteral("must be whole pieces"));
    auto vendor = m_accounts.vendor(tx, product.vendorId);
    if (!vendor || !vendor->canSell)
        return notFound(QLatin1StringView("product"));

    const Money unitPrice = priceFor(priceRole, product.price, product.distributorPrice);
    const Quantity listed = product.stockQuantity;
    CategoryPath categories = m_store.pathToRate(tx, product.categoryId);
    return Reserved{.product = std::move(product),
                    .vendor = *std::move(vendor),
                    .unitPrice = unitPrice,
                    .listed = listed,
                    .categories = std::move(categories)};
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
    return m_store.pathToRate(tx, id).rate;
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
