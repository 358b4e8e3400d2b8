#include "server/orders/routes.h"

#include "server/http/router.h"
#include "server/orders/service.h"

void orders::routes(http::Router &router, Service &orders)
{
    router.on(api::placeOrder,
              [&](const Caller &caller, const PlaceOrder &wish) { return orders.placeOrder(caller, wish); });
    router.on(api::payOrder, [&](const Caller &caller, const PayOrder &wish) { return orders.payOrder(caller, wish); });
    router.on(api::payInCash,
              [&](const Caller &caller, const PayInCash &wish) { return orders.payInCash(caller, wish); });
    router.on(api::calculateTotal,
              [&](const Caller &caller, const CalculateTotal &wish) { return orders.calculateTotal(caller, wish); });
    router.on(api::reorder, [&](const Caller &caller, Id<Order> id, const Reorder &wish) {
        return orders.reorder(caller, id, wish);
    });
    router.on(api::listOrders,
              [&](const Caller &caller, const ListOrders &wish) { return orders.listOrders(caller, wish); });
    router.on(api::listVendorOrders,
              [&](const Caller &caller, const ListOrders &wish) { return orders.listVendorOrders(caller, wish); });
    router.on(api::listAllOrders,
              [&](const Caller &caller, const ListOrders &wish) { return orders.listAllOrders(caller, wish); });
    router.on(api::sumOrders,
              [&](const Caller &caller, const ListOrders &wish) { return orders.sumOrders(caller, wish); });
    router.on(api::countVendorOrders, [&](const Caller &caller) { return orders.countVendorOrders(caller); });
    router.on(api::countAllOrders, [&](const Caller &caller) { return orders.countAllOrders(caller); });
    router.on(api::listEscrow,
              [&](const Caller &caller, const ListOrders &wish) { return orders.listEscrow(caller, wish); });
    router.on(api::readEscrow, [&](const Caller &caller, Id<Order> id) { return orders.readEscrow(caller, id); });
    router.on(api::listStoreOrders, [&](const Caller &caller, Id<Vendor> id, const ListOrders &wish) {
        return orders.listStoreOrders(caller, id, wish);
    });
    router.on(api::listCustomers,
              [&](const Caller &caller, const ListCustomers &wish) { return orders.listCustomers(caller, wish); });
    router.on(api::listCustomerOrders, [&](const Caller &caller, const ListCustomerOrders &wish) {
        return orders.listCustomerOrders(caller, wish);
    });
    router.on(api::exportOrders,
              [&](const Caller &caller, const ListOrders &wish) { return orders.exportOrders(caller, wish); });
    router.on(api::exportVendorOrders,
              [&](const Caller &caller, const ListOrders &wish) { return orders.exportVendorOrders(caller, wish); });
    router.on(api::listOrderDays,
              [&](const Caller &caller, const ListOrderDays &wish) { return orders.listOrderDays(caller, wish); });
    router.on(api::readOrder, [&](const Caller &caller, Id<Order> id) { return orders.readOrder(caller, id); });
    router.on(api::advanceOrder, [&](const Caller &caller, Id<Order> id, const AdvanceOrder &wish) {
        return orders.advanceOrder(caller, id, wish);
    });
    router.on(api::markShipped, [&](const Caller &caller, Id<Order> id, const MarkShipped &wish) {
        return orders.markShipped(caller, id, wish);
    });
    router.on(api::cancelOrder, [&](const Caller &caller, Id<Order> id, const CancelOrder &wish) {
        return orders.cancelOrder(caller, id, wish);
    });
    router.on(api::confirmDelivery,
              [&](const Caller &caller, Id<Order> id) { return orders.confirmDelivery(caller, id); });
    router.on(api::releaseEscrow, [&](const Caller &caller, Id<Order> id) { return orders.releaseEscrow(caller, id); });
}
