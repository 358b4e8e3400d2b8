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

std::optional<InvoiceRow> Store::newestOf(Tx &tx, Id<Vendor> vendor)
{
    return tx.one<InvoiceRow>("FROM invoices WHERE vendor_id = ? ORDER BY id DESC LIMIT 1", vendor);
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

QList<MonthRow> Store::unbilledOf(Tx &tx, Id<Vendor> vendor, int limit)
{
    return tx.all<MonthRow>("FROM invoice_months WHERE vendor_id = ? AND is_billed = 0 ORDER BY month, kind LIMIT ?",
                            vendor, limit);
}

CommissionSum Store::sumOf(Tx &tx, const MonthRow &month)
{
    return tx
        .one<CommissionSum>("FROM (SELECT count(DISTINCT order_id) AS orders,"
                            " CAST(coalesce(sum(amount), 0) AS BIGINT) AS amount,"
                            " CAST(coalesce(sum(tax), 0) AS BIGINT) AS tax,"
                            " CAST(coalesce(sum(CASE WHEN tax = 0 THEN amount ELSE 0 END), 0) AS BIGINT) AS untaxed"
                            " FROM invoice_commissions"
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

void Store::expect(Tx &tx, const DueRow &row)
{
    (void)tx.insertNew("invoice_dues", row);
}

QList<DueRow> Store::due(Tx &tx, int limit)
{
    return tx.all<DueRow>("FROM invoice_dues WHERE due_at <= ? ORDER BY due_at, cause_id LIMIT ?", tx.now(), limit);
}

QList<DueRow> Store::duesOf(Tx &tx, Id<Vendor> vendor, int limit)
{
    return tx.all<DueRow>("FROM invoice_dues WHERE vendor_id = ? ORDER BY noticed_at, cause_id LIMIT ?", vendor, limit);
}

void Store::putOff(Tx &tx, const DueRow &row, Instant until)
{
    tx.run("UPDATE invoice_dues SET due_at = ?2 WHERE cause_id = ?1", row.causeId, until);
}

void Store::fulfil(Tx &tx, const DueRow &row)
{
    tx.run("DELETE FROM invoice_dues WHERE cause_id = ?", row.causeId);
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
