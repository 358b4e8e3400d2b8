-- Saved reports. The schedule is due at next_at; whoever moves it on makes the run of that period.
CREATE TABLE report_definitions (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 48),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx', 'pdf')),
    language TEXT NOT NULL CHECK (language IN ('en', 'hi')),
    byte_order_mark @int NOT NULL CHECK (byte_order_mark IN (0, 1)),
    scope TEXT NOT NULL,
    frequency TEXT NOT NULL CHECK (frequency IN ('never', 'daily', 'weekly', 'monthly', 'quarterly')),
    hour @int NOT NULL CHECK (hour BETWEEN 0 AND 23),
    is_paused @int NOT NULL CHECK (is_paused IN (0, 1)),
    recipients TEXT NOT NULL,
    next_at @int,
    created_by TEXT NOT NULL,
    created_by_id @id NOT NULL,
    created_at @int NOT NULL,
    removed_at @int,
    version @int NOT NULL CHECK (version > 0),
    CHECK (next_at IS NULL OR (frequency <> 'never' AND is_paused = 0 AND removed_at IS NULL))
) @strict;
CREATE INDEX report_definitions_due ON report_definitions (next_at) WHERE next_at IS NOT NULL;

-- Runs are also the queue. fence grows with each try; whoever works names the try, so that a server that was thought
-- dead changes nothing any more and no run makes two files.
CREATE TABLE report_runs (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 48),
    title TEXT NOT NULL,
    definition_id @id REFERENCES report_definitions (id) ON DELETE RESTRICT,
    due_at @int, -- of the schedule; nobody asked for it by hand
    format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx', 'pdf')),
    language TEXT NOT NULL,
    byte_order_mark @int NOT NULL CHECK (byte_order_mark IN (0, 1)),
    scope TEXT NOT NULL,
    from_day TEXT,
    to_day TEXT,
    recipients TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    rows_done @int NOT NULL CHECK (rows_done >= 0),
    rows_estimated @int NOT NULL CHECK (rows_estimated >= 0),
    attempts @int NOT NULL CHECK (attempts >= 0),
    fence @int NOT NULL CHECK (fence >= 0),
    ready_at @int NOT NULL, -- when waiting: not before
    noted_at @int,          -- when running: the last sign of life
    requested_by TEXT,
    requested_by_id @id,
    created_at @int NOT NULL,
    started_at @int,
    finished_at @int,
    problem TEXT,
    file_id TEXT,
    file_name TEXT,
    file_size @int,
    file_expires_at @int,
    UNIQUE (definition_id, due_at),
    CHECK ((from_day IS NULL) = (to_day IS NULL)),
    CHECK (file_id IS NULL OR status = 'done'),
    CHECK ((status IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
) @strict;
CREATE INDEX report_runs_open ON report_runs (ready_at) WHERE status IN ('waiting', 'running');
CREATE INDEX report_runs_by_name ON report_runs (name, id);
CREATE INDEX report_runs_by_status ON report_runs (status, id);
CREATE INDEX report_runs_of_definition ON report_runs (definition_id, id);
CREATE INDEX report_runs_with_file ON report_runs (file_expires_at) WHERE file_id IS NOT NULL;
