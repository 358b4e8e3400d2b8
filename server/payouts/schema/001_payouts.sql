-- A store's released money on its way to the bank. The bank account is copied as it was when the payout was asked for,
-- its number sealed.
CREATE TABLE payouts (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    payout_number TEXT NOT NULL UNIQUE,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    vendor_account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    region TEXT NOT NULL,
    store_name TEXT NOT NULL,
    amount @int NOT NULL CHECK (amount > 0),
    orders_count @int NOT NULL CHECK (orders_count > 0),
    kyc_submission_id @id NOT NULL REFERENCES kyc_submissions (id) ON DELETE RESTRICT,
    bank_account_sealed @blob NOT NULL,
    bank_account_masked TEXT NOT NULL,
    bank_ifsc TEXT NOT NULL,
    bank_account_holder TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('requested', 'approved', 'processed', 'failed')),
    transaction_reference TEXT,
    failure_code TEXT CHECK (failure_code IN ('rejected')),
    failure_reason TEXT,
    processed_by TEXT,
    processed_by_id @id,
    requested_at @int NOT NULL,
    approved_at @int,
    processed_at @int,
    CHECK ((status = 'processed') = (transaction_reference IS NOT NULL)),
    CHECK ((status = 'failed') = (failure_code IS NOT NULL)),
    CHECK (status IN ('requested', 'approved') OR processed_at IS NOT NULL)
) @strict;
CREATE INDEX payouts_of_vendor ON payouts (vendor_id, id);
CREATE INDEX payouts_by_status ON payouts (status, id);

-- What is in a payout. An order is in at most one that has not failed; rows of failed ones stay as a record.
CREATE TABLE payout_orders (
    payout_id @id NOT NULL REFERENCES payouts (id) ON DELETE RESTRICT,
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    order_number TEXT NOT NULL,
    gross @int NOT NULL CHECK (gross > 0),
    commission @int NOT NULL CHECK (commission >= 0),
    net @int NOT NULL CHECK (net = gross - commission),
    settled_at @int NOT NULL,
    is_current @int NOT NULL CHECK (is_current IN (0, 1)),
    PRIMARY KEY (payout_id, order_id)
) @strict;
CREATE UNIQUE INDEX payout_orders_current ON payout_orders (order_id) WHERE is_current = 1;
