#include "server/core/sqlite.h"

#include "server/core/sqlitehandle.h"

#include <chrono>

using std::chrono::steady_clock;

namespace {

constexpr const char *stopped = "writing has stopped after a fault of the disk; the server has to be started anew";

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

SqliteDb::SqliteDb(const QString &path, const Clock &clock, const Limits &limits)
    : m_path(path.toUtf8())
    , m_clock(clock)
    , m_limits(limits)
    , m_queue(limits.queuedUnits)
{
    const auto mode = m_limits.keeping == Keeping::Draft ? SqliteHandle::Mode::Draft : SqliteHandle::Mode::Write;
    m_writer = std::make_unique<SqliteHandle>(m_path, mode, m_limits.busyMs);
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
    const std::lock_guard lock(m_wakeMutex);
    m_wake = std::move(wake);
}

void SqliteDb::runRead(const std::function<void(Tx &)> &work)
{
    refuseNesting();
    Reader reader = borrowReader();
    takeSnapshot(reader);
    SqliteTx tx(*reader.handle, m_clock.now());
    {
        const UnitMark mark;
        work(tx); // after a fault the handle is closed instead of given back
    }
    giveBack(std::move(reader));
}

// A group is counted before its callers hear of their commit, so whoever knows of a commit reads it.
void SqliteDb::takeSnapshot(Reader &reader) const
{
    const auto now = steady_clock::now();
    if (reader.hasSnapshot && reader.groups == m_groups &&
        now - reader.takenAt < std::chrono::milliseconds(m_limits.snapshotMs))
        return;
    if (std::exchange(reader.hasSnapshot, false))
        reader.handle->run("COMMIT");
    reader.handle->forgetSurplus();
    reader.groups = m_groups;
    reader.takenAt = now;
    reader.handle->run("BEGIN"); // the snapshot is that of the first statement
    reader.hasSnapshot = true;
}

void SqliteDb::runWrite(const std::function<bool(Tx &)> &work)
{
    refuseNesting();
    if (m_stopped)
        throw DbBusy(stopped);
    WriteUnit unit(work);
    m_queue.run(unit);
}

SqliteDb::Reader SqliteDb::borrowReader()
{
    {
        const std::lock_guard lock(m_readersMutex);
        if (!m_readers.empty()) {
            Reader reader = std::move(m_readers.back());
            m_readers.pop_back();
            return reader;
        }
    }
    return {.handle = std::make_unique<SqliteHandle>(m_path, SqliteHandle::Mode::Read, m_limits.busyMs)};
}

void SqliteDb::giveBack(Reader reader)
{
    // Without a log whoever looks into the file is in the writer's way.
    if (m_limits.keeping == Keeping::Draft && std::exchange(reader.hasSnapshot, false))
        reader.handle->run("COMMIT");
    const std::lock_guard lock(m_readersMutex);
    if (int(m_readers.size()) < m_limits.idleReaders)
        m_readers.push_back(std::move(reader));
}

// The log can only start anew when no snapshot looks into it, so an idle reader must not keep one over a commit.
void SqliteDb::releaseSnapshots()
{
    const std::lock_guard lock(m_readersMutex);
    for (Reader &reader : m_readers)
        if (std::exchange(reader.hasSnapshot, false))
            reader.handle->rollBack();
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
        // Looked for here, because a commit that fails would be the fault of the whole group.
        if (m_writer->hasOpenReferences())
            throw DbFault("a unit of work leaves a reference to what is not there");
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
    m_writer->forgetSurplus();
    m_writer->run("BEGIN IMMEDIATE");
}

void SqliteDb::commit()
{
    releaseSnapshots();
    const auto start = steady_clock::now();
    m_writer->run("COMMIT");
    m_commitMicros += std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - start).count();
    ++m_groups;
    giveUpAfterDiskFault(); // this group is safe in the log, but nothing can follow it
}

// After a failed write or fsync nobody knows what the disk holds. Going on could confirm what a crash then takes back.
void SqliteDb::giveUpAfterDiskFault()
{
    if (m_writer->hasDiskFault())
        m_stopped = true;
}
