#include "server/reports/storerows.h"

#include "server/reports/statement.h"
#include "shared/base/share.h"

namespace reports::rows {

namespace {

// PostgreSQL makes a NUMERIC of the sum of whole numbers.
std::string sum(std::string_view what)
{
    return "CAST(SUM(" + std::string(what) + ") AS BIGINT)";
}

std::string sumAs(std::string_view name)
{
    return sum(name) + " AS " + std::string(name);
}

// " AND time >= ?1 AND time < ?2"
std::string during(std::string_view time)
{
    return std::string(time) + " >= ?1 AND " + std::string(time) + " < ?2";
}

// What a settled order brought then: without what was refunded before, with what was refunded after.
std::string broughtBy(std::string_view paid, std::string_view refunded, std::string_view part)
{
    return std::string(paid) + " - " + std::string(refunded) + " + CAST(COALESCE((SELECT SUM(" + std::string(part) +
           ") FROM refunds r WHERE r.order_id = o.id AND r.status = 'processed' AND r.decided_at > o.settled_at), 0)"
           " AS BIGINT)";
}

// Gross and commission.
std::string brought()
{
    return broughtBy("o.total_amount", "o.refunded_amount", "r.amount") + ", " +
           broughtBy("o.commission_amount", "o.refunded_commission", "r.from_commission");
}

// An order whose money never came has done nothing.
constexpr std::string_view isPaid = "payment_status NOT IN ('pending', 'failed') AND ";

std::string paidDuring(const std::string &table, std::string_view column)
{
    return table + std::string(isPaid) + during(table + std::string(column));
}

// What orders did in the period, one row per deed: placed, cancelled, settled.
std::string deeds()
{
    return "SELECT " + day("o.placed_at") +
           " AS day, o.vendor_id, o.store_name, o.region, 1 AS orders, 0 AS cancelled, 0 AS settled_orders,"
           " o.placed_amount AS placed, 0 AS gross, 0 AS commission FROM orders o WHERE " +
           paidDuring("o.", "placed_at") + "{vendor:o.vendor_id}{region:o.region} UNION ALL SELECT " + day("h.at") +
           ", o.vendor_id, o.store_name, o.region, 0, 1, 0, 0, 0, 0 FROM order_history h"
           " JOIN orders o ON o.id = h.order_id WHERE h.status = 'cancelled' AND o." +
           std::string(isPaid) + during("h.at") + "{vendor:o.vendor_id}{region:o.region} UNION ALL SELECT " +
           day("o.settled_at") + ", o.vendor_id, o.store_name, o.region, 0, 0, 1, 0, " + brought() +
           " FROM orders o WHERE " + during("o.settled_at") + "{vendor:o.vendor_id}{region:o.region}";
}

// Quotients are reckoned here and not in SQL, so that reports and analytics round alike.
VendorPerformanceRow performanceOf(const VendorSums &sums)
{
    VendorPerformanceRow out{.vendorId = sums.vendorId,
                             .storeName = sums.storeName,
                             .city = sums.city,
                             .region = sums.region,
                             .kycStatus = sums.kycStatus,
                             .orders = sums.orders,
                             .cancelled = sums.cancelled,
                             .cancelRate = share(sums.cancelled, sums.orders).value_or(BasisPoints{}),
                             .settledOrders = sums.settledOrders,
                             .gross = sums.gross,
                             .commission = sums.commission,
                             .net = sums.gross - sums.commission};
    if (sums.confirms > 0)
        out.confirmMinutes = roundedQuotient(sums.confirmMs, sums.confirms * minuteMs);
    if (sums.settledOrders > 0)
        out.averageSettledOrder = {roundedQuotient(sums.gross.minor, sums.settledOrders)};
    return out;
}

AdPerformanceRow performanceOfAd(const AdSums &sums)
{
    return {.adId = sums.adId,
            .slot = sums.slot,
            .title = sums.title,
            .impressions = sums.impressions,
            .clicks = sums.clicks,
            .ctr = share(sums.clicks, sums.impressions).value_or(BasisPoints{})};
}

Source grouped(Source source)
{
    source.pieceRows = groupedChunkRows;
    return source;
}

} // namespace

Source dailySales()
{
    return grouped(source<DailySalesRow>(
        "SELECT day, vendor_id, MAX(store_name) AS store_name, MAX(region) AS region, " + sumAs("orders") + ", " +
            sumAs("cancelled") + ", " + sumAs("settled_orders") + ", " + sumAs("placed") + ", " + sumAs("gross") +
            ", " + sumAs("commission") + ", " + sum("gross - commission") + " AS net FROM (" + deeds() +
            ") AS deeds GROUP BY day, vendor_id",
        2));
}

// Confirming takes a store from when it hears of an order until it says so; what its payment has confirmed took it
// none. Cancelled are those of the orders placed in the period that do not stand any more, so that the share is one of
// them.
Source vendorPerformance()
{
    const std::string moves =
        "SELECT o.vendor_id, 1 AS orders, CASE WHEN o.order_status = 'cancelled' THEN 1 ELSE 0 END AS cancelled,"
        " 0 AS confirms, 0 AS confirm_ms, 0 AS settled_orders, 0 AS gross, 0 AS commission FROM orders o WHERE " +
        paidDuring("o.", "placed_at") +
        "{vendor:o.vendor_id}{region:o.region} UNION ALL"
        " SELECT o.vendor_id, 0, 0, 1, h.at - o.reached_at, 0, 0, 0 FROM order_history h"
        " JOIN orders o ON o.id = h.order_id WHERE h.status = 'confirmed' AND h.actor <> 'system' AND " +
        during("o.placed_at") +
        "{vendor:o.vendor_id}{region:o.region} UNION ALL"
        " SELECT o.vendor_id, 0, 0, 0, 0, 1, " +
        brought() + " FROM orders o WHERE " + during("o.settled_at") + "{vendor:o.vendor_id}{region:o.region}";
    return grouped(source<VendorPerformanceRow, VendorSums>(
        "SELECT m.vendor_id, v.store_name, v.city, v.region, v.kyc_status, m.orders, m.cancelled, m.confirms,"
        " m.confirm_ms, m.settled_orders, m.gross, m.commission FROM (SELECT vendor_id, " +
            sumAs("orders") + ", " + sumAs("cancelled") + ", " + sumAs("confirms") + ", " + sumAs("confirm_ms") + ", " +
            sumAs("settled_orders") + ", " + sumAs("gross") + ", " + sumAs("commission") + " FROM (" + moves +
            ") AS moves GROUP BY vendor_id) AS m JOIN vendors v ON v.id = m.vendor_id",
        performanceOf));
}

Source platform()
{
    const std::string moves =
        "SELECT day, orders, placed, 0 AS buyers, cancelled, settled_orders, gross, commission, 0 AS payments,"
        " 0 AS recharged, 0 AS new_buyers, 0 AS new_vendors FROM (" +
        deeds() + ") AS deeds UNION ALL SELECT " + day("placed_at") +
        ", 0, 0, COUNT(DISTINCT buyer_id), 0, 0, 0, 0, 0, 0, 0, 0 FROM orders WHERE " + paidDuring("", "placed_at") +
        " GROUP BY 1 UNION ALL SELECT " + day("x.created_at") +
        ", 0, 0, 0, 0, 0, 0, 0, 1, t.amount, 0, 0 FROM ledger_transactions x"
        " JOIN ledger_transfers t ON t.transaction_id = x.id WHERE x.kind = 'recharge' AND " +
        during("x.created_at") + " UNION ALL SELECT " + day("date_joined") +
        ", 0, 0, 0, 0, 0, 0, 0, 0, 0, CASE WHEN role IN ('buyer', 'distributor') THEN 1 ELSE 0 END,"
        " CASE WHEN role = 'vendor' THEN 1 ELSE 0 END FROM accounts WHERE role <> 'admin' AND " +
        during("date_joined");
    return grouped(source<PlatformRow>("SELECT day, " + sumAs("orders") + ", " + sumAs("placed") + ", " +
                                       sumAs("buyers") + ", " + sumAs("cancelled") + ", " + sumAs("settled_orders") +
                                       ", " + sumAs("gross") + ", " + sumAs("commission") + ", " + sumAs("payments") +
                                       ", " + sumAs("recharged") + ", " + sumAs("new_buyers") + ", " +
                                       sumAs("new_vendors") + " FROM (" + moves + ") AS moves GROUP BY day"));
}

// Balances run from the first entry of the books, so everything before the period is read, too.
Source financial()
{
    const auto amountWhen = [](std::string_view condition, std::string_view name) {
        return ", CASE WHEN " + std::string(condition) + " THEN t.amount ELSE 0 END AS " + std::string(name);
    };
    // What one account or posting gets, minus what the other one gives back of it.
    const auto amountBetween = [](std::string_view condition, std::string_view opposite, std::string_view name) {
        return ", CASE WHEN " + std::string(condition) + " THEN t.amount WHEN " + std::string(opposite) +
               " THEN -t.amount ELSE 0 END AS " + std::string(name);
    };
    const std::string moves =
        "SELECT " + day("x.created_at") + " AS day" + amountWhen("x.kind = 'recharge'", "recharged") +
        amountWhen("c.kind = 'buyer_held'", "held") +
        amountWhen("d.kind = 'buyer_held' AND c.kind = 'buyer_available'", "returned") +
        amountWhen("d.kind = 'buyer_held' AND c.kind <> 'buyer_available'", "gross") +
        amountWhen("d.kind = 'buyer_held' AND c.kind IN ('vendor_payable', 'vendor_debt')", "net") +
        amountBetween("c.kind IN ('commission_income', 'gst_due') AND d.kind <> 'bank'",
                      "d.kind IN ('commission_income', 'gst_due') AND x.kind <> 'tax_deposit'", "commission") +
        amountWhen("x.kind = 'refund' AND c.kind = 'buyer_available'", "refunds") +
        amountBetween("x.kind = 'payout_complete'", "x.kind = 'payout_bounce'", "paid_out") +
        amountBetween("c.kind = 'buyer_held'", "d.kind = 'buyer_held'", "escrow") +
        ", CASE WHEN c.kind IN ('vendor_payable', 'vendor_payout', 'vendor_debt') THEN t.amount ELSE 0 END"
        " - CASE WHEN d.kind IN ('vendor_payable', 'vendor_payout', 'vendor_debt') THEN t.amount ELSE 0 END AS vendors"
        " FROM ledger_transfers t JOIN ledger_transactions x ON x.id = t.transaction_id"
        " JOIN ledger_accounts d ON d.id = t.debit_account_id JOIN ledger_accounts c ON c.id = t.credit_account_id"
        " WHERE x.created_at < ?2";
    const std::string days = "SELECT day, " + sumAs("recharged") + ", " + sumAs("held") + ", " + sumAs("returned") +
                             ", " + sumAs("gross") + ", " + sumAs("commission") + ", " + sumAs("net") + ", " +
                             sumAs("refunds") + ", " + sumAs("paid_out") +
                             ", CAST(SUM(SUM(escrow)) OVER (ORDER BY day) AS BIGINT) AS escrow_balance,"
                             " CAST(SUM(SUM(vendors)) OVER (ORDER BY day) AS BIGINT) AS vendor_balance FROM (" +
                             moves + ") AS moves GROUP BY day";
    return grouped(source<FinancialRow>("SELECT * FROM (" + days + ") AS days WHERE day >= " + day("?1")));
}

// Days stand as texts there, which compare like days.
Source adPerformance()
{
    const std::string sums = "SELECT d.ad_id AS ad_id, d.slot AS slot, a.title AS title, " + sum("d.impressions") +
                             " AS impressions, " + sum("d.clicks") +
                             " AS clicks FROM ad_days d JOIN ads a ON a.id = d.ad_id"
                             " WHERE CAST(?1 AS BIGINT) < CAST(?2 AS BIGINT){days:d.day}"
                             " GROUP BY d.ad_id, d.slot, a.title";
    return grouped(source<AdPerformanceRow, AdSums>(sums, performanceOfAd, 2));
}

// Sign-ins are those of the record of deeds, which stays; sessions are forgotten when they are over.
Source userActivity()
{
    const std::string moves =
        "SELECT " + day("date_joined") +
        " AS day, role, 1 AS new_accounts, 0 AS sign_ins, 0 AS people_signed_in, 0 AS orders, 0 AS messages"
        " FROM accounts WHERE " +
        during("date_joined") + " UNION ALL SELECT " + day("s.created_at") +
        ", a.role, 0, COUNT(*), COUNT(DISTINCT s.actor_id), 0, 0 FROM audit_log s"
        " JOIN accounts a ON a.id = s.actor_id WHERE s.action = 'auth.signed_in' AND " +
        during("s.created_at") + " GROUP BY 1, 2 UNION ALL SELECT " + day("placed_at") +
        ", buyer_role, 0, 0, 0, 1, 0 FROM orders WHERE " + paidDuring("", "placed_at") + " UNION ALL SELECT " +
        day("m.sent_at") + ", a.role, 0, 0, 0, 0, 1 FROM chat_messages m JOIN accounts a ON a.id = m.sender_id WHERE " +
        during("m.sent_at");
    return grouped(source<UserActivityRow>("SELECT day, role, " + sumAs("new_accounts") + ", " + sumAs("sign_ins") +
                                               ", " + sumAs("people_signed_in") + ", " + sumAs("orders") + ", " +
                                               sumAs("messages") + " FROM (" + moves + ") AS moves GROUP BY day, role",
                                           2));
}

bool hasStore(Tx &tx, Id<Vendor> id)
{
    return tx.number("count(*) FROM vendors WHERE id = ?", id) > 0;
}

bool hasCategory(Tx &tx, Id<Category> id)
{
    return tx.number("count(*) FROM categories WHERE id = ?", id) > 0;
}

} // namespace reports::rows
