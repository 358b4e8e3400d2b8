-- Each happening once, by what it is about, so that noting it again changes nothing: an order, a buyer's first order, a
-- store's approval. hour is its beginning in milliseconds; cell is a fine cell (shared/base/geocell.h), 0 when it is not
-- known where. person is only compared with others and never leaves the table.
CREATE TABLE heatmap_events (
    kind TEXT NOT NULL CHECK (kind IN ('order', 'buyer', 'vendor')),
    id @id NOT NULL CHECK (length(id) = 16),
    hour @int NOT NULL,
    cell @int NOT NULL CHECK (cell >= 0),
    person @id NOT NULL,
    amount @int NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (kind, id)
) @strict;
CREATE INDEX heatmap_events_by_hour ON heatmap_events (kind, hour, cell, person, amount);

-- Searches come added up already (Footfall).
CREATE TABLE heatmap_searches (
    hour @int NOT NULL,
    cell @int NOT NULL CHECK (cell >= 0),
    count @int NOT NULL CHECK (count > 0),
    PRIMARY KEY (hour, cell)
) @strict;

-- Which hours, days and months have to be added up (again). version grows with each change, so that whoever adds up
-- sees that something came in between.
CREATE TABLE heatmap_dirty (
    kind TEXT NOT NULL,
    step TEXT NOT NULL CHECK (step IN ('hour', 'day', 'month')),
    start @int NOT NULL,
    version @int NOT NULL,
    PRIMARY KEY (kind, step, start)
) @strict;

-- What is answered. cells holds what may be shown of each cell (heatmap/cells.h) and is empty until the time is over;
-- count and amount are of the whole country. A rebuild fills another generation, which then becomes the current one.
CREATE TABLE heatmap_buckets (
    generation @int NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('order', 'buyer', 'vendor', 'search')),
    step TEXT NOT NULL CHECK (step IN ('hour', 'day', 'month')),
    start @int NOT NULL,
    count @int NOT NULL CHECK (count >= 0),
    amount @int NOT NULL CHECK (amount >= 0),
    minimum @int NOT NULL CHECK (minimum > 0),
    is_closed @int NOT NULL CHECK (is_closed IN (0, 1)),
    cells @id NOT NULL,
    PRIMARY KEY (generation, kind, step, start)
) @strict;

CREATE TABLE heatmap_state (
    id @int NOT NULL PRIMARY KEY CHECK (id = 1),
    current @int NOT NULL,
    building @int
) @strict;
INSERT INTO heatmap_state (id, current, building) VALUES (1, 1, NULL);
