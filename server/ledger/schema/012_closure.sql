-- The balance of a wallet that is closed goes back to where it came from: a posting and a wallet entry of their own
-- kind. The lists of kinds stand in checks, so the tables are made anew, as in the fourth version, with the words of
-- the tenth; what was posted stays as it is.
CREATE TABLE ledger_transactions_closing (
    id @id NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('recharge', 'hold', 'top_up', 'release', 'settle', 'refund', 'payout_reserve',
                                       'payout_complete', 'payout_return', 'payout_bounce', 'adjust', 'reverse',
                                       'tax_withhold', 'tax_deposit', 'cod_commission', 'recharge_back', 'debt_paid',
                                       'gateway_settle', 'closure')),
    step TEXT NOT NULL CHECK (step IN ('recharge', 'hold', 'top_up', 'close', 'refund', 'reserve', 'conclude', 'bounce',
                                       'adjust', 'reverse', 'withhold', 'deposit', 'recharge_back', 'debt_paid',
                                       'gateway_settle', 'closure')),
    subject_id @id NOT NULL,
    order_id @id,
    lines @int NOT NULL CHECK (lines > 0),
    note TEXT,
    created_at @int NOT NULL,
    UNIQUE (subject_id, step),
    CHECK ((order_id IS NULL) = (kind NOT IN ('top_up', 'refund'))),
    CHECK ((note IS NULL) = (kind NOT IN ('adjust', 'reverse', 'tax_deposit', 'recharge_back')))
    @sqlite(, FOREIGN KEY (id, lines) REFERENCES ledger_transfers_closing (transaction_id, line)
              DEFERRABLE INITIALLY DEFERRED)
) @strict;

CREATE TABLE ledger_transfers_closing (
    transaction_id @id NOT NULL REFERENCES ledger_transactions_closing (id) ON DELETE RESTRICT,
    line @int NOT NULL CHECK (line > 0),
    debit_account_id @id NOT NULL REFERENCES ledger_accounts (id) ON DELETE RESTRICT,
    credit_account_id @id NOT NULL REFERENCES ledger_accounts (id) ON DELETE RESTRICT,
    amount @int NOT NULL CHECK (amount > 0),
    PRIMARY KEY (transaction_id, line),
    CHECK (debit_account_id <> credit_account_id)
) @strict;

CREATE TABLE wallet_entries_closing (
    id @id NOT NULL PRIMARY KEY,
    account_id @id NOT NULL REFERENCES wallets (account_id) ON DELETE RESTRICT,
    transaction_id @id NOT NULL REFERENCES ledger_transactions_closing (id) ON DELETE RESTRICT,
    type TEXT NOT NULL CHECK (type IN ('recharge', 'hold', 'deduct', 'release', 'refund', 'taken_back', 'closure')),
    status TEXT NOT NULL CHECK (status IN ('pending', 'completed', 'failed', 'cancelled')),
    amount @int NOT NULL CHECK (amount > 0),
    balance_before @int NOT NULL CHECK (balance_before >= 0),
    balance_after @int NOT NULL,
    held_after @int NOT NULL CHECK (held_after >= 0),
    description TEXT NOT NULL,
    order_id @id,
    gateway_reference TEXT,
    processed_at @int NOT NULL,
    CHECK (balance_after >= held_after),
    CHECK (balance_after = balance_before + CASE WHEN type IN ('recharge', 'refund') THEN amount
                                                 WHEN type IN ('deduct', 'taken_back', 'closure') THEN -amount
                                                 ELSE 0 END)
) @strict;

INSERT INTO ledger_transactions_closing (id, kind, step, subject_id, order_id, lines, note, created_at)
    SELECT id, kind, step, subject_id, order_id, lines, note, created_at FROM ledger_transactions;
INSERT INTO ledger_transfers_closing (transaction_id, line, debit_account_id, credit_account_id, amount)
    SELECT transaction_id, line, debit_account_id, credit_account_id, amount FROM ledger_transfers;
INSERT INTO wallet_entries_closing (id, account_id, transaction_id, type, status, amount, balance_before, balance_after,
                                 held_after, description, order_id, gateway_reference, processed_at)
    SELECT id, account_id, transaction_id, type, status, amount, balance_before, balance_after, held_after, description,
           order_id, gateway_reference, processed_at
    FROM wallet_entries;

-- A posting names its last transfer and a transfer its posting, so the key that is deferred goes with the transfers.
DROP TABLE wallet_entries;
DROP TABLE ledger_transfers @postgres(CASCADE);
DROP TABLE ledger_transactions;
ALTER TABLE ledger_transactions_closing RENAME TO ledger_transactions;
ALTER TABLE ledger_transfers_closing RENAME TO ledger_transfers;
ALTER TABLE wallet_entries_closing RENAME TO wallet_entries;

@postgres(ALTER TABLE ledger_transactions ADD FOREIGN KEY (id, lines) REFERENCES ledger_transfers (transaction_id, line)
          DEFERRABLE INITIALLY DEFERRED);
@append_only(ledger_transactions);
@append_only(ledger_transfers);
@append_only(wallet_entries);
CREATE INDEX ledger_transactions_of_order ON ledger_transactions (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX wallet_entries_of_account ON wallet_entries (account_id, id);
CREATE INDEX wallet_entries_of_transaction ON wallet_entries (transaction_id);
CREATE INDEX ledger_transfers_debits ON ledger_transfers (debit_account_id, transaction_id, line, amount);
CREATE INDEX ledger_transfers_credits ON ledger_transfers (credit_account_id, transaction_id, line, amount);
