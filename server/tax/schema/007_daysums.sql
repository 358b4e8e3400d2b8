-- What a store sold, took back and had looked at by payouts, by days, territories and the terms of that look, kept with
-- every line: a payout reads days and not lines, however many a day has. -1 stands for terms that there are none of.
CREATE TABLE tax_day_sums (
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    day @int NOT NULL,
    is_interstate @int NOT NULL CHECK (is_interstate IN (0, 1)),
    tcs_rate @int NOT NULL CHECK (tcs_rate >= -1),
    tds_rate @int NOT NULL CHECK (tds_rate >= -1),
    exempt_until @int NOT NULL CHECK (exempt_until >= -1),
    gross @int NOT NULL,
    covered @int NOT NULL,
    taxable @int NOT NULL,
    returned @int NOT NULL,
    PRIMARY KEY (vendor_id, day, is_interstate, tcs_rate, tds_rate, exempt_until)
) @strict;
INSERT INTO tax_day_sums (vendor_id, day, is_interstate, tcs_rate, tds_rate, exempt_until, gross, covered, taxable,
    returned)
    SELECT vendor_id, day, is_interstate, coalesce(tcs_rate, -1), coalesce(tds_rate, -1), coalesce(exempt_until, -1),
        CAST(sum(gross) AS BIGINT), CAST(sum(covered) AS BIGINT), CAST(sum(taxable) AS BIGINT),
        CAST(sum(returned) AS BIGINT)
    FROM (SELECT l.vendor_id, l.sold_day AS day, l.is_interstate, w.tcs_rate, w.tds_rate, w.exempt_until, l.gross,
            CASE WHEN w.line_id IS NULL THEN 0 ELSE l.gross END AS covered,
            CASE WHEN w.line_id IS NOT NULL AND l.gst_rate > 0 THEN l.taxable ELSE 0 END AS taxable,
            0 AS returned
        FROM tax_lines l LEFT JOIN tax_withheld_lines w ON w.line_id = l.line_id
        UNION ALL SELECT r.vendor_id, r.returned_day, r.is_interstate, w.tcs_rate, w.tds_rate, w.exempt_until, 0, 0, 0,
            CASE WHEN r.gst_rate > 0 THEN r.taxable ELSE 0 END
        FROM tax_returns r JOIN tax_withheld_lines w ON w.line_id = r.line_id) AS moved
    GROUP BY vendor_id, day, is_interstate, coalesce(tcs_rate, -1), coalesce(tds_rate, -1), coalesce(exempt_until, -1);
