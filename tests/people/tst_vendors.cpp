#include "server/vendors/service.h"
#include "tests/people/house.h"
#include "tests/support/runner.h"

#include <array>
#include <thread>

namespace {

// A house with an admin who may manage stores, and what is told about them.
struct Street : House
{
    Street()
    {
        outbox.tell<VendorModerated>("test.moderated", [&](const VendorModerated &event) { moderated += event; });
        outbox.tell<BuyersOfSuspended>("test.buyers", [&](const BuyersOfSuspended &event) { told += event.buyers; });
        outbox.tell<BusinessCodeIssued>("test.business", [&](const BusinessCodeIssued &event) { mailed += event; });
        outbox.drain();
        warden = callerFor(admin(QStringLiteral("warden"), {Permission::ManageVendors}));
    }

    vendors::Service vendors{*db, db.clock, accounts, catalog, orders, settings, audit, secrets};
    QList<VendorModerated> moderated;
    QList<Id<Account>> told;
    QList<BusinessCodeIssued> mailed;
    Caller warden;

    QStringList found(const ListVendors &wish)
    {
        QStringList out;
        const auto page = vendors.listVendors(warden, wish);
        for (const Vendor &each : page->items)
            out += each.storeName;
        return out;
    }
    QByteArray standing()
    {
        outbox.drain();
        QByteArray out = QByteArray::number(db.number("count(*) FROM audit_log")) + ' ' +
                         QByteArray::number(moderated.size()) + ' ' + QByteArray::number(told.size());
        const auto all = vendors.listVendors(warden, {.limit = 100});
        for (const Vendor &each : all->items)
            out += json::bytes(each);
        return out;
    }
    Result<VendorDetail> done(const Caller &who, Id<Vendor> id, const QString &what)
    {
        const VendorReason reason{QStringLiteral("Complaints of buyers")};
        if (what == QLatin1String("suspend"))
            return vendors.suspend(who, id, reason);
        if (what == QLatin1String("activate"))
            return vendors.activate(who, id, reason);
        if (what == QLatin1String("deactivate"))
            return vendors.deactivate(who, id, reason);
        if (what == QLatin1String("radius"))
            return vendors.setRadius(who, id, {40, reason.reason});
        if (what == QLatin1String("no radius"))
            return vendors.setRadius(who, id, {std::nullopt, reason.reason});
        return vendors.setCommission(who, id, {BasisPoints{450}, reason.reason});
    }
};

const VendorReason complaints{QStringLiteral("Complaints of buyers")};

} // namespace

// What admins do to stores: VEN-10, VEN-12, VEN-13, VEN-14, VEN-20, CADM-08; what a store is told: VEN-01, VEN-15.
class TestOfVendors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // VEN-10, VEN-20
    void aSuspendedStoreSellsNoMoreAndItsBuyersAreTold()
    {
        Street street;
        const Account vikram = street.seller(QStringLiteral("vikram"));
        const Account asha = street.person(QStringLiteral("asha"));
        const Order order = street.bought(asha, vikram);

        const auto suspended = street.vendors.suspend(street.warden, *vikram.vendorId, complaints);

        QCOMPARE(suspended->vendor.status, StoreStatus::Suspended);
        QVERIFY(!suspended->vendor.canSell);
        QCOMPARE(suspended->figures.openOrders, 1);
        QCOMPARE(street.audited("vendors.suspended"),
                 QStringLiteral(R"({"new":"suspended","old":"active","reason":"Complaints of buyers"})"));
        street.outbox.drain();
        QCOMPARE(street.told, QList<Id<Account>>{asha.id});
        QCOMPARE(street.moderated.size(), 1);
        QCOMPARE(street.moderated[0].accountId, vikram.id);
        QCOMPARE(street.moderated[0].reason, complaints.reason);
        QCOMPARE(codeOf(street.catalog.addProduct(street.callerFor(vikram),
                                                  {.categoryId = street.catalog.listCategories({})->constFirst().id,
                                                   .title = QStringLiteral("Brass"),
                                                   .description = QStringLiteral("Honey"),
                                                   .price = {50'000},
                                                   .stockQuantity = Quantity{1000}})),
                 ErrorCode::CannotSell);
        // What is open goes on.
        QVERIFY(street.orders.advanceOrder(street.callerFor(vikram), order.id, {.status = OrderStatus::Confirmed}));

        QVERIFY(street.vendors.activate(street.warden, *vikram.vendorId, complaints)->vendor.canSell);
    }

    // VEN-20
    void anInactiveStoreIsNotOfferedEither()
    {
        Street street;
        const Account vikram = street.seller(QStringLiteral("vikram"));

        const auto inactive = street.vendors.deactivate(street.warden, *vikram.vendorId, complaints);

        QCOMPARE(inactive->vendor.status, StoreStatus::Inactive);
        QVERIFY(!inactive->vendor.canSell);
        street.outbox.drain();
        QCOMPARE(street.told.size(), 0);
    }

    // VEN-12, VEN-13, COM-04
    void radiusAndCommissionAreSetAndTakenAway()
    {
        Street street;
        const Account vikram = street.seller(QStringLiteral("vikram"));
        const Id<Vendor> id = *vikram.vendorId;

        const auto near = street.vendors.setRadius(street.warden, id, {40, complaints.reason});
        const auto cheap = street.vendors.setCommission(street.warden, id, {BasisPoints{150}, complaints.reason});

        QCOMPARE(near->vendor.radiusKm, 40);
        QCOMPARE(near->effectiveRadiusKm, 40);
        QCOMPARE(cheap->commissionLevel, CommissionLevel::Vendor);
        QCOMPARE(cheap->effectiveCommission, BasisPoints{150});
        QCOMPARE(street.audited("vendors.radius_changed"),
                 QStringLiteral(R"({"new":"40","reason":"Complaints of buyers"})"));
        QCOMPARE(street.audited("vendors.commission_changed"),
                 QStringLiteral(R"({"new":"1.50","reason":"Complaints of buyers"})"));
        const Order order = street.bought(street.person(QStringLiteral("asha")), vikram);
        QCOMPARE(street.orders.readOrder(street.root, order.id)->commissionAmount, Money{1'080});

        const auto far = street.vendors.setRadius(street.warden, id, {std::nullopt, complaints.reason});
        const auto usual = street.vendors.setCommission(street.warden, id, {std::nullopt, complaints.reason});

        QCOMPARE(far->effectiveRadiusKm, 250);
        QCOMPARE(usual->commissionLevel, CommissionLevel::Global);
        QCOMPARE(usual->effectiveCommission, BasisPoints{200});
        QCOMPARE(street.orders.readOrder(street.root, order.id)->commissionAmount, Money{1'080});
    }

    void aRefusedActLeavesTheStoreAlone_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("refusal");
        using enum ErrorCode;
        for (const char *what : {"suspend", "activate", "deactivate", "radius", "commission"}) {
            QTest::addRow("no permission, %s", what) << "keeper" << what << PermissionMissing;
            QTest::addRow("a vendor, %s", what) << "vikram" << what << PermissionMissing;
            QTest::addRow("unknown, %s", what) << "nobody" << what << NotFound;
        }
        QTest::newRow("is active") << "warden"
                                   << "activate" << Conflict;
        QTest::newRow("has none") << "warden"
                                  << "no radius" << Conflict;
    }
    void aRefusedActLeavesTheStoreAlone()
    {
        QFETCH(QString, who);
        QFETCH(QString, what);
        QFETCH(ErrorCode, refusal);
        Street street;
        const Account vikram = street.seller(QStringLiteral("vikram"));
        Caller caller = street.warden;
        if (who == QLatin1String("keeper"))
            caller = street.keeper;
        if (who == QLatin1String("vikram"))
            caller = street.callerFor(vikram);
        const Id<Vendor> id = who == QLatin1String("nobody") ? street.ids.next<Vendor>() : *vikram.vendorId;
        const QByteArray before = street.standing();

        QCOMPARE(codeOf(street.done(caller, id, what)), refusal);

        QCOMPARE(street.standing(), before);
    }

    void ofTwoAdminsWhoSuspendOneDoes()
    {
        Street street;
        const Id<Vendor> id = *street.seller(QStringLiteral("vikram")).vendorId;
        const Caller other = street.callerFor(street.admin(QStringLiteral("other"), {Permission::ManageVendors}));
        std::array<ErrorCode, 2> answers{};
        {
            const std::jthread first(
                [&] { answers[0] = codeOf(street.vendors.suspend(street.warden, id, complaints)); });
            const std::jthread second([&] { answers[1] = codeOf(street.vendors.suspend(other, id, complaints)); });
        }
        street.outbox.drain();

        QVERIFY((answers == std::array{ErrorCode::Internal, ErrorCode::Conflict}) ||
                (answers == std::array{ErrorCode::Conflict, ErrorCode::Internal}));
        QCOMPARE(street.moderated.size(), 1);
    }

    // CADM-08
    void storesAreFoundByStandingDocumentsCityAndText()
    {
        Street street;
        const Account vikram = street.seller(QStringLiteral("vikram"));
        const Account wasim = street.vendorWithStore(QStringLiteral("wasim"));
        street.change("UPDATE vendors SET city = 'Pune', owner_name = 'Wasim 50%_Khan' WHERE store_name LIKE 'wasim%'");
        QVERIFY(street.vendors.suspend(street.warden, *wasim.vendorId, complaints));
        const QStringList both{QStringLiteral("wasim Metals"), QStringLiteral("vikram Metals")};

        QCOMPARE(street.found({}), both);
        QCOMPARE(street.found({.kyc = KycStatus::Approved}), both.mid(1));
        QCOMPARE(street.found({.status = StoreStatus::Suspended}), both.mid(0, 1));
        QCOMPARE(street.found({.city = QStringLiteral(" PUNE")}), both.mid(0, 1));
        QCOMPARE(street.found({.q = QStringLiteral("0%_k")}), both.mid(0, 1));
        QCOMPARE(street.found({.q = QStringLiteral("VIKRAM@")}), both.mid(1));
        QCOMPARE(street.found({.q = QStringLiteral("nothing like it")}), QStringList());
        const auto first = street.vendors.listVendors(street.warden, {.limit = 1});
        QCOMPARE(street.found({.limit = 1, .cursor = first->nextCursor}), both.mid(1));
        QCOMPARE(codeOf(street.vendors.listVendors(street.keeper, {})), ErrorCode::PermissionMissing);
    }

    // VEN-14, ADR-06
    void aStoreIsShownWithItsTrade()
    {
        Street street;
        const Account vikram = street.seller(QStringLiteral("vikram"));
        const Account asha = street.person(QStringLiteral("asha"));
        (void)street.bought(asha, vikram); // adds her address in Mumbai
        (void)street.accounts.addAddress(street.callerFor(asha), People::address(QStringLiteral("110001"))).value();
        (void)street.accounts.addAddress(street.callerFor(vikram), People::address()).value(); // no buyer's

        const auto seen = street.vendors.readVendor(street.warden, *vikram.vendorId);

        QCOMPARE(seen->figures.productsOnOffer, 1);
        QCOMPARE(seen->figures.openOrders, 1);
        QCOMPARE(seen->figures.completedOrders, 0);
        QCOMPARE(seen->figures.inEscrow, Money{72'000});
        QCOMPARE(seen->figures.addressesInReach, 1);
        QVERIFY(seen->isOpenNow);
        QVERIFY(street.vendors.setRadius(street.warden, *vikram.vendorId, {1000, complaints.reason}));
        QVERIFY(street.settings.changeSetting(street.root, QStringLiteral("discovery.radius_km"),
                                              {.value = QStringLiteral("1500")}));
        QVERIFY(street.vendors.setRadius(street.warden, *vikram.vendorId, {std::nullopt, complaints.reason}));
        QCOMPARE(street.vendors.readVendor(street.warden, *vikram.vendorId)->figures.addressesInReach, 2);
    }

    // VEN-15
    void aStoreReadsItsCommissionAndWhy()
    {
        Street street;
        const Account vikram = street.seller(QStringLiteral("vikram"));
        const Caller caller = street.callerFor(vikram);
        QCOMPARE(street.vendors.readCommission(caller)->level, CommissionLevel::Global);
        QCOMPARE(street.vendors.readCommission(caller)->globalRate, BasisPoints{200});

        QVERIFY(street.catalog.addCategory(street.root,
                                           {.name = QStringLiteral("Copper"), .commissionRate = BasisPoints{300}}));
        const auto byCategory = street.vendors.readCommission(caller);
        QCOMPARE(byCategory->level, CommissionLevel::Category);
        QCOMPARE(byCategory->categories.size(), 1);
        QCOMPARE(byCategory->categories[0].name, QStringLiteral("Copper"));
        QCOMPARE(byCategory->categories[0].rate, BasisPoints{300});

        QVERIFY(street.vendors.setCommission(street.warden, *vikram.vendorId, {BasisPoints{150}, complaints.reason}));
        QCOMPARE(street.vendors.readCommission(caller)->level, CommissionLevel::Vendor);
        QCOMPARE(street.vendors.readCommission(caller)->vendorRate, BasisPoints{150});
        QCOMPARE(codeOf(street.vendors.readCommission(street.warden)), ErrorCode::Forbidden);
    }

    // VEN-01
    void anotherBusinessEmailIsTakenOnlyWithItsCode()
    {
        Street street;
        const Account vikram = street.vendorWithStore(QStringLiteral("vikram"));
        const Caller caller = street.callerFor(vikram);
        const auto email = [&] { return street.accounts.readVendorProfile(caller)->businessEmail.value(); };
        const QString own = QStringLiteral("vikram@example.com"), other = QStringLiteral("shop@metals.example");
        QCOMPARE(email(), own);
        QVERIFY(street.accounts.readVendorProfile(caller)->isBusinessEmailVerified);
        QCOMPARE(codeOf(street.vendors.setBusinessEmail(caller, {QStringLiteral("no address")})),
                 ErrorCode::ValidationFailed);
        QCOMPARE(codeOf(street.vendors.setBusinessEmail(caller, {own})), ErrorCode::Conflict);

        QVERIFY(street.vendors.setBusinessEmail(caller, {other}));
        street.outbox.drain();
        QCOMPARE(street.mailed.size(), 1);
        QCOMPARE(street.mailed[0].email, other);
        const QString code = street.mailed[0].code;
        const QString wrong = code == QLatin1String("000000") ? QStringLiteral("000001") : QStringLiteral("000000");
        QCOMPARE(codeOf(street.vendors.confirmBusinessEmail(caller, {wrong})), ErrorCode::InvalidOtp);
        QCOMPARE(email(), own);

        const auto confirmed = street.vendors.confirmBusinessEmail(caller, {code});

        QCOMPARE(confirmed->businessEmail, other);
        QVERIFY(confirmed->isBusinessEmailVerified);
        // PRIV-06
        const auto audited = street.db->read([](Tx &tx) {
            return tx.one<audit::AuditRow>("FROM audit_log WHERE action = 'vendors.business_email_changed'");
        });
        QVERIFY(audited && !audited->details.text.contains(other.toUtf8()));
        QVERIFY(audited->details.text.contains("@" + other.section(u'@', 1).toUtf8()));
        QCOMPARE(codeOf(street.vendors.confirmBusinessEmail(caller, {code})), ErrorCode::InvalidOtp);
    }

    // VEN-01
    void aCodeForABusinessEmailIsNotGuessedAndDoesNotLastForEver()
    {
        Street street;
        const Caller caller = street.callerFor(street.vendorWithStore(QStringLiteral("vikram")));
        const SetBusinessEmail wish{QStringLiteral("shop@metals.example")};
        QVERIFY(street.vendors.setBusinessEmail(caller, wish));
        street.outbox.drain();
        const QString first = street.mailed.constLast().code;
        const QString wrong = first == QLatin1String("000000") ? QStringLiteral("000001") : QStringLiteral("000000");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(codeOf(street.vendors.confirmBusinessEmail(caller, {wrong})), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(street.vendors.confirmBusinessEmail(caller, {first})), ErrorCode::InvalidOtp);

        QVERIFY(street.vendors.setBusinessEmail(caller, wish));
        street.outbox.drain();
        street.db.clock.advance(dayMs);
        QCOMPARE(codeOf(street.vendors.confirmBusinessEmail(caller, {street.mailed.constLast().code})),
                 ErrorCode::InvalidOtp);

        QCOMPARE(street.accounts.readVendorProfile(caller)->businessEmail, QStringLiteral("vikram@example.com"));
    }

    // S4: each code buys guesses, also after one that was shown.
    void aStoreIsMailedTenCodesADay()
    {
        Street street;
        const Caller caller = street.callerFor(street.vendorWithStore(QStringLiteral("vikram")));
        const auto wish = [](int i) { return SetBusinessEmail{QStringLiteral("shop%1@metals.example").arg(i)}; };
        for (int i = 0; i < 10; ++i) {
            QVERIFY(street.vendors.setBusinessEmail(caller, wish(i)));
            street.outbox.drain();
            if (i == 4)
                QVERIFY(street.vendors.confirmBusinessEmail(caller, {street.mailed.constLast().code}));
        }

        QCOMPARE(codeOf(street.vendors.setBusinessEmail(caller, wish(10))), ErrorCode::TooManyRequests);
        street.outbox.drain();

        QCOMPARE(street.mailed.size(), 10);
        QCOMPARE(street.accounts.readVendorProfile(caller)->businessEmail, QStringLiteral("shop4@metals.example"));
        street.db.clock.advance(dayMs);
        QVERIFY(street.vendors.setBusinessEmail(caller, wish(10)));
    }
};

TEST_CLASS(TestOfVendors)
#include "tst_vendors.moc"
