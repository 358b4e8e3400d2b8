-- An order that is to be paid in cash is open for its store, although nobody has paid it yet.
DROP INDEX analytics_orders_open;
CREATE INDEX analytics_orders_open ON orders (order_status, vendor_id, updated_at, total_amount, payment_status,
                                              payment_method)
    WHERE order_status IN ('placed', 'confirmed', 'packed', 'shipped', 'out_for_delivery', 'delivered');
