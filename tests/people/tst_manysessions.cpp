#include "tests/people/people.h"
#include "tests/support/runner.h"

namespace {

// Sessions that nobody ends: one too many, and those whose time is over.
class TestOfManySessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUTH-23
    void theOldestOfTooManySessionsEndsAndIsToldOf()
    {
        People people;
        const QString name = QStringLiteral("asha");
        const Account asha = people.person(name);
        QList<SessionTokens> entered;
        for (int i = 0; i < 51; ++i) {
            entered += people.enter(name).value();
            people.db.clock.advance(10'000); // no more than ten tries in a minute (AUTH-27)
        }

        people.outbox.drain();

        QCOMPARE(people.revocations.size(), 1);
        QCOMPARE(people.revocations[0].accountId, asha.id);
        QVERIFY(people.revocations[0].sessionId);
        QCOMPARE(people.revocations[0].reason, QStringLiteral("too_many"));
        QCOMPARE(people.db.number("count(*) FROM sessions WHERE revoked_at IS NULL"), 50);
        QCOMPARE(people.db.number("count(*) FROM sessions WHERE revoked_at IS NOT NULL AND id = ?",
                                  *people.revocations[0].sessionId),
                 1);
        QCOMPARE(codeOf(people.auth.callerOf(entered[0].accessToken.toLatin1())), ErrorCode::Unauthenticated);
        QVERIFY(people.auth.callerOf(entered[1].accessToken.toLatin1()));
    }

    // AUTH-23
    void aSessionThatEndsByItselfIsToldOfOnce()
    {
        People people;
        const QString name = QStringLiteral("asha");
        people.person(name);
        QVERIFY(people.enter(name));
        people.db.clock.advance(6 * dayMs);
        QVERIFY(people.enter(name));
        people.auth.endExpired();
        people.outbox.drain();
        QCOMPARE(people.revocations.size(), 0);

        people.db.clock.advance(dayMs);
        people.auth.endExpired();
        people.auth.endExpired();
        people.outbox.drain();

        QCOMPARE(people.revocations.size(), 1);
        QCOMPARE(people.revocations[0].reason, QStringLiteral("expired"));
        QCOMPARE(people.db.number("count(*) FROM sessions WHERE id = ? AND expires_at = ?",
                                  *people.revocations[0].sessionId, people.db.clock.now()),
                 1);
        QCOMPARE(people.db.number("count(*) FROM sessions WHERE revoked_at IS NULL"), 1);
    }
};

} // namespace

TEST_CLASS(TestOfManySessions)
#include "tst_manysessions.moc"
