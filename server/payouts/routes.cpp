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
    router.on(api::returnPayout, [&](const Caller &caller, Id<Payout> id, const ReturnPayout &wish) {
        return payouts.returnPayout(caller, id, wish);
    });
    router.on(api::readPayoutAccount, [&](const Caller &caller) { return payouts.readPayoutAccount(caller); });
    router.on(api::openPayoutAccount, [&](const Caller &caller) { return payouts.openPayoutAccount(caller); });
    router.on(api::listPayoutTransfers,
              [&](const Caller &caller, Id<Payout> id) { return payouts.listPayoutTransfers(caller, id); });
    router.on(api::endPayoutTransfer, [&](const Caller &caller, Id<Payout> id, const EndPayoutTransfer &wish) {
        return payouts.endPayoutTransfer(caller, id, wish);
    });
    router.on(api::notePayoutHolder, [&](const Caller &caller, Id<Payout> id, const NotePayoutHolder &wish) {
        return payouts.notePayoutHolder(caller, id, wish);
    });
    router.on(api::listBankLayouts, [&](const Caller &caller) { return payouts.listBankLayouts(caller); });
    router.on(api::listPayoutBatches, [&](const Caller &caller, const ListPayoutBatches &wish) {
        return payouts.listPayoutBatches(caller, wish);
    });
    router.on(api::makePayoutBatch,
              [&](const Caller &caller, const MakePayoutBatch &wish) { return payouts.makePayoutBatch(caller, wish); });
    router.on(api::openPayoutBatch,
              [&](const Caller &caller, Id<PayoutBatch> id) { return payouts.openPayoutBatch(caller, id); });
    router.on(api::cancelPayoutBatch,
              [&](const Caller &caller, Id<PayoutBatch> id) { return payouts.cancelPayoutBatch(caller, id); });
    router.on(api::withdrawPayoutBatch, [&](const Caller &caller, Id<PayoutBatch> id, const WithdrawPayoutBatch &wish) {
        return payouts.withdrawPayoutBatch(caller, id, wish);
    });
    router.on(api::enterBankAnswer,
              [&](const Caller &caller, const EnterBankAnswer &wish) { return payouts.enterBankAnswer(caller, wish); });
}
