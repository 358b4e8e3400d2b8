#include "server/auth/rules.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

namespace {

// What a password must be more than.
class TestOfUsualPasswords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUTH-04
    void aUsualWordIsNoPassword_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("the usual one") << "Password1!" << false;
        QTest::newRow("with signs for letters") << "P@ssw0rd#9" << false;
        QTest::newRow("a sign first") << "@dmin123#" << false;
        QTest::newRow("a row of keys") << "Qwerty@123" << false;
        QTest::newRow("rows of keys") << "1qaz@WSX" << false;
        QTest::newRow("a greeting of here") << "JaiHind@1947" << false;
        QTest::newRow("in Hindi") << QStringLiteral("भारत@1947") << false;
        QTest::newRow("the market") << "Kabaadwala#2026" << false;
        QTest::newRow("the username") << "Vimala-07!" << false;
        QTest::newRow("of the address") << "99#Vimala.Rao" << false;
        QTest::newRow("two words") << "Password#Kabaad1" << true;
        QTest::newRow("a longer word") << "Kabaad#2026" << true;
        QTest::newRow("no word") << "x7#Lq!9vTz" << true;
    }
    void aUsualWordIsNoPassword()
    {
        QFETCH(QString, password);
        QVERIFY(auth::checkPassword(QStringLiteral("password"), password));
        QTEST(auth::checkUncommon(QStringLiteral("password"), password,
                                  {QStringLiteral("vimala07"), QStringLiteral("vimala.rao")})
                  .has_value(),
              "isGood");
    }

    // AUTH-04
    void nobodySetsAUsualWordOrTheOwnName_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::newRow("usual") << "Password1!";
        QTest::newRow("the username") << "Vimala#2026";
    }
    void nobodySetsAUsualWordOrTheOwnName()
    {
        QFETCH(QString, wanted);
        People people;
        const QString name = QStringLiteral("vimala"), mail = QStringLiteral("vimala@example.com");
        people.person(name);
        const qint64 before = people.db.number("count(*) FROM accounts");
        QVERIFY(people.auth.forgotPassword(people.stranger(), {mail}));
        people.outbox.drain();

        const auto reset = people.auth.resetPassword(people.stranger(), {people.resets.constFirst().token, wanted});
        const auto registered = people.auth.registerAccount(
            people.stranger(), {.username = QStringLiteral("vimala.2"), .email = mail, .password = wanted});

        QCOMPARE(codeOf(reset), ErrorCode::ValidationFailed);
        QCOMPARE(codeOf(registered), ErrorCode::ValidationFailed);
        QVERIFY(people.askCode(name)); // with the password as it was
        QCOMPARE(people.db.number("count(*) FROM accounts"), before);
    }
};

} // namespace

TEST_CLASS(TestOfUsualPasswords)
#include "tst_passwords.moc"
