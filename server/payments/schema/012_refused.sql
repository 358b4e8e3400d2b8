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

-- The same for the kinds of flags.
CREATE TABLE money_flags_next (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('mismatch', 'partial', 'excess', 'duplicate', 'unknown', 'returned', 'disputed',
                                       'charged_back', 'reinstated', 'refused')),
    status TEXT NOT NULL CHECK (status IN ('open', 'credited', 'refunded', 'dismissed', 'booked')),
    provider TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    reference TEXT,
    payment_id @id REFERENCES payments (id) ON DELETE RESTRICT,
    amount @int NOT NULL,
    expected_amount @int,
    currency TEXT NOT NULL,
    note TEXT,
    reason TEXT,
    resolved_by TEXT,
    created_at @int NOT NULL,
    resolved_at @int,
    UNIQUE (provider, transaction_id, kind),
    CHECK ((status = 'open') = (resolved_at IS NULL)),
    CHECK ((status = 'open') = (reason IS NULL)),
    CHECK (status <> 'booked' OR payment_id IS NOT NULL)
) @strict;
INSERT INTO money_flags_next (id, kind, status, provider, transaction_id, reference, payment_id, amount,
                              expected_amount, currency, note, reason, resolved_by, created_at, resolved_at)
    SELECT id, kind, status, provider, transaction_id, reference, payment_id, amount, expected_amount, currency, note,
           reason, resolved_by, created_at, resolved_at
    FROM money_flags;
DROP TABLE money_flags;
ALTER TABLE money_flags_next RENAME TO money_flags;
CREATE INDEX money_flags_by_status ON money_flags (status, id);
CREATE INDEX money_flags_of_payment ON money_flags (payment_id);
