#include "server/demo/story.h"
#include "server/market.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <QDir>

namespace {

MarketPlan planIn(const QTemporaryDir &folder)
{
    return {.storage = {.folder = folder.filePath(QStringLiteral("files"))},
            .mail = {.folder = folder.filePath(QStringLiteral("mails"))},
            .masterSecrets = {QByteArray(32, 's')},
            .passwordCost = 4};
}

// The story without this file, so that the load ends where it is needed.
void copyStoryWithout(const QString &missing, const QString &folder)
{
    const QDir story(QStringLiteral(":/demo"));
    for (const QString &name : story.entryList(QDir::Files))
        if (name != missing)
            QFile::copy(story.filePath(name), folder + u'/' + name);
}

} // namespace

class TestOfDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aLoadThatWasCutOffIsNotTakenForAWholeMarket()
    {
        const QTemporaryDir folder, story;
        const TestDb db;
        StoryClock clock(db.clock.now());
        Market market(*db, clock, planIn(folder));
        copyStoryWithout(QStringLiteral("cheque.jpg"), story.path());

        const auto cutOff = demo::load(market, clock, db.clock.now(), story.path());
        const auto again = demo::load(market, clock, db.clock.now(), QStringLiteral(":/demo"));

        QVERIFY(!cutOff);
        QVERIFY(db.number("count(*) FROM accounts") > 0);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }
};

TEST_CLASS(TestOfDemo)

#include "tst_story.moc"
