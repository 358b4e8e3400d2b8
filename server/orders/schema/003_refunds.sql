-- What of the amount and of the commission went back to the buyer, or will when the escrow is settled without it.
ALTER TABLE orders ADD COLUMN refunded_amount @int NOT NULL DEFAULT 0 CHECK (refunded_amount >= 0);
ALTER TABLE orders ADD COLUMN refunded_commission @int NOT NULL DEFAULT 0 CHECK (refunded_commission >= 0);
-- Disputed money is in escrow as well.
DROP INDEX orders_in_escrow;
CREATE INDEX orders_in_escrow ON orders (vendor_id, total_amount) WHERE escrow_status IN ('held', 'disputed');
