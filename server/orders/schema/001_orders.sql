-- One order per store. What people and places were called is copied, because it must stay as it was; the region is the
-- store's, so that orders can be distributed by it. version is the fence of every change.
CREATE TABLE orders (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    order_number TEXT NOT NULL UNIQUE CHECK (length(order_number) BETWEEN 8 AND 50),
    tracking_id TEXT NOT NULL UNIQUE,
    checkout_id @id NOT NULL,
    buyer_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    buyer_role TEXT NOT NULL CHECK (buyer_role IN ('buyer', 'distributor')),
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    vendor_account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    region TEXT NOT NULL,
    store_name TEXT NOT NULL,
    customer_name TEXT NOT NULL,
    customer_phone TEXT NOT NULL,
    customer_email TEXT,
    city TEXT NOT NULL,
    summary TEXT NOT NULL,
    delivery_address TEXT NOT NULL,
    subtotal @int NOT NULL CHECK (subtotal > 0),
    discount_amount @int NOT NULL CHECK (discount_amount >= 0),
    tax_amount @int NOT NULL CHECK (tax_amount >= 0),
    delivery_charges @int NOT NULL CHECK (delivery_charges >= 0),
    total_amount @int NOT NULL CHECK (total_amount > 0),
    commission_amount @int NOT NULL CHECK (commission_amount >= 0),
    payment_status TEXT NOT NULL CHECK (payment_status IN ('pending', 'paid', 'refunded', 'failed')),
    payment_method TEXT NOT NULL CHECK (payment_method IN ('escrow', 'cod', 'online')),
    order_status TEXT NOT NULL CHECK (order_status IN ('placed', 'confirmed', 'packed', 'shipped', 'out_for_delivery',
                                                       'delivered', 'completed', 'cancelled', 'failed', 'refunded')),
    escrow_status TEXT CHECK (escrow_status IN ('held', 'released', 'disputed', 'refunded')),
    notes TEXT CHECK (length(notes) <= 500),
    carrier TEXT CHECK (length(carrier) <= 100),
    vendor_confirmed_at @int,
    buyer_confirmed_at @int,
    settled_at @int,
    released_by @id,
    payout_id @id,
    estimated_delivery @int,
    placed_at @int NOT NULL,
    updated_at @int NOT NULL,
    version @int NOT NULL CHECK (version > 0),
    CHECK (subtotal + tax_amount + delivery_charges - discount_amount = total_amount),
    CHECK (commission_amount <= total_amount),
    CHECK ((escrow_status IS NULL) = (payment_method = 'cod')),
    CHECK ((settled_at IS NULL) OR (order_status IN ('completed', 'refunded') AND escrow_status <> 'held')),
    CHECK (payout_id IS NULL OR settled_at IS NOT NULL),
    CHECK (order_status <> 'cancelled' OR escrow_status <> 'held')
) @strict;
CREATE INDEX orders_of_buyer ON orders (buyer_id, id);
CREATE INDEX orders_of_vendor ON orders (vendor_id, id, order_status);
CREATE INDEX orders_by_status ON orders (order_status, id);
CREATE INDEX orders_delivered ON orders (vendor_confirmed_at) WHERE order_status = 'delivered';
CREATE INDEX orders_in_escrow ON orders (vendor_id, total_amount) WHERE escrow_status = 'held';
CREATE INDEX orders_settled ON orders (vendor_id, settled_at, id) WHERE settled_at IS NOT NULL;
CREATE INDEX orders_of_payout ON orders (payout_id) WHERE payout_id IS NOT NULL;

-- Four quantities: what the offer showed, what was ordered, what was handed over and what the money follows.
CREATE TABLE order_lines (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    position @int NOT NULL CHECK (position > 0),
    product_id @id NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
    title TEXT NOT NULL,
    sku TEXT NOT NULL,
    unit TEXT NOT NULL,
    unit_price @int NOT NULL CHECK (unit_price >= 0),
    listed_quantity @int NOT NULL CHECK (listed_quantity >= 0),
    ordered_quantity @int NOT NULL CHECK (ordered_quantity > 0),
    delivered_quantity @int CHECK (delivered_quantity >= 0),
    settled_quantity @int CHECK (settled_quantity >= 0),
    line_total @int NOT NULL CHECK (line_total > 0),
    commission_rate @int NOT NULL CHECK (commission_rate BETWEEN 0 AND 10000),
    commission_amount @int NOT NULL CHECK (commission_amount BETWEEN 0 AND line_total),
    commission_level TEXT NOT NULL CHECK (commission_level IN ('vendor', 'product', 'category', 'global')),
    product_snapshot TEXT NOT NULL,
    UNIQUE (order_id, position)
) @strict;
CREATE INDEX order_lines_of_product ON order_lines (product_id);

CREATE TABLE order_history (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    order_id @id NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    from_status TEXT,
    status TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('buyer', 'vendor', 'admin', 'system')),
    actor_id @id,
    actor_name TEXT,
    reason TEXT,
    at @int NOT NULL
) @strict;
CREATE INDEX order_history_of_order ON order_history (order_id, id);
@append_only(order_history);
