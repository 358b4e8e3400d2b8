-- Passwords are bcrypt hashes; every other secret is the hexadecimal SHA-256 or HMAC of it.
CREATE TABLE credentials (
    account_id @id NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE RESTRICT,
    password_hash TEXT NOT NULL CHECK (password_hash LIKE '$2b$%'),
    changed_at @int NOT NULL
) @strict;

CREATE TABLE password_history (
    seq @serial,
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    password_hash TEXT NOT NULL,
    changed_at @int NOT NULL
) @strict;
CREATE INDEX password_history_by_account ON password_history (account_id, seq);

CREATE TABLE mail_tokens (
    token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    purpose TEXT NOT NULL CHECK (purpose IN ('activation', 'reset')),
    created_at @int NOT NULL,
    expires_at @int NOT NULL,
    UNIQUE (account_id, purpose)
) @strict;

CREATE TABLE otp_challenges (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    code_hash TEXT NOT NULL CHECK (length(code_hash) = 64),
    attempts @int NOT NULL CHECK (attempts BETWEEN 0 AND 3),
    sent @int NOT NULL CHECK (sent BETWEEN 1 AND 5),
    created_at @int NOT NULL,
    expires_at @int NOT NULL,
    resend_at @int NOT NULL,
    used_at @int
) @strict;
CREATE INDEX otp_challenges_by_account ON otp_challenges (account_id, created_at);
CREATE INDEX otp_challenges_by_end ON otp_challenges (expires_at);

CREATE TABLE sessions (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    origin TEXT NOT NULL CHECK (origin IN ('activation', 'one_time_code')),
    device TEXT CHECK (length(device) <= 100),
    ip TEXT NOT NULL,
    created_at @int NOT NULL,
    last_seen_at @int NOT NULL,
    expires_at @int NOT NULL,
    revoked_at @int
) @strict;
CREATE INDEX sessions_by_account ON sessions (account_id, id);
CREATE INDEX sessions_by_revocation ON sessions (revoked_at);
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- A session has one refresh token that counts; those it replaced stay, so that their use gives a thief away.
CREATE TABLE refresh_tokens (
    token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
    session_id @id NOT NULL REFERENCES sessions (id) ON DELETE RESTRICT,
    created_at @int NOT NULL,
    replaced_at @int
) @strict;
CREATE UNIQUE INDEX refresh_tokens_one_open ON refresh_tokens (session_id) WHERE replaced_at IS NULL;
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

-- Subjects are accounts, or marks of identifiers that nobody has.
CREATE TABLE sign_in_locks (
    subject TEXT NOT NULL PRIMARY KEY,
    failures @int NOT NULL CHECK (failures > 0),
    last_failed_at @int NOT NULL,
    locked_until @int
) @strict;

CREATE TABLE auth_failures (
    seq @serial,
    network TEXT NOT NULL,
    at @int NOT NULL
) @strict;
CREATE INDEX auth_failures_by_network ON auth_failures (network, at);
CREATE INDEX auth_failures_by_age ON auth_failures (at);
