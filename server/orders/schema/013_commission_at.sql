-- When the commission of a line was calculated (COM-03): with the order, and anew when its weight was agreed to.
ALTER TABLE order_lines ADD COLUMN commission_at @int;
UPDATE order_lines SET commission_at = (SELECT o.placed_at FROM orders o WHERE o.id = order_lines.order_id);
