-- Where news can be pushed to. A token names one app on one device, so it belongs to whoever signed in there last.
CREATE TABLE push_devices (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    session_id @id NOT NULL CHECK (length(session_id) = 16),
    platform TEXT NOT NULL CHECK (platform IN ('android', 'ios', 'web')),
    token TEXT NOT NULL UNIQUE CHECK (length(token) BETWEEN 16 AND 1000),
    name TEXT CHECK (length(name) <= 100),
    registered_at @int NOT NULL
) @strict;
CREATE INDEX push_devices_of_account ON push_devices (account_id, id);
