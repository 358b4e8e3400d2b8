-- The lines of sold orders that a payout has looked at; what is withheld is reckoned of these alone, each once.
CREATE TABLE tax_withheld_lines (
    line_id @id NOT NULL PRIMARY KEY REFERENCES tax_lines (line_id) ON DELETE RESTRICT,
    payout_id @id NOT NULL
) @strict;
@append_only(tax_withheld_lines);

-- What was withheld with a payout, by the months that it is due for. Below zero where returns have made less of what
-- was withheld before.
CREATE TABLE tax_withheld (
    payout_id @id NOT NULL,
    month_day @int NOT NULL,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    igst @int NOT NULL,
    cgst @int NOT NULL,
    sgst @int NOT NULL,
    tds @int NOT NULL,
    PRIMARY KEY (payout_id, month_day)
) @strict;
CREATE INDEX tax_withheld_of_store ON tax_withheld (vendor_id, month_day);
CREATE INDEX tax_withheld_by_month ON tax_withheld (month_day, vendor_id);
@append_only(tax_withheld);

-- What was paid to the tax office. A challan stands for one payment.
CREATE TABLE tax_deposits (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    head TEXT NOT NULL CHECK (head IN ('gst', 'tcs', 'tds')),
    month_day @int NOT NULL,
    amount @int NOT NULL CHECK (amount > 0),
    challan TEXT NOT NULL,
    challan_key TEXT NOT NULL UNIQUE, -- in capitals
    paid_by TEXT NOT NULL,
    paid_by_id @id NOT NULL,
    paid_at @int NOT NULL
) @strict;
CREATE INDEX tax_deposits_by_month ON tax_deposits (month_day, head);
@append_only(tax_deposits);
