-- Payments to the tax office that were entered wrongly and taken back. challan_key is that of the challan alone, which
-- can be entered anew.
CREATE TABLE tax_deposit_reversals (
    deposit_id @id NOT NULL PRIMARY KEY REFERENCES tax_deposits (id) ON DELETE RESTRICT,
    challan_key TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
    reversed_by TEXT NOT NULL,
    reversed_by_id @id NOT NULL,
    reversed_at @int NOT NULL
) @strict;
CREATE INDEX tax_deposit_reversals_of_challan ON tax_deposit_reversals (challan_key);
@append_only(tax_deposit_reversals);
