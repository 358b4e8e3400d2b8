-- Commission that holds for certain days. Rows stay when their days are over, so that it can be said what applied when;
-- days are numbered from 1970-01-01 as India counts them, and until_day is the first on which a rate does not hold.
CREATE TABLE commission_rates (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    level TEXT NOT NULL CHECK (level IN ('vendor', 'product', 'category', 'global')),
    subject_id @id CHECK (length(subject_id) = 16),
    subject_name TEXT NOT NULL,
    rate @int NOT NULL CHECK (rate BETWEEN 0 AND 10000),
    from_day @int NOT NULL,
    until_day @int CHECK (until_day >= from_day),
    reason TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_by_id @id NOT NULL,
    created_at @int NOT NULL,
    ended_by TEXT,
    CHECK ((level = 'global') = (subject_id IS NULL))
) @strict;
CREATE INDEX commission_rates_of_subject ON commission_rates (subject_id, from_day);
CREATE INDEX commission_rates_by_level ON commission_rates (level, from_day);
