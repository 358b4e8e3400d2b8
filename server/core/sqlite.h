#pragma once

// SQLite behind Db. One thread writes: it runs each unit of work in a savepoint of an open transaction and commits when
// nothing more is waiting or a time is up, so that many units share one fsync; only then their callers are answered.
// Readers run in their own threads on read-only handles and see the last commit. An idle reader keeps its snapshot for
// the next read while nothing has been committed: taking one costs two system calls and more than a small read itself.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/unitqueue.h"

#include <QString>

#include <chrono>
#include <memory>
#include <thread>

class SqliteHandle;

class SqliteDb final : public Db
{
public:
    // Draft: for a file that is made beside its place. A power cut spoils it, so whoever made it syncs the closed file
    // before it is put in its place.
    enum class Keeping { Safe, Draft };

    struct Limits
    {
        int queuedUnits = 4096;
        int groupMs = 2;      // how long a group may stay open while work keeps coming
        int idleReaders = 64; // handles kept for the next readers
        int busyMs = 5000;    // how long another process may hold the file
        int snapshotMs = 5;   // how late we may see the commit of another process; our own are seen at once
        Keeping keeping = Keeping::Safe;
    };

    SqliteDb(const QString &path, const Clock &clock);
    SqliteDb(const QString &path, const Clock &clock, const Limits &limits);
    ~SqliteDb() override;

    Engine engine() const override { return Engine::Sqlite; }
    DbFigures figures() const override;
    void onPublished(std::function<void()> wake) override;
    bool leads(std::string_view) override { return true; }

protected:
    void runRead(const std::function<void(Tx &)> &work) override;
    void runWrite(const std::function<bool(Tx &)> &work) override;

private:
    struct Reader
    {
        std::unique_ptr<SqliteHandle> handle;
        bool hasSnapshot = false;
        qint64 groups = 0; // committed when the snapshot was taken
        std::chrono::steady_clock::time_point takenAt = {};
    };

    void writeGroups();
    void runGroup(std::vector<WriteUnit *> &group);
    bool runUnit(WriteUnit &unit);
    void begin();
    void commit();
    void giveUpAfterDiskFault();
    Reader borrowReader();
    void takeSnapshot(Reader &reader) const;
    void giveBack(Reader reader);
    void releaseSnapshots();

    const QByteArray m_path;
    const Clock &m_clock;
    const Limits m_limits;
    UnitQueue m_queue;
    std::unique_ptr<SqliteHandle> m_writer;
    std::mutex m_wakeMutex;
    std::function<void()> m_wake;
    bool m_published = false; // a unit of the open group published
    std::atomic<bool> m_stopped = false;

    std::mutex m_readersMutex;
    std::vector<Reader> m_readers;

    std::atomic<qint64> m_units = 0, m_groups = 0, m_commitMicros = 0;
    std::thread m_thread; // last, so that everything above exists before it starts
};
