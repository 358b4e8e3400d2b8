-- Whose the account at the provider is, as the provider tells it, and why a payout goes there although that is not
-- whose bank account was verified.
ALTER TABLE payout_accounts ADD COLUMN holder TEXT;
ALTER TABLE payouts ADD COLUMN holder_note TEXT;
