-- How a buyer likes to pay. The reference is a UPI id or what a gateway calls a card, never a number of one.
CREATE TABLE saved_methods (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('upi', 'token')),
    provider TEXT,
    reference TEXT NOT NULL CHECK (length(reference) BETWEEN 3 AND 200),
    label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
    is_default @int NOT NULL CHECK (is_default IN (0, 1)),
    saved_at @int NOT NULL,
    CHECK ((kind = 'token') = (provider IS NOT NULL)),
    UNIQUE (account_id, kind, reference)
) @strict;
CREATE UNIQUE INDEX saved_methods_one_default ON saved_methods (account_id) WHERE is_default = 1;
