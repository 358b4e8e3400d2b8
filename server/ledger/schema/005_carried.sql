-- What stood in the books at the end of each month, so that a balance at any instant is the newest of these and what
-- was posted since. Written by the full check of the books once the month is over, and looked at again by every later
-- one. before_id: the first id that does not count any more. Accounts have a row for each month in which they moved; the
-- kinds have one for every month, which says that it is complete. A journal of another system is taken in behind what
-- was carried, so it begins a new edition; nobody reads the old one again.
ALTER TABLE books_state ADD COLUMN carried_edition @int NOT NULL DEFAULT 1 CHECK (carried_edition > 0);

CREATE TABLE ledger_carried (
    edition @int NOT NULL CHECK (edition > 0),
    account_id @id NOT NULL CHECK (length(account_id) = 16),
    before_id @id NOT NULL CHECK (length(before_id) = 16),
    balance @int NOT NULL,
    PRIMARY KEY (edition, account_id, before_id)
) @strict;
@append_only(ledger_carried);

CREATE TABLE ledger_carried_kinds (
    edition @int NOT NULL CHECK (edition > 0),
    before_id @id NOT NULL CHECK (length(before_id) = 16),
    kind TEXT NOT NULL,
    accounts @int NOT NULL CHECK (accounts > 0),
    balance @int NOT NULL,
    PRIMARY KEY (edition, before_id, kind)
) @strict;
@append_only(ledger_carried_kinds);
