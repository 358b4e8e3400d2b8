#pragma once

// Submissions that come from another system, decided or not. They are checked and sealed like new ones; nobody is told.

#include "shared/contract/kyc.h"

namespace kyc {

struct PastSubmission
{
    Id<KycSubmission> id;
    Id<Vendor> vendorId;
    SubmitKyc documents; // the files may belong to whoever handed the archive over
    SubmissionStatus status = SubmissionStatus::Pending;
    Instant submittedAt;
    std::optional<Instant> decidedAt = {}; // with the three below, unless it waits
    std::optional<Id<Account>> decidedById = {};
    std::optional<QString> decidedBy = {};
    std::optional<QString> reason = {};
};

// A GSTIN of a business: the number of its state, the PAN it was given for, and the check digit.
QString gstinOf(int stateNumber, const QString &pan);

} // namespace kyc
