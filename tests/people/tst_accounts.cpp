#include "server/accounts/rules.h"
#include "shared/base/json.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

class TestOfAccountRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // AUTH-03
    void anEmailIsReadAsRfc5322Says_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isEmail");
        QTest::newRow("plain") << "asha@example.com" << true;
        QTest::newRow("dots and tags") << "asha.rao+scrap@mail.example.co.in" << true;
        QTest::newRow("quoted") << "\"asha rao\"@example.com" << true;
        QTest::newRow("no at") << "asha.example.com" << false;
        QTest::newRow("two ats") << "asha@rao@example.com" << false;
        QTest::newRow("no domain dot") << "asha@localhost" << false;
        QTest::newRow("double dot") << "asha..rao@example.com" << false;
        QTest::newRow("dot first") << ".asha@example.com" << false;
        QTest::newRow("hyphen first") << "asha@-example.com" << false;
        QTest::newRow("space") << "asha rao@example.com" << false;
        QTest::newRow("line break") << "asha@example.com\n" << false;
        QTest::newRow("header injection") << "asha@example.com\r\nBcc: all@example.com" << false;
        QTest::newRow("long local part") << QString(65, QLatin1Char('a')) + "@example.com" << false;
        QTest::newRow("empty") << "" << false;
    }
    void anEmailIsReadAsRfc5322Says()
    {
        QFETCH(QString, text);
        QTEST(accounts::isEmail(text), "isEmail");
    }

    // ADR-04
    void aPincodeFollowsItsCountry_data()
    {
        QTest::addColumn<QString>("pincode");
        QTest::addColumn<QString>("country");
        QTest::addColumn<bool>("isPincode");
        QTest::newRow("six digits") << "400001"
                                    << "India" << true;
        QTest::newRow("five digits") << "40000"
                                     << "India" << false;
        QTest::newRow("leading zero") << "040001"
                                      << "India" << false;
        QTest::newRow("letters") << "4OOOO1"
                                 << "india" << false;
        QTest::newRow("line break") << "400001\n"
                                    << "India" << false;
        QTest::newRow("abroad") << "SW1A 1AA"
                                << "United Kingdom" << true;
        QTest::newRow("abroad, nonsense") << "--"
                                          << "United Kingdom" << false;
    }
    void aPincodeFollowsItsCountry()
    {
        QFETCH(QString, pincode);
        QFETCH(QString, country);
        QTEST(accounts::isPincode(pincode, country), "isPincode");
    }

    void statesAreFoundHoweverTheyAreWritten_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("region");
        QTest::newRow("plain") << "Maharashtra"
                               << "IN-MH";
        QTest::newRow("case and blanks") << " tamil NADU"
                                         << "IN-TN";
        QTest::newRow("ampersand") << "Jammu & Kashmir"
                                   << "IN-JK";
        QTest::newRow("former name") << "Orissa"
                                     << "IN-OD";
        QTest::newRow("article") << "The Dadra And Nagar Haveli And Daman And Diu"
                                 << "IN-DH";
        QTest::newRow("none") << "Bavaria"
                              << "";
    }
    void statesAreFoundHoweverTheyAreWritten()
    {
        QFETCH(QString, state);
        QTEST(accounts::regionOf(state), "region");
    }

    // ADR-07
    void aPincodeHasACentreAndAState()
    {
        const accounts::Pincodes pincodes;
        const auto delhi = pincodes.centreOf(QStringLiteral("110001"));
        QVERIFY(delhi);
        QCOMPARE(delhi->latitude, 28.6247);
        QCOMPARE(delhi->longitude, 77.2097);
        QCOMPARE(pincodes.regionOf(QStringLiteral("110001")), QStringLiteral("IN-DL"));
        QCOMPARE(pincodes.regionOf(QStringLiteral("400001")), QStringLiteral("IN-MH"));
        for (const char *unknown : {"999999", "100000", "000000", "11000", "abcdef", ""})
            QVERIFY(!pincodes.centreOf(QString::fromLatin1(unknown)));
    }
};

class TestOfAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUTH-02, AUTH-03
    void usernamesAndEmailsAreUniqueWhateverTheirCase()
    {
        People people;
        people.person(QStringLiteral("asha"));

        const auto sameName = create(people, QStringLiteral("ASHA"), QStringLiteral("other@example.com"));
        const auto sameMail = create(people, QStringLiteral("bela"), QStringLiteral("Asha@Example.com"));

        QCOMPARE(codeOf(sameName), ErrorCode::AlreadyExists);
        QCOMPARE(sameName.error().fields.constFirst().field, QStringLiteral("username"));
        QCOMPARE(codeOf(sameMail), ErrorCode::AlreadyExists);
        QCOMPARE(sameMail.error().fields.constFirst().field, QStringLiteral("email"));
        QCOMPARE(people.db.number("count(*) FROM accounts"), 1);
    }

    // AUTH-13, AUTH-30
    void aProfileIsCompleteWithNamePhonePreferencesAndForBuyersAnAddress()
    {
        People people;
        const Caller buyer = people.callerFor(people.person(QStringLiteral("asha")));
        const Caller vendor = people.callerFor(people.person(QStringLiteral("vikram"), Role::Vendor));
        const UpdateAccount profile{QStringLiteral("Asha Rao"), QStringLiteral("+919812345678")};

        QVERIFY(!people.accounts.updateMe(buyer, profile)->isProfileComplete);
        QVERIFY(!people.accounts.updateMe(vendor, profile)->isProfileComplete);
        QVERIFY(people.accounts.savePreferences(vendor, {}));
        QVERIFY(people.accounts.readMe(vendor)->isProfileComplete);
        const auto address = people.accounts.addAddress(buyer, People::address());
        QVERIFY(!people.accounts.readMe(buyer)->isProfileComplete);
        QVERIFY(people.accounts.savePreferences(buyer, {}));
        QVERIFY(people.accounts.readMe(buyer)->isProfileComplete);
        QVERIFY(people.accounts.removeAddress(buyer, address->id));
        QVERIFY(!people.accounts.readMe(buyer)->isProfileComplete);
    }

    void aPhotoThatIsSomebodyElsesChangesNothing()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const Caller bela = people.callerFor(people.person(QStringLiteral("bela")));
        const auto foreign = people.upload(bela, FilePurpose::ProfilePhoto, People::png());

        const auto refused = people.accounts.updateMe(
            asha, {QStringLiteral("Asha"), QStringLiteral("+919812345678"), std::nullopt, foreign->id});

        QCOMPARE(codeOf(refused), ErrorCode::NotFound);
        QVERIFY(!people.accounts.readMe(asha)->fullName);
        QCOMPARE(people.db.number("count(*) FROM stored_files WHERE claimed_at IS NOT NULL"), 0);
    }

    // ADR-02
    void thereIsExactlyOneDefaultAddressAsLongAsThereIsOne()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const auto first = people.accounts.addAddress(asha, People::address());
        const auto second = people.accounts.addAddress(asha, People::address());
        PutAddress wish = People::address();
        wish.isDefault = true;
        const auto third = people.accounts.addAddress(asha, wish);

        QVERIFY(first->isDefault && !second->isDefault && third->isDefault);
        QCOMPARE(defaults(people), 1);
        QVERIFY(people.accounts.removeAddress(asha, third->id));
        QCOMPARE(people.accounts.listAddresses(asha)->constFirst().id, second->id);
        QCOMPARE(defaults(people), 1);
        QVERIFY(people.accounts.setDefaultAddress(asha, first->id)->isDefault);
        QCOMPARE(defaults(people), 1);
        QVERIFY(people.accounts.removeAddress(asha, first->id));
        QVERIFY(people.accounts.removeAddress(asha, second->id));
        QCOMPARE(defaults(people), 0);
    }

    // D-07
    void aForeignAddressDoesNotExist()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const Caller bela = people.callerFor(people.person(QStringLiteral("bela")));
        const auto address = people.accounts.addAddress(asha, People::address());
        const auto own = people.accounts.addAddress(bela, People::address());

        QCOMPARE(codeOf(people.accounts.updateAddress(bela, address->id, People::address())), ErrorCode::NotFound);
        QCOMPARE(codeOf(people.accounts.setDefaultAddress(bela, address->id)), ErrorCode::NotFound);
        QCOMPARE(codeOf(people.accounts.removeAddress(bela, address->id)), ErrorCode::NotFound);

        QCOMPARE(people.accounts.listAddresses(asha)->size(), 1);
        QVERIFY(people.accounts.listAddresses(asha)->constFirst().isDefault);
        QCOMPARE(people.accounts.listAddresses(bela)->constFirst().id, own->id);
        QVERIFY(people.accounts.listAddresses(bela)->constFirst().isDefault);
    }

    // ADR-07
    void anAddressWithoutAPlaceTakesItsPincodesCentre()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        PutAddress pinned = People::address();
        pinned.location = GeoPoint{.latitude = 19.5, .longitude = 72.5};

        QCOMPARE(people.accounts.addAddress(asha, People::address(QStringLiteral("110001")))->location->latitude,
                 28.6247);
        QCOMPARE(people.accounts.addAddress(asha, pinned)->location->longitude, 72.5);
        QVERIFY(!people.accounts.addAddress(asha, People::address(QStringLiteral("999999")))->location);
    }

    // ADR-03
    void anAddressWithoutOneOfItsPartsIsRefusedByTheirName_data()
    {
        QTest::addColumn<QString>("part");
        for (const char *part : {"recipient_name", "recipient_phone", "street_address", "city", "pincode", "state"})
            QTest::newRow(part) << QString::fromLatin1(part);
    }
    void anAddressWithoutOneOfItsPartsIsRefusedByTheirName()
    {
        QFETCH(QString, part);
        QJsonObject said = QJsonDocument::fromJson(json::bytes(People::address())).object();
        QVERIFY(json::parse<PutAddress>(QJsonDocument(said).toJson()));
        const auto complaint = [&] {
            const auto read = json::parse<PutAddress>(QJsonDocument(said).toJson());
            return read ? QString() : read.error().fields.value(0).field;
        };

        said[part] = QString();
        QCOMPARE(complaint(), part);
        said.remove(part);
        QCOMPARE(complaint(), part);
    }

    // ADR-04
    void anAddressWithAWrongPincodeIsNotKept()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));

        const auto refused = people.accounts.addAddress(asha, People::address(QStringLiteral("012345")));

        QCOMPARE(codeOf(refused), ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("pincode"));
        QCOMPARE(people.db.number("count(*) FROM addresses"), 0);
    }

    // VEN-02, VEN-17
    void aVendorHasAStoreFromTheStart()
    {
        People people;
        const Account account = people.person(QStringLiteral("vikram"), Role::Vendor);

        const auto store = people.accounts.readVendorProfile(people.callerFor(account));

        QVERIFY(store);
        QCOMPARE(store->id, *account.vendorId);
        QCOMPARE(store->storeName, QStringLiteral("vikram"));
        QCOMPARE(store->kycStatus, KycStatus::None);
        QVERIFY(!store->canSell);
    }

    // AUTH-13: the name and the number said with the store are the person's until it says others.
    void aStoresProfileCompletesItsOwner()
    {
        People people;
        const Account account = people.person(QStringLiteral("vikram"), Role::Vendor);
        const Caller vikram = people.callerFor(account);
        QVERIFY(!account.isProfileComplete);

        QVERIFY(people.accounts.savePreferences(vikram, {}));
        QVERIFY(people.accounts.updateVendorProfile(vikram, People::store()));

        const Account owner = people.accounts.readMe(vikram).value();
        QVERIFY(owner.isProfileComplete);
        QCOMPARE(owner.fullName, QStringLiteral("Ramesh Sharma"));
        QCOMPARE(owner.phone, QStringLiteral("+919812345678"));
        const UpdateAccount other{.fullName = QStringLiteral("Vikram Rao"), .phone = QStringLiteral("+919800000009")};
        QVERIFY(people.accounts.updateMe(vikram, other));
        QVERIFY(people.accounts.updateVendorProfile(vikram, People::store()));
        QCOMPARE(people.accounts.readMe(vikram)->fullName, QStringLiteral("Vikram Rao"));
    }

    // VEN-19
    void aStoreKnowsItsPlaceAndRegion()
    {
        People people;
        const Caller vikram = people.callerFor(people.person(QStringLiteral("vikram"), Role::Vendor));

        const auto store = people.accounts.updateVendorProfile(vikram, People::store());

        QVERIFY(store);
        QCOMPARE(*store->region, QStringLiteral("IN-MH"));
        QVERIFY(store->location);
        QCOMPARE(people.db.number("count(*) FROM vendors WHERE latitude BETWEEN 18.8 AND 19.1 AND longitude BETWEEN"
                                  " 72.7 AND 73.0"),
                 1);
    }

    // VEN-02
    void twoStoresCannotHaveOneName()
    {
        People people;
        const Caller vikram = people.callerFor(people.person(QStringLiteral("vikram"), Role::Vendor));
        const Caller wasim = people.callerFor(people.person(QStringLiteral("wasim"), Role::Vendor));
        QVERIFY(people.accounts.updateVendorProfile(vikram, People::store(QStringLiteral("Best Scrap"))));

        const auto refused = people.accounts.updateVendorProfile(wasim, People::store(QStringLiteral("BEST scrap")));

        QCOMPARE(codeOf(refused), ErrorCode::AlreadyExists);
        QCOMPARE(people.accounts.readVendorProfile(wasim)->storeName, QStringLiteral("wasim"));
        QVERIFY(people.accounts.updateVendorProfile(vikram, People::store(QStringLiteral("best scrap"))));
    }

    void aVendorWhoseUsernameIsAStoresNameGetsAnotherName()
    {
        People people;
        const Caller vikram = people.callerFor(people.person(QStringLiteral("vikram"), Role::Vendor));
        QVERIFY(people.accounts.updateVendorProfile(vikram, People::store(QStringLiteral("wasim"))));

        const Account wasim = people.person(QStringLiteral("wasim"), Role::Vendor);

        const auto store = people.accounts.readVendorProfile(people.callerFor(wasim));
        QVERIFY(store);
        QVERIFY(store->storeName.startsWith(QLatin1String("wasim-")));
    }

    void nobodyGetsAUsernameThatCouldNotBeRegistered_data()
    {
        QTest::addColumn<QString>("username");
        QTest::newRow("short") << QStringLiteral("ab");
        QTest::newRow("long") << QString(151, u'a');
        QTest::newRow("an address") << QStringLiteral("asha@example.com");
        QTest::newRow("a blank") << QStringLiteral("asha metals");
        QTest::newRow("a line end") << QStringLiteral("asha\n");
        QTest::newRow("a sign first") << QStringLiteral("-asha");
        QTest::newRow("another script") << QStringLiteral("आशा");
    }
    void nobodyGetsAUsernameThatCouldNotBeRegistered()
    {
        QFETCH(QString, username);
        People people;

        const auto refused = create(people, username, QStringLiteral("asha@example.com"));

        QCOMPARE(codeOf(refused), ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("username"));
        QCOMPARE(people.db.number("count(*) FROM accounts"), 0);
    }

    void onlyVendorsHaveAStore()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        QCOMPARE(codeOf(people.accounts.readVendorProfile(asha)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(people.accounts.updateVendorProfile(asha, People::store())), ErrorCode::Forbidden);
        QCOMPARE(people.db.number("count(*) FROM vendors"), 0);
    }

private:
    static Result<Account> create(People &people, const QString &username, const QString &email)
    {
        return people.db->write(
            [&](Tx &tx) { return people.accounts.create(tx, {.username = username, .email = email}); });
    }
    static qint64 defaults(const People &people)
    {
        return people.db.number("count(*) FROM addresses WHERE is_default = 1");
    }
};

} // namespace

TEST_CLASS(TestOfAccountRules)
TEST_CLASS(TestOfAccounts)
#include "tst_accounts.moc"
