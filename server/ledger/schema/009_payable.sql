-- The stores to be paid are found by what they have released.
CREATE INDEX ledger_accounts_payable ON ledger_accounts (owner_id) WHERE kind = 'vendor_payable';
