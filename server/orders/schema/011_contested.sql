-- Since when the two sides of an order do not agree: its money waits for the decision, whichever way it is paid and also
-- when the store has it already. Disputes of orders in cash, or that are settled, know more than the escrow: they say so
-- when the server starts (server/refunds).
ALTER TABLE orders ADD COLUMN contested_at @int;
UPDATE orders SET contested_at = updated_at WHERE escrow_status = 'disputed';
CREATE INDEX orders_contested ON orders (vendor_id) WHERE contested_at IS NOT NULL;
