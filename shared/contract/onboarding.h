#pragma once

// How fast vendors come to the market: how long their documents wait, and what becomes of them (VEN-21).

#include "shared/contract/kyc.h"

constexpr int onboardingWeeks = 12; // the present one among them

// By the day on which it happened; weeks begin on Monday, as India counts.
struct OnboardingWeek
{
    QString monday; // "2026-11-23"
    qint64 submitted = 0;
    qint64 approved = 0;
    qint64 rejected = 0;
    qint64 moreInfo = 0; // asked for

    FIELDS(OnboardingWeek, FIELD(monday), FIELD(submitted), FIELD(approved), FIELD(rejected), FIELD(moreInfo))
};

// The queue as it is now, and the decisions of these weeks.
struct Onboarding
{
    qint64 waiting = 0;
    qint64 overdue = 0; // of those, longer than the promised hours
    std::optional<Instant> oldestAt;
    qint64 decided = 0;
    std::optional<qint64> medianMs;          // from handing in to the decision
    std::optional<qint64> ninetiethMs;       // nine of ten waited no longer
    std::optional<BasisPoints> approvalRate; // of those that were approved or rejected
    QList<OnboardingWeek> weeks;             // oldest first

    FIELDS(Onboarding, FIELD(waiting), FIELD(overdue), FIELD(oldestAt), FIELD(decided), FIELD(medianMs),
           FIELD(ninetiethMs), FIELD(approvalRate), FIELD(weeks))
};

namespace api {

inline constexpr Endpoint<Nothing, Onboarding> readOnboarding{
    .method = Method::Get,
    .path = "/api/v1/admin/kyc/onboarding",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "How long documents wait and what becomes of them, by weeks",
    .permission = Permission::ReviewKyc};

inline constexpr auto onboarding = std::tuple{readOnboarding};

} // namespace api
