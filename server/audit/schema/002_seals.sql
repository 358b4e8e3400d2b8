-- Each entry is sealed soon after its commit: hash is a keyed hash over the seal before it and every column of the entry,
-- so that whoever changes, removes or reorders entries would need the master secret as well. Entries themselves are
-- written without waiting for each other.
CREATE TABLE audit_seals (
    seq @int NOT NULL PRIMARY KEY CHECK (seq > 0),
    audit_id @id NOT NULL UNIQUE CHECK (length(audit_id) = 16),
    key_id TEXT NOT NULL CHECK (length(key_id) = 16),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) @strict;
@append_only(audit_seals);
