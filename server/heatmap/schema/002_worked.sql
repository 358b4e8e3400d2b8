-- When the rebuild that is on its way last wrote something, so that one that died is given up.
ALTER TABLE heatmap_state ADD COLUMN worked_at @int;
