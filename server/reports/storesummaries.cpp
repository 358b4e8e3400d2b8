// The summaries of commissions and payouts, by day and store.

#include "server/reports/statement.h"
#include "server/reports/storerows.h"
#include "server/reports/summaryrows.h"
#include "shared/base/share.h"

namespace reports::rows {

namespace {

std::string sumWhen(const std::string &condition, std::string_view name)
{
    return "CAST(SUM(CASE WHEN " + condition + " THEN m.amount ELSE 0 END) AS BIGINT) AS " + std::string(name);
}

// The transfers of settlements, refunds and corrections. Of a sale in cash the books know the commission alone; its
// first line stands for what was sold. taken is what the platform got of it: commission, and the tax within it.
std::string movesOfCommission()
{
    return "SELECT " + day("x.created_at") +
           " AS day, COALESCE(o.vendor_id, d.owner_id, c.owner_id) AS vendor_id, x.kind AS kind, x.subject_id,"
           " CASE WHEN x.kind <> 'cod_commission' THEN t.amount WHEN t.line = 1 THEN o.total_amount ELSE 0 END AS "
           "amount,"
           " CASE WHEN c.kind IN ('commission_income', 'gst_due') THEN t.amount"
           " WHEN d.kind IN ('commission_income', 'gst_due') THEN -t.amount ELSE 0 END AS taken,"
           " CASE WHEN c.kind = 'gst_due' THEN t.amount WHEN d.kind = 'gst_due' THEN -t.amount ELSE 0 END AS tax,"
           " CASE WHEN c.kind = 'buyer_available' AND x.kind = 'settle' THEN 1 ELSE 0 END AS is_rest"
           " FROM ledger_transfers t JOIN ledger_transactions x ON x.id = t.transaction_id"
           " JOIN ledger_accounts d ON d.id = t.debit_account_id JOIN ledger_accounts c ON c.id = t.credit_account_id"
           " LEFT JOIN orders o ON o.id = CASE WHEN x.kind IN ('settle', 'cod_commission') THEN x.subject_id ELSE "
           "x.order_id END"
           " WHERE x.kind IN ('settle', 'cod_commission', 'refund', 'adjust', 'reverse') AND x.created_at >= ?1 AND "
           "x.created_at < ?2";
}

std::string sumOf(const std::string &kinds, std::string_view what, std::string_view name, const char *sign = "")
{
    return std::string("CAST(") + sign + "SUM(CASE WHEN m.kind " + kinds + " THEN m." + std::string(what) +
           " ELSE 0 END) AS BIGINT) AS " + std::string(name);
}

// What is left of it is earned; the rate is the one that all of it comes to.
CommissionSummaryRow summaryOf(const CommissionSums &sums)
{
    const Money earned = sums.commission - sums.commissionBack + sums.corrections;
    return {.day = sums.day,
            .vendorId = sums.vendorId,
            .storeName = sums.storeName,
            .orders = sums.orders,
            .gross = sums.gross,
            .rate = share(sums.commission.minor, sums.gross.minor).value_or(BasisPoints{}),
            .commission = sums.commission,
            .gst = sums.gst,
            .refunded = sums.refunded,
            .commissionBack = sums.commissionBack,
            .corrections = sums.corrections,
            .earned = earned,
            .gstDue = sums.gstDue,
            .income = earned - sums.gstDue,
            .net = sums.gross - sums.refunded - earned};
}

} // namespace

Source commissionSummary()
{
    Source out = source<CommissionSummaryRow, CommissionSums>(
        "SELECT m.day, m.vendor_id, MAX(v.store_name) AS store_name,"
        " COUNT(DISTINCT CASE WHEN m.kind IN ('settle', 'cod_commission') THEN m.subject_id END) AS orders, " +
            sumWhen("m.kind IN ('settle', 'cod_commission') AND m.is_rest = 0", "gross") + ", " +
            sumOf("IN ('settle', 'cod_commission')", "taken", "commission") + ", " +
            sumOf("IN ('settle', 'cod_commission')", "tax", "gst") + ", " + sumOf("= 'refund'", "amount", "refunded") +
            ", " + sumOf("= 'refund'", "taken", "commission_back", "-") + ", " +
            sumOf("IN ('adjust', 'reverse')", "taken", "corrections") +
            ", CAST(SUM(m.tax) AS BIGINT) AS gst_due FROM (" + movesOfCommission() +
            ") AS m JOIN vendors v ON v.id = m.vendor_id WHERE m.day IS NOT NULL{vendor:m.vendor_id}{region:v.region}"
            " GROUP BY m.day, m.vendor_id",
        summaryOf, 2);
    out.pieceRows = groupedChunkRows;
    return out;
}

Source payoutSummary()
{
    const std::string total = "CAST(SUM(";
    Source out = source<PayoutSummaryRow>(
        "SELECT m.day, m.vendor_id, MAX(m.store_name) AS store_name, COUNT(*) AS payouts," + total +
            "m.orders_count) AS BIGINT) AS orders," + total +
            "m.amount + m.withheld - m.corrections) AS BIGINT) AS of_orders," + total +
            "m.corrections) AS BIGINT) AS corrections," + total + "m.withheld) AS BIGINT) AS withheld," + total +
            "m.amount) AS BIGINT) AS amount, " + sumWhen("m.status IN ('requested', 'approved')", "waiting") + ", " +
            sumWhen("m.status = 'processed'", "paid") + ", " + sumWhen("m.status = 'failed'", "failed") +
            " FROM (SELECT " + day("requested_at") +
            " AS day, vendor_id, store_name, orders_count, amount, corrections, withheld, status FROM payouts"
            " WHERE requested_at >= ?1 AND requested_at < ?2{vendor:vendor_id}{region:region}) AS m"
            " GROUP BY m.day, m.vendor_id",
        2);
    out.pieceRows = groupedChunkRows;
    return out;
}

} // namespace reports::rows
