#include "tests/commerce/works.h"
#include "tests/support/runner.h"

// Jobs that this node cannot do, and those that nobody could.
class TestOfDeadJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // On a node of an older version, which must not use up the attempts of a newer one's jobs.
    void whatNobodyHereCanDoIsLeftToOthers()
    {
        Works works;
        works.jobs.on("known", [](const QByteArray &) -> Result<> { return {}; });
        QVERIFY(works.enqueue("of a newer version"));

        works.jobs.runDue();

        QCOMPARE(works.newestStatus(), JobStatus::Waiting);
        QCOMPARE(works.db.number("attempts FROM jobs"), 0);
    }

    // Or every look for work would be followed by writes that change nothing, for ever.
    void aScheduleThatNobodyKnowsAnyMoreCostsNothing()
    {
        Works works;
        works.jobs.runDue();
        (void)works.db->write([](Tx &tx) -> Result<> {
            tx.run("INSERT INTO job_schedules (name, next_at) VALUES ('of an older version', 0)");
            return {};
        });
        const qint64 before = works.db->figures().units;

        works.jobs.runDue();

        QCOMPARE(works.db->figures().units, before);
        QCOMPARE(works.db.number("next_at FROM job_schedules WHERE name = 'of an older version'"), 0);
    }

    void aDeadJobForgetsWhatIsSecret_data()
    {
        QTest::addColumn<bool>("isSecret");
        QTest::addColumn<bool>("isCrash");
        QTest::newRow("secret") << true << false;
        QTest::newRow("secret, after a crash") << true << true;
        QTest::newRow("plain") << false << false;
        QTest::newRow("plain, after a crash") << false << true;
    }
    void aDeadJobForgetsWhatIsSecret()
    {
        QFETCH(bool, isSecret);
        QFETCH(bool, isCrash);
        using Payload = jobs::Service::Payload;
        Works works;
        const auto refuse = [](const QByteArray &) -> Result<> {
            return failure(ErrorCode::ValidationFailed, QStringLiteral("no such address"));
        };
        works.jobs.on("mail", refuse, isSecret ? Payload::Secret : Payload::Plain);
        QVERIFY(works.enqueue("mail"));
        if (isCrash)
            (void)works.db->write([](Tx &tx) -> Result<> {
                tx.run("UPDATE jobs SET status = 'running', attempts = max_attempts");
                return {};
            });

        works.jobs.runDue();

        QCOMPARE(works.newestStatus(), JobStatus::Dead);
        QCOMPARE(works.db.number("count(*) FROM jobs WHERE payload = ''"), isSecret ? 1 : 0);
        const Id<Job> id = works.jobs.listJobs(works.admin, {})->items.constFirst().id;
        const auto again = works.jobs.retryJob(works.admin, id);
        QCOMPARE(again.has_value(), !isSecret);
        if (isSecret)
            QCOMPARE(again.error().code, ErrorCode::Conflict);
    }
};

TEST_CLASS(TestOfDeadJobs)
#include "tst_deadjobs.moc"
