-- The number of the last generation that was begun: none is used twice, whatever became of it.
ALTER TABLE heatmap_state ADD COLUMN last @int NOT NULL DEFAULT 0;
UPDATE heatmap_state SET last = current + coalesce(building, 0) + 1;
