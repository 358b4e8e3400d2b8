-- Keys of other programs. Only the hexadecimal SHA-256 of a key is kept; it has 256 random bits, so a slow hash would add
-- nothing.
CREATE TABLE api_keys (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    prefix TEXT NOT NULL,
    key_hash TEXT NOT NULL UNIQUE CHECK (length(key_hash) = 64),
    scopes TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_by_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    created_at @int NOT NULL,
    expires_at @int CHECK (expires_at > created_at),
    revoked_at @int,
    last_used_at @int,
    calls @int NOT NULL DEFAULT 0 CHECK (calls >= 0)
) @strict;
