-- What somebody has agreed to, when and from where. The rows are evidence and stay when the account is erased, without
-- the address.
CREATE TABLE consents (
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    document TEXT NOT NULL CHECK (document IN ('terms', 'privacy')),
    version TEXT NOT NULL CHECK (length(version) BETWEEN 1 AND 20),
    at @int NOT NULL,
    ip TEXT NOT NULL,
    PRIMARY KEY (account_id, document, version)
) @strict;
