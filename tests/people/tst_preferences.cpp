#include "tests/people/people.h"
#include "tests/support/runner.h"

namespace {

const QString phone = QStringLiteral("+919812345678");

} // namespace

class TestOfPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ACC-05
    void beforeAnythingIsChosenTheUsualChannelsAreOpen()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));

        const auto preferences = people.accounts.readPreferences(asha);

        QCOMPARE(json::bytes(*preferences), json::bytes(Preferences{.email = true,
                                                                    .sms = true,
                                                                    .push = true,
                                                                    .whatsapp = false,
                                                                    .inApp = true,
                                                                    .language = QStringLiteral("en")}));
        QCOMPARE(people.db.number("count(*) FROM preferences"), 0);
    }

    // ACC-05: the language is one fact, be it said here or with the account.
    void whatIsChosenStaysUntilItIsChosenAnew()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const Caller bela = people.callerFor(people.person(QStringLiteral("bela")));

        const auto saved = people.accounts.savePreferences(asha, {.email = false,
                                                                  .sms = false,
                                                                  .push = true,
                                                                  .whatsapp = true,
                                                                  .inApp = false,
                                                                  .language = QStringLiteral("hi")});

        QCOMPARE(json::bytes(*saved), json::bytes(*people.accounts.readPreferences(asha)));
        QCOMPARE(json::bytes(*saved), json::bytes(Preferences{.email = false,
                                                              .sms = false,
                                                              .push = true,
                                                              .whatsapp = true,
                                                              .inApp = false,
                                                              .language = QStringLiteral("hi"),
                                                              .savedAt = people.db.clock.now()}));
        QCOMPARE(people.accounts.readMe(asha)->language, QStringLiteral("hi"));
        QVERIFY(people.accounts.updateMe(
            asha, {.fullName = QStringLiteral("Asha"), .phone = phone, .language = QStringLiteral("en")}));
        QCOMPARE(people.accounts.readPreferences(asha)->language, QStringLiteral("en"));
        QVERIFY(people.accounts.savePreferences(asha, {}));
        QVERIFY(people.accounts.readPreferences(asha)->email);
        QCOMPARE(people.accounts.readMe(asha)->language, QStringLiteral("en"));
        QVERIFY(!people.accounts.readPreferences(bela)->savedAt);
        QCOMPARE(people.db.number("count(*) FROM preferences"), 1);
    }

    // AUTH-30: name and phone, an address, preferences, in whichever order they come.
    void theThirdPhaseCompletesAProfile()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));

        QVERIFY(people.accounts.savePreferences(asha, {}));
        QVERIFY(!people.accounts.readMe(asha)->isProfileComplete);
        QVERIFY(people.accounts.addAddress(asha, People::address()));
        QVERIFY(!people.accounts.readMe(asha)->isProfileComplete);
        QVERIFY(people.accounts.updateMe(asha, {QStringLiteral("Asha Rao"), phone}));

        QVERIFY(people.accounts.readMe(asha)->isProfileComplete);
    }

    // AUTH-30: who was let in before the question was asked, or comes from another system, is not shut out by it.
    void whoComesFromAnotherSystemHasChosenTheUsual()
    {
        People people;
        const Id<Account> id = people.ids.next<Account>();

        QVERIFY(people.db->write([&](Tx &tx) {
            return people.accounts.adopt(tx, {.id = id,
                                              .username = QStringLiteral("past"),
                                              .email = QStringLiteral("past@example.com"),
                                              .phone = phone,
                                              .fullName = QStringLiteral("Asha Rao"),
                                              .joinedAt = Instant{1'000},
                                              .addresses = {Address{.id = people.ids.next<Address>(),
                                                                    .recipientName = QStringLiteral("Asha Rao"),
                                                                    .recipientPhone = phone,
                                                                    .streetAddress = QStringLiteral("12 Marine Drive"),
                                                                    .city = QStringLiteral("Mumbai"),
                                                                    .pincode = QStringLiteral("400001"),
                                                                    .state = QStringLiteral("Maharashtra"),
                                                                    .country = QStringLiteral("India"),
                                                                    .isDefault = true}}});
        }));

        const Caller caller{.id = id, .known = true};
        QVERIFY(people.accounts.readMe(caller)->isProfileComplete);
        QCOMPARE(people.accounts.readPreferences(caller)->savedAt->ms, 1'000);
        QVERIFY(people.accounts.updateMe(caller, {QStringLiteral("Asha B. Rao"), phone})->isProfileComplete);
    }
};

TEST_CLASS(TestOfPreferences)

#include "tst_preferences.moc"
