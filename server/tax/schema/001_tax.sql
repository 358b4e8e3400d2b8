-- What of a settled order line is price and what is GST, reckoned once by the rules of its day, so that a worksheet of
-- years ago comes out again. No name stands here.
CREATE TABLE tax_lines (
    line_id @id NOT NULL PRIMARY KEY CHECK (length(line_id) = 16),
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    region TEXT NOT NULL,
    sold_day @int NOT NULL,
    hsn TEXT,
    gst_rate @int NOT NULL CHECK (gst_rate BETWEEN 0 AND 10000),
    rate_source TEXT NOT NULL CHECK (rate_source IN ('product', 'rule', 'none')),
    is_interstate @int NOT NULL CHECK (is_interstate IN (0, 1)),
    gross @int NOT NULL CHECK (gross >= 0),
    taxable @int NOT NULL CHECK (taxable >= 0),
    igst @int NOT NULL CHECK (igst >= 0),
    cgst @int NOT NULL CHECK (cgst >= 0),
    sgst @int NOT NULL CHECK (sgst >= 0),
    CHECK (taxable + igst + cgst + sgst = gross),
    CHECK (cgst = sgst),
    CHECK (is_interstate = 1 OR igst = 0),
    CHECK (is_interstate = 0 OR cgst = 0)
) @strict;
CREATE INDEX tax_lines_of_order ON tax_lines (order_id);
CREATE INDEX tax_lines_by_store ON tax_lines (vendor_id, sold_day);
CREATE INDEX tax_lines_by_day ON tax_lines (sold_day, vendor_id);
@append_only(tax_lines);

-- What was given back of a line, in proportion.
CREATE TABLE tax_returns (
    refund_id @id NOT NULL CHECK (length(refund_id) = 16),
    line_id @id NOT NULL REFERENCES tax_lines (line_id) ON DELETE RESTRICT,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    returned_day @int NOT NULL,
    is_interstate @int NOT NULL CHECK (is_interstate IN (0, 1)),
    gst_rate @int NOT NULL CHECK (gst_rate BETWEEN 0 AND 10000),
    gross @int NOT NULL CHECK (gross >= 0),
    taxable @int NOT NULL CHECK (taxable BETWEEN 0 AND gross),
    PRIMARY KEY (refund_id, line_id)
) @strict;
CREATE INDEX tax_returns_by_day ON tax_returns (returned_day, vendor_id);
CREATE INDEX tax_returns_of_line ON tax_returns (line_id);
@append_only(tax_returns);

-- Rules that an admin has switched to what they are not shipped as, or back.
CREATE TABLE tax_switches (
    rule_key TEXT NOT NULL PRIMARY KEY,
    is_on @int NOT NULL CHECK (is_on IN (0, 1)),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
    changed_by_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    changed_at @int NOT NULL
) @strict;

-- How far the orders from before these tables were looked through.
CREATE TABLE tax_progress (
    id @int NOT NULL PRIMARY KEY CHECK (id = 1),
    last_order_id @id,
    is_whole @int NOT NULL CHECK (is_whole IN (0, 1))
) @strict;
INSERT INTO tax_progress (id, last_order_id, is_whole) VALUES (1, NULL, 0);
