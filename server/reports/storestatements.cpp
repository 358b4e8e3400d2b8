// The statements of stores, read from the books alone, so that they agree with them to the paisa.

#include "server/reports/statement.h"
#include "server/reports/storerows.h"

namespace reports::rows {

namespace {

// One side of the transfers that touch what a store has, is being paid or owes. What goes from one of these to another
// is seen from both sides and comes to nothing.
std::string side(const char *account, const char *sign)
{
    return "SELECT a.owner_id AS vendor_id, " + day("x.created_at") + " AS day, x.kind AS kind, " + sign +
           "t.amount AS amount, 0 AS commission FROM ledger_transfers t"
           " JOIN ledger_transactions x ON x.id = t.transaction_id JOIN ledger_accounts a ON a.id = t." +
           account +
           " WHERE a.kind IN ('vendor_payable', 'vendor_payout', 'vendor_debt') AND x.created_at < ?2"
           "{vendor:a.owner_id}";
}

// The platform's share of a settlement, which is no account of the store's. What was paid in cash is a sale elsewhere,
// so nothing of it but the commission is here.
std::string shareOfPlatform()
{
    return "SELECT o.vendor_id, " + day("x.created_at") +
           ", x.kind, 0, t.amount FROM ledger_transfers t JOIN ledger_transactions x ON x.id = t.transaction_id"
           " JOIN ledger_accounts c ON c.id = t.credit_account_id JOIN orders o ON o.id = x.subject_id"
           " WHERE x.kind IN ('settle', 'cod_commission') AND c.kind IN ('commission_income', 'gst_due') AND "
           "x.created_at < "
           "?2{vendor:o.vendor_id}";
}

std::string sumOf(const std::string &kinds, const char *sign)
{
    return std::string("CAST(") + sign + "SUM(CASE WHEN m.kind " + kinds + " THEN m.amount ELSE 0 END) AS BIGINT)";
}

} // namespace

Source vendorStatement()
{
    const std::string moves = side("credit_account_id", "") + " UNION ALL " + side("debit_account_id", "-") +
                              " UNION ALL " + shareOfPlatform();
    const std::string days =
        "SELECT m.vendor_id AS vendor_id, m.day AS day, " + sumOf("IN ('settle', 'cod_commission')", "") +
        " + CAST(SUM(m.commission) AS BIGINT) AS sales, CAST(SUM(m.commission) AS BIGINT) AS commission, " +
        sumOf("= 'refund'", "-") + " AS refunds, " +
        sumOf("NOT IN ('settle', 'cod_commission', 'refund', 'tax_withhold', 'payout_complete', 'payout_bounce')", "") +
        " AS adjustments, " + sumOf("= 'tax_withhold'", "-") + " AS withheld, " +
        sumOf("IN ('payout_complete', 'payout_bounce')", "-") +
        " AS payouts, CAST(SUM(m.amount) AS BIGINT) AS moved FROM (" + moves + ") AS m GROUP BY m.vendor_id, m.day";
    const std::string running =
        "SELECT d.*, CAST(SUM(d.moved) OVER (PARTITION BY d.vendor_id ORDER BY d.day) AS BIGINT) AS closing FROM (" +
        days + ") AS d";
    Source out = source<VendorStatementRow>(
        "SELECT r.vendor_id, r.day, v.store_name, CAST(r.closing - r.moved AS BIGINT) AS opening, r.sales,"
        " r.commission, r.refunds, r.adjustments, r.withheld, r.payouts, r.closing FROM (" +
            running + ") AS r JOIN vendors v ON v.id = r.vendor_id WHERE r.day >= " + day("?1"),
        2);
    out.pieceRows = groupedChunkRows;
    return out;
}

} // namespace reports::rows
