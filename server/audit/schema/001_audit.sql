CREATE TABLE audit_log (
    id @id NOT NULL PRIMARY KEY,
    actor_id @id,
    actor_role TEXT NOT NULL,
    action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
    object_type TEXT NOT NULL CHECK (length(object_type) BETWEEN 1 AND 100),
    object_id TEXT NOT NULL,
    details TEXT NOT NULL,
    ip TEXT NOT NULL,
    request_id TEXT NOT NULL,
    created_at @int NOT NULL
) @strict;
CREATE INDEX audit_log_by_action ON audit_log (action, id);
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, id);
CREATE INDEX audit_log_by_object ON audit_log (object_id, id);
CREATE INDEX audit_log_by_time ON audit_log (created_at);
@append_only(audit_log);
