#pragma once

// Bank files and commission rates for tests and pictures.

#include "shared/contract/commissions.h"
#include "shared/contract/discovery.h"
#include "shared/contract/payoutbatches.h"
#include "tests/support/faketransport.h"

namespace samples {

PayoutBatch madeBatch();
void bank(FakeTransport &server); // one payout that one admin has approved, three to be put into a file, one in a file
QList<CommissionRate> commissionRates();
void rates(FakeTransport &server);

} // namespace samples
