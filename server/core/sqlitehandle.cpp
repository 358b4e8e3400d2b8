#include "server/core/sqlitehandle.h"

#include <sqlite3.h>

namespace {

constexpr std::size_t statementsMax = 1'000; // prepared and kept per handle
constexpr int logPages = 4'000;              // after which the log is copied into the file

// Counting every allocation costs a lock each, and nobody asks for the sum. It has to be said before the first handle.
void countNoMemory()
{
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)done;
}

bool isOfDisk(int code)
{
    switch (code & 0xff) {
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return true;
    default: return false;
    }
}

class SqliteRow final : public sql::Row
{
public:
    explicit SqliteRow(sqlite3_stmt *statement)
        : m_statement(statement)
    {}

    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    double real(int column) const override { return sqlite3_column_double(m_statement, column); }
    QByteArrayView text(int column) const override
    {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return {text, sqlite3_column_bytes(m_statement, column)};
    }
    QByteArrayView blob(int column) const override
    {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return {bytes, sqlite3_column_bytes(m_statement, column)};
    }

private:
    sqlite3_stmt *m_statement;
};

// Everything is bound without a copy: the values outlive the step, and the statement is reset before they go.
int bind(sqlite3_stmt *statement, int at, const sql::Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return sqlite3_bind_int64(statement, at, *number);
    if (const auto *id = std::get_if<sql::IdBytes>(&value))
        return sqlite3_bind_blob(statement, at, id->bytes.data(), int(id->bytes.size()), SQLITE_STATIC);
    if (const auto *text = std::get_if<QByteArray>(&value))
        return sqlite3_bind_text64(statement, at, text->constData(), sqlite3_uint64(text->size()), SQLITE_STATIC,
                                   SQLITE_UTF8);
    if (const auto *blob = std::get_if<sql::Blob>(&value))
        return sqlite3_bind_blob64(statement, at, blob->bytes.constData(), sqlite3_uint64(blob->bytes.size()),
                                   SQLITE_STATIC);
    if (const auto *real = std::get_if<double>(&value))
        return sqlite3_bind_double(statement, at, *real);
    return sqlite3_bind_null(statement, at);
}

} // namespace

SqliteHandle::SqliteHandle(const QByteArray &path, Mode mode, int busyMs)
{
    countNoMemory();
    const int flags = mode == Mode::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int opened = sqlite3_open_v2(path.constData(), &m_db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    try {
        if (opened != SQLITE_OK)
            throw DbFault(path.toStdString() + ": " + sqlite3_errstr(opened));
        sqlite3_extended_result_codes(m_db, 1);
        sqlite3_busy_timeout(m_db, busyMs);
        configure(mode);
    } catch (...) {
        forgetStatements();
        sqlite3_close(m_db);
        throw;
    }
}

SqliteHandle::~SqliteHandle()
{
    forgetStatements();
    sqlite3_close(m_db);
}

void SqliteHandle::configure(Mode mode)
{
    run("PRAGMA trusted_schema = OFF");
    run("PRAGMA temp_store = MEMORY");
    if (mode == Mode::Read)
        return run("PRAGMA query_only = ON");
    // It has to stand before the first reader prepares a statement. A draft has no log: what goes there is written,
    // read and written again, and readers that work meanwhile need not be spared.
    run(mode == Mode::Draft ? "PRAGMA journal_mode = MEMORY" : "PRAGMA journal_mode = WAL");
    for (const char *pragma : {"PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA cache_size = -32000",
                               "PRAGMA journal_size_limit = 67108864"})
        run(pragma);
    sqlite3_wal_hook(m_db, &SqliteHandle::copyLog, this);
    if (mode == Mode::Draft) {
        run("PRAGMA synchronous = OFF");
        run("PRAGMA cache_size = -300000");
        run("PRAGMA threads = 2"); // that sort while an index is made
    }
}

qint64 SqliteHandle::execute(std::string_view text, sql::Params values, sql::RowSink sink)
{
    sqlite3_stmt *const statement = prepared(text);
    const struct Reset
    {
        sqlite3_stmt *statement;
        ~Reset() { sqlite3_reset(statement); }
    } reset{statement};
    if (sqlite3_bind_parameter_count(statement) != int(values.size()))
        throw DbFault("wrong number of parameters: " + std::string(text));
    for (std::size_t i = 0; i < values.size(); ++i)
        if (bind(statement, int(i) + 1, values[i]) != SQLITE_OK)
            fail(text);
    return step(statement, text, sink);
}

bool SqliteHandle::inTransaction() const
{
    return sqlite3_get_autocommit(m_db) == 0;
}

bool SqliteHandle::hasOpenReferences() const
{
    int open = 0, most = 0;
    sqlite3_db_status(m_db, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &most, 0);
    return open != 0;
}

int SqliteHandle::primaryError() const
{
    return sqlite3_errcode(m_db) & 0xff;
}

bool SqliteHandle::hasDiskFault() const
{
    return m_hasCopyFault || isOfDisk(primaryError());
}

// In place of SQLite's own copying, which keeps a failure to itself. A copy that readers held up leaves its pages to
// the sync of the next one, and when that sync fails the kernel forgets them: a third copy, or the one that closes the
// file, would not write them again and give the log away. Whoever opens the file anew copies all of the log.
int SqliteHandle::copyLog(void *self, sqlite3 *db, const char *name, int pages)
{
    if (pages < logPages || !isOfDisk(sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr)))
        return SQLITE_OK;
    static_cast<SqliteHandle *>(self)->m_hasCopyFault = true;
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return SQLITE_OK;
}

void SqliteHandle::rollBack()
{
    if (inTransaction())
        sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
}

qint64 SqliteHandle::step(sqlite3_stmt *statement, std::string_view text, sql::RowSink sink)
{
    const SqliteRow row(statement);
    qint64 rows = 0;
    int rc = sqlite3_step(statement);
    for (; rc == SQLITE_ROW; rc = sqlite3_step(statement)) {
        ++rows;
        if (sink)
            sink(row);
    }
    if (rc != SQLITE_DONE)
        fail(text);
    return sqlite3_stmt_readonly(statement) ? rows : sqlite3_changes64(m_db);
}

sqlite3_stmt *SqliteHandle::prepared(std::string_view text)
{
    const auto known = m_statements.find(text);
    if (known != m_statements.end()) {
        if (sqlite3_stmt_busy(known->second))
            throw DbFault("a statement was run inside itself: " + std::string(text));
        return known->second;
    }
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    if (sqlite3_prepare_v3(m_db, text.data(), int(text.size()), SQLITE_PREPARE_PERSISTENT, &statement, &rest) !=
        SQLITE_OK)
        fail(text);
    if (!statement)
        throw DbFault("an empty statement");
    if (QByteArrayView(rest, text.data() + text.size()).trimmed().size() > 0) {
        sqlite3_finalize(statement);
        throw DbFault("more than one statement: " + std::string(text));
    }
    m_statements.emplace(text, statement);
    return statement;
}

void SqliteHandle::forgetSurplus()
{
    if (m_statements.size() >= statementsMax && !inTransaction())
        forgetStatements();
}

void SqliteHandle::forgetStatements()
{
    for (const auto &[text, statement] : m_statements)
        sqlite3_finalize(statement);
    m_statements.clear();
}

void SqliteHandle::fail(std::string_view text) const
{
    const std::string problem = std::string(sqlite3_errmsg(m_db)) + " in: " + std::string(text);
    switch (primaryError()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL: throw DbBusy(problem);
    default: throw DbFault(problem);
    }
}
