-- What was withheld from a payout for the tax office; the amount is what was left.
ALTER TABLE payouts ADD COLUMN withheld @int NOT NULL DEFAULT 0 CHECK (withheld >= 0);
