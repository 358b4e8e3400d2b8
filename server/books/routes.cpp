#include "server/books/routes.h"

#include "server/books/service.h"
#include "server/http/router.h"

void books::routes(http::Router &router, Service &books)
{
    router.on(api::readBooks, [&](const Caller &caller) { return books.readBooks(caller); });
    router.on(api::verifyBooks, [&](const Caller &caller) { return books.verifyBooks(caller); });
    router.on(api::readTrialBalance,
              [&](const Caller &caller, const AsOf &wish) { return books.readTrialBalance(caller, wish); });
    router.on(api::listLedgerAccounts, [&](const Caller &caller, const ListLedgerAccounts &wish) {
        return books.listLedgerAccounts(caller, wish);
    });
    router.on(api::readLedgerAccount, [&](const Caller &caller, Id<LedgerAccount> id, const AsOf &wish) {
        return books.readLedgerAccount(caller, id, wish);
    });
    router.on(api::readLedgerStatement, [&](const Caller &caller, Id<LedgerAccount> id, const ReadStatement &wish) {
        return books.readLedgerStatement(caller, id, wish);
    });
    router.on(api::freezeAccount, [&](const Caller &caller, Id<LedgerAccount> id, const FreezeAccount &wish) {
        return books.freezeAccount(caller, id, wish);
    });
    router.on(api::unfreezeAccount, [&](const Caller &caller, Id<LedgerAccount> id, const FreezeAccount &wish) {
        return books.unfreezeAccount(caller, id, wish);
    });
    router.on(api::listPostings,
              [&](const Caller &caller, const ListPostings &wish) { return books.listPostings(caller, wish); });
    router.on(api::readPosting,
              [&](const Caller &caller, Id<LedgerPosting> id) { return books.readPosting(caller, id); });
    router.on(api::adjustCommission,
              [&](const Caller &caller, const AdjustCommission &wish) { return books.adjustCommission(caller, wish); });
    router.on(api::readCustody, [&](const Caller &caller) { return books.readCustody(caller); });
    router.on(api::acknowledgeCustody, [&](const Caller &caller, const AcknowledgeCustody &wish) {
        return books.acknowledgeCustody(caller, wish);
    });
    router.on(api::listCustodyBalances, [&](const Caller &caller, const ListCustodyBalances &wish) {
        return books.listCustodyBalances(caller, wish);
    });
    router.on(api::enterCustodyBalance, [&](const Caller &caller, const EnterCustodyBalance &wish) {
        return books.enterCustodyBalance(caller, wish);
    });
    router.on(api::reversePosting, [&](const Caller &caller, Id<LedgerPosting> id, const ReversePosting &wish) {
        return books.reversePosting(caller, id, wish);
    });
}
