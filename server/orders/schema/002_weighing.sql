-- Whether the money waits for weigh tickets: open until both parties have agreed to what was weighed.
ALTER TABLE orders ADD COLUMN weigh_state TEXT NOT NULL DEFAULT 'unweighed'
    CHECK (weigh_state IN ('unweighed', 'open', 'agreed'));
