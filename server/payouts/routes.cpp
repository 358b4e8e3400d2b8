#include "server/payouts/routes.h"

#include "server/http/router.h"
#include "server/payouts/service.h"

void payouts::routes(http::Router &router, Service &payouts)
{
    router.on(api::readBalance, [&](const Caller &caller) { return payouts.readBalance(caller); });
    router.on(api::listEarnings,
              [&](const Caller &caller, const ListEarnings &wish) { return payouts.listEarnings(caller, wish); });
    router.on(api::requestPayout, [&](const Caller &caller) { return payouts.requestPayout(caller); });
    router.on(api::listPayouts,
              [&](const Caller &caller, const ListPayouts &wish) { return payouts.listPayouts(caller, wish); });
    router.on(api::listAllPayouts,
              [&](const Caller &caller, const ListPayouts &wish) { return payouts.listAllPayouts(caller, wish); });
    router.on(api::readPayout, [&](const Caller &caller, Id<Payout> id) { return payouts.readPayout(caller, id); });
    router.on(api::approvePayout,
              [&](const Caller &caller, Id<Payout> id) { return payouts.approvePayout(caller, id); });
    router.on(api::rejectPayout, [&](const Caller &caller, Id<Payout> id, const RejectPayout &wish) {
        return payouts.rejectPayout(caller, id, wish);
    });
    router.on(api::processPayout, [&](const Caller &caller, Id<Payout> id, const ProcessPayout &wish) {
        return payouts.processPayout(caller, id, wish);
    });
}
