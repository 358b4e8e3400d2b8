-- What is open for a store is what has reached it.
DROP INDEX analytics_orders_open;
CREATE INDEX analytics_orders_open ON orders (order_status, vendor_id, updated_at, total_amount, reached_at)
    WHERE order_status IN ('placed', 'confirmed', 'packed', 'shipped', 'out_for_delivery', 'delivered');
