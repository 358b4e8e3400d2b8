-- A bank's reference stands for one transfer, so that no two payouts have the same. What was entered twice before
-- stands here once; a payout that came back keeps its own.
CREATE TABLE payout_references (
    reference TEXT NOT NULL PRIMARY KEY -- in capitals
) @strict;
INSERT INTO payout_references (reference)
    SELECT DISTINCT upper(transaction_reference) FROM payouts WHERE transaction_reference IS NOT NULL;
@append_only(payout_references);
