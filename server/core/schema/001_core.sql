-- Keys and replies of keyed calls, written in the transaction of their effect. Strangers share the caller of zeros.
CREATE TABLE idempotency_keys (
    caller @id NOT NULL CHECK (length(caller) = 16),
    endpoint TEXT NOT NULL,
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    body_hash @id NOT NULL,
    reply @id,
    created_at @int NOT NULL,
    PRIMARY KEY (caller, endpoint, key)
) @strict;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- News for other capabilities. On PostgreSQL rows become visible out of the order of seq; txid is the number of the
-- transaction that wrote the row, so that a reader can wait for the older ones. On SQLite it is 0.
CREATE TABLE outbox (
    seq @serial,
    txid @int NOT NULL,
    topic TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at @int NOT NULL
) @strict;
CREATE INDEX outbox_by_topic ON outbox (topic, txid, seq);

-- How far each subscriber has come. It moves on in the transaction of the reaction's effect.
CREATE TABLE outbox_subscribers (
    subscriber TEXT NOT NULL PRIMARY KEY,
    txid @int NOT NULL,
    seq @int NOT NULL
) @strict;

-- Deliveries that failed and wait for another try, or are dead after too many.
CREATE TABLE outbox_deliveries (
    subscriber TEXT NOT NULL,
    seq @int NOT NULL REFERENCES outbox (seq) ON DELETE RESTRICT,
    attempts @int NOT NULL CHECK (attempts > 0),
    next_at @int NOT NULL,
    dead @int NOT NULL CHECK (dead IN (0, 1)),
    problem TEXT NOT NULL,
    PRIMARY KEY (subscriber, seq)
) @strict;
CREATE INDEX outbox_deliveries_by_seq ON outbox_deliveries (seq);
CREATE INDEX outbox_deliveries_due ON outbox_deliveries (dead, next_at);
