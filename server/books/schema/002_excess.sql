-- What was taken out of the account outside beyond what the market had earned by the end of that day. It was taken all
-- the same, so it is entered and said, instead of being refused.
ALTER TABLE custody_balances ADD COLUMN excess @int NOT NULL DEFAULT 0 CHECK (excess >= 0);
