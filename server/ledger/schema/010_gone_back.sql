-- What went back at the bank after it had come into a wallet, what a buyer owes of it, what providers keep for their
-- work, what they have settled to the bank, and what of a closed wallet goes back to where it came from. The lists of
-- kinds stand in checks, so the tables are made anew, as in the fourth version. What was posted stays as it is.
CREATE TABLE ledger_accounts_wider (
    id @id NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('buyer_available', 'buyer_held', 'vendor_payable', 'vendor_payout',
                                       'vendor_debt', 'commission_income', 'gst_due', 'tcs_due', 'tds_due',
                                       'gateway_clearing', 'bank', 'buyer_debt', 'gateway_fees')),
    owner_id @id,
    balance @int,
    frozen_at @int,
    frozen_reason TEXT,
    created_at @int NOT NULL,
    CHECK ((owner_id IS NULL) = (kind IN ('commission_income', 'gst_due', 'tcs_due', 'tds_due', 'gateway_clearing',
                                          'bank', 'gateway_fees'))),
    CHECK ((balance IS NULL) = (owner_id IS NULL)),
    CHECK (CASE WHEN kind IN ('vendor_debt', 'buyer_debt') THEN balance <= 0 ELSE balance >= 0 END),
    CHECK (frozen_at IS NULL OR owner_id IS NOT NULL),
    CHECK ((frozen_at IS NULL) = (frozen_reason IS NULL))
) @strict;

CREATE TABLE ledger_transactions_wider (
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
    @sqlite(, FOREIGN KEY (id, lines) REFERENCES ledger_transfers_wider (transaction_id, line)
              DEFERRABLE INITIALLY DEFERRED)
) @strict;

CREATE TABLE ledger_transfers_wider (
    transaction_id @id NOT NULL REFERENCES ledger_transactions_wider (id) ON DELETE RESTRICT,
    line @int NOT NULL CHECK (line > 0),
    debit_account_id @id NOT NULL REFERENCES ledger_accounts_wider (id) ON DELETE RESTRICT,
    credit_account_id @id NOT NULL REFERENCES ledger_accounts_wider (id) ON DELETE RESTRICT,
    amount @int NOT NULL CHECK (amount > 0),
    PRIMARY KEY (transaction_id, line),
    CHECK (debit_account_id <> credit_account_id)
) @strict;

CREATE TABLE wallet_entries_wider (
    id @id NOT NULL PRIMARY KEY,
    account_id @id NOT NULL REFERENCES wallets (account_id) ON DELETE RESTRICT,
    transaction_id @id NOT NULL REFERENCES ledger_transactions_wider (id) ON DELETE RESTRICT,
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

INSERT INTO ledger_accounts_wider (id, kind, owner_id, balance, frozen_at, frozen_reason, created_at)
    SELECT id, kind, owner_id, balance, frozen_at, frozen_reason, created_at FROM ledger_accounts;
INSERT INTO ledger_transactions_wider (id, kind, step, subject_id, order_id, lines, note, created_at)
    SELECT id, kind, step, subject_id, order_id, lines, note, created_at FROM ledger_transactions;
INSERT INTO ledger_transfers_wider (transaction_id, line, debit_account_id, credit_account_id, amount)
    SELECT transaction_id, line, debit_account_id, credit_account_id, amount FROM ledger_transfers;
INSERT INTO wallet_entries_wider (id, account_id, transaction_id, type, status, amount, balance_before, balance_after,
                                 held_after, description, order_id, gateway_reference, processed_at)
    SELECT id, account_id, transaction_id, type, status, amount, balance_before, balance_after, held_after, description,
           order_id, gateway_reference, processed_at
    FROM wallet_entries;

-- A posting names its last transfer and a transfer its posting, so the key that is deferred goes with the transfers.
DROP TABLE wallet_entries;
DROP TABLE ledger_transfers @postgres(CASCADE);
DROP TABLE ledger_transactions;
DROP TABLE ledger_accounts;
ALTER TABLE ledger_accounts_wider RENAME TO ledger_accounts;
ALTER TABLE ledger_transactions_wider RENAME TO ledger_transactions;
ALTER TABLE ledger_transfers_wider RENAME TO ledger_transfers;
ALTER TABLE wallet_entries_wider RENAME TO wallet_entries;

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
CREATE INDEX ledger_accounts_payable ON ledger_accounts (owner_id) WHERE kind = 'vendor_payable';
