#include "server/kyc/onboarding.h"
#include "shared/base/indiatime.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

namespace {

const Instant monday = india::startOf(*india::dayFrom(QStringLiteral("2026-11-23")));

kyc::QueueTime decided(SubmissionStatus status, Instant at, qint64 waitedMs)
{
    return {status, at.after(-waitedMs), at};
}

} // namespace

// VEN-21: how fast vendors come in.
class TestOfOnboardingRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weeksBeginOnMondayInIndia()
    {
        const Onboarding nothing = kyc::measured({}, {}, monday);

        QCOMPARE(nothing.weeks.size(), onboardingWeeks);
        QCOMPARE(nothing.weeks.constLast().monday, QStringLiteral("2026-11-23"));
        QCOMPARE(nothing.weeks.constFirst().monday, QStringLiteral("2026-09-07"));
        QCOMPARE(kyc::measured({}, {}, monday.after(-1)).weeks.constLast().monday, QStringLiteral("2026-11-16"));
        QCOMPARE(kyc::onboardingSince(monday).ms, india::startOf(*india::dayFrom(QStringLiteral("2026-09-07"))).ms);
        QVERIFY(!nothing.medianMs && !nothing.ninetiethMs && !nothing.approvalRate);
        QCOMPARE(nothing.decided, 0);
    }

    void whatWasDecidedIsCountedInItsWeek()
    {
        using enum SubmissionStatus;
        const Onboarding said =
            kyc::measured({decided(Verified, monday, hourMs), decided(Rejected, monday.after(-1), hourMs),
                           decided(MoreInfo, monday.after(-dayMs), hourMs), decided(Verified, monday, hourMs)},
                          {monday, monday.after(-7 * dayMs), monday.after(-100 * dayMs)}, monday.after(2 * dayMs));

        QCOMPARE(said.weeks[11].approved, 2);
        QCOMPARE(said.weeks[11].rejected, 0);
        QCOMPARE(said.weeks[11].submitted, 1);
        QCOMPARE(said.weeks[10].rejected, 1);
        QCOMPARE(said.weeks[10].moreInfo, 1);
        QCOMPARE(said.weeks[10].submitted, 1);
        QCOMPARE(said.decided, 4);
        QCOMPARE(said.approvalRate, BasisPoints{6'667});
    }

    void halfWaitedNoLongerThanTheMedianAndNineOfTenThanTheOther_data()
    {
        QTest::addColumn<int>("waits");
        QTest::addColumn<qint64>("median");
        QTest::addColumn<qint64>("ninetieth");
        QTest::newRow("one") << 1 << hourMs << hourMs;
        QTest::newRow("two") << 2 << hourMs << 2 * hourMs;
        QTest::newRow("ten") << 10 << 5 * hourMs << 9 * hourMs;
        QTest::newRow("eleven") << 11 << 6 * hourMs << 10 * hourMs;
    }
    void halfWaitedNoLongerThanTheMedianAndNineOfTenThanTheOther()
    {
        QFETCH(int, waits);
        QFETCH(qint64, median);
        QFETCH(qint64, ninetieth);
        QList<kyc::QueueTime> rows;
        for (int hours = waits; hours > 0; --hours)
            rows += decided(SubmissionStatus::Verified, monday, hours * hourMs);

        const Onboarding said = kyc::measured(rows, {}, monday);

        QCOMPARE(said.medianMs, median);
        QCOMPARE(said.ninetiethMs, ninetieth);
    }
};

class TestOfOnboarding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // VEN-21
    void theQueueIsMeasured()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("reviewer"), {Permission::ReviewKyc}));
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const Caller ravi = people.callerFor(people.vendorWithStore(QStringLiteral("ravi")));
        const auto first = people.kyc.submitKyc(vikram, people.documents(vikram));
        people.db.clock.advance(3 * hourMs);
        QVERIFY(people.kyc.approveKyc(admin, first->id, {}));
        const auto second = people.kyc.submitKyc(ravi, people.documents(ravi));
        const Instant handedIn = people.db.clock.now();
        people.db.clock.advance(100 * hourMs);

        const auto said = people.kyc.readOnboarding(admin);

        QCOMPARE(said->waiting, 1);
        QCOMPARE(said->overdue, 1);
        QCOMPARE(said->oldestAt, handedIn);
        QCOMPARE(said->decided, 1);
        QCOMPARE(said->medianMs, 3 * hourMs);
        QCOMPARE(said->ninetiethMs, 3 * hourMs);
        QCOMPARE(said->approvalRate, BasisPoints{10'000});
        qint64 submitted = 0, approved = 0;
        for (const OnboardingWeek &week : said->weeks) {
            submitted += week.submitted;
            approved += week.approved;
        }
        QCOMPARE(submitted, 2);
        QCOMPARE(approved, 1);
        QCOMPARE(people.kyc.queue().waiting, 1);
        QCOMPARE(people.kyc.queue().oldestWaitMs, 100 * hourMs);
    }

    // VEN-21
    void anEmptyQueueHasNoOldest()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("reviewer"), {Permission::ReviewKyc}));
        const Caller other = people.callerFor(people.admin(QStringLiteral("other"), {Permission::ManageUsers}));

        const auto said = people.kyc.readOnboarding(admin);

        QCOMPARE(said->waiting, 0);
        QCOMPARE(said->overdue, 0);
        QVERIFY(!said->oldestAt);
        QCOMPARE(people.kyc.queue().oldestWaitMs, 0);
        QCOMPARE(codeOf(people.kyc.readOnboarding(other)), ErrorCode::PermissionMissing);
    }
};

TEST_CLASS(TestOfOnboardingRules)
TEST_CLASS(TestOfOnboarding)

#include "tst_onboarding.moc"
