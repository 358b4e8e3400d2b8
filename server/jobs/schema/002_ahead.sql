-- Some jobs go before all the others that are due, however long those have waited; they have an index of their own.
ALTER TABLE jobs ADD COLUMN is_ahead @int NOT NULL DEFAULT 0 CHECK (is_ahead IN (0, 1));
CREATE INDEX jobs_ahead ON jobs (run_at) WHERE is_ahead = 1 AND status IN ('waiting', 'running');
