-- How long documents waited is asked of the decisions of the last weeks.
CREATE INDEX kyc_submissions_decided ON kyc_submissions (decided_at) WHERE decided_at IS NOT NULL;
