-- Who has read what each mode of keeping the wallets' money asks of the operator.
CREATE TABLE custody_acknowledgements (
    mode TEXT NOT NULL PRIMARY KEY CHECK (mode IN ('own', 'mirror')),
    acknowledged_by TEXT NOT NULL,
    acknowledged_by_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    acknowledged_at @int NOT NULL
) @strict;
@append_only(custody_acknowledgements);

-- What the account outside held at the end of a day of India, and what the books said when it was entered. A day can be
-- entered again with another reference; the last word counts.
CREATE TABLE custody_balances (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    day TEXT NOT NULL CHECK (length(day) = 10),
    amount @int NOT NULL CHECK (amount >= 0),
    withdrawn @int NOT NULL CHECK (withdrawn >= 0),
    expected @int NOT NULL,
    difference @int NOT NULL,
    reference TEXT NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
    entered_by TEXT NOT NULL,
    entered_by_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    entered_at @int NOT NULL,
    CHECK (difference = amount - expected),
    UNIQUE (day, reference)
) @strict;
@append_only(custody_balances);
CREATE INDEX custody_balances_by_day ON custody_balances (day, id);
