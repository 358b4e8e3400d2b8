#include "server/refunds/routes.h"

#include "server/http/router.h"
#include "server/refunds/service.h"

namespace refunds {

namespace {

void bindRefunds(http::Router &router, Service &refunds)
{
    router.on(api::requestRefund, [&](const Caller &caller, Id<Order> id, const RequestRefund &wish) {
        return refunds.requestRefund(caller, id, wish);
    });
    router.on(api::grantRefund, [&](const Caller &caller, Id<Order> id, const RequestRefund &wish) {
        return refunds.grantRefund(caller, id, wish);
    });
    router.on(api::grantRefundOfPayment, [&](const Caller &caller, Id<Payment> id, const RequestRefund &wish) {
        return refunds.grantRefundOfPayment(caller, id, wish);
    });
    router.on(api::listRefundsOf,
              [&](const Caller &caller, Id<Order> id) { return refunds.listRefundsOf(caller, id); });
    router.on(api::listRefunds,
              [&](const Caller &caller, const ListRefunds &wish) { return refunds.listRefunds(caller, wish); });
    router.on(api::listAllRefunds,
              [&](const Caller &caller, const ListRefunds &wish) { return refunds.listAllRefunds(caller, wish); });
    router.on(api::readRefund, [&](const Caller &caller, Id<Refund> id) { return refunds.readRefund(caller, id); });
    router.on(api::decideRefund, [&](const Caller &caller, Id<Refund> id, const DecideRefund &wish) {
        return refunds.decideRefund(caller, id, wish);
    });
    router.on(api::refundStatistics,
              [&](const Caller &caller, const AskStatistics &wish) { return refunds.refundStatistics(caller, wish); });
}

void bindDisputes(http::Router &router, Service &refunds)
{
    router.on(api::openDispute, [&](const Caller &caller, Id<Order> id, const OpenDispute &wish) {
        return refunds.openDispute(caller, id, wish);
    });
    router.on(api::listDisputes,
              [&](const Caller &caller, const ListDisputes &wish) { return refunds.listDisputes(caller, wish); });
    router.on(api::listAllDisputes,
              [&](const Caller &caller, const ListDisputes &wish) { return refunds.listAllDisputes(caller, wish); });
    router.on(api::readDispute, [&](const Caller &caller, Id<Dispute> id) { return refunds.readDispute(caller, id); });
    router.on(api::addStatement, [&](const Caller &caller, Id<Dispute> id, const AddStatement &wish) {
        return refunds.addStatement(caller, id, wish);
    });
    router.on(api::withdrawDispute,
              [&](const Caller &caller, Id<Dispute> id) { return refunds.withdrawDispute(caller, id); });
    router.on(api::decideDispute, [&](const Caller &caller, Id<Dispute> id, const DecideDispute &wish) {
        return refunds.decideDispute(caller, id, wish);
    });
}

} // namespace

void routes(http::Router &router, Service &refunds)
{
    bindRefunds(router, refunds);
    bindDisputes(router, refunds);
}

} // namespace refunds
