-- A ticket that is contested anew may open a dispute again when the earlier one is over, so it is not unique any more.
-- That cannot be taken out of a table in place, so all three are made anew.
CREATE TABLE disputes_next (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    dispute_number TEXT NOT NULL UNIQUE,
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    order_number TEXT NOT NULL,
    buyer_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    vendor_account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    store_name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('not_delivered', 'damaged', 'wrong_item', 'weight', 'quality', 'payment',
                                       'other')),
    opened_by TEXT NOT NULL CHECK (opened_by IN ('buyer', 'vendor', 'system')),
    wish TEXT NOT NULL CHECK (wish IN ('release', 'refund', 'split')),
    wished_amount @int CHECK (wished_amount > 0),
    at_stake @int NOT NULL CHECK (at_stake > 0),
    is_frozen @int NOT NULL CHECK (is_frozen IN (0, 1)),
    weigh_ticket_id @id,
    status TEXT NOT NULL CHECK (status IN ('open', 'answered', 'decided', 'withdrawn')),
    answer_due_at @int NOT NULL,
    answered_at @int,
    escalated_at @int,
    outcome TEXT CHECK (outcome IN ('released', 'refunded', 'split')),
    to_buyer @int CHECK (to_buyer >= 0),
    to_vendor @int CHECK (to_vendor >= 0),
    resolution TEXT,
    decided_by TEXT,
    decided_by_id @id,
    opened_at @int NOT NULL,
    closed_at @int,
    CHECK ((status = 'decided') = (outcome IS NOT NULL)),
    CHECK ((status = 'decided') = (to_buyer IS NOT NULL)),
    CHECK ((status = 'decided') = (to_vendor IS NOT NULL)),
    CHECK ((status = 'decided') = (resolution IS NOT NULL)),
    CHECK ((status IN ('decided', 'withdrawn')) = (closed_at IS NOT NULL)),
    CHECK (status <> 'answered' OR answered_at IS NOT NULL)
) @strict;

CREATE TABLE dispute_statements_next (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    dispute_id @id NOT NULL REFERENCES disputes_next (id) ON DELETE RESTRICT,
    author TEXT NOT NULL CHECK (author IN ('buyer', 'vendor', 'admin', 'system')),
    author_id @id,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    excerpt TEXT CHECK (length(excerpt) <= 4000),
    files TEXT NOT NULL,
    at @int NOT NULL
) @strict;

CREATE TABLE refunds_next (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    refund_number TEXT NOT NULL UNIQUE,
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    order_number TEXT NOT NULL,
    buyer_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    vendor_account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    store_name TEXT NOT NULL,
    amount @int NOT NULL CHECK (amount > 0),
    from_vendor @int CHECK (from_vendor >= 0),
    from_commission @int CHECK (from_commission >= 0),
    lines TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('not_delivered', 'damaged', 'wrong_item', 'short_weight', 'quality',
                                           'price_agreed', 'duplicate', 'goodwill', 'dispute', 'other')),
    text TEXT NOT NULL CHECK (length(text) <= 2000),
    status TEXT NOT NULL CHECK (status IN ('requested', 'approved', 'processed', 'rejected')),
    requested_by TEXT NOT NULL CHECK (requested_by IN ('vendor', 'admin')),
    requested_by_id @id NOT NULL,
    dispute_id @id UNIQUE REFERENCES disputes_next (id) ON DELETE RESTRICT,
    decided_by TEXT,
    decided_by_id @id,
    refusal TEXT,
    requested_at @int NOT NULL,
    approved_at @int,
    decided_at @int,
    CHECK ((status = 'processed') = (from_vendor IS NOT NULL AND from_commission IS NOT NULL)),
    CHECK (from_vendor IS NULL OR from_vendor + from_commission = amount),
    CHECK ((status = 'rejected') = (refusal IS NOT NULL)),
    CHECK ((status IN ('processed', 'rejected')) = (decided_at IS NOT NULL)),
    CHECK ((dispute_id IS NOT NULL) = (reason = 'dispute'))
) @strict;

INSERT INTO disputes_next (id, dispute_number, order_id, order_number, buyer_id, vendor_id, vendor_account_id,
                           store_name, kind, opened_by, wish, wished_amount, at_stake, is_frozen, weigh_ticket_id,
                           status, answer_due_at, answered_at, escalated_at, outcome, to_buyer, to_vendor, resolution,
                           decided_by, decided_by_id, opened_at, closed_at)
    SELECT id, dispute_number, order_id, order_number, buyer_id, vendor_id, vendor_account_id, store_name, kind,
           opened_by, wish, wished_amount, at_stake, is_frozen, weigh_ticket_id, status, answer_due_at, answered_at,
           escalated_at, outcome, to_buyer, to_vendor, resolution, decided_by, decided_by_id, opened_at, closed_at
    FROM disputes;
INSERT INTO dispute_statements_next (id, dispute_id, author, author_id, text, excerpt, files, at)
    SELECT id, dispute_id, author, author_id, text, excerpt, files, at FROM dispute_statements;
INSERT INTO refunds_next (id, refund_number, order_id, order_number, buyer_id, vendor_id, vendor_account_id, store_name,
                          amount, from_vendor, from_commission, lines, reason, text, status, requested_by,
                          requested_by_id, dispute_id, decided_by, decided_by_id, refusal, requested_at, approved_at,
                          decided_at)
    SELECT id, refund_number, order_id, order_number, buyer_id, vendor_id, vendor_account_id, store_name, amount,
           from_vendor, from_commission, lines, reason, text, status, requested_by, requested_by_id, dispute_id,
           decided_by, decided_by_id, refusal, requested_at, approved_at, decided_at
    FROM refunds;

DROP TABLE refunds;
DROP TABLE dispute_statements;
DROP TABLE disputes;
ALTER TABLE disputes_next RENAME TO disputes;
ALTER TABLE dispute_statements_next RENAME TO dispute_statements;
ALTER TABLE refunds_next RENAME TO refunds;

CREATE UNIQUE INDEX disputes_open ON disputes (order_id) WHERE status IN ('open', 'answered');
CREATE INDEX disputes_of_order ON disputes (order_id, id);
CREATE INDEX disputes_of_buyer ON disputes (buyer_id, id);
CREATE INDEX disputes_of_vendor ON disputes (vendor_id, id);
CREATE INDEX disputes_by_status ON disputes (status, id);
CREATE INDEX disputes_late ON disputes (answer_due_at) WHERE status = 'open' AND escalated_at IS NULL;
CREATE INDEX dispute_statements_of_dispute ON dispute_statements (dispute_id, id);
@append_only(dispute_statements);
CREATE INDEX refunds_of_order ON refunds (order_id, id);
CREATE INDEX refunds_of_buyer ON refunds (buyer_id, id);
CREATE INDEX refunds_of_vendor ON refunds (vendor_id, id);
CREATE INDEX refunds_by_status ON refunds (status, id);
