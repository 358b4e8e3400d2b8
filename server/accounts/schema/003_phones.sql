-- A phone counts as somebody's own only once it is verified; then it is nobody else's.
CREATE UNIQUE INDEX accounts_by_verified_phone ON accounts (phone) WHERE is_phone_verified = 1;
