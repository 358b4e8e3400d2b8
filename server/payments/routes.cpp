#include "server/payments/routes.h"

#include "server/http/router.h"
#include "server/payments/service.h"

void payments::routes(http::Router &router, Service &payments)
{
    router.on(api::rechargeWallet,
              [&](const Caller &caller, const RechargeWallet &wish) { return payments.rechargeWallet(caller, wish); });
    router.on(api::readPayment, [&](const Caller &caller, Id<Payment> id) { return payments.readPayment(caller, id); });
    router.on(api::confirmPayment,
              [&](const Caller &caller, const ConfirmPayment &wish) { return payments.confirmPayment(caller, wish); });
    router.on(api::listPaymentMethods, [&](const Caller &caller) { return payments.listPaymentMethods(caller); });
    router.on(api::receiveWebhook, [&](const Caller &caller, const QString &provider, const RawBody &body) {
        return payments.receiveWebhook(caller, provider, body);
    });
}
