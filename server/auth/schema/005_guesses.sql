-- Wrong guesses of a day are counted by the address that a code went to, however it was written.
CREATE INDEX otp_challenges_by_phone ON otp_challenges (phone, created_at);
CREATE INDEX contact_codes_by_any_case ON contact_codes (LOWER(address), created_at);

-- Sessions whose time is over and that nobody was told of.
CREATE INDEX sessions_open_by_end ON sessions (expires_at) WHERE revoked_at IS NULL;
