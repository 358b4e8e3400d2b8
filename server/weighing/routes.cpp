#include "server/weighing/routes.h"

#include "server/http/router.h"
#include "server/weighing/service.h"

void weighing::routes(http::Router &router, Service &weighing)
{
    router.on(api::listWeighDesk,
              [&](const Caller &caller, const ListWeighDesk &wish) { return weighing.listWeighDesk(caller, wish); });
    router.on(api::recordWeighTicket, [&](const Caller &caller, Id<Order> order, const RecordWeighTicket &wish) {
        return weighing.recordWeighTicket(caller, order, wish);
    });
    router.on(api::listWeighTickets, [&](const Caller &caller, Id<Order> order, const ListWeighTickets &wish) {
        return weighing.listWeighTickets(caller, order, wish);
    });
    router.on(api::readWeighTicket,
              [&](const Caller &caller, Id<WeighTicket> id) { return weighing.readWeighTicket(caller, id); });
    router.on(api::acceptWeighTicket,
              [&](const Caller &caller, Id<WeighTicket> id) { return weighing.acceptWeighTicket(caller, id); });
    router.on(api::flagWeighTicket, [&](const Caller &caller, Id<WeighTicket> id, const FlagWeighTicket &wish) {
        return weighing.flagWeighTicket(caller, id, wish);
    });
    router.on(api::voidWeighTicket, [&](const Caller &caller, Id<WeighTicket> id, const VoidWeighTicket &wish) {
        return weighing.voidWeighTicket(caller, id, wish);
    });
    router.on(api::readSettlement,
              [&](const Caller &caller, Id<Order> order) { return weighing.readSettlement(caller, order); });
    router.on(api::payTopUp, [&](const Caller &caller, Id<Order> order, const PayTopUp &wish) {
        return weighing.payTopUp(caller, order, wish);
    });
    router.on(api::declineTopUp, [&](const Caller &caller, Id<Order> order, const DeclineTopUp &wish) {
        return weighing.declineTopUp(caller, order, wish);
    });
}
