-- Since when an order's store knows of it: since it was placed, or since its money came from a gateway. What waits for
-- its money, and what never got it, has reached nobody.
ALTER TABLE orders ADD COLUMN reached_at @int;
UPDATE orders SET reached_at = placed_at
    WHERE NOT (payment_method = 'online' AND payment_status IN ('pending', 'failed'));
DROP INDEX orders_unpaid;
CREATE INDEX orders_unpaid ON orders (placed_at, id) WHERE reached_at IS NULL;
DROP INDEX orders_of_vendor;
CREATE INDEX orders_of_vendor ON orders (vendor_id, id, order_status, reached_at);
DROP INDEX orders_in_escrow;
CREATE INDEX orders_in_escrow ON orders (vendor_id, total_amount, refunded_amount, reached_at)
    WHERE escrow_status IN ('held', 'disputed');
