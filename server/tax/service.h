#pragma once

// What the rules of tax say of settled orders: reckoned once when an order is settled, added up for the worksheets, and
// written down as the portals want it; what payouts withhold by them, and what was paid to the tax office.

#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/tax/documents.h"
#include "server/tax/rulebook.h"
#include "server/tax/store.h"

#include <functional>

struct InvoiceIssued;
struct OrderSettled;
struct RefundProcessed;

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace auth {
class Service;
}
namespace kyc {
class Service;
}
namespace ledger {
class Service;
struct Place;
struct Transaction;
struct Withheld;
} // namespace ledger
namespace orders {
class Service;
struct SoldOrder;
} // namespace orders

namespace tax {

// What was given back of an order after it was settled.
struct Return
{
    Id<Refund> id;
    Id<Order> order;
    Money amount;
    std::optional<Instant> at = {}; // now, without
};

class Service
{
public:
    Service(Db &db, const Ids &ids, ledger::Service &ledger, orders::Service &orders, accounts::Service &accounts,
            auth::Service &auth, kyc::Service &kyc, audit::Service &audit, Rulebook rulebook = Rulebook());

    // Tells the books what of a commission is tax; at start, unless a newer program has done so.
    void load();

    Result<QList<TaxRule>> listTaxRules(const Caller &caller, const ListTaxRules &wish);
    Result<TaxRule> switchTaxRule(const Caller &caller, const QString &key, const SwitchTaxRule &wish);
    Result<TaxMonth> readTaxMonth(const Caller &caller, const AskTaxMonth &wish);
    Result<Page<TcsLine>> listTcsLines(const Caller &caller, const ListTaxMonth &wish);
    Result<Page<TdsLine>> listTdsLines(const Caller &caller, const ListTaxMonth &wish);
    Result<OrderTax> readOrderTax(const Caller &caller, Id<Order> id, const AskOrderTax &wish);
    Result<TaxPaper> readEInvoice(const Caller &caller, Id<Order> id, const AskTaxPaper &wish);
    Result<TaxPaper> readEWayBill(const Caller &caller, Id<Order> id, const AskTaxPaper &wish);

    Result<QList<TaxDue>> listTaxDues(const Caller &caller);
    Result<Page<TaxDeposit>> listTaxDeposits(const Caller &caller, const ListTaxDeposits &wish);
    Result<TaxDeposit> depositTax(const Caller &caller, const DepositTax &wish);
    Result<TaxDeposit> reverseTaxDeposit(const Caller &caller, Id<TaxDeposit> id, const ReverseTaxDeposit &wish);

    // What a payout with these orders has to withhold from its store, which is kept as withheld: a sale counts in one
    // payout, whatever becomes of that.
    ledger::Withheld withhold(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, const QList<Id<Order>> &orders);

    // For the check of the books (books/service.h): looks at some payments to the tax office and payouts behind the
    // place, moves it on and says the first one in words of which the books say something else.
    std::optional<QString> difference(Tx &tx, ledger::Place &place);
    // The first of these postings that is about such a one and has none.
    std::optional<QString> stray(Tx &tx, const QList<ledger::Transaction> &postings);

    Result<> onOrderSettled(Tx &tx, const OrderSettled &event);
    Result<> onRefundProcessed(Tx &tx, const RefundProcessed &event);
    // Each refund once: its share of every line of the order counts as returned on its day.
    Result<> noteReturn(Tx &tx, const Return &given);

    // What was reckoned of a settled order, and of a refund after it; nothing while nobody has.
    QList<LineRow> linesOf(Tx &tx, Id<Order> order);
    QList<ReturnRow> returnsOf(Tx &tx, Id<Refund> refund);
    // Of the rule of this kind that is on and holds on the day; zero where there is none.
    BasisPoints rateOn(Tx &tx, TaxRuleKind kind, qint64 day);
    // The papers for the portals name the store's invoice from then on.
    Result<> onInvoiceIssued(Tx &tx, const InvoiceIssued &event);

    // Orders that were settled before anybody reckoned their tax. Says how many were looked at.
    int catchUp(const std::function<bool()> &isStopping = {});

private:
    // A settled order and what the rules of its day are asked about it.
    struct Case;

    QList<TaxRule> rules(Tx &tx, const QString &language = {});
    TaxRule describe(Tx &tx, TaxRule rule, const SwitchRow &turned);
    QList<LineRow> reckoned(Tx &tx, const orders::SoldOrder &sold, const QList<TaxRule> &known);
    Result<Case> caseOf(Tx &tx, const Caller &caller, Id<Order> id, const std::optional<QString> &buyerGstin);
    QList<AppliedTax> appliedTo(const Case &about, const LineRow &line, Money soldBefore) const;

    // Worksheets.
    QList<TcsLine> tcsLines(Tx &tx, const QList<TaxRule> &rules, const Span &month, const QList<Id<Vendor>> &stores);
    QList<TdsLine> tdsLines(Tx &tx, const QList<TaxRule> &rules, const Span &month, const QList<Id<Vendor>> &stores);
    template <class Line, class Reckon>
    Result<Page<Line>> sheet(const ListTaxMonth &wish, Reckon &&reckon);
    QString storeName(Tx &tx, Id<Vendor> id);
    QHash<Id<Vendor>, WithheldSum> withheld(Tx &tx, const Span &month, const QList<Id<Vendor>> &stores);

    // What is withheld and due.
    void cover(Tx &tx, Id<Payout> payout, const QList<Id<Order>> &orders, const QList<TaxRule> &known,
               const Seller &seller);
    QList<DaySum> sinceThen(Tx &tx, Id<Vendor> vendor, qint64 from, const QList<TaxRule> &known, const Seller &seller);
    Result<> keepCommissionTax(Tx &tx);
    std::optional<QString> wrongDeposit(Tx &tx, const QList<DepositRow> &rows);
    std::optional<QString> wrongWithheld(Tx &tx, const QList<PayoutTax> &rows);

    // Papers.
    template <class Draw>
    Result<TaxPaper> paper(const Caller &caller, Id<Order> id, const AskTaxPaper &wish, Draw &&draw);
    Sale saleOf(const Case &about, const AskTaxPaper &wish) const;

    Db &m_db;
    const Ids &m_ids;
    ledger::Service &m_ledger;
    orders::Service &m_orders;
    accounts::Service &m_accounts;
    auth::Service &m_auth;
    kyc::Service &m_kyc;
    audit::Service &m_audit;
    const Rulebook m_rulebook;
    Store m_store;
};

} // namespace tax
