-- A bank file that was opened may lie with the bank: whoever has opened it does not withdraw it, and the bank's
-- reference says that it will not be paid. Of those from before nobody knows whether they were opened, so they count as
-- opened by whoever has made them.
ALTER TABLE payout_batches ADD COLUMN opened_at @int;
ALTER TABLE payout_batches ADD COLUMN withdrawn_reference TEXT;
CREATE TABLE payout_batch_openings (
    batch_id @id NOT NULL REFERENCES payout_batches (id) ON DELETE RESTRICT,
    admin_id @id NOT NULL,
    opened_at @int NOT NULL,
    PRIMARY KEY (batch_id, admin_id)
) @strict;
INSERT INTO payout_batch_openings (batch_id, admin_id, opened_at)
    SELECT id, created_by_id, created_at FROM payout_batches WHERE status = 'open';
UPDATE payout_batches SET opened_at = created_at WHERE status = 'open';
@append_only(payout_batch_openings);
