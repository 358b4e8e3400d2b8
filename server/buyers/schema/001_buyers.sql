-- What a buyer has said about himself beyond the account.
CREATE TABLE buyer_profiles (
    account_id @id NOT NULL PRIMARY KEY CHECK (length(account_id) = 16) REFERENCES accounts (id) ON DELETE RESTRICT,
    date_of_birth TEXT CHECK (length(date_of_birth) = 10),
    gender TEXT CHECK (gender IN ('female', 'male', 'other')),
    updated_at @int NOT NULL
) @strict;

-- What the product was called is copied, because it must stay as it was when nobody offers it any more.
CREATE TABLE wishes (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    product_id @id NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
    title TEXT NOT NULL,
    wished_at @int NOT NULL,
    UNIQUE (account_id, product_id)
) @strict;
CREATE INDEX wishes_of_buyer ON wishes (account_id, id);

CREATE TABLE favourite_stores (
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    store_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    store_name TEXT NOT NULL,
    chosen_at @int NOT NULL,
    PRIMARY KEY (account_id, store_id)
) @strict;
CREATE INDEX favourites_of_store ON favourite_stores (store_id);
