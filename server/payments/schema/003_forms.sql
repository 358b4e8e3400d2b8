-- How the columns of the bank's statements were called, one row for each time that changed: the same lines read in another
-- way would be other lines.
CREATE TABLE statement_forms (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    form TEXT NOT NULL,
    used_at @int NOT NULL
) @strict;
