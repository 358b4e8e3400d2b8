#include "server/reports/store.h"

namespace reports {

void Store::insert(Tx &tx, const RunRow &row)
{
    tx.insert("report_runs", row);
}

bool Store::insertNew(Tx &tx, const RunRow &row)
{
    return tx.insertNew("report_runs", row);
}

std::optional<RunRow> Store::run(Tx &tx, Id<ReportRun> id)
{
    return tx.one<RunRow>("FROM report_runs WHERE id = ?", id);
}

QList<RunRow> Store::runs(Tx &tx, const ListRuns &wish, const std::optional<Id<ReportRun>> &before, int limit)
{
    std::string from = "FROM report_runs WHERE TRUE";
    sql::Values values;
    const auto add = [&](std::string_view condition, const sql::Value &value) {
        from += condition;
        values.push_back(value);
    };
    if (wish.name)
        add(" AND name = ?", sql::value(*wish.name));
    if (wish.status)
        add(" AND status = ?", sql::value(*wish.status));
    if (wish.definition)
        add(" AND definition_id = ?", sql::value(*wish.definition));
    if (before)
        add(" AND id < ?", sql::value(*before));
    add(" ORDER BY id DESC LIMIT ?", qint64(limit));
    return tx.all<RunRow>(from, values);
}

std::optional<RunRow> Store::lastRunOf(Tx &tx, Id<ReportDefinition> id)
{
    return tx.one<RunRow>("FROM report_runs WHERE definition_id = ? ORDER BY id DESC LIMIT 1", id);
}

QList<RunRow> Store::statementsOf(Tx &tx, Id<Account> by, const std::optional<Id<ReportRun>> &before, int limit)
{
    if (before)
        return tx.all<RunRow>("FROM report_runs WHERE requested_by_id = ? AND name IN"
                              " ('vendor_statement', 'commission_summary', 'payout_summary') AND id < ?"
                              " ORDER BY id DESC LIMIT ?",
                              by, *before, limit);
    return tx.all<RunRow>("FROM report_runs WHERE requested_by_id = ? AND name IN"
                          " ('vendor_statement', 'commission_summary', 'payout_summary')"
                          " ORDER BY id DESC LIMIT ?",
                          by, limit);
}

qint64 Store::countOpenOf(Tx &tx, Id<Account> by)
{
    return tx.number("count(*) FROM report_runs WHERE requested_by_id = ? AND status IN ('waiting', 'running')", by);
}

qint64 Store::countOpen(Tx &tx)
{
    return tx.number("count(*) FROM report_runs WHERE status IN ('waiting', 'running')");
}

std::optional<RunRow> Store::nextOpen(Tx &tx, Instant now, Instant staleBefore)
{
    return tx.one<RunRow>("FROM report_runs WHERE status IN ('waiting', 'running') AND ready_at <= ?1"
                          " AND (status = 'waiting' OR noted_at < ?2) ORDER BY ready_at, id LIMIT 1",
                          now, staleBefore);
}

bool Store::begin(Tx &tx, const RunRow &seen, Instant now)
{
    return tx.run("UPDATE report_runs SET status = 'running', fence = fence + 1, attempts = attempts + 1,"
                  " rows_done = 0, noted_at = ?3, started_at = coalesce(started_at, ?3)"
                  " WHERE id = ?1 AND fence = ?2 AND status IN ('waiting', 'running')",
                  seen.id, seen.fence, now) == 1;
}

bool Store::note(Tx &tx, const RunRow &mine, qint64 rowsDone, qint64 rowsEstimated, Instant now)
{
    return tx.run("UPDATE report_runs SET rows_done = ?3, rows_estimated = ?4, noted_at = ?5"
                  " WHERE id = ?1 AND fence = ?2 AND status = 'running'",
                  mine.id, mine.fence, rowsDone, rowsEstimated, now) == 1;
}

bool Store::finish(Tx &tx, const RunRow &mine, qint64 rows, const MadeFile &file, Instant now)
{
    return tx.run("UPDATE report_runs SET status = 'done', rows_done = ?3, rows_estimated = ?3, file_id = ?4,"
                  " file_name = ?5, file_size = ?6, file_expires_at = ?7, finished_at = ?8, problem = NULL"
                  " WHERE id = ?1 AND fence = ?2 AND status = 'running'",
                  mine.id, mine.fence, rows, file.fileId, file.name, file.size, file.expiresAt, now) == 1;
}

bool Store::putBack(Tx &tx, const RunRow &mine, Instant readyAt, const QString &problem)
{
    return tx.run("UPDATE report_runs SET status = 'waiting', ready_at = ?3, problem = ?4"
                  " WHERE id = ?1 AND fence = ?2 AND status = 'running'",
                  mine.id, mine.fence, readyAt, problem) == 1;
}

bool Store::leave(Tx &tx, const RunRow &mine, Instant readyAt)
{
    return tx.run("UPDATE report_runs SET status = 'waiting', ready_at = ?3, attempts = attempts - 1, rows_done = 0"
                  " WHERE id = ?1 AND fence = ?2 AND status = 'running'",
                  mine.id, mine.fence, readyAt) == 1;
}

int Store::putBackAll(Tx &tx, Instant readyAt)
{
    return int(tx.run("UPDATE report_runs SET status = 'waiting', ready_at = ? WHERE status = 'running'", readyAt));
}

bool Store::fail(Tx &tx, const RunRow &mine, Instant now, const QString &problem)
{
    return tx.run("UPDATE report_runs SET status = 'failed', finished_at = ?3, problem = ?4"
                  " WHERE id = ?1 AND fence = ?2 AND status = 'running'",
                  mine.id, mine.fence, now, problem) == 1;
}

bool Store::cancel(Tx &tx, Id<ReportRun> id, Instant now)
{
    return tx.run("UPDATE report_runs SET status = 'cancelled', finished_at = ?2"
                  " WHERE id = ?1 AND status IN ('waiting', 'running')",
                  id, now) == 1;
}

bool Store::revive(Tx &tx, Id<ReportRun> id, Instant now)
{
    return tx.run("UPDATE report_runs SET status = 'waiting', attempts = 0, rows_done = 0, ready_at = ?2,"
                  " started_at = NULL, finished_at = NULL, problem = NULL"
                  " WHERE id = ?1 AND status IN ('failed', 'cancelled')",
                  id, now) == 1;
}

QList<RunRow> Store::expiredFiles(Tx &tx, Instant now, int limit)
{
    return tx.all<RunRow>("FROM report_runs WHERE file_id IS NOT NULL AND file_expires_at <= ?"
                          " ORDER BY file_expires_at LIMIT ?",
                          now, limit);
}

bool Store::forgetFile(Tx &tx, Id<ReportRun> id)
{
    return tx.run("UPDATE report_runs SET file_id = NULL WHERE id = ? AND file_id IS NOT NULL", id) == 1;
}

bool Store::namesFile(Tx &tx, const QString &fileId)
{
    return tx.number("count(*) FROM report_runs WHERE file_id = ?", fileId) > 0;
}

void Store::insert(Tx &tx, const DefinitionRow &row)
{
    tx.insert("report_definitions", row);
}

std::optional<DefinitionRow> Store::definition(Tx &tx, Id<ReportDefinition> id)
{
    return tx.one<DefinitionRow>("FROM report_definitions WHERE id = ? AND removed_at IS NULL", id);
}

QList<DefinitionRow> Store::definitions(Tx &tx, int limit)
{
    return tx.all<DefinitionRow>("FROM report_definitions WHERE removed_at IS NULL ORDER BY id DESC LIMIT ?", limit);
}

qint64 Store::countDefinitions(Tx &tx)
{
    return tx.number("count(*) FROM report_definitions WHERE removed_at IS NULL");
}

bool Store::hadDefinitions(Tx &tx)
{
    return tx.number("count(*) FROM report_definitions") > 0;
}

bool Store::change(Tx &tx, const DefinitionRow &next, int seenVersion)
{
    return tx.run("UPDATE report_definitions SET name = ?3, title = ?4, format = ?5, language = ?6,"
                  " byte_order_mark = ?7, scope = ?8, frequency = ?9, hour = ?10, is_paused = ?11, recipients = ?12,"
                  " next_at = ?13, removed_at = ?14, version = version + 1"
                  " WHERE id = ?1 AND version = ?2 AND removed_at IS NULL",
                  next.id, seenVersion, next.name, next.title, next.format, next.language, next.byteOrderMark,
                  next.scope, next.frequency, next.hour, next.isPaused, next.recipients, next.nextAt,
                  next.removedAt) == 1;
}

QList<DefinitionRow> Store::dueDefinitions(Tx &tx, Instant now, int limit)
{
    return tx.all<DefinitionRow>("FROM report_definitions WHERE next_at <= ? ORDER BY next_at LIMIT ?", now, limit);
}

bool Store::moveOn(Tx &tx, const DefinitionRow &seen, Instant nextAt)
{
    return tx.run("UPDATE report_definitions SET next_at = ?3 WHERE id = ?1 AND next_at = ?2", seen.id, seen.nextAt,
                  nextAt) == 1;
}

QList<AdminRow> Store::admins(Tx &tx, int limit)
{
    return tx.all<AdminRow>(
        "FROM accounts WHERE role = 'admin' AND is_active = 1 AND is_banned = 0 AND email IS NOT NULL"
        " ORDER BY username_key LIMIT ?",
        limit);
}

} // namespace reports
