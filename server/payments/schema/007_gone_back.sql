-- How much of a payment has left the wallet again, because it went back at the bank.
ALTER TABLE payments ADD COLUMN returned_amount @int NOT NULL DEFAULT 0
    CHECK (returned_amount BETWEEN 0 AND amount);

-- What is disputed at the bank, and what an admin has booked of what went back. The lists of kinds stand in checks, so
-- the table is made anew; what was flagged stays as it is.
CREATE TABLE money_flags_next (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('mismatch', 'partial', 'excess', 'duplicate', 'unknown', 'returned', 'disputed',
                                       'charged_back', 'reinstated')),
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
