#pragma once

// Days of business in India, the periods of reports and the hours of schedules. India has one zone without daylight
// saving, so a day is always as long as the next one.

#include "shared/base/indiatime.h"
#include "shared/base/result.h"
#include "shared/contract/reports.h"

#include <optional>

namespace reports {

using india::dayMs;
using india::dayText;
using india::hourMs;
using india::startOf;
constexpr qint64 secondMs = 1'000;
constexpr qint64 minuteMs = 60 * secondMs;

constexpr int chunkRows = 2'000;         // read in one snapshot
constexpr int groupedChunkRows = 20'000; // of a report whose rows are sums: each piece adds everything up anew
constexpr int chunksPerNote = 5;         // between two notes of the progress, which also see a cancellation
constexpr qint64 noteMs = 15'000;        // and no longer than that, however slowly the rows come
constexpr int drawMs = 100'000;          // of a PDF, in which nothing can be noted
constexpr int attemptsMax = 3;           // of a run before it has failed
constexpr qint64 staleMs = 3 * minuteMs; // without a note a running run has lost its server
static_assert(staleMs > drawMs + 2 * noteMs, "a run that is being drawn must not be taken over");
constexpr int openRunsMax = 50;        // waiting or running ones, after which nobody may ask for more
constexpr int openWithSchedules = 150; // and with those that schedules add without asking; then they wait for room
constexpr int definitionsMax = api::listDefinitions.most;
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
    return india::dayNumber(time);
}
// Nothing was traded before 1970.
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

// Why so many rows are not drawn.
QString tooLongForPaper(qint64 rows);

// Letters, digits and dashes only: it goes into a header and on other people's disks.
QString fileName(ReportName name, const std::optional<Span> &span, Instant now, ReportFormat format);
QString contentType(ReportFormat format);

// Whether a running run is to say that it lives before this piece: every few pieces, and when they come slowly.
constexpr bool isNoteDue(int chunk, Instant noted, Instant now)
{
    return chunk % chunksPerNote == 0 || now >= noted.after(noteMs);
}

} // namespace reports
