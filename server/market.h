#pragma once

// The composition root: every service, built once in the order of the floor plan and handed down by reference. Whoever
// needs a marketplace (the server, an operator's command, a test) builds one of these.

#include "server/accounts/service.h"
#include "server/ads/service.h"
#include "server/analytics/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/books/service.h"
#include "server/buyers/service.h"
#include "server/catalog/service.h"
#include "server/chat/service.h"
#include "server/core/ids.h"
#include "server/core/outbox.h"
#include "server/core/secrets.h"
#include "server/discovery/service.h"
#include "server/heatmap/service.h"
#include "server/invoices/service.h"
#include "server/jobs/service.h"
#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/live/hub.h"
#include "server/notifications/service.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "server/payouts/service.h"
#include "server/people/service.h"
#include "server/pictures/service.h"
#include "server/privacy/service.h"
#include "server/refunds/service.h"
#include "server/reports/service.h"
#include "server/settings/service.h"
#include "server/storage/service.h"
#include "server/tax/service.h"
#include "server/vendors/service.h"
#include "server/weighing/service.h"

namespace http {
class Router;
}

// What a marketplace has to be told from outside.
struct MarketPlan
{
    storage::Place storage;
    QList<payments::GatewayConfig> gateways;
    notifications::MailConfig mail;
    notifications::SmsConfig sms = {};
    auth::gateways::GoogleConfig google = {};
    QList<QByteArray> masterSecrets;
    QString auditAnchor = {}; // the file that holds the newest seal of the audit log; none is kept when empty
    QString booksAnchor = {}; // the same of the ledger
    int passwordCost = crypto::Passwords::productionCost;
    InvoiceParty business = {}; // who runs the market and invoices its commission
    QString bankFolder = {};    // of the operator's layouts of bank files; none when empty
    QString painter = {};       // the program that draws invoices; the storage's sandbox when empty
};

class Market
{
public:
    // Brings the tables up to date first.
    Market(Db &db, const Clock &clock, const MarketPlan &plan);
    ~Market();

    // Binds every endpoint of the contract. Throws when one is missing or bound twice: such a server must not start.
    void routes(http::Router &router);
    // The check by itself.
    static void demandAll(const http::Router &router);

    // Background work: reactions, jobs and schedules.
    void start();
    void stop();

    // For commands and tests that run without threads: reactions and due jobs until nothing is left to do.
    void settleDown();

private:
    void addReactions();
    void addJobs(const Clock &clock);

    Db &m_db; // declared first: the tables must be there before a service reads its own
    const int m_migrated;

public:
    const Ids ids;
    const Secrets secrets;
    Outbox outbox;
    audit::Service audit;
    settings::Service settings;
    jobs::Service jobs;
    storage::Service storage;
    ledger::Service ledger;
    accounts::Service accounts;
    auth::Service auth;
    kyc::Service kyc;
    catalog::Service catalog;
    pictures::Service pictures;
    discovery::Service discovery;
    payments::Service payments;
    orders::Service orders;
    weighing::Service weighing;
    buyers::Service buyers;
    refunds::Service refunds;
    tax::Service tax;
    payouts::Service payouts;
    books::Service books;
    invoices::Service invoices;
    vendors::Service vendors;
    people::Service people;
    chat::Service chat;
    ads::Service ads;
    reports::Service reports;
    notifications::Service notifications;
    privacy::Service privacy;
    live::Hub live;
    analytics::Service analytics;
    heatmap::Service heatmap;

    Db &db() { return m_db; }
    int migrated() const { return m_migrated; } // scripts that were applied
};
