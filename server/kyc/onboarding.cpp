#include "server/kyc/onboarding.h"

#include "shared/base/indiatime.h"
#include "shared/base/share.h"

#include <algorithm>

namespace kyc {

namespace {

constexpr qint64 weekDays = 7;

// Days are numbered from a Thursday.
qint64 mondayOf(Instant time)
{
    constexpr qint64 fromMonday = 3;
    const qint64 day = india::dayNumber(time);
    return day - (((day + fromMonday) % weekDays) + weekDays) % weekDays;
}

qint64 firstMonday(Instant now)
{
    return mondayOf(now) - (onboardingWeeks - 1) * weekDays;
}

// Of the waits, sorted: the one that so many of a hundred do not pass.
std::optional<qint64> quantile(const QList<qint64> &sorted, qint64 ofHundred)
{
    constexpr qint64 hundred = 100;
    if (sorted.isEmpty())
        return std::nullopt;
    return sorted[(sorted.size() * ofHundred + hundred - 1) / hundred - 1];
}

void count(OnboardingWeek &week, SubmissionStatus status)
{
    switch (status) {
    case SubmissionStatus::Verified: ++week.approved; break;
    case SubmissionStatus::Rejected: ++week.rejected; break;
    case SubmissionStatus::MoreInfo: ++week.moreInfo; break;
    case SubmissionStatus::Pending: break;
    }
}

} // namespace

Instant onboardingSince(Instant now)
{
    return india::startOf(firstMonday(now));
}

Onboarding measured(const QList<QueueTime> &decided, const QList<Instant> &submitted, Instant now)
{
    constexpr qint64 half = 50, nineOfTen = 90;
    const qint64 first = firstMonday(now);
    Onboarding out;
    for (int week = 0; week < onboardingWeeks; ++week)
        out.weeks += OnboardingWeek{.monday = india::dayText(first + week * weekDays)};
    const auto weekOf = [&](Instant time) -> OnboardingWeek * {
        const qint64 week = (mondayOf(time) - first) / weekDays;
        return mondayOf(time) < first || week >= onboardingWeeks ? nullptr : &out.weeks[week];
    };

    QList<qint64> waits;
    qint64 approved = 0, settled = 0;
    for (const QueueTime &each : decided) {
        OnboardingWeek *week = weekOf(each.decidedAt);
        if (!week)
            continue;
        count(*week, each.status);
        waits += each.decidedAt.ms - each.submittedAt.ms;
        approved += each.status == SubmissionStatus::Verified ? 1 : 0;
        settled += each.status == SubmissionStatus::Verified || each.status == SubmissionStatus::Rejected ? 1 : 0;
    }
    for (const Instant time : submitted)
        if (OnboardingWeek *week = weekOf(time))
            ++week->submitted;
    std::sort(waits.begin(), waits.end());
    out.decided = waits.size();
    out.medianMs = quantile(waits, half);
    out.ninetiethMs = quantile(waits, nineOfTen);
    out.approvalRate = share(approved, settled);
    return out;
}

} // namespace kyc
