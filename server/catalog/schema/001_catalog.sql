CREATE TABLE categories (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    parent_id @id REFERENCES categories (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    name_key TEXT NOT NULL, -- the name as names are compared
    slug TEXT NOT NULL UNIQUE,
    icon TEXT,
    sort_order @int NOT NULL CHECK (sort_order >= 0),
    is_active @int NOT NULL CHECK (is_active IN (0, 1)),
    commission_rate @int CHECK (commission_rate BETWEEN 0 AND 10000),
    created_at @int NOT NULL,
    updated_at @int NOT NULL,
    CHECK (parent_id <> id)
) @strict;
CREATE UNIQUE INDEX categories_name_below ON categories (parent_id, name_key) WHERE parent_id IS NOT NULL;
CREATE UNIQUE INDEX categories_name_at_root ON categories (name_key) WHERE parent_id IS NULL;

CREATE TABLE products (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    region TEXT NOT NULL, -- the vendor's, so that products can be distributed by it
    category_id @id NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    description TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('kg', 'ton', 'piece', 'litre', 'metre')),
    price @int NOT NULL CHECK (price > 0),
    distributor_price @int CHECK (distributor_price > 0),
    stock_quantity @int NOT NULL CHECK (stock_quantity >= 0),
    minimum_order_quantity @int NOT NULL CHECK (minimum_order_quantity > 0),
    min_stock_level @int NOT NULL CHECK (min_stock_level >= 0),
    sku TEXT NOT NULL CHECK (length(sku) BETWEEN 1 AND 100),
    hsn_code TEXT,
    gst_rate @int NOT NULL CHECK (gst_rate BETWEEN 0 AND 10000),
    tags TEXT NOT NULL,
    specifications TEXT NOT NULL,
    search_text TEXT NOT NULL,
    is_active @int NOT NULL CHECK (is_active IN (0, 1)),
    orders_count @int NOT NULL DEFAULT 0 CHECK (orders_count >= 0),
    version @int NOT NULL CHECK (version > 0),
    created_at @int NOT NULL,
    updated_at @int NOT NULL,
    deleted_at @int
) @strict;
CREATE UNIQUE INDEX products_sku ON products (vendor_id, sku) WHERE deleted_at IS NULL;
CREATE INDEX products_of_store ON products (vendor_id, id);
CREATE INDEX products_by_category ON products (category_id);
-- What buyers' lists walk along: newest first, and by the price of either role.
CREATE INDEX products_on_offer ON products (id) WHERE is_active = 1 AND deleted_at IS NULL;
CREATE INDEX products_by_price ON products (price, id) WHERE is_active = 1 AND deleted_at IS NULL;
CREATE INDEX products_by_distributor_price ON products ((coalesce(distributor_price, price)), id)
    WHERE is_active = 1 AND deleted_at IS NULL;

-- Every change of a stock, with who, when, why, before and after.
CREATE TABLE stock_movements (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    product_id @id NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    cause TEXT NOT NULL CHECK (cause IN ('manual', 'import', 'sale', 'cancel', 'settlement')),
    quantity_before @int NOT NULL CHECK (quantity_before >= 0),
    quantity_after @int NOT NULL CHECK (quantity_after >= 0),
    actor_id @id,
    reason TEXT,
    created_at @int NOT NULL
) @strict;
CREATE INDEX stock_movements_of_product ON stock_movements (product_id, id);
@append_only(stock_movements);
