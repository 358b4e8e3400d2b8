-- What providers have settled to the bank, line by line; each one counts once, in however many files it stands. gross is
-- below zero for what went back to a payer; fee is what the provider keeps.
CREATE TABLE settlement_lines (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    provider TEXT NOT NULL,
    line_ref TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    gross @int NOT NULL,
    fee @int NOT NULL CHECK (fee >= 0),
    settlement_ref TEXT NOT NULL,
    taken_at @int NOT NULL,
    UNIQUE (provider, line_ref),
    CHECK (gross <> 0 OR fee <> 0)
) @strict;
@append_only(settlement_lines);
CREATE INDEX settlement_lines_of_transaction ON settlement_lines (provider, transaction_id);
