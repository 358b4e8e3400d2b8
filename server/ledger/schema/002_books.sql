-- What refunds, top-ups, returned bank transfers and corrections need: the lists of kinds stand in checks, which are
-- made anew with their tables, and with them the tables that refer to those.

-- A store may owe: what was refunded after its money had left. That balance is never above zero, every other one never
-- below. A frozen account gives nothing for new orders and payouts.
CREATE TABLE ledger_accounts_next (
    id @id NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('buyer_available', 'buyer_held', 'vendor_payable', 'vendor_payout',
                                       'vendor_debt', 'commission_income', 'gateway_clearing', 'bank')),
    owner_id @id,
    balance @int,
    frozen_at @int,
    frozen_reason TEXT,
    created_at @int NOT NULL,
    CHECK ((owner_id IS NULL) = (kind IN ('commission_income', 'gateway_clearing', 'bank'))),
    CHECK ((balance IS NULL) = (owner_id IS NULL)),
    CHECK (CASE WHEN kind = 'vendor_debt' THEN balance <= 0 ELSE balance >= 0 END),
    CHECK (frozen_at IS NULL OR owner_id IS NOT NULL),
    CHECK ((frozen_at IS NULL) = (frozen_reason IS NULL))
) @strict;

-- A posting says how many lines it has, and its last one has to be there when the transaction ends: nothing is posted
-- without them. What has a subject of its own but is about an order names the order. A correction says why.
CREATE TABLE ledger_transactions_next (
    id @id NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('recharge', 'hold', 'top_up', 'release', 'settle', 'refund', 'payout_reserve',
                                       'payout_complete', 'payout_return', 'payout_bounce', 'adjust', 'reverse')),
    step TEXT NOT NULL CHECK (step IN ('recharge', 'hold', 'top_up', 'close', 'refund', 'reserve', 'conclude', 'bounce',
                                       'adjust', 'reverse')),
    subject_id @id NOT NULL,
    order_id @id,
    lines @int NOT NULL CHECK (lines > 0),
    note TEXT,
    created_at @int NOT NULL,
    UNIQUE (subject_id, step),
    CHECK ((order_id IS NULL) = (kind NOT IN ('top_up', 'refund'))),
    CHECK ((note IS NULL) = (kind NOT IN ('adjust', 'reverse')))
    @sqlite(, FOREIGN KEY (id, lines) REFERENCES ledger_transfers_next (transaction_id, line)
              DEFERRABLE INITIALLY DEFERRED)
) @strict;

CREATE TABLE ledger_transfers_next (
    transaction_id @id NOT NULL REFERENCES ledger_transactions_next (id) ON DELETE RESTRICT,
    line @int NOT NULL CHECK (line > 0),
    debit_account_id @id NOT NULL REFERENCES ledger_accounts_next (id) ON DELETE RESTRICT,
    credit_account_id @id NOT NULL REFERENCES ledger_accounts_next (id) ON DELETE RESTRICT,
    amount @int NOT NULL CHECK (amount > 0),
    PRIMARY KEY (transaction_id, line),
    CHECK (debit_account_id <> credit_account_id)
) @strict;

CREATE TABLE wallet_entries_next (
    id @id NOT NULL PRIMARY KEY,
    account_id @id NOT NULL REFERENCES wallets (account_id) ON DELETE RESTRICT,
    transaction_id @id NOT NULL REFERENCES ledger_transactions_next (id) ON DELETE RESTRICT,
    type TEXT NOT NULL CHECK (type IN ('recharge', 'hold', 'deduct', 'release', 'refund')),
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
                                                 WHEN type = 'deduct' THEN -amount ELSE 0 END)
) @strict;

-- A wallet that was closed is now an account that is frozen.
INSERT INTO ledger_accounts_next (id, kind, owner_id, balance, frozen_at, frozen_reason, created_at)
    SELECT a.id, a.kind, a.owner_id, a.balance, w.created_at,
           CASE WHEN w.account_id IS NULL THEN NULL ELSE 'The wallet was closed.' END, a.created_at
    FROM ledger_accounts a
    LEFT JOIN wallets w ON w.account_id = a.owner_id AND a.kind = 'buyer_available' AND w.is_active = 0;
INSERT INTO ledger_transactions_next (id, kind, step, subject_id, lines, created_at)
    SELECT id, kind, step, subject_id, (SELECT count(*) FROM ledger_transfers x WHERE x.transaction_id = t.id),
           created_at
    FROM ledger_transactions t;
INSERT INTO ledger_transfers_next (transaction_id, line, debit_account_id, credit_account_id, amount)
    SELECT transaction_id, line, debit_account_id, credit_account_id, amount FROM ledger_transfers;
INSERT INTO wallet_entries_next (id, account_id, transaction_id, type, status, amount, balance_before, balance_after,
                                 held_after, description, order_id, gateway_reference, processed_at)
    SELECT id, account_id, transaction_id, type, status, amount, balance_before, balance_after, held_after, description,
           order_id, gateway_reference, processed_at
    FROM wallet_entries;

DROP TABLE wallet_entries;
DROP TABLE ledger_transfers;
DROP TABLE ledger_transactions;
DROP TABLE ledger_accounts;
ALTER TABLE ledger_accounts_next RENAME TO ledger_accounts;
ALTER TABLE ledger_transactions_next RENAME TO ledger_transactions;
ALTER TABLE ledger_transfers_next RENAME TO ledger_transfers;
ALTER TABLE wallet_entries_next RENAME TO wallet_entries;
ALTER TABLE wallets DROP COLUMN is_active;

@postgres(ALTER TABLE ledger_transactions ADD FOREIGN KEY (id, lines) REFERENCES ledger_transfers (transaction_id, line)
          DEFERRABLE INITIALLY DEFERRED);
@append_only(ledger_transactions);
@append_only(ledger_transfers);
@append_only(wallet_entries);
CREATE INDEX ledger_transactions_of_order ON ledger_transactions (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX wallet_entries_of_account ON wallet_entries (account_id, id);
