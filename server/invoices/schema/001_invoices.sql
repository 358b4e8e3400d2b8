-- Numbers run without a gap within a series: of a store, or of the market, for one kind of paper in one financial year.
CREATE TABLE invoice_series (
    series TEXT NOT NULL PRIMARY KEY,
    last_serial @int NOT NULL CHECK (last_serial > 0)
) @strict;

-- What was issued, with everything that stands on it. It never changes.
CREATE TABLE invoices (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('tax_invoice', 'sale_invoice', 'credit_note', 'commission_invoice',
                                       'commission_credit_note')),
    series TEXT NOT NULL REFERENCES invoice_series (series) ON DELETE RESTRICT,
    serial @int NOT NULL CHECK (serial > 0),
    number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 16),
    financial_year TEXT NOT NULL CHECK (length(financial_year) = 7),
    day TEXT NOT NULL CHECK (length(day) = 10),
    month TEXT CHECK (length(month) = 7),
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    store_name TEXT NOT NULL,
    buyer_id @id REFERENCES accounts (id) ON DELETE RESTRICT,
    buyer_name TEXT,
    order_id @id REFERENCES orders (id) ON DELETE RESTRICT,
    order_number TEXT,
    refund_id @id,
    invoice_id @id REFERENCES invoices (id) ON DELETE RESTRICT,
    invoice_number TEXT,
    taxable @int NOT NULL CHECK (taxable >= 0),
    igst @int NOT NULL CHECK (igst >= 0),
    cgst @int NOT NULL CHECK (cgst >= 0),
    sgst @int NOT NULL CHECK (sgst >= 0),
    total @int NOT NULL CHECK (total > 0),
    issued_at @int NOT NULL,
    paper TEXT NOT NULL,
    UNIQUE (series, serial),
    CHECK (taxable + igst + cgst + sgst = total),
    CHECK (igst = 0 OR (cgst = 0 AND sgst = 0)),
    CHECK ((kind IN ('commission_invoice', 'commission_credit_note')) = (month IS NOT NULL)),
    CHECK ((order_id IS NULL) = (month IS NOT NULL)),
    CHECK ((buyer_id IS NULL) = (month IS NOT NULL)),
    CHECK ((kind = 'credit_note') = (refund_id IS NOT NULL)),
    CHECK ((kind = 'credit_note') = (invoice_id IS NOT NULL))
) @strict;
-- One invoice of an order, one note of a refund, one of each kind for the commission of a month.
CREATE UNIQUE INDEX invoices_of_sale ON invoices (order_id) WHERE kind IN ('tax_invoice', 'sale_invoice');
CREATE UNIQUE INDEX invoices_of_refund ON invoices (refund_id) WHERE refund_id IS NOT NULL;
CREATE UNIQUE INDEX invoices_of_month ON invoices (vendor_id, month, kind) WHERE month IS NOT NULL;
CREATE INDEX invoices_of_order ON invoices (order_id, id);
CREATE INDEX invoices_of_store ON invoices (vendor_id, id);
CREATE INDEX invoices_of_buyer ON invoices (buyer_id, id);
CREATE INDEX invoices_by_day ON invoices (day, id);
@append_only(invoices);

-- The commission of a settled order, and what a refund gave back of it. tax: the GST within.
CREATE TABLE invoice_commissions (
    cause_id @id NOT NULL PRIMARY KEY CHECK (length(cause_id) = 16),
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    month TEXT NOT NULL CHECK (length(month) = 7),
    charged_day @int NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('commission_invoice', 'commission_credit_note')),
    amount @int NOT NULL CHECK (amount > 0),
    tax @int NOT NULL CHECK (tax BETWEEN 0 AND amount)
) @strict;
CREATE INDEX invoice_commissions_of_month ON invoice_commissions (vendor_id, month, kind);
CREATE INDEX invoice_commissions_of_order ON invoice_commissions (order_id);
@append_only(invoice_commissions);

-- What is to be invoiced when its month is over.
CREATE TABLE invoice_months (
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    month TEXT NOT NULL CHECK (length(month) = 7),
    kind TEXT NOT NULL CHECK (kind IN ('commission_invoice', 'commission_credit_note')),
    is_billed @int NOT NULL CHECK (is_billed IN (0, 1)),
    PRIMARY KEY (vendor_id, month, kind)
) @strict;
CREATE INDEX invoice_months_open ON invoice_months (month, vendor_id) WHERE is_billed = 0;

-- How far the orders from before these tables were looked through.
CREATE TABLE invoice_progress (
    id @int NOT NULL PRIMARY KEY CHECK (id = 1),
    last_order_id @id,
    is_whole @int NOT NULL CHECK (is_whole IN (0, 1))
) @strict;
INSERT INTO invoice_progress (id, last_order_id, is_whole) VALUES (1, NULL, 0);
