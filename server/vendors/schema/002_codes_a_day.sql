-- How many codes a store had mailed within the day that began then: a new code buys guesses, so they are counted too.
ALTER TABLE business_email_codes ADD COLUMN codes @int NOT NULL DEFAULT 1;
ALTER TABLE business_email_codes ADD COLUMN counted_since @int NOT NULL DEFAULT 0;
