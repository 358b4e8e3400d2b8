#include "server/auth/reactions.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

// REP-06, CADM-18: keys of other programs.
class TestOfApiKeys : public QObject
{
    Q_OBJECT

    static CreateApiKey books(std::optional<int> days = {})
    {
        return {.name = QStringLiteral("Books"),
                .scopes = {ReportName::DailySales, ReportName::Payouts, ReportName::DailySales},
                .days = days};
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aKeyOpensWhatItsScopesSayAndIsKeptAsAHashOnly()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));

        const NewApiKey made = people.auth.createApiKey(admin, books()).value();
        const Caller caller = people.auth.callerOf(made.secret.toLatin1()).value();

        QVERIFY(made.secret.startsWith(QStringLiteral("kbk_")));
        QCOMPARE(made.secret.size(), 4 + 43); // 32 random bytes
        QCOMPARE(made.key.prefix, made.secret.first(10));
        QCOMPARE(made.key.createdBy, QStringLiteral("root"));
        QVERIFY(caller.isIntegration());
        QVERIFY(!caller.isAdmin());
        QCOMPARE(caller.scopes, QStringList({QStringLiteral("daily_sales"), QStringLiteral("payouts")}));
        QCOMPARE(people.db.number("count(*) FROM api_keys WHERE key_hash = ?",
                                  QString::fromLatin1(crypto::sha256(made.secret.toLatin1()).toHex())),
                 1);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'auth.api_key_created'"), 1);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE details LIKE ?", '%' + made.secret + '%'), 0);
    }

    void aRevokedKeyOpensNothingAtOnceAndStaysInTheList()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));
        const NewApiKey made = people.auth.createApiKey(admin, books()).value();

        const ApiKey revoked = people.auth.revokeApiKey(admin, made.key.id).value();
        people.db.clock.advance(1000);
        const ApiKey again = people.auth.revokeApiKey(admin, made.key.id).value();

        QCOMPARE(people.auth.callerOf(made.secret.toLatin1()).error().code, ErrorCode::Unauthenticated);
        QVERIFY(revoked.revokedAt);
        QCOMPARE(again.revokedAt->ms, revoked.revokedAt->ms);
        QCOMPARE(people.auth.listApiKeys(admin)->size(), 1);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'auth.api_key_revoked'"), 1);
        QCOMPARE(people.auth.revokeApiKey(admin, people.ids.next<ApiKey>()).error().code, ErrorCode::NotFound);
    }

    void anotherNodeHearsOfARevokedKey()
    {
        People people;
        auth::Service other{*people.db,      people.db.clock, people.ids,    people.accounts,
                            people.settings, people.audit,    people.secrets};
        Outbox outbox{*people.db};
        auth::reactions(outbox, other);
        outbox.drain();
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));

        const NewApiKey made = people.auth.createApiKey(admin, books()).value();
        outbox.drain();
        const bool wasKnown = other.callerOf(made.secret.toLatin1()).has_value();
        QVERIFY(people.auth.revokeApiKey(admin, made.key.id));
        outbox.drain();

        QVERIFY(wasKnown);
        QCOMPARE(other.callerOf(made.secret.toLatin1()).error().code, ErrorCode::Unauthenticated);
    }

    void aKeyExpiresByTheClock()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));
        const NewApiKey made = people.auth.createApiKey(admin, books(30)).value();

        people.db.clock.advance(30 * People::dayMs - 1);
        const bool isGood = people.auth.callerOf(made.secret.toLatin1()).has_value();
        people.db.clock.advance(1);

        QVERIFY(isGood);
        QCOMPARE(people.auth.callerOf(made.secret.toLatin1()).error().code, ErrorCode::TokenExpired);
    }

    void useIsWrittenDownFromTimeToTime()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));
        const NewApiKey made = people.auth.createApiKey(admin, books()).value();
        for (int i = 0; i < 3; ++i)
            QVERIFY(people.auth.callerOf(made.secret.toLatin1()));
        QVERIFY(!people.auth.callerOf(made.secret.toLatin1() + 'x'));

        QCOMPARE(people.auth.listApiKeys(admin)->first().calls, 0);
        people.auth.noteKeyUse();
        people.auth.noteKeyUse();

        const ApiKey key = people.auth.listApiKeys(admin)->first();
        QCOMPARE(key.calls, 3);
        QCOMPARE(key.lastUsedAt->ms, people.db.clock.now().ms);
    }

    void aServerThatStartsKnowsItsKeys()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));
        const NewApiKey made = people.auth.createApiKey(admin, books()).value();
        auth::Service started{*people.db,      people.db.clock, people.ids,    people.accounts,
                              people.settings, people.audit,    people.secrets};

        const bool isKnownBefore = started.callerOf(made.secret.toLatin1()).has_value();
        started.load();

        QVERIFY(!isKnownBefore);
        QCOMPARE(started.callerOf(made.secret.toLatin1())->apiKeyId, made.key.id);
    }

    void onlyWhoManagesSettingsMakesKeys()
    {
        People people;
        const Caller reader = people.callerFor(people.admin(QStringLiteral("eye"), {Permission::ReadReports}));

        QCOMPARE(people.auth.createApiKey(reader, books()).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(people.auth.listApiKeys(reader).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(people.auth.revokeApiKey(reader, people.ids.next<ApiKey>()).error().code,
                 ErrorCode::PermissionMissing);
        QCOMPARE(people.db.number("count(*) FROM api_keys"), 0);
    }
};

TEST_CLASS(TestOfApiKeys)

#include "tst_apikeys.moc"
