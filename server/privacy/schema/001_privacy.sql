-- Copies that people have asked for of what is kept about them; one is made at a time. The file lies sealed on the
-- storage's shelf, under the id of its row, and goes with it.
CREATE TABLE personal_copies (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'failed')),
    requested_at @int NOT NULL,
    finished_at @int,
    file_size @int CHECK (file_size > 0),
    expires_at @int NOT NULL,
    CHECK ((state = 'waiting') = (finished_at IS NULL)),
    CHECK ((state = 'ready') = (file_size IS NOT NULL))
) @strict;
CREATE UNIQUE INDEX personal_copies_one_waiting ON personal_copies (account_id) WHERE state = 'waiting';
CREATE INDEX personal_copies_of_account ON personal_copies (account_id, id);
CREATE INDEX personal_copies_waiting ON personal_copies (requested_at) WHERE state = 'waiting';
CREATE INDEX personal_copies_by_end ON personal_copies (expires_at);
