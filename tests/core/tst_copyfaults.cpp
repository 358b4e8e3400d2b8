// A disk that does not take what is copied out of SQLite's log: the syncs of the database file fail, those of the log
// do not.

#include "server/core/migrate.h"
#include "server/core/sqlite.h"
#include "tests/support/fakeclock.h"
#include "tests/support/place.h"
#include "tests/support/runner.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

namespace {

// SQLite's own files but for one thing. It is the usual kind of file while the object lives.
class FailingDisk
{
public:
    FailingDisk()
    {
        base() = sqlite3_vfs_find(nullptr);
        m_files = *base();
        m_files.zName = "failing";
        m_files.xOpen = &FailingDisk::open;
        sqlite3_vfs_register(&m_files, 1);
    }
    ~FailingDisk()
    {
        sqlite3_vfs_unregister(&m_files);
        sqlite3_vfs_register(base(), 1);
    }
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    void fail() { isFailing() = true; }
    void mend() { isFailing() = false; }

private:
    static sqlite3_vfs *&base()
    {
        static sqlite3_vfs *vfs = nullptr;
        return vfs;
    }
    static std::atomic<bool> &isFailing()
    {
        static std::atomic<bool> failing = false;
        return failing;
    }
    static sqlite3_io_methods &methods()
    {
        static sqlite3_io_methods all = {};
        return all;
    }
    static int (*&baseSync())(sqlite3_file *, int)
    {
        static int (*sync)(sqlite3_file *, int) = nullptr;
        return sync;
    }

    static int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        const int rc = base()->xOpen(base(), name, file, flags, outFlags);
        if (rc != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_DB))
            return rc;
        if (!baseSync()) {
            methods() = *file->pMethods;
            baseSync() = methods().xSync;
            methods().xSync = &FailingDisk::sync;
        }
        file->pMethods = &methods();
        return rc;
    }
    static int sync(sqlite3_file *file, int flags)
    {
        return isFailing() ? SQLITE_IOERR_FSYNC : baseSync()(file, flags);
    }

    sqlite3_vfs m_files;
};

void prepare(Db &db)
{
    std::vector<migrate::Script> scripts = migrate::scripts();
    std::erase_if(scripts, [](const migrate::Script &script) { return script.owner != "core"; });
    migrate::run(db, scripts);
}

constexpr int rowsPerUnit = 100, unitsPerCopy = 45; // a page each, and the log is copied after 4,000

Result<> putMany(Db &db, int unit)
{
    return db.write([&](Tx &tx) -> Result<> {
        for (int i = 0; i < rowsPerUnit; ++i)
            tx.run("INSERT INTO outbox_subscribers (subscriber, txid, seq) VALUES (?, 0, 0)",
                   QByteArray::number(unit * rowsPerUnit + i).rightJustified(4'000, '0'));
        return {};
    });
}

qint64 rows(Db &db)
{
    return db.read([](Tx &tx) { return tx.number("count(*) FROM outbox_subscribers"); });
}

} // namespace

class TestOfCopyFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What the kernel has forgotten after a failed sync is in the log still, so nothing may be written until the file
    // was opened anew, and the log must outlive this opening.
    void aLogThatCannotBeCopiedEndsWritingAndIsKept()
    {
        const QTemporaryDir folder(place::quick() + QStringLiteral("/kabaadwala-test-XXXXXX"));
        const QString file = folder.filePath(QStringLiteral("test.db"));
        const FakeClock clock;
        FailingDisk disk;
        auto db = std::make_unique<SqliteDb>(file, clock);
        prepare(*db);
        disk.fail();
        int units = 0;
        bool isStopped = false;

        while (!isStopped && units < unitsPerCopy) {
            try {
                QVERIFY(putMany(*db, units));
                ++units;
            } catch (const DbBusy &) {
                isStopped = true;
            }
        }

        QVERIFY(isStopped);
        QVERIFY_THROWS_EXCEPTION(DbBusy, (void)putMany(*db, units));
        QCOMPARE(rows(*db), units * rowsPerUnit);
        disk.mend();
        QVERIFY_THROWS_EXCEPTION(DbBusy, (void)putMany(*db, units));
        db.reset();
        QVERIFY(QFileInfo(file + QStringLiteral("-wal")).size() > 0);
        db = std::make_unique<SqliteDb>(file, clock);
        QCOMPARE(rows(*db), units * rowsPerUnit);
        QVERIFY(putMany(*db, units));
        db.reset();
        QCOMPARE(QFileInfo(file + QStringLiteral("-wal")).size(), 0);
    }
};

TEST_CLASS(TestOfCopyFaults)
#include "tst_copyfaults.moc"
