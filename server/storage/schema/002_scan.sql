-- What the virus scanner said about a file, and when. 'unscanned' was taken while none was configured.
ALTER TABLE stored_files ADD COLUMN scan_state TEXT NOT NULL DEFAULT 'unscanned'
    CHECK (scan_state IN ('unscanned', 'clean', 'quarantined'));
ALTER TABLE stored_files ADD COLUMN scanned_at @int;
CREATE INDEX stored_files_unscanned ON stored_files (id) WHERE scan_state = 'unscanned';
-- What an account has, without looking at the rows.
CREATE INDEX stored_files_sizes ON stored_files (owner_id, size);
