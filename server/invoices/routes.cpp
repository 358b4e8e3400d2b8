#include "server/invoices/routes.h"

#include "server/http/router.h"
#include "server/invoices/service.h"

void invoices::routes(http::Router &router, Service &invoices)
{
    router.on(api::downloadOrderInvoice, [&](const Caller &caller, Id<Order> id, const AskInvoice &wish) {
        return invoices.downloadOrderInvoice(caller, id, wish);
    });
    router.on(api::listOrderInvoices,
              [&](const Caller &caller, Id<Order> id) { return invoices.listOrderInvoices(caller, id); });
    router.on(api::downloadInvoice, [&](const Caller &caller, Id<Invoice> id, const AskInvoice &wish) {
        return invoices.downloadInvoice(caller, id, wish);
    });
    router.on(api::listVendorInvoices, [&](const Caller &caller, const ListInvoices &wish) {
        return invoices.listVendorInvoices(caller, wish);
    });
    router.on(api::listInvoices,
              [&](const Caller &caller, const ListAllInvoices &wish) { return invoices.listInvoices(caller, wish); });
}
