#include "server/core/sqlite.h"

#include <sqlite3.h>

#include <chrono>
#include <unordered_map>

using std::chrono::steady_clock;

namespace {

constexpr std::size_t statementsMax = 1000; // prepared and kept per handle
constexpr const char *stopped = "writing has stopped after a fault of the disk; the server has to be started anew";

struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

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

// One connection with its prepared statements. Used by one thread at a time.
class SqliteHandle
{
public:
    SqliteHandle(const char *path, int flags)
    {
        const int rc = sqlite3_open_v2(path, &m_db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
        if (rc != SQLITE_OK) {
            const std::string problem = std::string(path) + ": " + sqlite3_errstr(rc);
            sqlite3_close(m_db);
            throw DbFault(problem);
        }
        sqlite3_extended_result_codes(m_db, 1);
    }
    ~SqliteHandle()
    {
        forgetStatements();
        sqlite3_close(m_db);
    }
    SqliteHandle(const SqliteHandle &) = delete;
    SqliteHandle &operator=(const SqliteHandle &) = delete;

    qint64 execute(std::string_view text, sql::Params values, sql::RowSink sink)
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

    void run(std::string_view text) { execute(text, {}, {}); }

    bool inTransaction() const { return sqlite3_get_autocommit(m_db) == 0; }
    int primaryError() const { return sqlite3_errcode(m_db) & 0xff; }
    void waitForOthers(int timeoutMs) { sqlite3_busy_timeout(m_db, timeoutMs); }

    // Never throws: for the way back after a fault.
    void rollBack()
    {
        if (inTransaction())
            sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
    }

private:
    qint64 step(sqlite3_stmt *statement, std::string_view text, sql::RowSink sink)
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

    sqlite3_stmt *prepared(std::string_view text)
    {
        const auto known = m_statements.find(text);
        if (known != m_statements.end()) {
            if (sqlite3_stmt_busy(known->second))
                throw DbFault("a statement was run inside itself: " + std::string(text));
            return known->second;
        }
        if (m_statements.size() >= statementsMax && !inTransaction())
            forgetStatements();
        sqlite3_stmt *statement = nullptr;
        const char *rest = nullptr;
        if (sqlite3_prepare_v3(m_db, text.data(), int(text.size()), SQLITE_PREPARE_PERSISTENT, &statement, &rest) !=
            SQLITE_OK)
            fail(text);
        if (!statement)
            throw DbFault("an empty statement");
        m_statements.emplace(text, statement);
        return statement;
    }

    void forgetStatements()
    {
        for (const auto &[text, statement] : m_statements)
            sqlite3_finalize(statement);
        m_statements.clear();
    }

    [[noreturn]] void fail(std::string_view text) const
    {
        const std::string problem = std::string(sqlite3_errmsg(m_db)) + " in: " + std::string(text);
        switch (primaryError()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_FULL: throw DbBusy(problem);
        default: throw DbFault(problem);
        }
    }

    sqlite3 *m_db = nullptr;
    std::unordered_map<std::string, sqlite3_stmt *, TextHash, std::equal_to<>> m_statements;
};

namespace {

class SqliteTx final : public Tx
{
public:
    SqliteTx(SqliteHandle &handle, Instant now)
        : m_handle(handle)
    {
        m_now = now;
    }
    Engine engine() const override { return Engine::Sqlite; }
    bool hasPublished() const { return m_published; }

protected:
    qint64 execute(std::string_view statement, sql::Params values, sql::RowSink sink) override
    {
        return m_handle.execute(statement, values, sink);
    }

private:
    SqliteHandle &m_handle;
};

} // namespace

SqliteDb::SqliteDb(const QString &path, const Clock &clock)
    : SqliteDb(path, clock, Limits())
{}

// Counting every allocation costs a lock each, and nobody asks for the sum. It has to be said before the first handle.
static void countNoMemory()
{
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)done;
}

SqliteDb::SqliteDb(const QString &path, const Clock &clock, const Limits &limits)
    : m_path(path.toUtf8())
    , m_clock(clock)
    , m_limits(limits)
    , m_queue(limits.queuedUnits)
{
    countNoMemory();
    m_writer = std::make_unique<SqliteHandle>(m_path.constData(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    m_writer->waitForOthers(m_limits.busyMs);
    // WAL has to stand before the first reader prepares a statement.
    for (const char *pragma :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
          "PRAGMA trusted_schema = OFF", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -32000",
          "PRAGMA wal_autocheckpoint = 4000", "PRAGMA journal_size_limit = 67108864"})
        m_writer->run(pragma);
    m_thread = std::thread(&SqliteDb::writeGroups, this);
}

SqliteDb::~SqliteDb()
{
    m_queue.close();
    m_thread.join();
}

DbFigures SqliteDb::figures() const
{
    return {.units = m_units,
            .groups = m_groups,
            .refused = m_queue.refused(),
            .retried = 0,
            .queued = m_queue.waiting(),
            .commitMicros = m_commitMicros};
}

void SqliteDb::onPublished(std::function<void()> wake)
{
    m_wake = std::move(wake);
}

void SqliteDb::runRead(const std::function<void(Tx &)> &work)
{
    refuseNesting();
    std::unique_ptr<SqliteHandle> reader = borrowReader();
    SqliteTx tx(*reader, m_clock.now());
    {
        const UnitMark mark;
        reader->run("BEGIN"); // takes its snapshot at the first statement
        try {
            work(tx);
        } catch (...) {
            reader->rollBack();
            throw;
        }
        reader->run("COMMIT");
    }
    giveBack(std::move(reader));
}

void SqliteDb::runWrite(const std::function<bool(Tx &)> &work)
{
    refuseNesting();
    if (m_stopped)
        throw DbBusy(stopped);
    WriteUnit unit(work);
    m_queue.run(unit);
}

std::unique_ptr<SqliteHandle> SqliteDb::borrowReader()
{
    {
        const std::lock_guard lock(m_readersMutex);
        if (!m_readers.empty()) {
            std::unique_ptr<SqliteHandle> reader = std::move(m_readers.back());
            m_readers.pop_back();
            return reader;
        }
    }
    auto reader = std::make_unique<SqliteHandle>(m_path.constData(), SQLITE_OPEN_READONLY);
    reader->waitForOthers(m_limits.busyMs);
    for (const char *pragma : {"PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF", "PRAGMA temp_store = MEMORY"})
        reader->run(pragma);
    return reader;
}

void SqliteDb::giveBack(std::unique_ptr<SqliteHandle> reader)
{
    const std::lock_guard lock(m_readersMutex);
    if (int(m_readers.size()) < m_limits.idleReaders)
        m_readers.push_back(std::move(reader));
}

void SqliteDb::writeGroups()
{
    std::vector<WriteUnit *> group;
    while (m_queue.take(group)) {
        m_published = false;
        runGroup(group);
        const bool published = m_published;
        UnitQueue::answer(group);
        const std::lock_guard lock(m_wakeMutex);
        if (published && m_wake)
            m_wake();
    }
}

// Runs and commits every unit of the group and more that come meanwhile. A unit's own fault rolls back only the unit; a
// fault that costs the transaction is the fault of every unit in it, so nobody is told of a commit that did not happen.
void SqliteDb::runGroup(std::vector<WriteUnit *> &group)
{
    const auto deadline = steady_clock::now() + std::chrono::milliseconds(m_limits.groupMs);
    std::size_t first = 0, next = 0; // the open transaction holds first to next
    try {
        begin();
        do {
            while (next < group.size()) {
                if (runUnit(*group[next++]))
                    continue;
                const std::exception_ptr fault = group[next - 1]->fault;
                for (; first < next; ++first)
                    group[first]->fault = fault;
                m_published = false;
                giveUpAfterDiskFault();
                begin();
            }
        } while (steady_clock::now() < deadline && m_queue.takeMore(group));
        commit();
        m_units += qint64(next - first);
    } catch (...) {
        giveUpAfterDiskFault();
        m_writer->rollBack();
        m_published = false;
        for (; first < group.size(); ++first)
            group[first]->fault = std::current_exception();
    }
}

// False when the fault has ended the whole transaction.
bool SqliteDb::runUnit(WriteUnit &unit)
{
    SqliteTx tx(*m_writer, m_clock.now());
    try {
        m_writer->run("SAVEPOINT unit");
        bool keep = false;
        {
            const UnitMark mark;
            keep = unit.work(tx);
        }
        if (!keep)
            m_writer->run("ROLLBACK TO unit");
        m_writer->run("RELEASE unit");
        m_published |= keep && tx.hasPublished();
        return true;
    } catch (...) {
        unit.fault = std::current_exception();
    }
    try {
        if (m_writer->inTransaction()) {
            m_writer->run("ROLLBACK TO unit");
            m_writer->run("RELEASE unit");
            return true;
        }
    } catch (const DbFault &) {
        m_writer->rollBack();
    }
    return false;
}

void SqliteDb::begin()
{
    if (m_stopped)
        throw DbBusy(stopped);
    m_writer->run("BEGIN IMMEDIATE");
}

void SqliteDb::commit()
{
    const auto start = steady_clock::now();
    m_writer->run("COMMIT");
    m_commitMicros += std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - start).count();
    ++m_groups;
}

// After a failed write or fsync nobody knows what the disk holds. Going on could confirm what a crash then takes back.
void SqliteDb::giveUpAfterDiskFault()
{
    switch (m_writer->primaryError()) {
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: m_stopped = true; break;
    default: break;
    }
}
