// Readers on SQLite keep their snapshot while nothing changes; nobody may notice but by the time it takes.

#include "server/core/sqlite.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <QTest>

namespace {

qint64 rows(Db &db)
{
    return db.read([](Tx &tx) { return tx.number("count(*) FROM outbox_subscribers"); });
}

void put(Db &db, const QByteArray &name)
{
    QVERIFY(db.write([&](Tx &tx) -> Result<> {
        tx.run("INSERT INTO outbox_subscribers (subscriber, txid, seq) VALUES (?, 0, 0)", name);
        return {};
    }));
}

} // namespace

class TestOfSnapshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReaderSeesEachCommitAtOnce()
    {
        const TestDb place(Engine::Sqlite, TestDb::Schema::Core);
        SqliteDb db(place.address(), place.clock);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(rows(db), i);
            put(db, QByteArray::number(i));
        }
        QCOMPARE(rows(db), 100);
    }

    void aSnapshotIsGivenUpForTheCommitOfAnotherProcess()
    {
        const TestDb place(Engine::Sqlite, TestDb::Schema::Core);
        SqliteDb db(place.address(), place.clock, {.snapshotMs = 0});
        QCOMPARE(rows(db), 0);

        const std::unique_ptr<Db> other = place.another();
        put(*other, "a");

        QCOMPARE(rows(db), 1);
    }

    // A snapshot that an idle reader kept over a commit would make the log grow for ever.
    void theLogStartsAnewAlthoughReadersAreIdle()
    {
        constexpr qint64 mostBytes = 60'000'000; // the log is taken over at 16 MB
        const TestDb place(Engine::Sqlite, TestDb::Schema::Core);
        SqliteDb db(place.address(), place.clock);
        const QByteArray filling(1'000'000, 'x');
        for (int i = 0; i < 100; ++i) {
            put(db, filling + QByteArray::number(i));
            QCOMPARE(rows(db), i + 1);
        }
        QVERIFY(QFile(place.address() + QStringLiteral("-wal")).size() < mostBytes);
    }
};

TEST_CLASS(TestOfSnapshots)
#include "tst_snapshots.moc"
