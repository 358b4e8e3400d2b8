// SQL of what is withheld from stores and paid to the tax office.

#include "server/core/known.h"
#include "server/tax/store.h"

namespace tax {

namespace {

const std::string sumsByMonth =
    "FROM (SELECT vendor_id, month_day, CAST(sum(igst) AS BIGINT) AS igst, CAST(sum(cgst) AS BIGINT) AS cgst,"
    " CAST(sum(sgst) AS BIGINT) AS sgst, CAST(sum(tds) AS BIGINT) AS tds FROM tax_withheld WHERE ";

constexpr std::string_view sumsByDay =
    "FROM (SELECT day, is_interstate, tcs_rate, tds_rate, exempt_until, CAST(sum(gross) AS BIGINT) AS gross,"
    " CAST(sum(covered) AS BIGINT) AS covered, CAST(sum(taxable) AS BIGINT) AS taxable,"
    " CAST(sum(returned) AS BIGINT) AS returned FROM"
    " (SELECT l.sold_day AS day, l.is_interstate, w.tcs_rate, w.tds_rate, w.exempt_until, l.gross,"
    " CASE WHEN w.line_id IS NULL THEN 0 ELSE l.gross END AS covered,"
    " CASE WHEN w.line_id IS NOT NULL AND l.gst_rate > 0 THEN l.taxable ELSE 0 END AS taxable,"
    " 0 AS returned FROM tax_lines l LEFT JOIN tax_withheld_lines w ON w.line_id = l.line_id"
    " WHERE l.vendor_id = ?1 AND l.sold_day >= ?2"
    " UNION ALL SELECT r.returned_day, r.is_interstate, w.tcs_rate, w.tds_rate, w.exempt_until, 0, 0, 0,"
    " CASE WHEN r.gst_rate > 0 THEN r.taxable ELSE 0 END"
    " FROM tax_returns r JOIN tax_withheld_lines w ON w.line_id = r.line_id"
    " WHERE r.vendor_id = ?1 AND r.returned_day >= ?2) AS moved"
    " GROUP BY day, is_interstate, tcs_rate, tds_rate, exempt_until) AS summed ORDER BY day, is_interstate";

} // namespace

void Store::cover(Tx &tx, Id<Order> order, Id<Payout> payout, const Terms &terms)
{
    tx.run("INSERT INTO tax_withheld_lines (line_id, payout_id, tcs_rate, tds_rate, exempt_until)"
           " SELECT line_id, ?2, ?3, ?4, ?5 FROM tax_lines WHERE order_id = ?1 ON CONFLICT DO NOTHING",
           order, payout, terms.tcsRate, terms.tdsRate, terms.exemptUntil);
}

QList<DaySum> Store::daysOf(Tx &tx, Id<Vendor> vendor, qint64 from)
{
    return tx.all<DaySum>(sumsByDay, vendor, from);
}

QList<WithheldSum> Store::withheldFrom(Tx &tx, Id<Vendor> vendor, qint64 monthDay)
{
    return tx.all<WithheldSum>(sumsByMonth + "vendor_id = ? AND month_day >= ? GROUP BY vendor_id,"
                                             " month_day) AS sums ORDER BY month_day",
                               vendor, monthDay);
}

QList<WithheldSum> Store::withheldFor(Tx &tx, qint64 monthDay, const Stores &stores)
{
    return tx.all<WithheldSum>(sumsByMonth + "month_day = ? AND vendor_id >= ? AND vendor_id <= ?"
                                             " GROUP BY vendor_id, month_day) AS sums ORDER BY vendor_id",
                               monthDay, stores.first, stores.last);
}

void Store::insert(Tx &tx, const WithheldRow &row)
{
    tx.insert("tax_withheld", row);
}

bool Store::insertNew(Tx &tx, const DepositRow &row)
{
    return tx.insertNew("tax_deposits", row);
}

QList<DepositRow> Store::deposits(Tx &tx, const ListTaxDeposits &wish, const std::optional<Id<TaxDeposit>> &before,
                                  int limit)
{
    std::string where;
    sql::Values values;
    const auto add = [&](std::string_view condition, sql::Value value) {
        where += where.empty() ? " WHERE " : " AND ";
        where += condition;
        values.push_back(std::move(value));
    };
    if (wish.head)
        add("head = ?", sql::value(*wish.head));
    if (before)
        add("id < ?", sql::value(*before));
    values.push_back(sql::value(limit));
    return tx.all<DepositRow>("FROM tax_deposits" + where + " ORDER BY id DESC LIMIT ?", values);
}

QList<DepositRow> Store::depositsAfter(Tx &tx, Id<TaxDeposit> id, int limit)
{
    return tx.all<DepositRow>("FROM tax_deposits WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id.uuid), limit);
}

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &deposits)
{
    return knownAmong(tx, "FROM tax_deposits", deposits);
}

bool Store::insertNew(Tx &tx, const ReversalRow &row)
{
    return tx.insertNew("tax_deposit_reversals", row);
}

std::optional<DepositRow> Store::deposit(Tx &tx, Id<TaxDeposit> id)
{
    return tx.one<DepositRow>("FROM tax_deposits WHERE id = ?", id);
}

std::optional<ReversalRow> Store::reversal(Tx &tx, Id<TaxDeposit> deposit)
{
    return tx.one<ReversalRow>("FROM tax_deposit_reversals WHERE deposit_id = ?", deposit);
}

QList<ReversalRow> Store::reversals(Tx &tx, const QList<DepositRow> &deposits)
{
    std::string marks;
    sql::Values values;
    for (const DepositRow &row : deposits) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(row.id));
    }
    return deposits.isEmpty()
               ? QList<ReversalRow>()
               : tx.all<ReversalRow>("FROM tax_deposit_reversals WHERE deposit_id IN (" + marks + ")", values);
}

qint64 Store::reversalsOf(Tx &tx, const QString &challanKey)
{
    return tx.number("count(*) FROM tax_deposit_reversals WHERE challan_key = ?", challanKey);
}

QList<PayoutTax> Store::withheldAfter(Tx &tx, Id<Payout> payout, int limit)
{
    return tx.all<PayoutTax>("FROM (SELECT payout_id, CAST(sum(igst + cgst + sgst) AS BIGINT) AS tcs,"
                             " CAST(sum(tds) AS BIGINT) AS tds FROM tax_withheld WHERE payout_id > ?"
                             " GROUP BY payout_id ORDER BY payout_id LIMIT ?) AS sums ORDER BY payout_id",
                             sql::idBytes(payout.uuid), limit);
}

bool Store::isWithheld(Tx &tx, Id<Payout> payout)
{
    return tx.number("count(*) FROM tax_withheld WHERE payout_id = ?", payout) > 0;
}

Money Store::deposited(Tx &tx, TaxHead head, const std::optional<qint64> &monthDay)
{
    const std::string sum = "CAST(coalesce(sum(amount), 0) AS BIGINT) FROM tax_deposits WHERE head = ?"
                            " AND NOT EXISTS (SELECT 1 FROM tax_deposit_reversals r WHERE r.deposit_id ="
                            " tax_deposits.id)";
    return {monthDay ? tx.number(sum + " AND month_day = ?", head, *monthDay) : tx.number(sum, head)};
}

} // namespace tax
