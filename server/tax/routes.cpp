#include "server/tax/routes.h"

#include "server/http/router.h"
#include "server/tax/service.h"

void tax::routes(http::Router &router, Service &tax)
{
    router.on(api::listTaxRules,
              [&](const Caller &caller, const ListTaxRules &wish) { return tax.listTaxRules(caller, wish); });
    router.on(api::switchTaxRule, [&](const Caller &caller, const QString &key, const SwitchTaxRule &wish) {
        return tax.switchTaxRule(caller, key, wish);
    });
    router.on(api::readTaxMonth,
              [&](const Caller &caller, const AskTaxMonth &wish) { return tax.readTaxMonth(caller, wish); });
    router.on(api::listTcsLines,
              [&](const Caller &caller, const ListTaxMonth &wish) { return tax.listTcsLines(caller, wish); });
    router.on(api::listTdsLines,
              [&](const Caller &caller, const ListTaxMonth &wish) { return tax.listTdsLines(caller, wish); });
    router.on(api::readOrderTax, [&](const Caller &caller, Id<Order> id, const AskOrderTax &wish) {
        return tax.readOrderTax(caller, id, wish);
    });
    router.on(api::readEInvoice, [&](const Caller &caller, Id<Order> id, const AskTaxPaper &wish) {
        return tax.readEInvoice(caller, id, wish);
    });
    router.on(api::readEWayBill, [&](const Caller &caller, Id<Order> id, const AskTaxPaper &wish) {
        return tax.readEWayBill(caller, id, wish);
    });
    router.on(api::listTaxDues, [&](const Caller &caller) { return tax.listTaxDues(caller); });
    router.on(api::listTaxDeposits,
              [&](const Caller &caller, const ListTaxDeposits &wish) { return tax.listTaxDeposits(caller, wish); });
    router.on(api::depositTax,
              [&](const Caller &caller, const DepositTax &wish) { return tax.depositTax(caller, wish); });
    router.on(api::reverseTaxDeposit, [&](const Caller &caller, Id<TaxDeposit> id, const ReverseTaxDeposit &wish) {
        return tax.reverseTaxDeposit(caller, id, wish);
    });
}
