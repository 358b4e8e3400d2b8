// What the program makes, nobody but its owner can read.

#include "tests/support/runner.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>

namespace {

constexpr int waitMs = 120'000;

int run(const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(SERVER), arguments + QStringList{QStringLiteral("--data"), folder});
    return process.waitForFinished(waitMs) ? process.exitCode() : -1;
}

QStringList openToOthers(const QString &folder)
{
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QStringList out;
    if (QFile(folder).permissions() & others)
        out += folder;
    for (QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
         it.hasNext();)
        if (const QString path = it.next(); QFile(path).permissions() & others)
            out += path;
    return out;
}

} // namespace

class TestOfPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The folder may have been there and open to everybody, and files in it may be of an earlier version.
    void whatItMakesIsForItsOwnEyesInWhateverFolder()
    {
        constexpr auto open = QFile::Permissions(0x7755), openFile = QFile::Permissions(0x6644);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("mails")));
        for (const QString &path : {folder.path(), folder.filePath(QStringLiteral("mails"))})
            QVERIFY(QFile::setPermissions(path, open));

        QCOMPARE(run({QStringLiteral("demo"), QStringLiteral("--small")}, folder.path()), 0);
        QCOMPARE(openToOthers(folder.path()), QStringList());
        const QString books = folder.filePath(QStringLiteral("kabaadwala.db"));
        QVERIFY(QFile::setPermissions(books, openFile));
        QCOMPARE(run({QStringLiteral("ledger"), QStringLiteral("verify")}, folder.path()), 0);

        QCOMPARE(openToOthers(folder.path()), QStringList());
        QVERIFY(QFile(books).permissions() & QFile::ReadOwner);
    }
};

TEST_CLASS(TestOfPrivacy)
#include "tst_privacy.moc"
