#include "server/catalog/routes.h"

#include "server/catalog/service.h"
#include "server/http/router.h"

void catalog::routes(http::Router &router, Service &catalog)
{
    router.on(api::listCategories, [&](const Caller &caller) { return catalog.listCategories(caller); });
    router.on(api::addCategory,
              [&](const Caller &caller, const PutCategory &wish) { return catalog.addCategory(caller, wish); });
    router.on(api::updateCategory, [&](const Caller &caller, Id<Category> id, const PutCategory &wish) {
        return catalog.updateCategory(caller, id, wish);
    });
    router.on(api::listOwnProducts,
              [&](const Caller &caller, const ListOwnProducts &wish) { return catalog.listOwnProducts(caller, wish); });
    router.on(api::exportVendorProducts, [&](const Caller &caller, const ListOwnProducts &wish) {
        return catalog.exportVendorProducts(caller, wish);
    });
    router.on(api::listAllProducts,
              [&](const Caller &caller, const ListAllProducts &wish) { return catalog.listAllProducts(caller, wish); });
    router.on(api::readProductByCode,
              [&](const Caller &caller, const QString &code) { return catalog.readProductByCode(caller, code); });
    router.on(api::addProduct,
              [&](const Caller &caller, const PutProduct &wish) { return catalog.addProduct(caller, wish); });
    router.on(api::readProduct, [&](const Caller &caller, Id<Product> id) { return catalog.readProduct(caller, id); });
    router.on(api::updateProduct, [&](const Caller &caller, Id<Product> id, const PutProduct &wish) {
        return catalog.updateProduct(caller, id, wish);
    });
    router.on(api::removeProduct,
              [&](const Caller &caller, Id<Product> id) { return catalog.removeProduct(caller, id); });
    router.on(api::changeStock, [&](const Caller &caller, Id<Product> id, const ChangeStock &wish) {
        return catalog.changeStock(caller, id, wish);
    });
    router.on(api::changeStocks,
              [&](const Caller &caller, const ChangeStocks &wish) { return catalog.changeStocks(caller, wish); });
    router.on(api::updateStocks,
              [&](const Caller &caller, const ChangeStocks &wish) { return catalog.changeStocks(caller, wish); });
    router.on(api::readStock, [&](const Caller &caller, Id<Product> id) { return catalog.readStock(caller, id); });
    router.on(api::listLowStock, [&](const Caller &caller, const ListOwnProducts &wish) {
        ListOwnProducts low = wish;
        low.lowStock = true;
        return catalog.listOwnProducts(caller, low);
    });
    router.on(api::checkStock,
              [&](const Caller &caller, const CheckStock &wish) { return catalog.checkStock(caller, wish); });
    router.on(api::summarizeInventory, [&](const Caller &caller) { return catalog.summarizeInventory(caller); });
    router.on(api::listCommissionRates, [&](const Caller &caller, const ListCommissionRates &wish) {
        return catalog.listCommissionRates(caller, wish);
    });
    router.on(api::addCommissionRate, [&](const Caller &caller, const AddCommissionRate &wish) {
        return catalog.addCommissionRate(caller, wish);
    });
    router.on(api::endCommissionRate, [&](const Caller &caller, Id<CommissionRate> id, const EndCommissionRate &wish) {
        return catalog.endCommissionRate(caller, id, wish);
    });
    router.on(api::askCommission,
              [&](const Caller &caller, const AskCommission &wish) { return catalog.askCommission(caller, wish); });
    router.on(api::askOwnCommission, [&](const Caller &caller, const AskOwnCommission &wish) {
        return catalog.askOwnCommission(caller, wish);
    });
    router.on(api::overridePrice, [&](const Caller &caller, Id<Product> id, const OverridePrice &wish) {
        return catalog.overridePrice(caller, id, wish);
    });
}
