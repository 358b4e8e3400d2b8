-- What a provider signed its webhooks with before the secret was changed: for a while both are believed, because what was
-- told before the change may come after it.
ALTER TABLE payment_gateway_keys ADD COLUMN earlier_sealed @blob;
ALTER TABLE payment_gateway_keys ADD COLUMN earlier_until @int
    CHECK ((earlier_sealed IS NULL) = (earlier_until IS NULL));
