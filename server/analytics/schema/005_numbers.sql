-- The number of the last edition that was begun: none is used twice, whatever became of it.
CREATE TABLE analytics_numbers (
    id @int NOT NULL PRIMARY KEY CHECK (id = 1),
    edition @int NOT NULL
) @strict;
INSERT INTO analytics_numbers (id, edition) SELECT 1, max(edition) FROM analytics_editions;
