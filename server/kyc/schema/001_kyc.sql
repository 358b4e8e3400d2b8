-- Numbers that identify people or their money are sealed; the index columns are keyed marks to find equal ones.
CREATE TABLE kyc_submissions (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    region TEXT,
    store_name TEXT NOT NULL,
    city TEXT,
    status TEXT NOT NULL CHECK (status IN ('pending', 'more_info', 'verified', 'rejected')),
    attempt @int NOT NULL CHECK (attempt > 0),
    pan_sealed TEXT NOT NULL,
    pan_index TEXT NOT NULL,
    gstin_sealed TEXT NOT NULL,
    bank_sealed TEXT NOT NULL,
    bank_index TEXT NOT NULL,
    bank_last_four TEXT NOT NULL CHECK (length(bank_last_four) <= 4),
    bank_ifsc TEXT NOT NULL CHECK (length(bank_ifsc) = 11),
    bank_holder TEXT NOT NULL,
    pan_file_id @id NOT NULL REFERENCES stored_files (id) ON DELETE RESTRICT,
    gstin_file_id @id NOT NULL REFERENCES stored_files (id) ON DELETE RESTRICT,
    cheque_file_id @id REFERENCES stored_files (id) ON DELETE RESTRICT,
    checks TEXT NOT NULL,
    submitted_at @int NOT NULL,
    decided_at @int,
    decided_by_id @id REFERENCES accounts (id) ON DELETE RESTRICT,
    decided_by TEXT,
    reason TEXT,
    UNIQUE (vendor_id, attempt),
    CHECK ((status = 'pending') = (decided_at IS NULL)),
    CHECK (status NOT IN ('rejected', 'more_info') OR reason IS NOT NULL)
) @strict;
CREATE UNIQUE INDEX kyc_submissions_one_pending ON kyc_submissions (vendor_id) WHERE status = 'pending';
CREATE INDEX kyc_submissions_queue ON kyc_submissions (status, id);
CREATE INDEX kyc_submissions_by_pan ON kyc_submissions (pan_index);
CREATE INDEX kyc_submissions_by_bank ON kyc_submissions (bank_index);
