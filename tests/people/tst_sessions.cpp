#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <atomic>
#include <thread>

namespace {

const QString name = QStringLiteral("asha");
const QString next = QStringLiteral("Other#2027");

class TestOfSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUTH-19, AUTH-21
    void anAccessTokenEndsAfterFifteenMinutes()
    {
        People people;
        const Account vikram = people.person(QStringLiteral("vikram"), Role::Vendor);
        const auto tokens = people.enter(QStringLiteral("vikram"));

        const auto caller = callerOf(people, *tokens);
        QVERIFY(caller);
        QCOMPARE(caller->vendorId, vikram.vendorId);
        QCOMPARE(tokens->refreshExpiresAt.ms, people.db.clock.now().ms + 7 * dayMs);
        people.db.clock.set(tokens->accessExpiresAt.after(-1));
        QVERIFY(callerOf(people, *tokens));
        people.db.clock.set(tokens->accessExpiresAt);
        QCOMPARE(codeOf(callerOf(people, *tokens)), ErrorCode::TokenExpired);
    }

    // AUTH-19
    void rolesCanHaveTheirOwnLifetimes()
    {
        People people;
        const Account asha = people.admin(name, {Permission::ManageSettings});
        const Caller admin = people.callerFor(asha);
        QVERIFY(people.settings.changeSetting(admin, QStringLiteral("auth.admin_access_ttl_minutes"),
                                              {QStringLiteral("5")}));
        people.person(QStringLiteral("bela"));

        const qint64 now = people.db.clock.now().ms;
        QCOMPARE(people.enter(name)->accessExpiresAt.ms, now + 5 * minuteMs);
        QCOMPARE(people.enter(QStringLiteral("bela"))->accessExpiresAt.ms, now + 15 * minuteMs);
    }

    // S7
    void aTokenThatIsNotOursIsRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("nonsense") << QByteArray("nonsense");
        QTest::newRow("alg none") << QByteArray("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiIxIn0.");
        QTest::newRow("long") << QByteArray(100'000, 'a');
    }
    void aTokenThatIsNotOursIsRefused()
    {
        QFETCH(QByteArray, token);
        People people;
        QCOMPARE(codeOf(people.auth.callerOf(token)), ErrorCode::Unauthenticated);
    }

    // S7
    void aChangedTokenIsRefusedWhereverItIsChanged()
    {
        People people;
        people.person(name);
        const auto tokens = people.enter(name);
        const QByteArray good = tokens->accessToken.toLatin1();
        QVERIFY(people.auth.callerOf(good));

        for (const qsizetype at : {qsizetype(5), good.indexOf('.') + 3, good.size() - 2}) {
            QByteArray changed = good;
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            QCOMPARE(codeOf(people.auth.callerOf(changed)), ErrorCode::Unauthenticated);
        }
        QCOMPARE(codeOf(people.auth.callerOf(tokens->refreshToken.toLatin1())), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(people.auth.refreshSession(people.stranger(), {tokens->accessToken})),
                 ErrorCode::Unauthenticated);
    }

    // AUTH-20
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession()
    {
        People people;
        people.person(name);
        const auto first = people.enter(name);
        const auto second = refreshed(people, *first);
        QVERIFY(second);
        QVERIFY(second->refreshToken != first->refreshToken);
        people.db.clock.advance(10'001);

        QCOMPARE(codeOf(refreshed(people, *first)), ErrorCode::Unauthenticated);

        QCOMPARE(codeOf(refreshed(people, *second)), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(callerOf(people, *second)), ErrorCode::Unauthenticated);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'auth.refresh_reused'"), 1);
        people.outbox.drain();
        QCOMPARE(people.revocations.size(), 1);
    }

    // S7: the reply was lost, the client asks again.
    void withinTenSecondsTheSameTokenGivesTheSameSuccessor()
    {
        People people;
        people.person(name);
        const auto first = people.enter(name);
        const auto second = refreshed(people, *first);
        people.db.clock.advance(10'000);

        const auto again = refreshed(people, *first);

        QVERIFY(again);
        QCOMPARE(again->refreshToken, second->refreshToken);
        QVERIFY(refreshed(people, *again));
        QCOMPARE(codeOf(refreshed(people, *first)), ErrorCode::Unauthenticated);
    }

    // S7
    void parallelRefreshesHaveOneSuccessor()
    {
        People people;
        people.person(name);
        const auto first = people.enter(name);
        std::array<QString, 8> successors;
        {
            std::vector<std::jthread> clients;
            for (QString &successor : successors)
                clients.emplace_back([&, caller = people.stranger()] {
                    const auto tokens = people.auth.refreshSession(caller, {first->refreshToken});
                    successor = tokens ? tokens->refreshToken : QStringLiteral("refused");
                });
        }
        for (const QString &successor : successors)
            QCOMPARE(successor, successors[0]);
        QCOMPARE(people.db.number("count(*) FROM refresh_tokens"), 2);
    }

    // AUTH-19
    void aSessionEndsAfterSevenDaysHoweverOftenItIsRefreshed()
    {
        People people;
        people.person(name);
        auto tokens = people.enter(name);
        const Instant end = tokens->refreshExpiresAt;
        for (int day = 0; day < 6; ++day) {
            people.db.clock.advance(dayMs);
            tokens = refreshed(people, *tokens);
            QVERIFY(tokens);
            QCOMPARE(tokens->refreshExpiresAt, end);
        }
        people.db.clock.set(end);
        QCOMPARE(codeOf(refreshed(people, *tokens)), ErrorCode::Unauthenticated);
    }

    // AUTH-22
    void signingOutEndsThisSessionOnly()
    {
        People people;
        people.person(name);
        const auto here = people.enter(name), there = people.enter(name);

        QVERIFY(people.auth.signOut(*callerOf(people, *here)));

        QCOMPARE(codeOf(callerOf(people, *here)), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(refreshed(people, *here)), ErrorCode::Unauthenticated);
        QVERIFY(callerOf(people, *there));
        QVERIFY(refreshed(people, *there));
    }

    // AUTH-23
    void sessionsAreListedAndEndedByTheirOwnerOnly()
    {
        People people;
        people.person(name);
        people.person(QStringLiteral("bela"));
        const auto here = people.enter(name), there = people.enter(name);
        const Caller asha = *callerOf(people, *here);
        const Caller bela = *callerOf(people, *people.enter(QStringLiteral("bela")));
        const Id<Session> other = callerOf(people, *there)->sessionId;

        const auto sessions = people.auth.listSessions(asha);
        QCOMPARE(sessions->size(), 2);
        QCOMPARE(sessions->constFirst().id, other);
        QVERIFY(!sessions->constFirst().isCurrent && sessions->constLast().isCurrent);
        QCOMPARE(*sessions->constFirst().device, QStringLiteral("Test console"));

        QCOMPARE(codeOf(people.auth.revokeSession(bela, other)), ErrorCode::NotFound);
        QVERIFY(callerOf(people, *there));
        QVERIFY(people.auth.revokeSession(asha, other));
        QCOMPARE(codeOf(callerOf(people, *there)), ErrorCode::Unauthenticated);
        QCOMPARE(people.auth.listSessions(asha)->size(), 1);
    }

    // S7: another node, and this one after a restart.
    void anEndedSessionIsKnownEverywhere()
    {
        People people;
        people.person(name);
        const auto tokens = people.enter(name);
        const auto db = people.db.another();
        auth::Service other(*db, people.db.clock, people.ids, people.accounts, people.settings, people.audit,
                            people.secrets);
        QVERIFY(other.callerOf(tokens->accessToken.toLatin1()));
        QVERIFY(people.auth.signOut(*callerOf(people, *tokens)));
        people.outbox.drain();

        other.noteRevoked(people.revocations.constLast());
        auth::Service restarted(*db, people.db.clock, people.ids, people.accounts, people.settings, people.audit,
                                people.secrets);
        restarted.load();

        QCOMPARE(codeOf(other.callerOf(tokens->accessToken.toLatin1())), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(restarted.callerOf(tokens->accessToken.toLatin1())), ErrorCode::Unauthenticated);
    }

    // AUTH-13, AUTH-30
    void whoFinishesTheProfileIsNotLimitedAnyMore()
    {
        People people;
        people.person(name);
        const auto tokens = people.enter(name);
        const Caller limited = *callerOf(people, *tokens);
        QVERIFY(limited.limited && limited.limitedBy == u"profile");
        QVERIFY(people.accounts.updateMe(limited, {QStringLiteral("Asha"), QStringLiteral("+919812345678")}));
        QVERIFY(people.accounts.addAddress(limited, People::address()));
        people.outbox.drain();
        QVERIFY(callerOf(people, *tokens)->limited && people.accounts.savePreferences(limited, {}));
        people.outbox.drain();

        QVERIFY(!callerOf(people, *tokens)->limited);
        QVERIFY(!refreshed(people, *tokens)->isLimited);
    }

    // C70
    void anActivationLinksSessionStaysLimited()
    {
        People people;
        QVERIFY(people.auth.registerAccount(people.stranger(),
                                            {name, QStringLiteral("asha@example.com"), People::password}));
        people.outbox.drain();
        const auto tokens = people.auth.verifyEmail(people.stranger(), {people.activations[0].token});
        const Caller caller = *callerOf(people, *tokens);
        QVERIFY(people.accounts.updateMe(caller, {QStringLiteral("Asha"), QStringLiteral("+919812345678")}));
        QVERIFY(people.accounts.addAddress(caller, People::address()) && people.accounts.savePreferences(caller, {}));
        people.outbox.drain();

        QVERIFY(callerOf(people, *tokens)->limited);
        QVERIFY(refreshed(people, *tokens)->isLimited);
        QVERIFY(!people.enter(name)->isLimited);
    }

    // AUTH-22, AUTH-47
    void aNewPasswordEndsEverySession()
    {
        People people;
        people.person(name);
        const auto here = people.enter(name), there = people.enter(name);

        QVERIFY(people.auth.changePassword(*callerOf(people, *here), {People::password, next}));

        QCOMPARE(codeOf(callerOf(people, *here)), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(callerOf(people, *there)), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(people.askCode(name)), ErrorCode::InvalidCredentials);
        const auto tokens = people.enter(name, next);
        QVERIFY(callerOf(people, *tokens));
    }

    // AUTH-47
    void aPasswordIsNotChangedWithoutTheCurrentOne()
    {
        People people;
        people.person(name);
        const auto tokens = people.enter(name);
        const Caller asha = *callerOf(people, *tokens);

        QCOMPARE(codeOf(people.auth.changePassword(asha, {QStringLiteral("Wrong#2026"), next})),
                 ErrorCode::InvalidCredentials);
        QCOMPARE(codeOf(people.auth.changePassword(asha, {People::password, QStringLiteral("weak")})),
                 ErrorCode::ValidationFailed);

        QVERIFY(callerOf(people, *tokens));
        QVERIFY(people.askCode(name));
    }

    // AUTH-06
    void theLastFivePasswordsDoNotComeBack()
    {
        People people;
        people.person(name);
        const auto change = [&](const QString &from, const QString &to) {
            Caller asha = people.stranger();
            asha.id = people.codes.isEmpty() ? Id<Account>{} : people.codes.constLast().accountId;
            asha.known = true;
            return people.auth.changePassword(asha, {from, to});
        };
        QVERIFY(people.askCode(name));
        (void)people.newestCode();
        const auto password = [](int i) { return QStringLiteral("Changing#%1%1%1").arg(i); };
        QVERIFY(change(People::password, password(1)));
        for (int i = 2; i <= 4; ++i)
            QVERIFY(change(password(i - 1), password(i)));

        QCOMPARE(codeOf(change(password(4), People::password)), ErrorCode::ValidationFailed);
        QCOMPARE(codeOf(change(password(4), password(4))), ErrorCode::ValidationFailed);
        QVERIFY(change(password(4), password(5)));
        QVERIFY(change(password(5), People::password));
    }

    // AUTH-22, AUTH-24
    void aForgottenPasswordIsSetWithTheMailedTokenOnce()
    {
        People people;
        people.person(name);
        const auto tokens = people.enter(name);
        QVERIFY(people.auth.forgotPassword(people.stranger(), {QStringLiteral("asha@example.com")}));
        people.outbox.drain();
        const QString token = people.resets.constFirst().token;

        QCOMPARE(codeOf(people.auth.resetPassword(people.stranger(), {token, People::password})),
                 ErrorCode::ValidationFailed);
        QVERIFY(people.auth.resetPassword(people.stranger(), {token, next}));

        QCOMPARE(codeOf(people.auth.resetPassword(people.stranger(), {token, QStringLiteral("Third#2028")})),
                 ErrorCode::TokenExpired);
        QCOMPARE(codeOf(callerOf(people, *tokens)), ErrorCode::Unauthenticated);
        QVERIFY(people.enter(name, next));
    }

    // AUTH-24
    void aResetTokenEndsAfterADay()
    {
        People people;
        people.person(name);
        QVERIFY(people.auth.forgotPassword(people.stranger(), {QStringLiteral("asha@example.com")}));
        people.outbox.drain();
        people.db.clock.advance(dayMs);

        QCOMPARE(codeOf(people.auth.resetPassword(people.stranger(), {people.resets[0].token, next})),
                 ErrorCode::TokenExpired);
        QVERIFY(people.askCode(name));
    }

    // AUTH-29
    void aResetForNobodyIsAnsweredTheSame()
    {
        People people;
        QVERIFY(people.auth.forgotPassword(people.stranger(), {QStringLiteral("nobody@example.com")}));
        people.outbox.drain();
        QVERIFY(people.resets.isEmpty());
    }

    // AUTH-12
    void aBannedAccountCannotGoOn()
    {
        People people;
        people.person(name);
        const auto tokens = people.enter(name);
        people.change("UPDATE accounts SET is_banned = 1, ban_reason = 'fraud'");

        const auto refused = refreshed(people, *tokens);

        QCOMPARE(codeOf(refused), ErrorCode::AccountBanned);
        QCOMPARE(refused.error().details, QByteArray("{\"reason\":\"fraud\"}"));
    }

    void nothingThatCountsIsSwept()
    {
        People people;
        people.person(name);
        const auto tokens = people.enter(name);
        people.db.clock.advance(dayMs);
        people.auth.sweep();
        QVERIFY(refreshed(people, *tokens));

        people.db.clock.advance(40 * dayMs);
        people.auth.sweep();
        QCOMPARE(people.db.number("count(*) FROM sessions"), 0);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 0);
    }

private:
    static Result<Caller> callerOf(People &people, const SessionTokens &tokens)
    {
        return people.auth.callerOf(tokens.accessToken.toLatin1());
    }
    static Result<SessionTokens> refreshed(People &people, const SessionTokens &tokens)
    {
        return people.auth.refreshSession(people.stranger(), {tokens.refreshToken});
    }
};

} // namespace

TEST_CLASS(TestOfSessions)
#include "tst_sessions.moc"
