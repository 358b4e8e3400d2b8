#pragma once

// The life of a payout (C34): a rejection is a failure with the code "rejected".

#include "shared/contract/payouts.h"

namespace payouts {

constexpr bool mayBecome(PayoutStatus from, PayoutStatus to)
{
    switch (from) {
    case PayoutStatus::Requested: return to == PayoutStatus::Approved || to == PayoutStatus::Failed;
    case PayoutStatus::Approved: return to == PayoutStatus::Processed || to == PayoutStatus::Failed;
    case PayoutStatus::Processed:
    case PayoutStatus::Failed: return false;
    }
    return false;
}

} // namespace payouts
