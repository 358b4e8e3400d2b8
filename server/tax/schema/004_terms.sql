-- What a sold line was looked at for: the rates that held for the store then, and the sales of a year until which no
-- income tax is taken, so that what is switched later, or who the store becomes, changes nothing of it. Nothing stands
-- with those from before, which go by the rules as they are.
ALTER TABLE tax_withheld_lines ADD COLUMN tcs_rate @int CHECK (tcs_rate BETWEEN 0 AND 10000);
ALTER TABLE tax_withheld_lines ADD COLUMN tds_rate @int CHECK (tds_rate BETWEEN 0 AND 10000);
ALTER TABLE tax_withheld_lines ADD COLUMN exempt_until @int CHECK (exempt_until >= 0);
