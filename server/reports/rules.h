#pragma once

// Days of business in India, the periods of reports and the hours of schedules. India has one zone without daylight
// saving, so a day is always as long as the next one.

#include "shared/base/result.h"
#include "shared/contract/reports.h"

#include <optional>

namespace reports {

constexpr qint64 secondMs = 1'000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 indiaMs = 5 * hourMs + 30 * minuteMs; // ahead of UTC

constexpr int chunkRows = 2'000;         // read in one snapshot
constexpr int chunksPerNote = 5;         // between two notes of the progress, which also see a cancellation
constexpr int attemptsMax = 3;           // of a run before it has failed
constexpr qint64 staleMs = 2 * minuteMs; // without a note a running run has lost its server
constexpr int openRunsMax = 50;          // waiting or running ones
constexpr int definitionsMax = 200;
constexpr int problemMax = 500; // characters

// Both days belong to it. Days are counted from 1970-01-01.
struct Span
{
    qint64 from = 0;
    qint64 to = 0;

    friend bool operator==(const Span &, const Span &) = default;
};

constexpr qint64 dayOf(Instant time)
{
    const qint64 local = time.ms + indiaMs;
    return local >= 0 ? local / dayMs : (local - dayMs + 1) / dayMs;
}

constexpr Instant startOf(qint64 day)
{
    return {day * dayMs - indiaMs};
}

QString dayText(qint64 day); // "2026-11-01"
std::optional<qint64> dayOf(const QString &text);

// The days of a scope at this time; nothing for everything. Refuses days that are none, the wrong way round, or said
// without being asked for; place stands before the names of the fields.
Result<std::optional<Span>> spanOf(const ReportScope &scope, Instant now,
                                   const QString &place = QStringLiteral("scope."));

// What a schedule reports on: the day, week, month or quarter that was over when it ran.
ReportPeriod periodOf(ReportFrequency frequency);

// The first time after this one at which the schedule runs.
std::optional<Instant> nextRun(ReportFrequency frequency, int hour, Instant after);

// "1 Nov 2026 to 30 Nov 2026"
QString spanText(const std::optional<Span> &span, const QString &language);

// Letters, digits and dashes only: it goes into a header and on other people's disks.
QString fileName(ReportName name, const std::optional<Span> &span, Instant now, ReportFormat format);
QString contentType(ReportFormat format);

constexpr bool mayCancel(RunStatus status)
{
    return status == RunStatus::Waiting || status == RunStatus::Running;
}

constexpr bool mayRetry(RunStatus status)
{
    return status == RunStatus::Failed || status == RunStatus::Cancelled;
}

} // namespace reports
