-- Stores ask for statements themselves and see their own.
CREATE INDEX report_runs_of_requester ON report_runs (requested_by_id, id) WHERE requested_by_id IS NOT NULL;
