-- Balances of wallets that went back to where they came from, or that wait for a second admin. What goes through
-- gateways stands in payment_refunds like everything that does.
CREATE TABLE wallet_closures (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'done')),
    amount @int NOT NULL CHECK (amount > 0),
    by_hand @int NOT NULL CHECK (by_hand >= 0 AND by_hand <= amount),
    reason TEXT NOT NULL,
    bank_reference TEXT UNIQUE,
    requested_by_id @id NOT NULL,
    requested_at @int NOT NULL,
    closed_by_id @id,
    closed_at @int,
    CHECK ((status = 'done') = (closed_at IS NOT NULL)),
    CHECK ((closed_at IS NULL) = (closed_by_id IS NULL)),
    CHECK (status = 'waiting' OR (by_hand > 0) = (bank_reference IS NOT NULL))
) @strict;
CREATE UNIQUE INDEX wallet_closures_waiting ON wallet_closures (account_id) WHERE status = 'waiting';

-- The payments of one person, newest first.
CREATE INDEX payments_of_account ON payments (account_id, id);
