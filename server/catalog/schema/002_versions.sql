-- What a category was when somebody began to change it.
ALTER TABLE categories ADD COLUMN version @int NOT NULL DEFAULT 1 CHECK (version > 0);
