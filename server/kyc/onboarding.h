#pragma once

// Pure reckoning about the queue: how long documents waited, week by week what became of them.

#include "shared/contract/onboarding.h"

namespace kyc {

// One that was decided.
struct QueueTime
{
    SubmissionStatus status = SubmissionStatus::Verified;
    Instant submittedAt;
    Instant decidedAt;

    FIELDS(QueueTime, FIELD(status), FIELD(submittedAt), FIELD(decidedAt))
};

// The Monday that begins the first of the weeks.
Instant onboardingSince(Instant now);

// Weeks and waits; what waits now is left out. Times before the first week are not counted.
Onboarding measured(const QList<QueueTime> &decided, const QList<Instant> &submitted, Instant now);

} // namespace kyc
