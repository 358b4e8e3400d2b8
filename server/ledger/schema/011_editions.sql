-- Editions of what is carried, each from the moment on in which it was begun. They stand apart from what the checks
-- have found: every posting asks for the newest one, and must not meet a row that each check writes.
CREATE TABLE ledger_editions (
    edition @int NOT NULL PRIMARY KEY CHECK (edition > 0)
) @strict;
INSERT INTO ledger_editions (edition) SELECT carried_edition FROM books_state;
@append_only(ledger_editions);
ALTER TABLE books_state DROP COLUMN carried_edition;
