-- What the order was placed for, however much of it is weighed later.
ALTER TABLE orders ADD COLUMN placed_amount @int NOT NULL DEFAULT 0 CHECK (placed_amount >= 0);
UPDATE orders SET placed_amount = total_amount;
ALTER TABLE order_lines ADD COLUMN placed_total @int NOT NULL DEFAULT 0 CHECK (placed_total >= 0);
UPDATE order_lines SET placed_total = line_total;
-- Whether the money waits for weigh tickets: open until both parties have agreed to what was weighed.
ALTER TABLE orders ADD COLUMN weigh_state TEXT NOT NULL DEFAULT 'unweighed'
    CHECK (weigh_state IN ('unweighed', 'open', 'agreed'));
