#include "server/auth/jobs.h"
#include "server/auth/reactions.h"
#include "server/jobs/service.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

// REP-06, CADM-18: keys of other programs.
class TestOfApiKeys : public QObject
{
    Q_OBJECT

    inline static const QList<Permission> keeper{Permission::ManageSettings, Permission::ReadReports};

    static CreateApiKey books(std::optional<int> days = {})
    {
        return {.name = QStringLiteral("Books"),
                .scopes = {ReportName::DailySales, ReportName::Payouts, ReportName::DailySales},
                .days = days};
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUTH-39
    void aKeyOpensWhatItsScopesSayAndIsKeptAsAHashOnly()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), keeper));

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

    void nobodyMakesAKeyForWhatIsClosedToThem_data()
    {
        QTest::addColumn<QList<Permission>>("permissions");
        QTest::addColumn<ReportName>("scope");
        QTest::addColumn<bool>("isMade");
        using enum Permission;
        QTest::newRow("no reports at all") << QList{ManageSettings} << ReportName::DailySales << false;
        QTest::newRow("not the users") << QList{ManageSettings, ReadReports} << ReportName::Users << false;
        QTest::newRow("not the audit log")
            << QList{ManageSettings, ReadReports, ManageUsers} << ReportName::Audit << false;
        QTest::newRow("reports") << QList{ManageSettings, ReadReports} << ReportName::Ledger << true;
        QTest::newRow("users too") << QList{ManageSettings, ReadReports, ManageUsers} << ReportName::Users << true;
        QTest::newRow("the audit log too")
            << QList{ManageSettings, ReadReports, ReadAudit} << ReportName::Audit << true;
    }
    void nobodyMakesAKeyForWhatIsClosedToThem()
    {
        QFETCH(QList<Permission>, permissions);
        QFETCH(ReportName, scope);
        QFETCH(bool, isMade);
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), permissions));

        const auto made = people.auth.createApiKey(
            admin, {.name = QStringLiteral("Books"), .scopes = {ReportName::DailySales, scope}});

        QCOMPARE(made.has_value(), isMade);
        QCOMPARE(people.db.number("count(*) FROM api_keys"), isMade ? 1 : 0);
        if (!isMade)
            QCOMPARE(made.error().code, ErrorCode::PermissionMissing);
    }

    void aRevokedKeyOpensNothingAtOnceAndStaysInTheList()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), keeper));
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
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), keeper));

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
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), keeper));
        const NewApiKey made = people.auth.createApiKey(admin, books(30)).value();

        people.db.clock.advance(30 * dayMs - 1);
        const bool isGood = people.auth.callerOf(made.secret.toLatin1()).has_value();
        people.db.clock.advance(1);

        QVERIFY(isGood);
        QCOMPARE(people.auth.callerOf(made.secret.toLatin1()).error().code, ErrorCode::TokenExpired);
    }

    void useIsWrittenDownFromTimeToTime()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), keeper));
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

    // It lies in the memory of each node.
    void everyNodeWritesDownItsOwnUse()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), keeper));
        const NewApiKey made = people.auth.createApiKey(admin, books()).value();
        auth::Service other{*people.db,      people.db.clock, people.ids,    people.accounts,
                            people.settings, people.audit,    people.secrets};
        other.loadKeys();
        jobs::Service here{*people.db, people.db.clock, people.ids}, there{*people.db, people.db.clock, people.ids};
        auth::jobs(here, people.auth);
        auth::jobs(there, other);
        QVERIFY(people.auth.callerOf(made.secret.toLatin1()));
        QVERIFY(other.callerOf(made.secret.toLatin1()));

        here.runDue();
        there.runDue();

        QCOMPARE(people.auth.listApiKeys(admin)->first().calls, 2);
    }

    void useThatCouldNotBeWrittenDownIsWrittenDownLater()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), keeper));
        const NewApiKey made = people.auth.createApiKey(admin, books()).value();
        for (int i = 0; i < 3; ++i)
            QVERIFY(people.auth.callerOf(made.secret.toLatin1()));

        people.change("ALTER TABLE api_keys RENAME TO keys_away");
        QVERIFY_EXCEPTION_THROWN(people.auth.noteKeyUse(), DbFault);
        people.change("ALTER TABLE keys_away RENAME TO api_keys");
        QVERIFY(people.auth.callerOf(made.secret.toLatin1()));
        people.auth.noteKeyUse();

        QCOMPARE(people.auth.listApiKeys(admin)->first().calls, 4);
    }

    void aServerThatStartsKnowsItsKeys()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), keeper));
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
