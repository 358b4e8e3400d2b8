// The entries of Service that say what is on the shelf.

#include "server/accounts/service.h"
#include "server/catalog/service.h"
#include "server/core/permit.h"

namespace catalog {

Result<StockLevel> Service::readStock(const Caller &caller, Id<Product> id)
{
    return m_db.read([&](Tx &tx) -> Result<StockLevel> {
        LET(product, ownProduct(tx, caller, id));
        return StockLevel{.productId = id,
                          .unit = product.unit,
                          .stockQuantity = product.stockQuantity,
                          .minimumOrderQuantity = product.minimumOrderQuantity,
                          .minStockLevel = product.minStockLevel,
                          .isLow = product.stockQuantity <= product.minStockLevel};
    });
}

Result<QList<StockAnswer>> Service::checkStock(const Caller &, const CheckStock &wish)
{
    return m_db.read([&](Tx &tx) -> Result<QList<StockAnswer>> {
        QList<StockAnswer> out;
        for (const StockWish &line : wish.lines) {
            const auto product = m_store.product(tx, line.productId);
            const auto vendor = product && product->isActive ? m_accounts.vendor(tx, product->vendorId) : std::nullopt;
            const Quantity onShelf = vendor && vendor->canSell ? product->stockQuantity : Quantity{};
            const Quantity available = std::min(onShelf, line.quantity);
            out += StockAnswer{line.productId, line.quantity, available, line.quantity - available};
        }
        return out;
    });
}

Result<InventorySummary> Service::summarizeInventory(const Caller &caller)
{
    LET(vendor, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<InventorySummary> { return m_store.inventoryOf(tx, vendor); });
}

} // namespace catalog
