-- Copies that people have asked for of what is kept about them; one is made at a time. The file lies on the storage's
-- shelf, sealed.
CREATE TABLE personal_copies (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'failed')),
    requested_at @int NOT NULL,
    finished_at @int,
    file_id TEXT,
    file_size @int CHECK (file_size > 0),
    file_expires_at @int,
    CHECK ((state = 'waiting') = (finished_at IS NULL)),
    CHECK (file_id IS NULL OR state = 'ready')
) @strict;
CREATE UNIQUE INDEX personal_copies_one_waiting ON personal_copies (account_id) WHERE state = 'waiting';
CREATE INDEX personal_copies_of_account ON personal_copies (account_id, id);
CREATE INDEX personal_copies_waiting ON personal_copies (requested_at) WHERE state = 'waiting';
CREATE INDEX personal_copies_with_file ON personal_copies (file_expires_at) WHERE file_id IS NOT NULL;
