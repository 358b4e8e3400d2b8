#pragma once

// SQL of what was issued, of its numbers, and of the commission that is still to be invoiced.

#include "server/core/db.h"
#include "shared/contract/invoicedocument.h"

namespace invoices {

struct InvoiceRow
{
    Id<Invoice> id;
    InvoiceKind kind = InvoiceKind::TaxInvoice;
    QString series;
    qint64 serial = 0;
    QString number;
    QString financialYear;
    QString day;
    std::optional<QString> month;
    Id<Vendor> vendorId;
    QString storeName;
    std::optional<Id<Account>> buyerId;
    std::optional<QString> buyerName;
    std::optional<Id<Order>> orderId;
    std::optional<QString> orderNumber;
    std::optional<Id<Refund>> refundId;
    std::optional<Id<Invoice>> invoiceId;
    std::optional<QString> invoiceNumber;
    Money taxable;
    Money igst;
    Money cgst;
    Money sgst;
    Money total;
    Instant issuedAt;
    InvoicePaper paper;

    FIELDS(InvoiceRow, FIELD(id), FIELD(kind), FIELD(series), FIELD(serial), FIELD(number), FIELD(financialYear),
           FIELD(day), FIELD(month), FIELD(vendorId), FIELD(storeName), FIELD(buyerId), FIELD(buyerName),
           FIELD(orderId), FIELD(orderNumber), FIELD(refundId), FIELD(invoiceId), FIELD(invoiceNumber), FIELD(taxable),
           FIELD(igst), FIELD(cgst), FIELD(sgst), FIELD(total), FIELD(issuedAt), FIELD(paper))
};

struct CommissionCause; // the order that was settled, or the refund

// The commission of an order, or what a refund gave back of it.
struct CommissionRow
{
    Id<CommissionCause> causeId;
    Id<Order> orderId;
    Id<Vendor> vendorId;
    QString month;         // in which it is invoiced
    qint64 chargedDay = 0; // on which it was posted
    InvoiceKind kind = InvoiceKind::CommissionInvoice;
    Money amount;
    Money tax;

    FIELDS(CommissionRow, FIELD(causeId), FIELD(orderId), FIELD(vendorId), FIELD(month), FIELD(chargedDay), FIELD(kind),
           FIELD(amount), FIELD(tax))
};

// A paper that is to be written; the refund's when there is one, else the sale's.
struct DueRow
{
    Id<CommissionCause> causeId;
    Id<Order> orderId;
    Id<Vendor> vendorId;
    std::optional<Id<Refund>> refundId = {};
    Instant noticedAt = {};
    Instant dueAt = {};

    FIELDS(DueRow, FIELD(causeId), FIELD(orderId), FIELD(vendorId), FIELD(refundId), FIELD(noticedAt), FIELD(dueAt))
};

// What one paper of the market is about.
struct MonthRow
{
    Id<Vendor> vendorId;
    QString month;
    InvoiceKind kind = InvoiceKind::CommissionInvoice;
    bool isBilled = false;

    FIELDS(MonthRow, FIELD(vendorId), FIELD(month), FIELD(kind), FIELD(isBilled))
};

struct CommissionSum
{
    qint64 orders = 0;
    Money amount;
    Money tax;
    Money untaxed; // of the amount, what has no tax within

    FIELDS(CommissionSum, FIELD(orders), FIELD(amount), FIELD(tax), FIELD(untaxed))
};

struct ProgressRow
{
    std::optional<Id<Order>> lastOrderId;
    bool isWhole = false;

    FIELDS(ProgressRow, FIELD(lastOrderId), FIELD(isWhole))
};

struct Scope
{
    std::optional<Id<Vendor>> vendor = {}; // empty: every store's
    std::optional<QString> month = {};     // in which they were issued
    std::optional<InvoiceKind> kind = {};
};

class Store
{
public:
    // The next number of the series, which nobody else has. It is given back with the transaction.
    qint64 number(Tx &tx, const QString &series);
    void insert(Tx &tx, const InvoiceRow &row);
    std::optional<InvoiceRow> find(Tx &tx, Id<Invoice> id);
    std::optional<InvoiceRow> ofSale(Tx &tx, Id<Order> order);
    std::optional<InvoiceRow> ofRefund(Tx &tx, Id<Refund> refund);
    std::optional<InvoiceRow> newestOf(Tx &tx, Id<Vendor> vendor);

    QList<Invoice> list(Tx &tx, const Scope &scope, const std::optional<Id<Invoice>> &before, int limit);
    QList<Invoice> ofOrder(Tx &tx, Id<Order> order, int limit); // oldest first
    QList<Invoice> ofBuyer(Tx &tx, Id<Account> buyer, int limit);
    QList<Invoice> ofVendor(Tx &tx, Id<Vendor> vendor, int limit);

    // False when the cause is noted already.
    bool note(Tx &tx, const CommissionRow &row);
    void open(Tx &tx, const MonthRow &row);
    bool isBilled(Tx &tx, const MonthRow &month);
    // Those before this month.
    QList<MonthRow> unbilled(Tx &tx, const QString &before, int limit);
    QList<MonthRow> unbilledOf(Tx &tx, Id<Vendor> vendor, int limit);
    CommissionSum sumOf(Tx &tx, const MonthRow &month);
    // False when somebody has invoiced it meanwhile.
    bool close(Tx &tx, const MonthRow &month);

    // Once for each cause.
    void expect(Tx &tx, const DueRow &row);
    QList<DueRow> due(Tx &tx, int limit); // by now
    QList<DueRow> duesOf(Tx &tx, Id<Vendor> vendor, int limit);
    void putOff(Tx &tx, const DueRow &row, Instant until);
    void fulfil(Tx &tx, const DueRow &row);

    ProgressRow progress(Tx &tx);
    void advance(Tx &tx, const ProgressRow &row);
};

} // namespace invoices
