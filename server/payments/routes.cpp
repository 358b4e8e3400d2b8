#include "server/payments/routes.h"

#include "server/http/router.h"
#include "server/payments/service.h"

void payments::routes(http::Router &router, Service &payments)
{
    router.on(api::rechargeWallet,
              [&](const Caller &caller, const RechargeWallet &wish) { return payments.rechargeWallet(caller, wish); });
    router.on(api::listPayments,
              [&](const Caller &caller, const ListPayments &wish) { return payments.listPayments(caller, wish); });
    router.on(api::readWalletOf,
              [&](const Caller &caller, Id<Account> id) { return payments.readWalletOf(caller, id); });
    router.on(api::listWalletEntriesOf, [&](const Caller &caller, Id<Account> id, const ListWalletEntries &wish) {
        return payments.listWalletEntriesOf(caller, id, wish);
    });
    router.on(api::readPayment, [&](const Caller &caller, Id<Payment> id) { return payments.readPayment(caller, id); });
    router.on(api::readPaymentQr,
              [&](const Caller &caller, Id<Payment> id) { return payments.readPaymentQr(caller, id); });
    router.on(api::confirmPayment,
              [&](const Caller &caller, const ConfirmPayment &wish) { return payments.confirmPayment(caller, wish); });
    router.on(api::listPaymentMethods, [&](const Caller &caller) { return payments.listPaymentMethods(caller); });
    router.on(api::receiveWebhook, [&](const Caller &caller, const QString &provider, const RawBody &body) {
        return payments.receiveWebhook(caller, provider, body);
    });
    router.on(api::takeStatement,
              [&](const Caller &caller, const TakeStatement &wish) { return payments.takeStatement(caller, wish); });
    router.on(api::takeSettlement,
              [&](const Caller &caller, const TakeSettlement &wish) { return payments.takeSettlement(caller, wish); });
    router.on(api::listMoneyFlags,
              [&](const Caller &caller, const ListMoneyFlags &wish) { return payments.listMoneyFlags(caller, wish); });
    router.on(api::readMoneyFlag,
              [&](const Caller &caller, Id<MoneyFlag> id) { return payments.readMoneyFlag(caller, id); });
    router.on(api::resolveMoneyFlag, [&](const Caller &caller, Id<MoneyFlag> id, const ResolveFlag &wish) {
        return payments.resolveMoneyFlag(caller, id, wish);
    });
    router.on(api::listAllPayments, [&](const Caller &caller, const ListAllPayments &wish) {
        return payments.listAllPayments(caller, wish);
    });
    router.on(api::listProviders, [&](const Caller &caller) { return payments.listProviders(caller); });
    router.on(api::readWalletClosure,
              [&](const Caller &caller, Id<Account> id) { return payments.readWalletClosure(caller, id); });
    router.on(api::closeWallet, [&](const Caller &caller, Id<Account> id, const CloseWallet &wish) {
        return payments.closeWallet(caller, id, wish);
    });
    router.on(api::listGateways, [&](const Caller &caller) { return payments.listGateways(caller); });
    router.on(api::changeGateway, [&](const Caller &caller, const QString &provider, const ChangeGateway &wish) {
        return payments.changeGateway(caller, provider, wish);
    });
    router.on(api::checkGateway,
              [&](const Caller &caller, const QString &provider) { return payments.checkGateway(caller, provider); });
}
