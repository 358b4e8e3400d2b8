-- Each posting with its lines and wallet entries is sealed soon after its commit, like the entries of the audit log.
CREATE TABLE ledger_seals (
    seq @int NOT NULL PRIMARY KEY CHECK (seq > 0),
    transaction_id @id NOT NULL UNIQUE CHECK (length(transaction_id) = 16),
    key_id TEXT NOT NULL CHECK (length(key_id) = 16),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) @strict;
@append_only(ledger_seals);
CREATE INDEX wallet_entries_of_transaction ON wallet_entries (transaction_id);

-- What the checks of the books have found. While a difference stands no money leaves; only a full check that finds none
-- takes it away.
CREATE TABLE books_state (
    id @int NOT NULL PRIMARY KEY CHECK (id = 1),
    difference TEXT,
    found_at @int,
    checked_at @int,
    checked_postings @int NOT NULL DEFAULT 0 CHECK (checked_postings >= 0),
    seal_seq @int NOT NULL DEFAULT 0 CHECK (seal_seq >= 0),
    seal_hash TEXT NOT NULL DEFAULT '',
    requested_at @int,
    started_at @int,
    seen_postings @int NOT NULL DEFAULT 0 CHECK (seen_postings >= 0),
    CHECK ((difference IS NULL) = (found_at IS NULL))
) @strict;
INSERT INTO books_state (id) VALUES (1);

-- The statement of an account at any instant is read along these, and so is every sum.
CREATE INDEX ledger_transfers_debits ON ledger_transfers (debit_account_id, transaction_id, line, amount);
CREATE INDEX ledger_transfers_credits ON ledger_transfers (credit_account_id, transaction_id, line, amount);
