-- A line of a settlement that the books do not take is a question of its own kind: it is about money that may be in a
-- wallet, so it is never credited or given back, only closed. Questions that stood under other kinds become that.
CREATE TABLE money_flags_next (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('mismatch', 'partial', 'excess', 'duplicate', 'unknown', 'returned', 'disputed',
                                       'charged_back', 'reinstated', 'settlement', 'refused')),
    status TEXT NOT NULL CHECK (status IN ('open', 'credited', 'refunded', 'dismissed', 'booked', 'closed')),
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
    CHECK (status <> 'booked' OR payment_id IS NOT NULL),
    CHECK (status NOT IN ('credited', 'refunded', 'booked') OR kind <> 'settlement'),
    CHECK (status <> 'closed' OR kind = 'settlement')
) @strict;
INSERT INTO money_flags_next (id, kind, status, provider, transaction_id, reference, payment_id, amount,
                              expected_amount, currency, note, reason, resolved_by, created_at, resolved_at)
    SELECT id,
           CASE WHEN status = 'open' AND kind IN ('mismatch', 'unknown')
                     AND note = 'In the settlement file of the provider' THEN 'settlement' ELSE kind END,
           status, provider,
           -- Both kinds can stand under one transaction, and a transaction has one question of each kind.
           CASE WHEN status = 'open' AND kind = 'mismatch' AND note = 'In the settlement file of the provider'
                THEN transaction_id || ':' || amount ELSE transaction_id END,
           reference, payment_id, amount, expected_amount, currency, note, reason, resolved_by, created_at, resolved_at
    FROM money_flags;
DROP TABLE money_flags;
ALTER TABLE money_flags_next RENAME TO money_flags;
CREATE INDEX money_flags_by_status ON money_flags (status, id);
CREATE INDEX money_flags_of_payment ON money_flags (payment_id);

-- What a line is about, a fee that the provider gives back, and a line that was taken back and came again: each time it
-- is a row of its own. Of the lines until now the sign says which were payments.
CREATE TABLE settlement_lines_next (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    provider TEXT NOT NULL,
    line_ref TEXT NOT NULL,
    entry @int NOT NULL CHECK (entry > 0),
    about TEXT NOT NULL CHECK (about IN ('payment', 'later', 'own')),
    transaction_id TEXT NOT NULL,
    gross @int NOT NULL,
    fee @int NOT NULL,
    settlement_ref TEXT NOT NULL,
    taken_at @int NOT NULL,
    UNIQUE (provider, line_ref, entry),
    CHECK (gross <> 0 OR fee <> 0),
    CHECK (about <> 'own' OR gross = 0),
    CHECK (about <> 'payment' OR (gross > 0 AND fee >= 0))
) @strict;
INSERT INTO settlement_lines_next (id, provider, line_ref, entry, about, transaction_id, gross, fee, settlement_ref,
                                   taken_at)
    SELECT id, provider, line_ref, 1, CASE WHEN gross > 0 THEN 'payment' ELSE 'later' END, transaction_id, gross, fee,
           settlement_ref, taken_at
    FROM settlement_lines;
DROP TABLE settlement_lines;
ALTER TABLE settlement_lines_next RENAME TO settlement_lines;
@append_only(settlement_lines);
CREATE INDEX settlement_lines_of_transaction ON settlement_lines (provider, transaction_id);
