-- The code that was mailed to a business e-mail which is not the store's yet; one at a time.
CREATE TABLE business_email_codes (
    vendor_id @id NOT NULL PRIMARY KEY CHECK (length(vendor_id) = 16) REFERENCES vendors (id) ON DELETE RESTRICT,
    email TEXT NOT NULL CHECK (length(email) <= 254),
    code_hash TEXT NOT NULL,
    guesses @int NOT NULL DEFAULT 0,
    expires_at @int NOT NULL
) @strict;
