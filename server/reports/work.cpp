// Making the file of a run. No more than handsMax are made at a time, which leaves a thread of the jobs to mails and
// everything else; a run is read in pieces and its progress noted, which is also where a cancellation is seen.

#include "server/accounts/service.h"
#include "server/jobs/service.h"
#include "server/reports/csv.h"
#include "server/reports/paper.h"
#include "server/reports/rules.h"
#include "server/reports/service.h"
#include "server/reports/sheet.h"
#include "server/reports/summary.h"
#include "server/settings/service.h"
#include "server/storage/service.h"
#include "shared/contract/reportnews.h"

#include <QScopeGuard>

namespace reports {

namespace {

constexpr qint64 firstPauseMs = 2'000; // before another try; doubles

// Cancelled by somebody or taken over by another server: not a failure, and nothing is left of it.
auto overtaken()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The run was cancelled."));
}

std::optional<Span> spanOf(const RunRow &run)
{
    if (!run.fromDay)
        return std::nullopt;
    return Span{*dayOf(*run.fromDay), *dayOf(*run.toDay)};
}

} // namespace

void Service::workOff(const Stopping &isStopping)
{
    // Whoever comes while all hands are busy leaves the work to them: they look again after they put their tools down.
    for (;;) {
        {
            const auto rest = qScopeGuard([&] { --m_hands; });
            if (++m_hands > handsMax)
                return;
            while (!isStopping()) {
                const auto run = claim();
                if (!run)
                    break;
                perform(*run, isStopping);
            }
        }
        if (isStopping())
            return;
        const Instant now = m_clock.now();
        if (!m_db.read([&](Tx &tx) { return m_store.nextOpen(tx, now, now.after(-staleMs)); }))
            return;
    }
}

int Service::inherit()
{
    return m_db
        .write([&](Tx &tx) -> Result<int> {
            const int runs = m_store.putBackAll(tx, tx.now());
            if (runs > 0)
                m_jobs.enqueue(tx, workKind, Nothing{});
            return runs;
        })
        .value_or(0);
}

std::optional<RunRow> Service::claim()
{
    const Instant now = m_clock.now();
    const auto open = m_db.read([&](Tx &tx) { return m_store.nextOpen(tx, now, now.after(-staleMs)); });
    if (!open)
        return std::nullopt;
    const auto mine = m_db.write([&](Tx &tx) -> Result<std::optional<RunRow>> {
        return m_store.begin(tx, *open, tx.now()) ? m_store.run(tx, open->id) : std::nullopt;
    });
    return mine ? *mine : std::nullopt;
}

void Service::perform(const RunRow &run, const Stopping &isStopping)
{
    Result<> outcome;
    try {
        outcome = run.attempts > attemptsMax
                      ? failure(ErrorCode::Internal, QStringLiteral("The server stopped while the report was made."))
                      : write(run, isStopping);
    } catch (const Interrupted &) {
        outcome = stopped();
    } catch (const std::exception &fault) {
        outcome = failure(ErrorCode::Internal, QString::fromUtf8(fault.what()));
    }
    if (outcome)
        return;
    if (outcome.error().code == ErrorCode::Unavailable && isStopping())
        leave(run);
    else
        giveUp(run, outcome.error());
}

Result<> Service::write(const RunRow &run, const Stopping &isStopping)
{
    const Kind &kind = m_kinds.of(run.name);
    const Instant started = m_clock.now();
    Filter filter(spanOf(run), run.scope);
    filter.before = std::min(filter.before, started.after(1)); // what comes while it is made belongs to the next one
    const qint64 estimated = m_db.read([&](Tx &tx) { return kind.source.count(tx, filter); });
    if (run.format == ReportFormat::Pdf &&
        estimated > reportPdfRowsMax) // of a schedule, or more since it was asked for
        return failure(ErrorCode::ValidationFailed, QStringLiteral("The report ") + tooLongForPaper(estimated) + u'.');

    const storage::Draft draft = m_storage.draft();
    const auto writer = writerOf(run, coverOf(run, kind), draft.path(), isStopping);
    Summary summary(kind, m_words, run.language);
    qint64 rows = 0;
    Instant noted = started;
    const auto isMine = [&] {
        noted = m_clock.now();
        return m_db
            .write([&](Tx &tx) -> Result<bool> {
                return m_store.note(tx, run, rows, std::max(rows, estimated), tx.now());
            })
            .value_or(false);
    };
    sql::Values after;
    for (int chunk = 0;; ++chunk) {
        if (isStopping())
            return stopped();
        if (isNoteDue(chunk, noted, m_clock.now()) && !isMine())
            return overtaken();
        const Piece piece =
            m_db.read([&](Tx &tx) { return kind.source.read(tx, filter, after, kind.source.pieceRows); });
        for (const Cells &row : piece.rows) {
            // What people read has words where programs read codes.
            writer->add(run.format == ReportFormat::Csv ? row : m_words.shown(run.language, kind.source.columns, row));
            summary.add(row);
        }
        rows += piece.rows.size();
        after = piece.lastKey;
        if (piece.rows.size() < kind.source.pieceRows)
            break;
    }
    // Closing a file takes its time, and drawing one most of all; nothing is noted meanwhile.
    if (!isMine())
        return overtaken();
    writer->finish(summary.closing());
    return keep(run, draft.path(), rows, started);
}

// The file is in its place before the run is said to be done, and goes away again when the run was somebody else's.
Result<> Service::keep(const RunRow &run, const QString &path, qint64 rows, Instant started)
{
    const storage::Shelved file = m_storage.shelve(storage::Shelf::Reports, path);
    auto away = qScopeGuard([&] { m_storage.discard(storage::Shelf::Reports, file.id); });
    const auto keepMs = m_settings.whole(settings::Key::ReportsKeepDays) * dayMs;
    const auto isKept = m_db.write([&](Tx &tx) -> Result<bool> {
        const MadeFile made{file.id, fileName(run.name, spanOf(run), started, run.format), file.size,
                            tx.now().after(keepMs)};
        if (!m_store.finish(tx, run, rows, made, tx.now()))
            return false;
        publish(tx, run, rows, made);
        return true;
    });
    if (!isKept.value_or(false))
        return overtaken();
    away.dismiss();
    return {};
}

void Service::publish(Tx &tx, const RunRow &run, qint64 rows, const MadeFile &file)
{
    ReportReady ready{.runId = run.id,
                      .title = run.title,
                      .period = spanText(spanOf(run), run.language),
                      .language = run.language,
                      .rows = rows,
                      .fileId = file.fileId,
                      .fileName = file.name,
                      .contentType = contentType(run.format),
                      .fileSize = file.size};
    for (const Id<Account> recipient : run.recipients)
        if (mayReceive(tx, recipient, run.name))
            ready.recipients += recipient;
    if (!ready.recipients.isEmpty())
        tx.publish(ready);
}

void Service::giveUp(const RunRow &run, const Error &error)
{
    if (error.code != ErrorCode::Conflict)
        qWarning("reports: a run of %s: %s", names::text(run.name).data(), qUtf8Printable(error.message));
    (void)m_db.write([&](Tx &tx) -> Result<> {
        const QString problem = error.message.left(problemMax);
        const bool isFinal = error.code == ErrorCode::ValidationFailed; // trying again does not make it shorter
        if (isFinal || run.attempts >= attemptsMax) {
            m_store.fail(tx, run, tx.now(), problem);
        } else {
            const Instant next = tx.now().after(firstPauseMs << (run.attempts - 1));
            if (m_store.putBack(tx, run, next, problem))
                m_jobs.enqueue(tx, workKind, Nothing{}, next);
        }
        return {};
    });
}

// The next server takes it up at once, and the try is not counted: a week of new versions would use them all up.
void Service::leave(const RunRow &run)
{
    (void)m_db.write([&](Tx &tx) -> Result<> {
        if (m_store.leave(tx, run, tx.now()))
            m_jobs.enqueue(tx, workKind, Nothing{});
        return {};
    });
}

Cover Service::coverOf(const RunRow &run, const Kind &kind) const
{
    const auto word = [&](const QString &english) { return m_words.in(run.language, english); };
    Cover out{.title = run.title,
              .subtitle = word(kind.description),
              .from = run.fromDay,
              .to = run.toDay,
              .language = run.language,
              .createdAt = m_clock.now(),
              .columns = kind.source.columns,
              .totalWord = word(QStringLiteral("Total"))};
    for (ReportColumn &column : out.columns)
        column.label = word(column.label);
    return out;
}

std::unique_ptr<Writer> Service::writerOf(const RunRow &run, const Cover &cover, const QString &path,
                                          const Stopping &isStopping) const
{
    switch (run.format) {
    case ReportFormat::Csv:
        return std::make_unique<CsvWriter>(path, cover,
                                           run.byteOrderMark ? ByteOrderMark::With : ByteOrderMark::Without);
    case ReportFormat::Xlsx: return std::make_unique<SheetWriter>(path, cover);
    case ReportFormat::Pdf: return std::make_unique<PaperWriter>(path, cover, m_sandbox, isStopping);
    }
    return nullptr;
}

int Service::sweep()
{
    constexpr int filesAtOnce = 100;
    const Instant now = m_clock.now();
    int removed = 0;
    for (const RunRow &run : m_db.read([&](Tx &tx) { return m_store.expiredFiles(tx, now, filesAtOnce); })) {
        // The row goes first: of a file that no run names the sweep below takes care.
        const auto isGone = m_db.write([&](Tx &tx) -> Result<bool> { return m_store.forgetFile(tx, run.id); });
        if (!isGone.value_or(false))
            continue;
        m_storage.discard(storage::Shelf::Reports, *run.fileId);
        ++removed;
    }
    // Left by a server that died between the file and its row; they may be full of names and addresses.
    return removed + m_storage.sweepShelf(storage::Shelf::Reports, [&](const QStringList &ids) {
        return m_db.read([&](Tx &tx) {
            QSet<QString> named;
            for (const QString &id : ids)
                if (m_store.namesFile(tx, id))
                    named += id;
            return named;
        });
    });
}

} // namespace reports
