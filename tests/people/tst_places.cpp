#include "server/accounts/rules.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

namespace {

const QString noState = QStringLiteral("Bavaria");

} // namespace

// Addresses and where they are: ADR-01, ADR-03, ADR-06, ADR-08, ADR-09; opening hours: VEN-02, VEN-09.
class TestOfPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ADR-01, C57
    void whatOlderClientsCallWorkIsAnOffice()
    {
        QByteArray body = json::bytes(People::address());
        body.replace("\"home\"", "\"work\"");
        const auto wish = json::parse<PutAddress>(body);
        QVERIFY(wish);
        QCOMPARE(wish->addressType, AddressType::Office);
        QVERIFY(json::bytes(*wish).contains("\"office\""));
        body.replace("\"work\"", "\"castle\"");
        QVERIFY(!json::parse<PutAddress>(body));
    }

    // ADR-01
    void anAddressSaysWhenItWasMadeAndChanged()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const Instant made = people.db.clock.now();
        const auto address = people.accounts.addAddress(asha, People::address());
        people.db.clock.advance(hourMs);

        const auto changed = people.accounts.updateAddress(asha, address->id, People::address());

        QCOMPARE(address->createdAt, made);
        QCOMPARE(address->updatedAt, made);
        QCOMPARE(changed->createdAt, made);
        QCOMPARE(changed->updatedAt, made.after(hourMs));
    }

    // API-13: who changes what somebody else has changed meanwhile is told so, and nothing is overwritten.
    void anAddressThatHasChangedMeanwhileIsNotOverwritten()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const auto seen = people.accounts.addAddress(asha, People::address());
        PutAddress first = People::address(), second = People::address();
        first.landmark = QStringLiteral("Beside the well");
        second.landmark = QStringLiteral("Behind the well");
        first.version = second.version = seen->version;

        const auto changed = people.accounts.updateAddress(asha, seen->id, first);
        const auto refused = people.accounts.updateAddress(asha, seen->id, second);
        const auto unknown = people.accounts.updateAddress(asha, people.ids.next<Address>(), second);

        QCOMPARE(seen->version, 1);
        QCOMPARE(changed->version, 2);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        QCOMPARE(people.accounts.listAddresses(asha)->constFirst().landmark, first.landmark);
        second.version.reset(); // who says none takes what there is
        QCOMPARE(people.accounts.updateAddress(asha, seen->id, second)->version, 3);
    }

    // API-13
    void aStoreThatHasChangedMeanwhileIsNotOverwritten()
    {
        People people;
        const Caller vikram = people.callerFor(people.person(QStringLiteral("vikram"), Role::Vendor));
        const auto seen = people.accounts.updateVendorProfile(vikram, People::store());
        PutVendor first = People::store(), second = People::store(QStringLiteral("Better scrap"));
        first.description = QStringLiteral("Open since 1988");
        first.version = second.version = seen->version;

        const auto changed = people.accounts.updateVendorProfile(vikram, first);
        const auto refused = people.accounts.updateVendorProfile(vikram, second);

        QCOMPARE(changed->version, seen->version + 1);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        const auto now = people.accounts.readVendorProfile(vikram);
        QCOMPARE(now->storeName, first.storeName);
        QCOMPARE(now->description, first.description);
        QCOMPARE(now->version, changed->version);
    }

    // ADR-03
    void anAddressWithoutWhatADeliveryNeedsIsRefused_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"recipient_name", "recipient_phone", "street_address", "city", "state", "pincode"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void anAddressWithoutWhatADeliveryNeedsIsRefused()
    {
        QFETCH(QString, field);
        QJsonObject body = json::document(json::bytes(People::address()))->toObject();
        for (const QString &key : body.keys())
            if (body.value(key).isNull())
                body.remove(key);
        QVERIFY(json::read<PutAddress>(body, json::Reader::Source::Body));

        for (const QJsonValue &value : {QJsonValue(QJsonValue::Undefined), QJsonValue(QString())}) {
            value.isUndefined() ? body.remove(field) : void(body.insert(field, value));
            const auto refused = json::read<PutAddress>(body, json::Reader::Source::Body);
            QVERIFY(!refused);
            QCOMPARE(refused.error().fields.size(), 1);
            QCOMPARE(refused.error().fields[0].field, field);
        }
    }

    // ADR-08
    void anIndianAddressIsInAState()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        PutAddress wish = People::address();
        wish.state = noState;

        const auto refused = people.accounts.addAddress(asha, wish);

        QCOMPARE(codeOf(refused), ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("state"));
        QCOMPARE(people.db.number("count(*) FROM addresses"), 0);
        wish.country = QStringLiteral("Germany");
        wish.pincode = QStringLiteral("80331");
        QVERIFY(people.accounts.addAddress(asha, wish));
    }

    // ADR-08
    void statesAndTheirCitiesAreListed()
    {
        People people;

        const auto states = people.accounts.listStates({});
        const auto cities = people.accounts.listCities({}, {QStringLiteral("IN-MH")});

        QCOMPARE(states->size(), 36);
        for (const IndianState &state : *states)
            QCOMPARE(accounts::regionOf(state.name), state.code);
        QCOMPARE(cities->constFirst().name, QStringLiteral("Mumbai"));
        QCOMPARE(cities->constFirst().pincode, QStringLiteral("400001"));
        qsizetype all = 0;
        for (const IndianState &state : *states)
            all += people.accounts.listCities({}, {state.code})->size();
        QCOMPARE(all, Cities().all().size());
        QCOMPARE(codeOf(people.accounts.listCities({}, {QStringLiteral("IN-XX")})), ErrorCode::ValidationFailed);
    }

    // ADR-09
    void oneAddressIsActiveAtMost()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const Caller bela = people.callerFor(people.person(QStringLiteral("bela")));
        const auto first = people.accounts.addAddress(asha, People::address());
        const auto second = people.accounts.addAddress(asha, People::address(QStringLiteral("110001")));
        const auto around = [&] {
            return people.db->read([&](Tx &tx) { return people.accounts.activeAddressOf(tx, asha.id)->id; });
        };
        QCOMPARE(around(), first->id);

        QVERIFY(people.accounts.activateAddress(asha, second->id)->isActive);
        QCOMPARE(around(), second->id);
        QVERIFY(people.accounts.listAddresses(asha)->constFirst().isDefault); // still the first one
        QVERIFY(people.accounts.activateAddress(asha, first->id));
        QCOMPARE(people.db.number("count(*) FROM addresses WHERE is_active = 1"), 1);
        QCOMPARE(codeOf(people.accounts.activateAddress(bela, first->id)), ErrorCode::NotFound);
        QCOMPARE(around(), first->id);
    }

    // ADR-06: the index follows every change, and what it finds is measured exactly.
    void addressesAreFoundByTheirPlace()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const GeoPoint mumbai{18.9392, 72.8376};
        const auto near = [&](double km) {
            return people.db->read([&](Tx &tx) { return people.accounts.addressesAround(tx, mumbai, km); });
        };
        PutAddress wish = People::address();
        wish.location = GeoPoint{19.9392, 72.8376}; // 111.2 km north
        const auto far = people.accounts.addAddress(asha, wish);
        const auto home = people.accounts.addAddress(asha, People::address());
        QCOMPARE(near(1), 1);
        QCOMPARE(near(111), 1);
        QCOMPARE(near(112), 2);

        wish.location = mumbai;
        QVERIFY(people.accounts.updateAddress(asha, far->id, wish));
        QCOMPARE(near(1), 2);
        QVERIFY(people.accounts.removeAddress(asha, home->id));
        QVERIFY(people.accounts.addAddress(asha, People::address(QStringLiteral("999999")))); // nobody knows where

        QCOMPARE(near(1), 1);
    }

    // VEN-02, VEN-09
    void aStoreKeepsItsHoursAndItsKindOfBusiness()
    {
        People people;
        const Caller vikram = people.callerFor(people.person(QStringLiteral("vikram"), Role::Vendor));
        PutVendor wish = People::store();
        wish.businessHours = StoreHours{{{Weekday::Monday, {{540, 780}, {840, 1080}}}}};
        wish.businessType = BusinessType::Proprietorship;
        wish.category = StoreCategory::ScrapDealer;

        QVERIFY(people.accounts.updateVendorProfile(vikram, wish));
        const auto store = people.accounts.updateVendorProfile(vikram, People::store()); // says nothing of them

        QCOMPARE(json::bytes(*store->businessHours), json::bytes(*wish.businessHours));
        QCOMPARE(store->businessType, BusinessType::Proprietorship);
        QCOMPARE(store->category, StoreCategory::ScrapDealer);
    }

    // VEN-09
    void hoursThatCannotBeAreNotKept_data()
    {
        QTest::addColumn<QByteArray>("hours");
        const auto row = [](const char *name, const QList<DayHours> &days) {
            QTest::newRow(name) << json::bytes(StoreHours{days});
        };
        row("a day twice", {{Weekday::Monday, {{540, 600}}}, {Weekday::Monday, {{700, 800}}}});
        row("ends before it begins", {{Weekday::Monday, {{600, 540}}}});
        row("nothing", {{Weekday::Monday, {{600, 600}}}});
        row("overlap", {{Weekday::Monday, {{540, 700}, {695, 800}}}});
        row("no step", {{Weekday::Monday, {{541, 600}}}});
    }
    void hoursThatCannotBeAreNotKept()
    {
        QFETCH(QByteArray, hours);
        People people;
        const Caller vikram = people.callerFor(people.person(QStringLiteral("vikram"), Role::Vendor));
        PutVendor wish = People::store();
        wish.businessHours = json::parse<StoreHours>(hours).value();

        const auto refused = people.accounts.updateVendorProfile(vikram, wish);

        QCOMPARE(codeOf(refused), ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("business_hours"));
        QCOMPARE(people.accounts.readVendorProfile(vikram)->storeName, QStringLiteral("vikram"));
        QVERIFY(!people.accounts.readVendorProfile(vikram)->businessHours);
    }

    // VEN-09: by India's clocks, whatever day it is elsewhere.
    void daysAndMinutesAreIndias()
    {
        constexpr Instant sundayNight{1'790'000'000'000 - 1'790'000'000'000 % 86'400'000 - 19'800'000 - 1};
        QCOMPARE(storehours::dayOf(sundayNight), Weekday::Sunday);
        QCOMPARE(storehours::minuteOf(sundayNight), 1439);
        QCOMPARE(storehours::dayOf(sundayNight.after(1)), Weekday::Monday);
        QCOMPARE(storehours::minuteOf(sundayNight.after(1)), 0);
        const StoreHours untilMidnight{{{Weekday::Sunday, {{1200, minutesPerDay}}}}};
        QVERIFY(storehours::isOpenAt(untilMidnight, sundayNight));
        QVERIFY(!storehours::isOpenAt(untilMidnight, sundayNight.after(1)));
        QVERIFY(storehours::isOpenAt(std::nullopt, sundayNight));
    }
};

TEST_CLASS(TestOfPlaces)
#include "tst_places.moc"
