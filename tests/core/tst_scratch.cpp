#include "tests/support/runner.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

// What killed test programs leave in memory would fill it.
class TestOfScratch : public QObject
{
    Q_OBJECT

    static QString made(const QTemporaryDir &where, const char *name)
    {
        const QString folder =
            where.filePath(scratch::prefix + QString::number(::geteuid()) + u'-' + QString::fromLatin1(name));
        QFile file(folder + QStringLiteral("/db-1/test.db"));
        if (!QDir().mkpath(folder + QStringLiteral("/db-1")) || !file.open(QFile::WriteOnly))
            qFatal("cannot make a folder");
        return folder;
    }

private Q_SLOTS:
    void theFolderOfAProgramThatIsGoneIsRemoved()
    {
        const QTemporaryDir where;
        const QString living = made(where, "living"), gone = made(where, "gone"), killed = made(where, "killed");
        const int held = scratch::hold(living);
        ::close(scratch::hold(killed));
        const QString others = where.filePath(QStringLiteral("something-else"));
        QVERIFY(QDir().mkpath(others));

        scratch::sweep(where.path());

        QVERIFY(QFile::exists(living + QStringLiteral("/db-1/test.db")));
        QVERIFY(QFile::exists(others));
        QVERIFY(!QFile::exists(gone) && !QFile::exists(killed));
        ::close(held);
        scratch::sweep(where.path());
        QVERIFY(!QFile::exists(living));
    }

    void theOwnFolderIsHeld() { QCOMPARE(scratch::hold(scratch::folder()), -1); }
};

TEST_CLASS(TestOfScratch)

#include "tst_scratch.moc"
