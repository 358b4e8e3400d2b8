#include "tests/people/people.h"
#include "tests/support/runner.h"

// What a node remembers of sessions, and what happens when that is not enough.
class TestOfMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // More sessions ended than a node remembers: the others are looked up instead of being let in.
    void aRevokedSessionStaysOutWhenTheMemoryIsFull()
    {
        People people;
        people.person(QStringLiteral("ramesh"));
        const auto ended = people.enter(QStringLiteral("ramesh")), good = people.enter(QStringLiteral("ramesh"));
        const auto callerOf = [&](const Result<SessionTokens> &tokens) {
            return people.auth.callerOf(tokens->accessToken.toLatin1());
        };
        const Id<Session> session = callerOf(ended)->sessionId;
        for (int i = 0; i < auth::Memory::noticesMax; ++i)
            people.auth.noteRevoked({.sessionId = people.ids.next<Session>()});

        QVERIFY(people.auth.revokeSession(*callerOf(good), session));
        people.auth.noteRevoked({.sessionId = session});

        QCOMPARE(callerOf(ended).error().code, ErrorCode::Unauthenticated);
        QVERIFY(callerOf(good));
    }

    void aMemoryThatKnowsAllSaysSoUntilItIsFullAndAgainAfterTheLastToken()
    {
        FakeClock clock;
        const Ids ids(clock);
        auth::Memory memory;
        const Instant end = clock.now().after(60'000);
        for (int i = 0; i < auth::Memory::noticesMax; ++i)
            memory.revoke(ids.next<Session>(), end);
        const bool wasComplete = memory.knowsAllRevoked(clock.now());
        const Id<Session> last = ids.next<Session>();

        memory.revoke(last, end);

        QVERIFY(wasComplete);
        QVERIFY(!memory.isRevoked(last));
        QVERIFY(!memory.knowsAllRevoked(clock.now()));
        clock.advance(60'001);
        QVERIFY(memory.knowsAllRevoked(clock.now()));
    }
};

TEST_CLASS(TestOfMemory)
#include "tst_memory.moc"
