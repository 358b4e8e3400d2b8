-- The terms of the wallet can be agreed to as well. The list of documents stands in a check, so the table is made anew.
CREATE TABLE consents_next (
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    document TEXT NOT NULL CHECK (document IN ('terms', 'privacy', 'wallet')),
    version TEXT NOT NULL CHECK (length(version) BETWEEN 1 AND 20),
    at @int NOT NULL,
    ip TEXT NOT NULL,
    PRIMARY KEY (account_id, document, version)
) @strict;
INSERT INTO consents_next (account_id, document, version, at, ip)
    SELECT account_id, document, version, at, ip FROM consents;
DROP TABLE consents;
ALTER TABLE consents_next RENAME TO consents;
