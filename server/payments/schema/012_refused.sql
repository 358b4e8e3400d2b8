-- What a gateway would not send back, until an admin tries again or pays it by a bank transfer: how often it was tried,
-- how often that was refused, and of which closure it is a part. The list of states stands in a check, so the table is
-- made anew; what is on its way stays as it is.
CREATE TABLE payment_refunds_next (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    payment_id @id NOT NULL REFERENCES payments (id) ON DELETE RESTRICT,
    provider TEXT NOT NULL,
    gateway_payment_id TEXT NOT NULL,
    amount @int NOT NULL CHECK (amount > 0),
    status TEXT NOT NULL CHECK (status IN ('wanted', 'refunded', 'refused', 'by_hand')),
    created_at @int NOT NULL,
    next_try_at @int,
    closure_id @id REFERENCES wallet_closures (id) ON DELETE RESTRICT,
    tries @int NOT NULL DEFAULT 0,
    refusals @int NOT NULL DEFAULT 0 CHECK (refusals BETWEEN 0 AND tries),
    bank_reference TEXT UNIQUE,
    UNIQUE (provider, gateway_payment_id),
    CHECK ((status = 'wanted') = (next_try_at IS NOT NULL)),
    CHECK ((status = 'by_hand') = (bank_reference IS NOT NULL))
) @strict;
INSERT INTO payment_refunds_next (id, payment_id, provider, gateway_payment_id, amount, status, created_at, next_try_at)
    SELECT id, payment_id, provider, gateway_payment_id, amount, status, created_at, next_try_at
    FROM payment_refunds;
DROP TABLE payment_refunds;
ALTER TABLE payment_refunds_next RENAME TO payment_refunds;
CREATE INDEX payment_refunds_wanted ON payment_refunds (next_try_at) WHERE next_try_at IS NOT NULL;
CREATE INDEX payment_refunds_of_closure ON payment_refunds (closure_id) WHERE closure_id IS NOT NULL;
CREATE INDEX wallet_closures_of_account ON wallet_closures (account_id, id);
