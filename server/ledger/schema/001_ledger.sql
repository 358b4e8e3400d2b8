-- The two sides of everything. A balance is what was credited minus what was debited. What people own is never below
-- zero, whatever the program does. The platform's own accounts have no cached balance: it is the sum of their
-- transfers, so that the settlements of different stores never meet at one row.
CREATE TABLE ledger_accounts (
    id @id NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('buyer_available', 'buyer_held', 'vendor_payable', 'vendor_payout',
                                       'commission_income', 'gateway_clearing', 'bank')),
    owner_id @id,
    balance @int CHECK (balance >= 0),
    created_at @int NOT NULL,
    CHECK ((owner_id IS NULL) = (kind IN ('commission_income', 'gateway_clearing', 'bank'))),
    CHECK ((balance IS NULL) = (owner_id IS NULL))
) @strict;

-- Why money moved. Subject and step are the natural key: an order is held once and closed once, be it settled or
-- released; a payout is reserved once and concluded once.
CREATE TABLE ledger_transactions (
    id @id NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('recharge', 'hold', 'release', 'settle', 'payout_reserve', 'payout_complete',
                                       'payout_return')),
    step TEXT NOT NULL CHECK (step IN ('recharge', 'hold', 'close', 'reserve', 'conclude')),
    subject_id @id NOT NULL,
    created_at @int NOT NULL,
    UNIQUE (subject_id, step)
) @strict;
@append_only(ledger_transactions);

-- Every row takes from one account what it gives to another, so the books balance by construction.
CREATE TABLE ledger_transfers (
    transaction_id @id NOT NULL REFERENCES ledger_transactions (id) ON DELETE RESTRICT,
    line @int NOT NULL CHECK (line > 0),
    debit_account_id @id NOT NULL REFERENCES ledger_accounts (id) ON DELETE RESTRICT,
    credit_account_id @id NOT NULL REFERENCES ledger_accounts (id) ON DELETE RESTRICT,
    amount @int NOT NULL CHECK (amount > 0),
    PRIMARY KEY (transaction_id, line),
    CHECK (debit_account_id <> credit_account_id)
) @strict;
@append_only(ledger_transfers);
-- What the books are checked along, one account after the other.
CREATE INDEX ledger_transfers_debits ON ledger_transfers (debit_account_id, amount);
CREATE INDEX ledger_transfers_credits ON ledger_transfers (credit_account_id, amount);

-- What a buyer's wallet has beside its two accounts.
CREATE TABLE wallets (
    account_id @id NOT NULL PRIMARY KEY,
    is_active @int NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    total_recharged @int NOT NULL DEFAULT 0 CHECK (total_recharged >= 0),
    total_spent @int NOT NULL DEFAULT 0 CHECK (total_spent >= 0),
    created_at @int NOT NULL
) @strict;

-- The buyer's view of the postings.
CREATE TABLE wallet_entries (
    id @id NOT NULL PRIMARY KEY,
    account_id @id NOT NULL REFERENCES wallets (account_id) ON DELETE RESTRICT,
    transaction_id @id NOT NULL REFERENCES ledger_transactions (id) ON DELETE RESTRICT,
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
CREATE INDEX wallet_entries_of_account ON wallet_entries (account_id, id);
@append_only(wallet_entries);
