-- Only what differs from its standard stands here; the standards are part of the program.
CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
    value TEXT NOT NULL CHECK (length(value) <= 200),
    changed_at @int NOT NULL
) @strict;

CREATE TABLE settings_history (
    seq @serial,
    key TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    changed_by @id NOT NULL,
    ip TEXT NOT NULL,
    request_id TEXT NOT NULL,
    changed_at @int NOT NULL
) @strict;
CREATE INDEX settings_history_by_key ON settings_history (key, changed_at);
@append_only(settings_history);
