// The sources of exports: one row per thing, by its id, of what was created in the period.

#include "server/reports/statement.h"

namespace reports::rows {

Source ledger()
{
    return source<LedgerRow>("SELECT t.transaction_id, t.line, x.created_at, x.kind, x.subject_id, d.kind AS debit,"
                             " c.kind AS credit, t.amount FROM ledger_transfers t"
                             " JOIN ledger_transactions x ON x.id = t.transaction_id"
                             " JOIN ledger_accounts d ON d.id = t.debit_account_id"
                             " JOIN ledger_accounts c ON c.id = t.credit_account_id"
                             " WHERE x.created_at >= ?1 AND x.created_at < ?2",
                             2);
}

Source users()
{
    return source<UserRow>("SELECT id, username, full_name, email, phone, role, distributor_status, is_active,"
                           " is_verified, is_banned, date_joined, last_login FROM accounts"
                           " WHERE date_joined >= ?1 AND date_joined < ?2");
}

Source vendors()
{
    return source<VendorRow>("SELECT id, store_name, owner_name, city, pincode, region, kyc_status, status, can_sell,"
                             " commission_rate, created_at FROM vendors"
                             " WHERE created_at >= ?1 AND created_at < ?2{region:region}");
}

Source products()
{
    return source<ProductRow>("SELECT p.id, v.store_name, c.name AS category, p.title, p.sku, p.unit, p.price,"
                              " p.distributor_price, p.stock_quantity, p.hsn_code, p.gst_rate, p.is_active,"
                              " p.created_at FROM products p JOIN vendors v ON v.id = p.vendor_id"
                              " JOIN categories c ON c.id = p.category_id WHERE p.deleted_at IS NULL"
                              " AND p.created_at >= ?1 AND p.created_at < ?2"
                              "{vendor:p.vendor_id}{category:p.category_id}{region:p.region}");
}

// What waits for a gateway's money, or never got it, is no order yet.
Source orders()
{
    return source<OrderExportRow>("SELECT id, order_number, store_name, customer_name, city, region, summary,"
                                  " order_status, escrow_status, total_amount, commission_amount, placed_at, settled_at"
                                  " FROM orders WHERE reached_at IS NOT NULL AND placed_at >= ?1 AND placed_at < ?2"
                                  "{vendor:vendor_id}{region:region}");
}

Source payments()
{
    return source<PaymentRow>("SELECT p.id, a.username, p.provider, p.gateway_order_id, p.gateway_payment_id,"
                              " p.amount, p.instrument, p.status, p.failure_reason, p.created_at FROM payments p"
                              " JOIN accounts a ON a.id = p.account_id WHERE p.created_at >= ?1 AND p.created_at < ?2");
}

Source walletEntries()
{
    return source<WalletRow>("SELECT e.id, a.username, e.type, e.amount, e.balance_before, e.balance_after,"
                             " e.held_after, e.description, e.order_id, e.processed_at FROM wallet_entries e"
                             " JOIN accounts a ON a.id = e.account_id"
                             " WHERE e.processed_at >= ?1 AND e.processed_at < ?2");
}

Source commissions()
{
    return source<CommissionRow>(
        "SELECT l.id, o.order_number, o.store_name, l.title, l.line_total, l.commission_rate,"
        " l.commission_amount, l.commission_level, o.settled_at FROM order_lines l"
        " JOIN orders o ON o.id = l.order_id"
        " WHERE o.settled_at >= ?1 AND o.settled_at < ?2{vendor:o.vendor_id}{region:o.region}");
}

Source payouts()
{
    return source<PayoutExportRow>("SELECT id, payout_number, store_name, amount, orders_count, bank_account_masked,"
                                   " bank_ifsc, status, transaction_reference, requested_at, processed_at FROM payouts"
                                   " WHERE requested_at >= ?1 AND requested_at < ?2{vendor:vendor_id}{region:region}");
}

Source audit()
{
    return source<AuditRow>("SELECT l.id, l.created_at, a.username AS actor, l.actor_role, l.action, l.object_type,"
                            " l.object_id, l.ip, l.details FROM audit_log l LEFT JOIN accounts a ON a.id = l.actor_id"
                            " WHERE l.created_at >= ?1 AND l.created_at < ?2");
}

} // namespace reports::rows
