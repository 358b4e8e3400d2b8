-- The queue. attempts is also the fence of a lease: whoever finishes names the attempt that he claimed.
CREATE TABLE jobs (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
    payload TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'dead')),
    attempts @int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    max_attempts @int NOT NULL CHECK (max_attempts BETWEEN 1 AND 100),
    run_at @int NOT NULL, -- when waiting: not before; when running: the end of the lease
    last_error TEXT,
    created_at @int NOT NULL,
    finished_at @int,
    CHECK (status <> 'done' OR payload = '')
) @strict;
CREATE INDEX jobs_due ON jobs (run_at) WHERE status IN ('waiting', 'running');
CREATE INDEX jobs_by_status ON jobs (status, id);
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE status = 'done';

-- When each schedule runs next. The node that moves next_at on is the one that does the work.
CREATE TABLE job_schedules (
    name TEXT NOT NULL PRIMARY KEY,
    next_at @int NOT NULL
) @strict;
