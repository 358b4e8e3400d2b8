-- What an address or a store was when somebody began to change it.
ALTER TABLE addresses ADD COLUMN version @int NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE vendors ADD COLUMN version @int NOT NULL DEFAULT 1 CHECK (version > 0);
