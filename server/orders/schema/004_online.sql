-- Orders that wait for a gateway's money. What holds nothing in escrow because nothing has come yet says 'refunded' there:
-- the list of what an escrow can be stands in a check of a table that half of the market refers to.
CREATE INDEX orders_of_checkout ON orders (checkout_id, id);
CREATE INDEX orders_unpaid ON orders (placed_at) WHERE payment_status = 'pending';
-- A store counts its orders without those.
DROP INDEX orders_of_vendor;
CREATE INDEX orders_of_vendor ON orders (vendor_id, id, order_status, payment_method, payment_status);
