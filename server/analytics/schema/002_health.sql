-- How the platform itself did on each day. No book keeps this, so it is the book and belongs to no edition. A minute is
-- up when any server says so, and counts once however many say it; minutes are counted since 1970.
CREATE TABLE analytics_health (
    day @int NOT NULL PRIMARY KEY,
    requests @int NOT NULL CHECK (requests >= 0),
    total_ms @int NOT NULL CHECK (total_ms >= 0),
    minutes_up @int NOT NULL CHECK (minutes_up BETWEEN 1 AND 1440),
    first_minute @int NOT NULL,
    last_minute @int NOT NULL CHECK (last_minute >= first_minute)
) @strict;

-- How often the pages of stores were looked at; the vendor of zeros is the market.
CREATE TABLE analytics_store_views (
    vendor_id @id NOT NULL,
    day @int NOT NULL,
    views @int NOT NULL CHECK (views > 0),
    PRIMARY KEY (vendor_id, day)
) @clustered;
