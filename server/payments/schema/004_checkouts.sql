-- What a payment is for beside the wallet: the orders of a checkout. One payment of a checkout can be under way.
ALTER TABLE payments ADD COLUMN checkout_id @id CHECK (length(checkout_id) = 16);
CREATE UNIQUE INDEX payments_of_checkout ON payments (checkout_id) WHERE checkout_id IS NOT NULL;
