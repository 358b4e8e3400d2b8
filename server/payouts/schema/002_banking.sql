-- A payout can need two admins, stand in a bank file and come back from the bank. A check cannot be changed in place,
-- so both tables are made anew, children first.
ALTER TABLE payout_orders RENAME TO payout_orders_before;
ALTER TABLE payouts RENAME TO payouts_before;
DROP INDEX payouts_of_vendor;
DROP INDEX payouts_by_status;
DROP INDEX payout_orders_current;

CREATE TABLE payout_batches (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    batch_number TEXT NOT NULL UNIQUE,
    layout_name TEXT NOT NULL,
    layout TEXT NOT NULL, -- as it was, so that the file is the same for ever
    payouts_count @int NOT NULL CHECK (payouts_count > 0),
    amount @int NOT NULL CHECK (amount > 0),
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
    status TEXT NOT NULL CHECK (status IN ('open', 'cancelled')),
    created_by TEXT NOT NULL,
    created_by_id @id NOT NULL,
    created_at @int NOT NULL,
    cancelled_at @int,
    CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
) @strict;

CREATE TABLE payouts (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    payout_number TEXT NOT NULL UNIQUE,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    vendor_account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    region TEXT NOT NULL,
    store_name TEXT NOT NULL,
    amount @int NOT NULL CHECK (amount > 0),
    corrections @int NOT NULL, -- refunds, adjustments and paid debts: the amount minus what its orders brought
    orders_count @int NOT NULL CHECK (orders_count >= 0),
    kyc_submission_id @id NOT NULL REFERENCES kyc_submissions (id) ON DELETE RESTRICT,
    bank_account_sealed @blob NOT NULL,
    bank_account_masked TEXT NOT NULL,
    bank_ifsc TEXT NOT NULL,
    bank_account_holder TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('requested', 'approved', 'processed', 'failed')),
    first_approved_by TEXT,
    first_approved_by_id @id,
    first_approved_at @int,
    batch_id @id REFERENCES payout_batches (id) ON DELETE RESTRICT,
    batch_number TEXT,
    transaction_reference TEXT,
    failure_code TEXT CHECK (failure_code IN ('rejected', 'bank_refused', 'returned')),
    failure_reason TEXT,
    processed_by TEXT,
    processed_by_id @id,
    requested_at @int NOT NULL,
    approved_at @int,
    processed_at @int,
    returned_at @int,
    CHECK (status <> 'processed' OR transaction_reference IS NOT NULL),
    CHECK (transaction_reference IS NULL OR status = 'processed' OR returned_at IS NOT NULL),
    CHECK ((status = 'failed') = (failure_code IS NOT NULL)),
    CHECK ((coalesce(failure_code, '') = 'returned') = (returned_at IS NOT NULL)),
    CHECK ((batch_id IS NULL) = (batch_number IS NULL)),
    CHECK (status IN ('requested', 'approved') OR processed_at IS NOT NULL)
) @strict;
CREATE INDEX payouts_of_vendor ON payouts (vendor_id, id);
CREATE INDEX payouts_by_status ON payouts (status, id);
CREATE INDEX payouts_of_batch ON payouts (batch_id) WHERE batch_id IS NOT NULL;
INSERT INTO payouts (id, payout_number, vendor_id, vendor_account_id, region, store_name, amount, corrections,
    orders_count, kyc_submission_id, bank_account_sealed, bank_account_masked, bank_ifsc, bank_account_holder, status,
    transaction_reference, failure_code, failure_reason, processed_by, processed_by_id, requested_at, approved_at,
    processed_at)
    SELECT id, payout_number, vendor_id, vendor_account_id, region, store_name, amount, 0, orders_count,
        kyc_submission_id, bank_account_sealed, bank_account_masked, bank_ifsc, bank_account_holder, status,
        transaction_reference, failure_code, failure_reason, processed_by, processed_by_id, requested_at, approved_at,
        processed_at FROM payouts_before;

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
INSERT INTO payout_orders (payout_id, order_id, order_number, gross, commission, net, settled_at, is_current)
    SELECT payout_id, order_id, order_number, gross, commission, net, settled_at, is_current FROM payout_orders_before;

DROP TABLE payout_orders_before;
DROP TABLE payouts_before;

-- What a bank file holds; a cancelled one stays as a record. In which one a payout stands now is said by the payout.
CREATE TABLE payout_batch_items (
    batch_id @id NOT NULL REFERENCES payout_batches (id) ON DELETE RESTRICT,
    payout_id @id NOT NULL REFERENCES payouts (id) ON DELETE RESTRICT,
    PRIMARY KEY (batch_id, payout_id)
) @strict;
@append_only(payout_batch_items);

-- The days on which payouts were made by themselves, so that a day is done once.
CREATE TABLE payout_rounds (
    day @int NOT NULL PRIMARY KEY,
    started_at @int NOT NULL,
    finished_at @int
) @strict;
