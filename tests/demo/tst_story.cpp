#include "server/demo/story.h"
#include "server/market.h"
#include "shared/base/indiatime.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <QDir>

namespace {

MarketPlan planIn(const QTemporaryDir &folder)
{
    return {.storage = {.folder = folder.filePath(QStringLiteral("files")), .sandbox = QStringLiteral(SANDBOX)},
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

    // What happens "on that day" happens on India's day, also while it is still yesterday by UTC.
    void theMarketLoadsAtAnyHour_data()
    {
        QTest::addColumn<qint64>("minuteOfDay");
        QTest::newRow("at midnight") << qint64(0);
        QTest::newRow("before dawn") << qint64(5 * 60);
        QTest::newRow("in the last minute") << qint64(24 * 60 - 1);
    }
    void theMarketLoadsAtAnyHour()
    {
        QFETCH(qint64, minuteOfDay);
        const QTemporaryDir folder;
        const TestDb db;
        const Instant today = india::dayOf(db.clock.now()).after(minuteOfDay * 60'000);
        StoryClock clock(today);
        const std::unique_ptr<Db> ofStory = db.another(clock);
        Market market(*ofStory, clock, planIn(folder));

        const auto loaded = demo::load(market, clock, today, QStringLiteral(":/demo"));

        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
        QCOMPARE(*loaded, demo::Outcome::Loaded);
        const auto difference = market.books.check().problem;
        QVERIFY2(!difference, qPrintable(difference.value_or(QString())));
    }

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
