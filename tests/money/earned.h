#pragma once

// What the market has earned, asked of the lines of the books by themselves.

#include "shared/base/values.h"
#include "tests/support/testdb.h"

// What the accounts of commissions have got, the tax within.
inline Money earnedOf(const TestDb &db)
{
    return {db.number("CAST(coalesce(sum(x.amount), 0) AS BIGINT) FROM ledger_transfers x"
                      " JOIN ledger_accounts a ON a.id = x.credit_account_id"
                      " WHERE a.kind IN ('commission_income', 'gst_due')")};
}
