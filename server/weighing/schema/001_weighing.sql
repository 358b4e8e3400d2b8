-- The desk of a store: the newest number and seal. Its tickets are numbered without a gap, and each seal covers the one
-- before it.
CREATE TABLE weigh_desks (
    vendor_id @id NOT NULL PRIMARY KEY REFERENCES vendors (id) ON DELETE RESTRICT,
    last_number @int NOT NULL CHECK (last_number >= 0),
    last_seal @blob
) @strict;

-- What was weighed. It never changes; what the parties say to it stands beside it.
CREATE TABLE weigh_tickets (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    number @int NOT NULL CHECK (number > 0),
    buyer_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    order_number TEXT NOT NULL,
    line_id @id NOT NULL REFERENCES order_lines (id) ON DELETE RESTRICT,
    title TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('kg', 'ton')),
    gross @int NOT NULL CHECK (gross > 0),
    tare @int NOT NULL CHECK (tare >= 0),
    deducted @int NOT NULL CHECK (deducted >= 0),
    deductions TEXT NOT NULL,
    net @int NOT NULL CHECK (net > 0 AND net = gross - tare - deducted),
    source TEXT NOT NULL CHECK (source IN ('scale', 'manual')),
    scale_serial TEXT,
    operator_name TEXT NOT NULL,
    photo_id @id REFERENCES stored_files (id) ON DELETE RESTRICT,
    second_photo_id @id REFERENCES stored_files (id) ON DELETE RESTRICT,
    weighed_at @int NOT NULL,
    recorded_at @int NOT NULL,
    recorded_by_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    previous_seal @blob,
    seal @blob NOT NULL,
    UNIQUE (vendor_id, number),
    CHECK ((number = 1) = (previous_seal IS NULL)),
    CHECK (source = 'manual' OR scale_serial IS NOT NULL),
    CHECK (source = 'scale' OR (photo_id IS NOT NULL AND second_photo_id IS NOT NULL)),
    CHECK (photo_id IS NULL OR second_photo_id IS NULL OR photo_id <> second_photo_id)
) @strict;
CREATE INDEX weigh_tickets_of_order ON weigh_tickets (order_id, id);
CREATE INDEX weigh_tickets_of_buyer ON weigh_tickets (buyer_id, id);
@append_only(weigh_tickets);

-- What the parties have said to a ticket.
CREATE TABLE weigh_standings (
    ticket_id @id NOT NULL PRIMARY KEY REFERENCES weigh_tickets (id) ON DELETE RESTRICT,
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    line_id @id NOT NULL REFERENCES order_lines (id) ON DELETE RESTRICT,
    status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'flagged', 'voided')),
    vendor_accepted_at @int,
    buyer_accepted_at @int,
    flagged_by TEXT CHECK (flagged_by IN ('buyer', 'vendor', 'system')),
    flag_reason TEXT CHECK (length(flag_reason) <= 500),
    flagged_at @int,
    void_reason TEXT CHECK (length(void_reason) <= 500),
    voided_at @int,
    recorded_at @int NOT NULL,
    version @int NOT NULL CHECK (version > 0),
    CHECK (status <> 'accepted' OR (vendor_accepted_at IS NOT NULL AND buyer_accepted_at IS NOT NULL)),
    CHECK (status <> 'flagged' OR (flagged_by IS NOT NULL AND flag_reason IS NOT NULL AND flagged_at IS NOT NULL)),
    CHECK ((status = 'voided') = (voided_at IS NOT NULL)),
    CHECK ((void_reason IS NULL) = (voided_at IS NULL)),
    CHECK (voided_at IS NULL OR buyer_accepted_at IS NULL)
) @strict;
CREATE INDEX weigh_standings_of_order ON weigh_standings (order_id, ticket_id);
CREATE INDEX weigh_standings_open ON weigh_standings (ticket_id, recorded_at) WHERE status = 'open';

-- What a buyer is asked for when the weight is worth more than is held: at most one question at a time.
CREATE TABLE weigh_top_ups (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    amount @int NOT NULL CHECK (amount > 0),
    status TEXT NOT NULL CHECK (status IN ('asked', 'paid', 'declined', 'expired', 'superseded')),
    asked_at @int NOT NULL,
    deadline @int NOT NULL CHECK (deadline > asked_at),
    decided_at @int,
    CHECK ((status = 'asked') = (decided_at IS NULL))
) @strict;
CREATE UNIQUE INDEX weigh_top_ups_asked ON weigh_top_ups (order_id) WHERE status = 'asked';
CREATE INDEX weigh_top_ups_of_order ON weigh_top_ups (order_id, id);
CREATE INDEX weigh_top_ups_due ON weigh_top_ups (deadline) WHERE status = 'asked';
