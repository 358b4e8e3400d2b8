#include "server/invoices/store.h"

namespace invoices {

qint64 Store::number(Tx &tx, const QString &series)
{
    tx.run("INSERT INTO invoice_series (series, last_serial) VALUES (?, 1) ON CONFLICT (series) DO UPDATE SET"
           " last_serial = invoice_series.last_serial + 1",
           series);
    return tx.number("last_serial FROM invoice_series WHERE series = ?", series);
}

void Store::insert(Tx &tx, const InvoiceRow &row)
{
    tx.insert("invoices", row);
}

std::optional<InvoiceRow> Store::find(Tx &tx, Id<Invoice> id)
{
    return tx.one<InvoiceRow>("FROM invoices WHERE id = ?", id);
}

std::optional<InvoiceRow> Store::ofSale(Tx &tx, Id<Order> order)
{
    return tx.one<InvoiceRow>("FROM invoices WHERE order_id = ? AND kind IN ('tax_invoice', 'sale_invoice')", order);
}

std::optional<InvoiceRow> Store::ofRefund(Tx &tx, Id<Refund> refund)
{
    return tx.one<InvoiceRow>("FROM invoices WHERE refund_id = ?", refund);
}

QList<Invoice> Store::list(Tx &tx, const Scope &scope, const std::optional<Id<Invoice>> &before, int limit)
{
    std::string where;
    sql::Values values;
    const auto add = [&](std::string_view condition, sql::Value value) {
        where += where.empty() ? " WHERE " : " AND ";
        where += condition;
        values.push_back(std::move(value));
    };
    if (scope.vendor)
        add("vendor_id = ?", sql::value(*scope.vendor));
    if (scope.month) {
        add("day >= ?", sql::value(*scope.month + QStringLiteral("-01")));
        add("day <= ?", sql::value(*scope.month + QStringLiteral("-31")));
    }
    if (scope.kind)
        add("kind = ?", sql::value(*scope.kind));
    if (before)
        add("id < ?", sql::value(*before));
    values.push_back(sql::value(limit));
    return tx.all<Invoice>("FROM invoices" + where + " ORDER BY id DESC LIMIT ?", values);
}

QList<Invoice> Store::ofOrder(Tx &tx, Id<Order> order, int limit)
{
    return tx.all<Invoice>("FROM invoices WHERE order_id = ? ORDER BY id LIMIT ?", order, limit);
}

QList<Invoice> Store::ofBuyer(Tx &tx, Id<Account> buyer, int limit)
{
    return tx.all<Invoice>("FROM invoices WHERE buyer_id = ? ORDER BY id DESC LIMIT ?", buyer, limit);
}

QList<Invoice> Store::ofVendor(Tx &tx, Id<Vendor> vendor, int limit)
{
    return tx.all<Invoice>("FROM invoices WHERE vendor_id = ? ORDER BY id DESC LIMIT ?", vendor, limit);
}

bool Store::note(Tx &tx, const CommissionRow &row)
{
    return tx.insertNew("invoice_commissions", row);
}

std::optional<CommissionRow> Store::commissionOf(Tx &tx, Id<Order> order)
{
    return tx.one<CommissionRow>("FROM invoice_commissions WHERE cause_id = ?", order);
}

CommissionSum Store::givenBackOf(Tx &tx, Id<Order> order)
{
    return tx
        .one<CommissionSum>("FROM (SELECT count(*) AS orders, CAST(coalesce(sum(amount), 0) AS BIGINT) AS amount,"
                            " CAST(coalesce(sum(tax), 0) AS BIGINT) AS tax FROM invoice_commissions"
                            " WHERE order_id = ? AND kind = 'commission_credit_note') AS summed",
                            order)
        .value_or(CommissionSum{});
}

void Store::open(Tx &tx, const MonthRow &row)
{
    (void)tx.insertNew("invoice_months", row);
}

bool Store::isBilled(Tx &tx, const MonthRow &month)
{
    return tx.number("count(*) FROM invoice_months WHERE vendor_id = ? AND month = ? AND kind = ? AND is_billed = 1",
                     month.vendorId, month.month, month.kind) > 0;
}

QList<MonthRow> Store::unbilled(Tx &tx, const QString &before, int limit)
{
    return tx.all<MonthRow>("FROM invoice_months WHERE is_billed = 0 AND month < ? ORDER BY month, vendor_id, kind"
                            " LIMIT ?",
                            before, limit);
}

CommissionSum Store::sumOf(Tx &tx, const MonthRow &month)
{
    return tx
        .one<CommissionSum>("FROM (SELECT count(DISTINCT order_id) AS orders,"
                            " CAST(coalesce(sum(amount), 0) AS BIGINT) AS amount,"
                            " CAST(coalesce(sum(tax), 0) AS BIGINT) AS tax FROM invoice_commissions"
                            " WHERE vendor_id = ? AND month = ? AND kind = ?) AS summed",
                            month.vendorId, month.month, month.kind)
        .value_or(CommissionSum{});
}

bool Store::close(Tx &tx, const MonthRow &month)
{
    return tx.run("UPDATE invoice_months SET is_billed = 1 WHERE vendor_id = ? AND month = ? AND kind = ?"
                  " AND is_billed = 0",
                  month.vendorId, month.month, month.kind) == 1;
}

ProgressRow Store::progress(Tx &tx)
{
    return tx.one<ProgressRow>("FROM invoice_progress WHERE id = 1").value_or(ProgressRow{});
}

void Store::advance(Tx &tx, const ProgressRow &row)
{
    tx.run("UPDATE invoice_progress SET last_order_id = ?, is_whole = ? WHERE id = 1", row.lastOrderId, row.isWhole);
}

} // namespace invoices
