-- How often the provider has said no for now: it keeps that answer under its key, so the next try has another one.
ALTER TABLE payout_transfers ADD COLUMN refusals @int NOT NULL DEFAULT 0 CHECK (refusals >= 0);
