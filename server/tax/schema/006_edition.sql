-- The newest edition of the rules that has told the books its rates, so that an older program tells them nothing.
CREATE TABLE tax_edition (
    id @int NOT NULL PRIMARY KEY CHECK (id = 1),
    edition @int NOT NULL CHECK (edition >= 0)
) @strict;
INSERT INTO tax_edition (id, edition) VALUES (1, 0);
