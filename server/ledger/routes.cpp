#include "server/ledger/routes.h"

#include "server/http/router.h"
#include "server/ledger/service.h"

void ledger::routes(http::Router &router, Service &ledger)
{
    router.on(api::readWallet, [&](const Caller &caller) { return ledger.readWallet(caller); });
    router.on(api::listWalletEntries, [&](const Caller &caller, const ListWalletEntries &wish) {
        return ledger.listWalletEntries(caller, wish);
    });
}
