#include "tests/people/people.h"
#include "tests/support/runner.h"

using auth::AdminKind;

namespace {

const QString name = QStringLiteral("asha");

Register wish(const QString &username = name)
{
    return {.username = username, .email = username + QStringLiteral("@example.com"), .password = People::password};
}

class TestOfRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUTH-02
    void aUsernameIsFreeUntilSomebodyTakesIt_data()
    {
        QTest::addColumn<QString>("username");
        QTest::addColumn<bool>("isFree");
        QTest::newRow("free") << "bela" << true;
        QTest::newRow("taken") << "Asha" << false;
        QTest::newRow("too short") << "be" << false;
        QTest::newRow("an address") << "bela@example.com" << false;
    }
    void aUsernameIsFreeUntilSomebodyTakesIt()
    {
        QFETCH(QString, username);
        People people;
        people.person(name);
        QTEST(people.auth.usernameAvailable(people.stranger(), {username})->isAvailable, "isFree");
    }

    // AUTH-29, S6
    void anAddressThatIsKnownRegistersLikeANewOne()
    {
        People people;
        people.person(name);
        Register again = wish(QStringLiteral("bela"));
        again.email = QStringLiteral("ASHA@example.com");

        const auto answer = people.auth.registerAccount(people.stranger(), again);
        people.outbox.drain();

        QVERIFY(answer);
        QCOMPARE(answer->sentTo, QStringLiteral("A•••A@example.com"));
        QVERIFY(people.activations.isEmpty());
        QCOMPARE(people.db.number("count(*) FROM accounts"), 1);
    }

    void aRegistrationThatIsRefusedLeavesNothing_data()
    {
        QTest::addColumn<Register>("registration");
        QTest::addColumn<ErrorCode>("refusal");
        Register admin = wish(QStringLiteral("bela")), weak = admin, badMail = admin;
        admin.role = Role::Admin;
        weak.password = QStringLiteral("password");
        badMail.email = QStringLiteral("bela@localhost");
        QTest::newRow("admin") << admin << ErrorCode::ValidationFailed;
        QTest::newRow("weak password") << weak << ErrorCode::ValidationFailed;
        QTest::newRow("bad e-mail") << badMail << ErrorCode::ValidationFailed;
        QTest::newRow("taken username") << wish(QStringLiteral("ASHA")) << ErrorCode::AlreadyExists;
    }
    void aRegistrationThatIsRefusedLeavesNothing()
    {
        QFETCH(Register, registration);
        QFETCH(ErrorCode, refusal);
        People people;
        people.person(name);
        if (refusal == ErrorCode::AlreadyExists)
            registration.email = QStringLiteral("new@example.com");

        QCOMPARE(codeOf(people.auth.registerAccount(people.stranger(), registration)), refusal);
        people.outbox.drain();
        QVERIFY(people.activations.isEmpty());
        QCOMPARE(people.db.number("count(*) FROM accounts"), 1);
        QCOMPARE(people.db.number("count(*) FROM credentials"), 1);
    }

    // D-12, ACC-15
    void aDistributorIsABuyerUntilApproved()
    {
        People people;
        Register distributor = wish();
        distributor.role = Role::Distributor;
        QVERIFY(people.auth.registerAccount(people.stranger(), distributor));
        QCOMPARE(people.db.number("count(*) FROM accounts WHERE role = 'buyer' AND distributor_status = 'pending'"), 1);
    }

    // SET-06
    void nobodyRegistersAsADistributorWhereTheyAreSwitchedOff()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));
        const QString key = QStringLiteral("feature.distributors");
        QVERIFY(people.settings.changeSetting(admin, key, {QStringLiteral("false")}));
        Register distributor = wish();
        distributor.role = Role::Distributor;

        const auto refused = people.auth.registerAccount(people.stranger(), distributor);

        QCOMPARE(codeOf(refused), ErrorCode::FeatureOff);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("role"));
        QCOMPARE(people.db.number("count(*) FROM accounts"), 1);
    }

    // AUTH-07, AUTH-08
    void anActivationLinkIsGoodOnceForADayUntilTheNextOne()
    {
        People people;
        QVERIFY(people.auth.registerAccount(people.stranger(), wish()));
        QVERIFY(people.auth.resendActivation(people.stranger(), {QStringLiteral("asha@example.com")}));
        people.outbox.drain();
        QCOMPARE(people.activations.size(), 2);
        const QString old = people.activations[0].token, token = people.activations[1].token;

        QCOMPARE(codeOf(people.auth.verifyEmail(people.stranger(), {old})), ErrorCode::TokenExpired);
        people.db.clock.advance(People::dayMs - 1);
        QVERIFY(people.auth.verifyEmail(people.stranger(), {token}));
        QCOMPARE(codeOf(people.auth.verifyEmail(people.stranger(), {token})), ErrorCode::TokenExpired);
        QCOMPARE(people.db.number("count(*) FROM sessions"), 1);

        QVERIFY(people.auth.registerAccount(people.stranger(), wish(QStringLiteral("bela"))));
        people.outbox.drain();
        people.db.clock.advance(People::dayMs);
        QCOMPARE(codeOf(people.auth.verifyEmail(people.stranger(), {people.activations[2].token})),
                 ErrorCode::TokenExpired);
    }

    // AUTH-27, AUTH-29
    void nobodysInboxIsFlooded_data()
    {
        QTest::addColumn<QString>("email");
        QTest::newRow("known") << "asha@example.com";
        QTest::newRow("unknown") << "nobody@example.com";
    }
    void nobodysInboxIsFlooded()
    {
        QFETCH(QString, email);
        People people;
        people.person(name);
        for (int i = 0; i < 5; ++i)
            QVERIFY(people.auth.forgotPassword(people.stranger(), {email}));

        QCOMPARE(codeOf(people.auth.forgotPassword(people.stranger(), {email})), ErrorCode::TooManyRequests);
        people.db.clock.advance(People::minuteMs);
        QVERIFY(people.auth.forgotPassword(people.stranger(), {email}));
    }

    // AUTH-38
    void theFirstAdminComesFromTheCommandLine()
    {
        People people;

        const auto made = people.auth.createAdmin(QStringLiteral("root"), QStringLiteral("root@example.com"),
                                                  People::password, AdminKind::Super);
        const auto weak = people.auth.createAdmin(QStringLiteral("toor"), QStringLiteral("toor@example.com"),
                                                  QStringLiteral("admin"), AdminKind::Super);

        QVERIFY(made);
        QCOMPARE(codeOf(weak), ErrorCode::ValidationFailed);
        const auto tokens = people.enter(QStringLiteral("root"));
        QVERIFY(tokens);
        const auto caller = people.auth.callerOf(tokens->accessToken.toLatin1());
        QVERIFY(caller->superAdmin && caller->isAdmin() && !caller->limited);
        QVERIFY(caller->may(Permission::ManageSettings));
    }
};

} // namespace

TEST_CLASS(TestOfRegistration)
#include "tst_registration.moc"
