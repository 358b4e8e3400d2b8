-- An admin who looks at a submission holds it for a while; whoever held it longer than that holds it no more.
ALTER TABLE kyc_submissions ADD COLUMN claimed_by_id @id REFERENCES accounts (id) ON DELETE RESTRICT;
ALTER TABLE kyc_submissions ADD COLUMN claimed_by TEXT;
ALTER TABLE kyc_submissions ADD COLUMN claimed_until @int;
