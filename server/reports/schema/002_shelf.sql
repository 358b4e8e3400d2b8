-- Whether a run names a file is asked for each one that lies on the shelf.
CREATE UNIQUE INDEX report_runs_by_file ON report_runs (file_id) WHERE file_id IS NOT NULL;
