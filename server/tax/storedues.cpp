// SQL of what is withheld from stores and paid to the tax office.

#include "server/core/known.h"
#include "server/tax/store.h"

namespace tax {

namespace {

const std::string sumsByMonth =
    "FROM (SELECT vendor_id, month_day, CAST(sum(igst) AS BIGINT) AS igst, CAST(sum(cgst) AS BIGINT) AS cgst,"
    " CAST(sum(sgst) AS BIGINT) AS sgst, CAST(sum(tds) AS BIGINT) AS tds FROM tax_withheld WHERE ";

constexpr std::string_view sumsByDay =
    "FROM (SELECT day, is_interstate, nullif(tcs_rate, -1) AS tcs_rate, nullif(tds_rate, -1) AS tds_rate,"
    " nullif(exempt_until, -1) AS exempt_until, gross, covered, taxable, returned FROM tax_day_sums"
    " WHERE vendor_id = ?1 AND day >= ?2) AS summed ORDER BY day, is_interstate";

// What of an order no payout has looked at, and what of that was returned before anybody did.
constexpr std::string_view uncovered =
    "FROM (SELECT l.sold_day AS day, l.is_interstate, NULL AS tcs_rate, NULL AS tds_rate, NULL AS exempt_until,"
    " l.gross, l.gross AS covered, CASE WHEN l.gst_rate > 0 THEN l.taxable ELSE 0 END AS taxable, 0 AS returned"
    " FROM tax_lines l WHERE l.order_id = ?1"
    " AND NOT EXISTS (SELECT 1 FROM tax_withheld_lines w WHERE w.line_id = l.line_id)"
    " UNION ALL SELECT r.returned_day, r.is_interstate, NULL, NULL, NULL, 0, 0, 0,"
    " CASE WHEN r.gst_rate > 0 THEN r.taxable ELSE 0 END"
    " FROM tax_returns r JOIN tax_lines l ON l.line_id = r.line_id WHERE l.order_id = ?1"
    " AND NOT EXISTS (SELECT 1 FROM tax_withheld_lines w WHERE w.line_id = l.line_id)) AS moved ORDER BY day";

struct CoveredRow
{
    std::optional<BasisPoints> tcsRate;
    std::optional<BasisPoints> tdsRate;
    std::optional<Money> exemptUntil;

    FIELDS(CoveredRow, FIELD(tcsRate), FIELD(tdsRate), FIELD(exemptUntil))
};

} // namespace

void Store::cover(Tx &tx, Id<Vendor> vendor, Id<Order> order, Id<Payout> payout, const Terms &terms)
{
    for (DaySum &sum : tx.all<DaySum>(uncovered, order)) {
        if (sum.gross != Money{})
            add(tx, vendor, {.day = sum.day, .isInterstate = sum.isInterstate, .gross = Money{} - sum.gross});
        sum.tcsRate = terms.tcsRate;
        sum.tdsRate = terms.tdsRate;
        sum.exemptUntil = terms.exemptUntil;
        add(tx, vendor, sum);
    }
    tx.run("INSERT INTO tax_withheld_lines (line_id, payout_id, tcs_rate, tds_rate, exempt_until)"
           " SELECT line_id, ?2, ?3, ?4, ?5 FROM tax_lines WHERE order_id = ?1 ON CONFLICT DO NOTHING",
           order, payout, terms.tcsRate, terms.tdsRate, terms.exemptUntil);
}

void Store::add(Tx &tx, Id<Vendor> vendor, const DaySum &sum)
{
    constexpr qint64 none = -1;
    tx.run("INSERT INTO tax_day_sums (vendor_id, day, is_interstate, tcs_rate, tds_rate, exempt_until, gross, covered,"
           " taxable, returned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
           " ON CONFLICT (vendor_id, day, is_interstate, tcs_rate, tds_rate, exempt_until)"
           " DO UPDATE SET gross = tax_day_sums.gross + excluded.gross,"
           " covered = tax_day_sums.covered + excluded.covered, taxable = tax_day_sums.taxable + excluded.taxable,"
           " returned = tax_day_sums.returned + excluded.returned",
           vendor, sum.day, sum.isInterstate, sum.tcsRate.value_or(BasisPoints{none}),
           sum.tdsRate.value_or(BasisPoints{none}), sum.exemptUntil.value_or(Money{none}), sum.gross, sum.covered,
           sum.taxable, sum.returned);
}

void Store::addReturn(Tx &tx, const ReturnRow &row)
{
    const auto covered = tx.one<CoveredRow>("FROM tax_withheld_lines WHERE line_id = ?", row.lineId);
    if (covered && row.gstRate > BasisPoints{})
        add(tx, row.vendorId,
            {.day = row.returnedDay,
             .isInterstate = row.isInterstate,
             .tcsRate = covered->tcsRate,
             .tdsRate = covered->tdsRate,
             .exemptUntil = covered->exemptUntil,
             .returned = row.taxable});
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
