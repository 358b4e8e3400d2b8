-- Codes that show that somebody can be reached at an address which no account has yet: the phone of whoever signs up by
-- it, or the e-mail address that an account is to have.
CREATE TABLE contact_codes (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id REFERENCES accounts (id) ON DELETE RESTRICT,
    address TEXT NOT NULL CHECK (length(address) BETWEEN 1 AND 254),
    code_hash TEXT NOT NULL CHECK (length(code_hash) = 64),
    attempts @int NOT NULL CHECK (attempts BETWEEN 0 AND 3),
    created_at @int NOT NULL,
    expires_at @int NOT NULL,
    used_at @int
) @strict;
CREATE INDEX contact_codes_by_account ON contact_codes (account_id);
CREATE INDEX contact_codes_by_address ON contact_codes (address, created_at);
CREATE INDEX contact_codes_by_end ON contact_codes (expires_at);
