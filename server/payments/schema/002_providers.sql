-- Several providers at once: what a checkout needs of one payment. The token is worth nothing once that is paid.
ALTER TABLE payments ADD COLUMN checkout_url TEXT;
ALTER TABLE payments ADD COLUMN checkout_token TEXT;

-- Money that did not come as it was asked for; it is in no wallet until an admin says whose it is.
CREATE TABLE money_flags (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('mismatch', 'partial', 'excess', 'duplicate', 'unknown', 'returned')),
    status TEXT NOT NULL CHECK (status IN ('open', 'credited', 'refunded', 'dismissed')),
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
    CHECK ((status = 'open') = (reason IS NULL))
) @strict;
CREATE INDEX money_flags_by_status ON money_flags (status, id);
CREATE INDEX money_flags_of_payment ON money_flags (payment_id);

-- Each line of a bank's statement counts once, in however many statements it stands.
CREATE TABLE statement_lines (
    line_hash TEXT NOT NULL PRIMARY KEY,
    amount @int NOT NULL CHECK (amount > 0),
    received_at @int NOT NULL
) @strict;
