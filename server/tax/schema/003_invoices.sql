-- The invoice that was written of a settled order, for the papers of the portals.
CREATE TABLE tax_invoices (
    order_id @id NOT NULL PRIMARY KEY REFERENCES orders (id) ON DELETE RESTRICT,
    number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 16),
    day TEXT NOT NULL CHECK (length(day) = 10)
) @strict;
@append_only(tax_invoices);
