-- How a provider was set up in the console. What stands here rules over the file of the server.
CREATE TABLE payment_gateways (
    provider TEXT NOT NULL PRIMARY KEY
        CHECK (provider IN ('razorpay', 'stripe', 'sslcommerz', 'upi', 'stripe_connect')),
    mode TEXT NOT NULL CHECK (mode IN ('live', 'test', 'mock')),
    is_on @int NOT NULL CHECK (is_on IN (0, 1)),
    place @int NOT NULL CHECK (place BETWEEN 0 AND 99),
    version @int NOT NULL CHECK (version > 0),
    changed_by TEXT NOT NULL,
    changed_by_id @id NOT NULL,
    changed_at @int NOT NULL
) @strict;

-- Its keys that were set in the console; one that is not here is the file's. Each is sealed for itself, so that it
-- opens in this row only.
CREATE TABLE payment_gateway_keys (
    provider TEXT NOT NULL REFERENCES payment_gateways (provider) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name IN ('key_id', 'key_secret', 'webhook_secret')),
    key_sealed @blob NOT NULL,
    last_four TEXT CHECK (length(last_four) = 4),
    changed_at @int NOT NULL,
    PRIMARY KEY (provider, name)
) @strict;

-- How many of the payments of the last days came through is asked for each provider (PAY-19).
CREATE INDEX payments_of_provider ON payments (provider, created_at);
