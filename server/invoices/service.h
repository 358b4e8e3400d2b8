#pragma once

// The papers of sales: what a store invoices to its buyer, the credit notes to it, and what the market invoices to the
// store for its commission. Numbers come from one series without a gap; what was issued never changes and moves no
// money.

#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/core/stopping.h"
#include "server/invoices/rules.h"
#include "server/invoices/store.h"

struct OrderSettled;
struct RefundProcessed;

namespace accounts {
class Service;
}
namespace jobs {
class Service;
}
namespace kyc {
class Service;
}
namespace ledger {
class Service;
}
namespace orders {
class Service;
struct SoldOrder;
} // namespace orders
namespace tax {
class Service;
struct LineRow;
} // namespace tax
namespace weighing {
class Service;
}

namespace invoices {

constexpr std::string_view issueKind = "invoices.issue";
constexpr std::string_view creditKind = "invoices.credit";

// What the service asks of others.
struct Sources
{
    orders::Service &orders;
    weighing::Service &weighing;
    accounts::Service &accounts;
    kyc::Service &kyc;
    tax::Service &tax;
    jobs::Service &jobs;
    ledger::Service &ledger;
};

class Service
{
public:
    // market: who runs it and invoices the commission. painter: the program that draws; without it nothing is drawn.
    Service(Db &db, const Ids &ids, const Sources &sources, InvoiceParty market, QString painter);

    Result<FileBody> downloadOrderInvoice(const Caller &caller, Id<Order> id, const AskInvoice &wish);
    Result<QList<Invoice>> listOrderInvoices(const Caller &caller, Id<Order> id);
    Result<FileBody> downloadInvoice(const Caller &caller, Id<Invoice> id, const AskInvoice &wish);
    Result<Page<Invoice>> listVendorInvoices(const Caller &caller, const ListInvoices &wish);
    Result<Page<Invoice>> listInvoices(const Caller &caller, const ListAllInvoices &wish);

    // The papers themselves are made by jobs; that they are due is written down in the transaction of the reaction.
    Result<> onOrderSettled(Tx &tx, const OrderSettled &event);
    Result<> onRefundProcessed(Tx &tx, const RefundProcessed &event);

    // Jobs. Each paper once, however often it is asked for.
    Result<> issue(const QByteArray &payload);
    Result<> credit(const QByteArray &payload);
    // Papers that are due still, because what they need was not there before; says how many could be written.
    int issueDue(const Stopping &isStopping = goOn);
    // Invoices the commission of the months that are over; says how many papers that were.
    int billMonths(const Stopping &isStopping = goOn);
    // Orders that were settled before there were invoices. Says how many were looked at.
    int catchUp(const Stopping &isStopping = goOn);

    // Nothing of an order that was settled for nothing, or is not settled.
    Result<std::optional<InvoiceRow>> issueSale(Tx &tx, Id<Order> order);
    Result<> issueCredit(Tx &tx, Id<Order> order, Id<Refund> refund);

    // What is issued stays after its buyer has left, because the law wants it kept.
    personal::Parts exportOf(Tx &tx, const Account &account);
    // Writes what is due and invoices what is charged, while the store still has the name that belongs on it.
    void closeStore(Tx &tx, Id<Vendor> vendor);

private:
    Result<> checkSeat(Tx &tx, const Caller &caller, Id<Order> order);
    Result<FileBody> drawn(const InvoicePaper &paper, const QString &language) const;
    Result<Page<Invoice>> page(const Scope &scope, const std::optional<QString> &cursor, int limit);

    // A store that has left is named as on its newest paper; nothing where it has none.
    std::optional<InvoiceParty> partyOf(Tx &tx, const Vendor &vendor, const QString &region);
    InvoiceParty buyerOf(const orders::SoldOrder &sold, const QString &region) const;
    InvoicePaper saleOf(Tx &tx, const orders::SoldOrder &sold, InvoiceParty seller, const QList<tax::LineRow> &lines);
    InvoiceRow rowOf(Tx &tx, InvoicePaper paper, const Vendor &vendor, qint64 day);
    void add(Tx &tx, const InvoiceRow &row);

    // What is due.
    void expect(Tx &tx, DueRow due);
    void expectFrom(Tx &tx, const orders::SoldOrder &sold);
    Result<> write(Tx &tx, const DueRow &due);
    bool tryFor(const DueRow &due);

    // Commission.
    void noteCommission(Tx &tx, Id<Order> order, Id<Vendor> vendor);
    void note(Tx &tx, CommissionRow row);
    bool bill(Tx &tx, const MonthRow &month);

    Db &m_db;
    const Ids &m_ids;
    orders::Service &m_orders;
    weighing::Service &m_weighing;
    accounts::Service &m_accounts;
    kyc::Service &m_kyc;
    tax::Service &m_tax;
    jobs::Service &m_jobs;
    ledger::Service &m_ledger;
    const InvoiceParty m_market;
    const QString m_painter;
    Store m_store;
};

} // namespace invoices
