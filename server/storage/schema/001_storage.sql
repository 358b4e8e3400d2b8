-- The bytes lie in a folder under the id; kyc documents are sealed there.
CREATE TABLE stored_files (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    owner_id @id NOT NULL CHECK (length(owner_id) = 16),
    purpose TEXT NOT NULL CHECK (purpose IN ('kyc', 'store_logo', 'store_banner', 'profile_photo', 'chat', 'ad')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    content_type TEXT NOT NULL,
    size @int NOT NULL CHECK (size > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    created_at @int NOT NULL,
    claimed_at @int
) @strict;
CREATE INDEX stored_files_by_owner ON stored_files (owner_id, id);
CREATE INDEX stored_files_unclaimed ON stored_files (created_at) WHERE claimed_at IS NULL;
