-- Who sells most of a category or in a state is added up from the index alone: going to the row for each entry would
-- take longer than everything else.
DROP INDEX analytics_cells_by_category;
DROP INDEX analytics_cells_by_state;
CREATE INDEX analytics_cells_by_category ON analytics_cells (edition, category_id, day, vendor_id, product_id, state,
    placed_categories, placed_lines, placed_goods);
CREATE INDEX analytics_cells_by_state ON analytics_cells (edition, state, day, vendor_id, product_id, category_id,
    placed_orders, placed_categories, placed_lines, placed_total, placed_goods);

-- The days of one store, however long ago. Stores have their won orders in the sums from now on, so what was counted
-- before is counted again.
CREATE INDEX analytics_sums_of_vendor ON analytics_sums (edition, key, grain, day, orders_placed, orders_cancelled,
    orders_settled, orders_won, placed, cancelled, settled, commission) WHERE cut = 'vendor';
UPDATE analytics_editions SET built_at = NULL WHERE state = 'current';
