-- What is in escrow for a store is read from the index alone, without what of it goes back.
DROP INDEX orders_in_escrow;
CREATE INDEX orders_in_escrow ON orders (vendor_id, total_amount, refunded_amount, payment_method, payment_status)
    WHERE escrow_status IN ('held', 'disputed');
