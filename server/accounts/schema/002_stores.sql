-- The hours of a store are JSON as the contract writes them; a store that has said none is open around the clock.
ALTER TABLE vendors ADD COLUMN business_hours TEXT;
ALTER TABLE vendors ADD COLUMN business_type TEXT
    CHECK (business_type IN ('individual', 'proprietorship', 'partnership', 'company', 'cooperative'));
ALTER TABLE vendors ADD COLUMN category TEXT
    CHECK (category IN ('scrap_dealer', 'aggregator', 'recycler', 'trader', 'manufacturer'));
ALTER TABLE vendors ADD COLUMN is_business_email_verified @int NOT NULL DEFAULT 0
    CHECK (is_business_email_verified IN (0, 1));
UPDATE vendors SET is_business_email_verified = 1 WHERE EXISTS (SELECT 1 FROM accounts
    WHERE accounts.id = vendors.account_id AND is_verified = 1 AND accounts.email = vendors.business_email);
CREATE INDEX vendors_by_standing ON vendors (status, kyc_status, id);

-- latitude and longitude repeat location for searching; an account looks around one address at most.
ALTER TABLE addresses ADD COLUMN latitude @real CHECK (latitude BETWEEN -90 AND 90);
ALTER TABLE addresses ADD COLUMN longitude @real CHECK (longitude BETWEEN -180 AND 180);
ALTER TABLE addresses ADD COLUMN is_active @int NOT NULL DEFAULT 0 CHECK (is_active IN (0, 1));
UPDATE addresses SET latitude = CAST(location@as_json ->> 'latitude' AS @real),
    longitude = CAST(location@as_json ->> 'longitude' AS @real) WHERE location IS NOT NULL;
CREATE UNIQUE INDEX addresses_one_active ON addresses (account_id) WHERE is_active = 1;
@spatial(addresses);
