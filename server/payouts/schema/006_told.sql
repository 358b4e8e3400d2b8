-- How often the provider has told something about it. What was asked before the last news is not the last word.
ALTER TABLE payout_accounts ADD COLUMN told @int NOT NULL DEFAULT 0 CHECK (told >= 0);
ALTER TABLE payout_transfers ADD COLUMN told @int NOT NULL DEFAULT 0 CHECK (told >= 0);
