-- When the rebuild that makes an edition last counted something, so that one that died is given up.
ALTER TABLE analytics_editions ADD COLUMN worked_at @int;
