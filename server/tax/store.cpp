#include "server/tax/store.h"

namespace tax {

namespace {

struct SellerId
{
    Id<Vendor> vendorId;

    FIELDS(SellerId, FIELD(vendorId))
};

} // namespace

void Store::note(Tx &tx, const LineRow &line)
{
    if (tx.insertNew("tax_lines", line))
        add(tx, line.vendorId, {.day = line.soldDay, .isInterstate = line.isInterstate, .gross = line.gross});
}

void Store::note(Tx &tx, const ReturnRow &row)
{
    if (tx.insertNew("tax_returns", row))
        addReturn(tx, row);
}

QList<LineRow> Store::lines(Tx &tx, Id<Order> order)
{
    return tx.all<LineRow>("FROM tax_lines WHERE order_id = ? ORDER BY line_id", order);
}

bool Store::isReturned(Tx &tx, Id<Refund> refund)
{
    return tx.number("count(*) FROM tax_returns WHERE refund_id = ?", refund) > 0;
}

QList<ReturnRow> Store::returns(Tx &tx, Id<Refund> refund)
{
    return tx.all<ReturnRow>("FROM tax_returns WHERE refund_id = ? ORDER BY line_id", refund);
}

void Store::note(Tx &tx, const InvoiceRow &row)
{
    (void)tx.insertNew("tax_invoices", row);
}

std::optional<InvoiceRow> Store::invoice(Tx &tx, Id<Order> order)
{
    return tx.one<InvoiceRow>("FROM tax_invoices WHERE order_id = ?", order);
}

Money Store::returnedOf(Tx &tx, Id<OrderLine> line)
{
    return {tx.number("CAST(coalesce(sum(gross), 0) AS BIGINT) FROM tax_returns WHERE line_id = ?", line)};
}

QList<Id<Vendor>> Store::sellers(Tx &tx, const Span &days, const std::optional<Id<Vendor>> &after, int limit)
{
    const sql::IdBytes last = sql::idBytes(after.value_or(Id<Vendor>()).uuid);
    QList<Id<Vendor>> out;
    for (const SellerId &row : tx.all<SellerId>(
             "FROM (SELECT vendor_id FROM tax_lines WHERE sold_day >= ? AND sold_day < ? AND vendor_id > ?"
             " UNION SELECT vendor_id FROM tax_returns WHERE returned_day >= ? AND returned_day < ? AND vendor_id > ?)"
             " AS sellers ORDER BY vendor_id LIMIT ?",
             days.from, days.until, last, days.from, days.until, last, limit))
        out += row.vendorId;
    return out;
}

QList<SoldSum> Store::sums(Tx &tx, const Span &days, const Stores &stores)
{
    return tx.all<SoldSum>(
        "FROM (SELECT vendor_id, is_interstate, CAST(sum(gross) AS BIGINT) AS gross,"
        " CAST(sum(taxable) AS BIGINT) AS taxable, CAST(sum(untaxed) AS BIGINT) AS untaxed,"
        " CAST(sum(returned) AS BIGINT) AS returned FROM"
        " (SELECT vendor_id, is_interstate, gross, CASE WHEN gst_rate > 0 THEN taxable ELSE 0 END AS taxable,"
        " CASE WHEN gst_rate = 0 THEN gross ELSE 0 END AS untaxed, 0 AS returned FROM tax_lines"
        " WHERE sold_day >= ? AND sold_day < ? AND vendor_id >= ? AND vendor_id <= ?"
        " UNION ALL SELECT vendor_id, is_interstate, 0, 0, 0, CASE WHEN gst_rate > 0 THEN taxable ELSE 0 END"
        " FROM tax_returns WHERE returned_day >= ? AND returned_day < ? AND vendor_id >= ? AND vendor_id <= ?)"
        " AS moved GROUP BY vendor_id, is_interstate) AS summed ORDER BY vendor_id, is_interstate",
        days.from, days.until, stores.first, stores.last, days.from, days.until, stores.first, stores.last);
}

Money Store::soldBefore(Tx &tx, Id<Vendor> vendor, const Span &days, Id<Order> order)
{
    return {tx.number("CAST(coalesce(sum(gross), 0) AS BIGINT) FROM tax_lines WHERE vendor_id = ? AND sold_day >= ?"
                      " AND (sold_day < ? OR (sold_day = ? AND order_id < ?))",
                      vendor, days.from, days.until, days.until, order)};
}

bool Store::takeEdition(Tx &tx, int edition)
{
    return tx.run("UPDATE tax_edition SET edition = ?1 WHERE id = 1 AND edition <= ?1", edition) == 1;
}

QList<SwitchRow> Store::switches(Tx &tx)
{
    return tx.all<SwitchRow>("FROM tax_switches ORDER BY rule_key");
}

bool Store::turn(Tx &tx, const SwitchRow &row)
{
    return tx.run("INSERT INTO tax_switches (rule_key, is_on, reason, changed_by_id, changed_at)"
                  " VALUES (?, ?, ?, ?, ?) ON CONFLICT (rule_key) DO UPDATE SET is_on = excluded.is_on,"
                  " reason = excluded.reason, changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at"
                  " WHERE tax_switches.is_on <> excluded.is_on",
                  row.ruleKey, row.isOn, row.reason, row.changedById, row.changedAt) == 1;
}

ProgressRow Store::progress(Tx &tx)
{
    return tx.one<ProgressRow>("FROM tax_progress WHERE id = 1").value_or(ProgressRow{});
}

void Store::advance(Tx &tx, const ProgressRow &row)
{
    tx.run("UPDATE tax_progress SET last_order_id = ?, is_whole = ? WHERE id = 1", row.lastOrderId, row.isWhole);
}

} // namespace tax
