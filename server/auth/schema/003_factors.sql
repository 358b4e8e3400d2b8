-- Until when a session counts as the one whose owner has just shown that it is him, and by what.
ALTER TABLE sessions ADD COLUMN confirmed_until @int;
ALTER TABLE sessions ADD COLUMN confirmed_by TEXT CHECK (confirmed_by IN ('password', 'code'));

-- What an app makes codes of, sealed. One that waits for its first code replaces the one in use only then; a step of
-- time is good once.
CREATE TABLE totp_secrets (
    account_id @id NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE RESTRICT,
    sealed TEXT,
    pending_sealed TEXT,
    confirmed_at @int,
    last_step @int NOT NULL,
    CHECK ((sealed IS NULL) = (confirmed_at IS NULL)),
    CHECK (sealed IS NOT NULL OR pending_sealed IS NOT NULL)
) @strict;

CREATE TABLE recovery_codes (
    code_hash TEXT NOT NULL PRIMARY KEY CHECK (length(code_hash) = 64),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    used_at @int
) @strict;
CREATE INDEX recovery_codes_by_account ON recovery_codes (account_id);

-- What a code is for, and the phone that one is sent to.
ALTER TABLE otp_challenges ADD COLUMN purpose TEXT NOT NULL DEFAULT 'sign_in'
    CHECK (purpose IN ('sign_in', 'passwordless', 'phone'));
ALTER TABLE otp_challenges ADD COLUMN phone TEXT;

-- Who an account is at somebody else's.
CREATE TABLE identities (
    provider TEXT NOT NULL CHECK (provider IN ('google')),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    linked_at @int NOT NULL,
    PRIMARY KEY (provider, subject),
    UNIQUE (provider, account_id)
) @strict;
