-- What was asked of a gateway and how it ended. request_key is the caller's Idempotency-Key: a call that died between
-- its two transactions finds its row again. next_check_at is when the gateway is asked about it; empty: never again.
CREATE TABLE payments (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    request_key TEXT,
    provider TEXT NOT NULL,
    gateway_order_id TEXT,
    gateway_payment_id TEXT,
    amount @int NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    instrument TEXT NOT NULL CHECK (instrument IN ('upi', 'card', 'netbanking', 'wallet')),
    status TEXT NOT NULL CHECK (status IN ('pending', 'paid', 'refunded', 'failed')),
    failure_reason TEXT,
    created_at @int NOT NULL,
    updated_at @int NOT NULL,
    next_check_at @int,
    UNIQUE (account_id, request_key),
    UNIQUE (provider, gateway_order_id),
    UNIQUE (provider, gateway_payment_id),
    CHECK (status NOT IN ('paid', 'refunded') OR gateway_payment_id IS NOT NULL)
) @strict;
CREATE INDEX payments_to_check ON payments (next_check_at) WHERE next_check_at IS NOT NULL;

-- Everything a gateway told us with a valid signature, each event once. Of its body only what a payment needs: the rest
-- is about the payer. An event that came before its payment is parked.
CREATE TABLE webhook_events (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    provider TEXT NOT NULL,
    event_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    attempt TEXT,
    gateway_order_id TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('applied', 'ignored', 'parked', 'mismatch', 'surplus')),
    received_at @int NOT NULL,
    UNIQUE (provider, event_id)
) @strict;
CREATE INDEX webhook_events_parked ON webhook_events (provider, gateway_order_id) WHERE outcome = 'parked';

-- Money that was taken twice for one payment and goes back to the payer through the gateway.
CREATE TABLE payment_refunds (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    payment_id @id NOT NULL REFERENCES payments (id) ON DELETE RESTRICT,
    provider TEXT NOT NULL,
    gateway_payment_id TEXT NOT NULL,
    amount @int NOT NULL CHECK (amount > 0),
    status TEXT NOT NULL CHECK (status IN ('wanted', 'refunded')),
    created_at @int NOT NULL,
    next_try_at @int,
    UNIQUE (provider, gateway_payment_id),
    CHECK ((status = 'wanted') = (next_try_at IS NOT NULL))
) @strict;
CREATE INDEX payment_refunds_wanted ON payment_refunds (next_try_at) WHERE next_try_at IS NOT NULL;
