-- Notices may be about the books and about money that did not come as it was asked for. The list of kinds stands in the
-- contract alone from here on: as a check it would have the table made anew for every kind.
CREATE TABLE notices_next (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    object_id TEXT,
    is_read @int NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),
    created_at @int NOT NULL,
    read_at @int,
    CHECK ((is_read = 1) = (read_at IS NOT NULL))
) @strict;
INSERT INTO notices_next (id, account_id, kind, title, text, object_id, is_read, created_at, read_at)
    SELECT id, account_id, kind, title, text, object_id, is_read, created_at, read_at FROM notices;
DROP TABLE notices;
ALTER TABLE notices_next RENAME TO notices;
CREATE INDEX notices_of_account ON notices (account_id, id);
CREATE INDEX notices_unread ON notices (account_id, kind, object_id) WHERE is_read = 0;
