-- Roll-ups: all of it can be made again from the books. "analytics rebuild" fills another edition beside the current one
-- and puts it in its place in one transaction, so that a reader sees the one or the other. built_at is empty until an
-- edition has counted what happened before it existed. Days are business days since 1970-01-01, months since year 0.
CREATE TABLE analytics_editions (
    edition @int NOT NULL PRIMARY KEY CHECK (edition > 0),
    state TEXT NOT NULL CHECK (state IN ('current', 'building', 'old')),
    built_at @int
) @strict;
CREATE UNIQUE INDEX analytics_editions_one_each ON analytics_editions (state) WHERE state <> 'old';
INSERT INTO analytics_editions (edition, state) VALUES (1, 'current');

-- What has been counted of an order, payment, payout, account or store, as bits: this makes counting it again harmless.
CREATE TABLE analytics_counted (
    edition @int NOT NULL,
    subject_id @id NOT NULL,
    facts @int NOT NULL,
    PRIMARY KEY (edition, subject_id)
) @clustered;

-- Sales as fine as they are asked for. An order counts in *_orders at its first line, in *_categories at the first line
-- of each category and in *_lines at every line; *_total is the order's amount at its first line, *_goods the line's.
CREATE TABLE analytics_cells (
    edition @int NOT NULL,
    vendor_id @id NOT NULL,
    day @int NOT NULL,
    product_id @id NOT NULL,
    category_id @id NOT NULL,
    state TEXT NOT NULL,
    placed_orders @int NOT NULL,
    placed_categories @int NOT NULL,
    placed_lines @int NOT NULL,
    cancelled_orders @int NOT NULL,
    cancelled_categories @int NOT NULL,
    cancelled_lines @int NOT NULL,
    settled_orders @int NOT NULL,
    settled_categories @int NOT NULL,
    settled_lines @int NOT NULL,
    won_orders @int NOT NULL,
    won_categories @int NOT NULL,
    won_lines @int NOT NULL,
    placed_total @int NOT NULL,
    placed_goods @int NOT NULL,
    cancelled_total @int NOT NULL,
    cancelled_goods @int NOT NULL,
    settled_total @int NOT NULL,
    settled_goods @int NOT NULL,
    commission @int NOT NULL,
    PRIMARY KEY (edition, vendor_id, day, product_id, category_id, state)
) @clustered;
CREATE INDEX analytics_cells_by_category ON analytics_cells (edition, category_id, day);
CREATE INDEX analytics_cells_by_state ON analytics_cells (edition, state, day);

-- Sums of the cells along one cut: the market as a whole, or by vendor, product, category, city or state. Long periods
-- over cuts with many keys are read by the month.
CREATE TABLE analytics_sums (
    edition @int NOT NULL,
    cut TEXT NOT NULL CHECK (cut IN ('market', 'vendor', 'product', 'category', 'city', 'state')),
    grain TEXT NOT NULL CHECK (grain IN ('day', 'month')),
    day @int NOT NULL,
    key @id NOT NULL,
    orders_placed @int NOT NULL,
    orders_cancelled @int NOT NULL,
    orders_settled @int NOT NULL,
    orders_won @int NOT NULL,
    placed @int NOT NULL,
    cancelled @int NOT NULL,
    settled @int NOT NULL,
    commission @int NOT NULL,
    PRIMARY KEY (edition, cut, grain, day, key)
) @clustered;

-- How long a step took, by the day it ended. The vendor of zeros is the market.
CREATE TABLE analytics_steps (
    edition @int NOT NULL,
    vendor_id @id NOT NULL,
    step TEXT NOT NULL CHECK (step IN ('confirm', 'dispatch', 'deliver', 'settle')),
    day @int NOT NULL,
    bucket @int NOT NULL CHECK (bucket >= 0),
    orders @int NOT NULL,
    total_ms @int NOT NULL,
    PRIMARY KEY (edition, vendor_id, step, day, bucket)
) @clustered;

-- The days on which a buyer placed orders, each with the one before it: within any period a buyer has exactly one day
-- whose earlier one lies before the period. -1: there is no earlier one.
CREATE TABLE analytics_buyer_days (
    edition @int NOT NULL,
    day @int NOT NULL,
    buyer_id @id NOT NULL,
    previous_day @int NOT NULL,
    orders @int NOT NULL,
    PRIMARY KEY (edition, day, buyer_id)
) @clustered;
CREATE INDEX analytics_buyer_days_of_buyer ON analytics_buyer_days (edition, buyer_id, day);

CREATE TABLE analytics_buyer_months (
    edition @int NOT NULL,
    buyer_id @id NOT NULL,
    month @int NOT NULL,
    orders @int NOT NULL,
    placed @int NOT NULL,
    PRIMARY KEY (edition, buyer_id, month)
) @clustered;

-- The buyer months, summed by the month of the buyer's first order.
CREATE TABLE analytics_cohorts (
    edition @int NOT NULL,
    cohort @int NOT NULL,
    month @int NOT NULL,
    buyers @int NOT NULL,
    orders @int NOT NULL,
    placed @int NOT NULL,
    PRIMARY KEY (edition, cohort, month)
) @clustered;

-- Everything else that is counted by the day; what belongs to a month stands at its first day.
CREATE TABLE analytics_counts (
    edition @int NOT NULL,
    figure TEXT NOT NULL,
    day @int NOT NULL,
    amount @int NOT NULL,
    PRIMARY KEY (edition, figure, day)
) @clustered;

-- How often products were looked at. No book keeps this, so it is the book and belongs to no edition. The vendor and
-- product of zeros stand for all of the category.
CREATE TABLE analytics_views (
    vendor_id @id NOT NULL,
    day @int NOT NULL,
    category_id @id NOT NULL,
    product_id @id NOT NULL,
    views @int NOT NULL,
    PRIMARY KEY (vendor_id, day, category_id, product_id)
) @clustered;

-- Dashboards ask for what is open and what runs out; walking through wide rows for that would be slow.
CREATE INDEX analytics_orders_open ON orders (order_status, vendor_id, updated_at, total_amount)
    WHERE order_status IN ('placed', 'confirmed', 'packed', 'shipped', 'out_for_delivery', 'delivered');
CREATE INDEX analytics_products_low ON products (vendor_id, id)
    WHERE stock_quantity <= min_stock_level AND deleted_at IS NULL;
