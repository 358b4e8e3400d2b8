#include "server/market.h"

#include "server/accounts/routes.h"
#include "server/ads/jobs.h"
#include "server/ads/routes.h"
#include "server/analytics/jobs.h"
#include "server/analytics/reactions.h"
#include "server/analytics/routes.h"
#include "server/audit/jobs.h"
#include "server/audit/routes.h"
#include "server/auth/jobs.h"
#include "server/auth/reactions.h"
#include "server/auth/routes.h"
#include "server/books/jobs.h"
#include "server/books/routes.h"
#include "server/buyers/routes.h"
#include "server/catalog/reactions.h"
#include "server/catalog/routes.h"
#include "server/chat/reactions.h"
#include "server/chat/routes.h"
#include "server/core/migrate.h"
#include "server/discovery/jobs.h"
#include "server/discovery/reactions.h"
#include "server/discovery/routes.h"
#include "server/heatmap/jobs.h"
#include "server/heatmap/reactions.h"
#include "server/heatmap/routes.h"
#include "server/http/router.h"
#include "server/invoices/jobs.h"
#include "server/invoices/reactions.h"
#include "server/invoices/routes.h"
#include "server/jobs/routes.h"
#include "server/kyc/routes.h"
#include "server/ledger/routes.h"
#include "server/live/reactions.h"
#include "server/live/routes.h"
#include "server/notifications/jobs.h"
#include "server/notifications/reactions.h"
#include "server/notifications/routes.h"
#include "server/orders/jobs.h"
#include "server/orders/routes.h"
#include "server/payments/jobs.h"
#include "server/payments/reactions.h"
#include "server/payments/routes.h"
#include "server/payouts/jobs.h"
#include "server/payouts/reactions.h"
#include "server/payouts/routes.h"
#include "server/people/routes.h"
#include "server/pictures/routes.h"
#include "server/privacy/jobs.h"
#include "server/privacy/routes.h"
#include "server/refunds/jobs.h"
#include "server/refunds/reactions.h"
#include "server/refunds/routes.h"
#include "server/reports/jobs.h"
#include "server/reports/routes.h"
#include "server/settings/reactions.h"
#include "server/settings/routes.h"
#include "server/storage/jobs.h"
#include "server/storage/routes.h"
#include "server/tax/jobs.h"
#include "server/tax/reactions.h"
#include "server/tax/routes.h"
#include "server/vendors/routes.h"
#include "server/weighing/jobs.h"
#include "server/weighing/routes.h"
#include "shared/contract/all.h"

#include <QSet>

namespace {

constexpr int jobThreads = reports::handsMax + 1;
constexpr int settleRoundsMax = 1000;
constexpr qint64 repliesKeptMs = 48 * hourMs; // a client repeats a keyed call within minutes, the law of 24 h has room
constexpr int repliesPerSweep = 5000;

QByteArray nameOf(Method method, QByteArrayView path)
{
    return QByteArray(names::text(method).latin1()) + ' ' + path.toByteArray();
}

void forgetReplies(jobs::Service &jobs, Db &db, const Clock &clock)
{
    jobs.every("core.forget_replies", hourMs, [&db, &clock] {
        while (db.forgetReplies(clock.now().after(-repliesKeptMs), repliesPerSweep) == repliesPerSweep)
            continue;
    });
}

auth::Outside outsideOf(const MarketPlan &plan)
{
    return {.sendsSms = !plan.sms.url.isEmpty(), .google = plan.google};
}

} // namespace

Market::Market(Db &db, const Clock &clock, const MarketPlan &plan)
    : m_db(db)
    , m_migrated(migrate::run(db))
    , ids(clock)
    , secrets(plan.masterSecrets, plan.passwordCost)
    , outbox(db)
    , audit(db, clock, ids, secrets, plan.auditAnchor)
    , settings(db, audit)
    , jobs(db, clock, ids)
    , storage(db, clock, ids, settings, audit, secrets, plan.storage)
    , ledger(db, ids)
    , accounts(db, ids, storage)
    , auth(db, clock, ids, accounts, settings, audit, secrets, outsideOf(plan))
    , kyc(db, ids, accounts, auth, storage, audit, settings, secrets)
    , catalog(db, clock, ids, accounts, settings, audit)
    , pictures(db, ids, catalog, storage, audit)
    , discovery(db, clock, catalog, accounts, settings)
    , payments(db, clock, ids, accounts, auth, ledger, settings, audit, secrets, plan.gateways)
    , orders(db, clock, ids, catalog, ledger, payments, accounts, auth, settings, audit)
    , weighing(db, clock, ids, secrets, orders, ledger, settings, storage, audit)
    , buyers(db, ids, accounts, catalog, discovery, ledger, orders)
    , refunds(db, clock, ids, orders, weighing, ledger, accounts, auth, settings, storage, audit)
    , tax(db, ids, ledger, orders, accounts, auth, kyc, audit)
    , payouts(db, ids, ledger, orders, tax, kyc, accounts, auth, audit, settings, payments, plan.bankFolder)
    , books(db, clock, ids, ledger, accounts, auth, audit, settings, secrets, plan.booksAnchor)
    , invoices(db, ids, {orders, weighing, accounts, kyc, tax, jobs, ledger}, plan.business,
               plan.painter.isEmpty() ? plan.storage.sandbox : plan.painter)
    , vendors(db, clock, accounts, catalog, orders, settings, audit, secrets)
    , people(db, accounts, auth, orders, audit)
    , chat(db, ids, orders, storage, audit)
    , ads(db, clock, ids, accounts, catalog, audit, storage, secrets)
    , reports(db, clock, ids, settings, audit, jobs, storage, accounts, plan.storage.sandbox)
    , notifications(db, ids, accounts, settings, jobs, storage, plan.mail, plan.sms)
    , privacy(db, clock, ids, secrets, audit, jobs,
              {accounts, auth, kyc, storage, ledger, payments, orders, weighing, buyers, refunds, payouts, vendors,
               chat, notifications, invoices})
    , live(clock, auth, chat)
    , analytics(db, clock, settings)
    , heatmap(db, clock, accounts, settings)
{
    outbox.attend(); // before what the listeners keep up to date is read: what other nodes do meanwhile is heard
    settings.load();
    auth.load();
    payments.load();
    tax.load();
    refunds.load();
    addReactions();

    books.compareWith({payments, orders, weighing, refunds, payouts, tax});
    audit.nameActorsBy([this](Tx &tx, const QList<Id<Account>> &ids) { return accounts.namesOf(tx, ids); });
    weighing.endContestsBy([this](Tx &tx, Id<Order> order) { return refunds.endContest(tx, order); });
    payments.payOut([this](Tx &tx) { return payouts.isSending(tx); });
    payments.payFor({.paid = [this](Tx &tx, Id<PlacedOrders> checkout) { return orders.onlinePaid(tx, checkout); },
                     .isAwaited = [this](Tx &tx, Id<PlacedOrders> checkout) { return orders.isAwaited(tx, checkout); },
                     .failed = [this](Tx &tx, Id<PlacedOrders> checkout,
                                      const QString &reason) { return orders.onlineFailed(tx, checkout, reason); }});
    addJobs(clock);
}

void Market::addReactions()
{
    settings::reactions(outbox, settings);
    auth::reactions(outbox, auth);
    catalog::reactions(outbox, catalog);
    discovery::reactions(outbox, discovery);
    payments::reactions(outbox, payments);
    refunds::reactions(outbox, refunds);
    payouts::reactions(outbox, payouts);
    tax::reactions(outbox, tax);
    invoices::reactions(outbox, invoices);
    chat::reactions(outbox, chat);
    notifications::reactions(outbox, notifications);
    live::reactions(outbox, live);
    analytics::reactions(outbox, analytics);
    heatmap::reactions(outbox, heatmap);
}

void Market::addJobs(const Clock &clock)
{
    audit::jobs(jobs, audit, m_db, clock);
    storage::jobs(jobs, storage);
    auth::jobs(jobs, auth);
    discovery::jobs(jobs, discovery);
    payments::jobs(jobs, payments);
    orders::jobs(jobs, orders);
    refunds::jobs(jobs, refunds);
    weighing::jobs(jobs, weighing);
    books::jobs(jobs, books, m_db, clock);
    payouts::jobs(jobs, payouts);
    tax::jobs(jobs, tax);
    invoices::jobs(jobs, invoices);
    ads::jobs(jobs, ads);
    reports::jobs(jobs, reports);
    notifications::jobs(jobs, notifications);
    privacy::jobs(jobs, privacy);
    analytics::jobs(jobs, analytics);
    heatmap::jobs(jobs, heatmap);
    forgetReplies(jobs, m_db, clock);
}

Market::~Market()
{
    stop();
}

void Market::routes(http::Router &router)
{
    settings::routes(router, settings, settings::Proof([this](const Caller &caller) {
                         return m_db.read([&](Tx &tx) { return auth.requireFresh(tx, caller); });
                     }));
    audit::routes(router, audit);
    jobs::routes(router, jobs);
    storage::routes(router, storage);
    ledger::routes(router, ledger);
    accounts::routes(router, accounts);
    auth::routes(router, auth);
    kyc::routes(router, kyc);
    catalog::routes(router, catalog);
    pictures::routes(router, pictures);
    discovery::routes(router, discovery);
    payments::routes(router, payments);
    orders::routes(router, orders);
    weighing::routes(router, weighing);
    buyers::routes(router, buyers);
    refunds::routes(router, refunds);
    payouts::routes(router, payouts);
    books::routes(router, books);
    tax::routes(router, tax);
    invoices::routes(router, invoices);
    vendors::routes(router, vendors);
    people::routes(router, people);
    chat::routes(router, chat);
    ads::routes(router, ads);
    notifications::routes(router, notifications);
    privacy::routes(router, privacy);
    live::routes(router, live);
    // Figures can wait; trade and signing in cannot.
    router.steppingBack([&] {
        reports::routes(router, reports);
        analytics::routes(router, analytics);
        heatmap::routes(router, heatmap);
    });

    demandAll(router);
}

void Market::demandAll(const http::Router &router)
{
    QSet<QByteArray> bound;
    for (const http::Route &route : router.routes())
        if (!route.isPage)
            bound += nameOf(route.method, route.path);
    qsizetype declared = 0;
    api::forEach([&](const auto &endpoint) {
        const QByteArrayView path(endpoint.path.data(), qsizetype(endpoint.path.size()));
        if (!bound.contains(nameOf(endpoint.method.value, path)))
            throw std::logic_error("no handler is bound to " + nameOf(endpoint.method.value, path).toStdString());
        ++declared;
    });
    if (declared != bound.size())
        throw std::logic_error("a handler is bound to an endpoint that the contract does not list");
}

void Market::start()
{
    // On SQLite nobody else can be at work: what seems to run was left by a server that died. On PostgreSQL another
    // node may be alive, and only the end of a lease tells.
    if (m_db.engine() == Engine::Sqlite) {
        jobs.inherit();
        reports.inherit();
        storage.clearDrafts();
    }
    outbox.start();
    jobs.start(jobThreads);
}

void Market::stop()
{
    payments.stop(); // a job may wait for the gateway
    jobs.stop();
    outbox.stop();
}

void Market::settleDown()
{
    for (int round = 0; round < settleRoundsMax; ++round) {
        outbox.drain();
        if (jobs.runDue() == 0)
            return;
    }
}
