-- On which channels somebody wants to hear of news. Who has none has not been asked yet; whoever was let in before the
-- question was asked keeps what was done until now.
CREATE TABLE preferences (
    account_id @id NOT NULL PRIMARY KEY CHECK (length(account_id) = 16) REFERENCES accounts (id) ON DELETE RESTRICT,
    email @int NOT NULL CHECK (email IN (0, 1)),
    sms @int NOT NULL CHECK (sms IN (0, 1)),
    push @int NOT NULL CHECK (push IN (0, 1)),
    whatsapp @int NOT NULL CHECK (whatsapp IN (0, 1)),
    in_app @int NOT NULL CHECK (in_app IN (0, 1)),
    saved_at @int NOT NULL
) @strict;
INSERT INTO preferences (account_id, email, sms, push, whatsapp, in_app, saved_at)
    SELECT id, 1, 1, 1, 0, 1, updated_at FROM accounts WHERE is_profile_complete = 1 AND role <> 'admin';
