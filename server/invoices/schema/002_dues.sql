-- Papers that are to be written: of a settled order, or of a refund after it. A row goes when its paper is there.
CREATE TABLE invoice_dues (
    cause_id @id NOT NULL PRIMARY KEY CHECK (length(cause_id) = 16),
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    refund_id @id,
    noticed_at @int NOT NULL,
    due_at @int NOT NULL
) @strict;
CREATE INDEX invoice_dues_by_time ON invoice_dues (due_at, cause_id);
CREATE INDEX invoice_dues_of_store ON invoice_dues (vendor_id);

-- Papers whose jobs were given up before are found by looking through all orders once more.
UPDATE invoice_progress SET last_order_id = NULL, is_whole = 0;
