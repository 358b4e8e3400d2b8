-- Campaigns. Whether one runs follows from the window, the switch, the cap and the time; it is not stored. Removed
-- ones stay, because their statistics do.
CREATE TABLE ads (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    slot TEXT NOT NULL
        CHECK (slot IN ('home_hero', 'home_strip', 'category_top', 'search_result', 'order_confirmed')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 3 AND 120),
    description TEXT,
    source_id @id NOT NULL REFERENCES stored_files (id) ON DELETE RESTRICT,
    image_id @id NOT NULL REFERENCES stored_files (id) ON DELETE RESTRICT,
    picture_owner_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    click_url TEXT NOT NULL CHECK (click_url LIKE 'https://%'),
    start_date @int NOT NULL,
    end_date @int NOT NULL,
    is_active @int NOT NULL CHECK (is_active IN (0, 1)),
    region TEXT,
    category_id @id REFERENCES categories (id) ON DELETE RESTRICT,
    audience TEXT CHECK (audience IN ('buyer', 'distributor', 'vendor', 'admin')),
    priority @int NOT NULL CHECK (priority BETWEEN 0 AND 9),
    weight @int NOT NULL CHECK (weight BETWEEN 1 AND 100),
    impression_cap @int CHECK (impression_cap > 0),
    viewer_daily_cap @int CHECK (viewer_daily_cap > 0),
    partner_id @id REFERENCES ads (id) ON DELETE RESTRICT,
    impressions @int NOT NULL DEFAULT 0 CHECK (impressions >= 0),
    clicks @int NOT NULL DEFAULT 0 CHECK (clicks >= 0),
    created_by TEXT NOT NULL,
    created_by_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    created_at @int NOT NULL,
    updated_at @int NOT NULL,
    removed_at @int,
    version @int NOT NULL CHECK (version > 0),
    CHECK (end_date > start_date),
    CHECK (impression_cap IS NULL OR impressions <= impression_cap),
    CHECK (partner_id IS NULL OR partner_id <> id)
) @strict;
CREATE INDEX ads_by_slot ON ads (slot, end_date) WHERE removed_at IS NULL;

-- How often an ad was seen and followed on a day, in the slot it stood in then.
CREATE TABLE ad_days (
    ad_id @id NOT NULL REFERENCES ads (id) ON DELETE RESTRICT,
    slot TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    impressions @int NOT NULL CHECK (impressions >= 0),
    clicks @int NOT NULL CHECK (clicks >= 0),
    PRIMARY KEY (ad_id, day, slot)
) @strict;
CREATE INDEX ad_days_by_day ON ad_days (day);
