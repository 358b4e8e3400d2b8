-- A store's account at the provider that pays it (PAY-22). The provider's id of it says nothing about a person to whom
-- has not the keys. ask_at is when the provider is asked how it stands; empty: not before it tells something.
CREATE TABLE payout_accounts (
    vendor_id @id NOT NULL PRIMARY KEY REFERENCES vendors (id) ON DELETE RESTRICT,
    provider TEXT NOT NULL CHECK (provider IN ('stripe_connect')),
    account_ref TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'restricted', 'active')),
    ask_at @int,
    opened_at @int NOT NULL, -- the page on which the store was asked last
    created_at @int NOT NULL,
    updated_at @int NOT NULL,
    UNIQUE (provider, account_ref)
) @strict;
CREATE INDEX payout_accounts_to_ask ON payout_accounts (ask_at) WHERE ask_at IS NOT NULL;

-- How the money of an approved payout goes to such an account. A payout has one transfer at most, and its id is the key
-- under which the provider makes it, so that no repeat pays twice. next_try_at is also the claim of whoever sends it.
CREATE TABLE payout_transfers (
    payout_id @id NOT NULL PRIMARY KEY REFERENCES payouts (id) ON DELETE RESTRICT,
    provider TEXT NOT NULL CHECK (provider IN ('stripe_connect')),
    account_ref TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('wanted', 'sending', 'paid', 'failed', 'reversed', 'cancelled')),
    transfer_ref TEXT,
    tries @int NOT NULL CHECK (tries >= 0),
    problem TEXT,
    created_at @int NOT NULL,
    updated_at @int NOT NULL,
    next_try_at @int,
    UNIQUE (provider, transfer_ref),
    CHECK (status NOT IN ('paid', 'reversed') OR transfer_ref IS NOT NULL),
    CHECK (status NOT IN ('wanted', 'sending') OR next_try_at IS NOT NULL)
) @strict;
CREATE INDEX payout_transfers_to_try ON payout_transfers (next_try_at) WHERE next_try_at IS NOT NULL;
