#include "server/core/cursor.h"
#include "tests/commerce/towns.h"
#include "tests/support/runner.h"

class TestOfDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // SRCH-01, SRCH-03
    void onlyStoresWithinTheRadiusAreFound()
    {
        Towns towns;

        const auto page = towns.discovery.findProducts({}, around(mumbai));

        QCOMPARE(titles(*page), (QStringList{QStringLiteral("Brass honey"), QStringLiteral("Copper wire")}));
        QCOMPARE(page->items[0].distanceKm.value(), 120.15);
        QCOMPARE(page->items[1].distanceKm.value(), 0.0);
        QCOMPARE(page->items[0].storeName, QStringLiteral("ravi Metals"));
    }

    // SRCH-16
    void withoutAnOriginEverythingIsFoundWithoutDistances()
    {
        Towns towns;

        const auto page = towns.discovery.findProducts({}, {.radiusKm = 1});

        QCOMPARE(page->items.size(), 3);
        QCOMPARE(page->items[0].title, QStringLiteral("Steel rods"));
        QVERIFY(!page->items[0].distanceKm);
    }

    // ADR-09, SRCH-16: the active address goes before the default one, and both before what is asked for.
    void theActiveAddressIsTheOriginBeforeTheDefaultOne()
    {
        Towns towns;
        const Caller buyer = towns.buyerAt(QStringLiteral("bina"), delhi);
        const auto elsewhere = towns.accounts.addAddress(buyer, {.recipientName = QStringLiteral("Bina"),
                                                                 .recipientPhone = QStringLiteral("+919812345678"),
                                                                 .streetAddress = QStringLiteral("2 Fort Road"),
                                                                 .city = QStringLiteral("Mumbai"),
                                                                 .pincode = QStringLiteral("400001"),
                                                                 .state = QStringLiteral("Maharashtra"),
                                                                 .location = mumbai});
        QCOMPARE(towns.find({}, buyer), QStringList{QStringLiteral("Steel rods")});

        QVERIFY(towns.accounts.activateAddress(buyer, elsewhere->id)->isActive);
        QCOMPARE(towns.find(around(delhi), buyer),
                 (QStringList{QStringLiteral("Brass honey"), QStringLiteral("Copper wire")}));

        QVERIFY(towns.accounts.removeAddress(buyer, elsewhere->id));
        QCOMPARE(towns.find({}, buyer), QStringList{QStringLiteral("Steel rods")});
    }

    // VEN-09, VEN-18: on Monday from nine to six, by India's clocks; the clock of the tests begins on a Monday evening.
    void aStoreIsOpenByItsSwitchAndItsHours()
    {
        Towns towns;
        const auto isOpen = [&] { return towns.discovery.readStore({}, *towns.asha.vendorId)->isOpen; };
        const auto isCardOpen = [&] {
            return towns.discovery.findProducts({}, {.vendor = *towns.asha.vendorId})->items.constFirst().isStoreOpen;
        };
        const auto say = [&](std::optional<bool> isOpenNow, const std::optional<StoreHours> &hours) {
            const Vendor now = towns.accounts.readVendorProfile(towns.asha).value();
            QVERIFY(towns.accounts.updateVendorProfile(towns.asha, {.storeName = now.storeName,
                                                                    .ownerName = QStringLiteral("Asha Rao"),
                                                                    .businessPhone = QStringLiteral("+919812345678"),
                                                                    .streetAddress = QStringLiteral("5 Mill Road"),
                                                                    .city = QStringLiteral("Mumbai"),
                                                                    .pincode = QStringLiteral("400001"),
                                                                    .state = QStringLiteral("Maharashtra"),
                                                                    .location = mumbai,
                                                                    .isOpen = isOpenNow,
                                                                    .businessHours = hours}));
            towns.hear();
        };
        QVERIFY(isOpen() && isCardOpen());

        say({}, StoreHours{{{Weekday::Monday, {{540, 1080}}}}});
        QVERIFY(!isOpen() && !isCardOpen());
        towns.db.clock.set({1'790'047'799'999}); // Tuesday, 08:59:59.999
        say({}, StoreHours{{{Weekday::Monday, {{540, 1080}}}, {Weekday::Tuesday, {{540, 780}, {840, 1080}}}}});
        QVERIFY(!isOpen() && !isCardOpen());
        towns.db.clock.advance(1);
        QVERIFY(isOpen() && isCardOpen());
        towns.db.clock.advance(4 * 3'600'000); // 13:00
        QVERIFY(!isOpen() && !isCardOpen());
        towns.db.clock.advance(3'600'000); // 14:00
        QVERIFY(isOpen() && isCardOpen());

        say(false, {});
        QVERIFY(!isOpen() && !isCardOpen());
        QCOMPARE(towns.discovery.readStore({}, *towns.asha.vendorId)->businessHours->days.size(), 2);
    }

    void theDefaultAddressIsTheOriginBeforeWhatIsAsked()
    {
        Towns towns;
        const Caller buyer = towns.buyerAt(QStringLiteral("bina"), delhi);

        QCOMPARE(towns.find(around(mumbai), buyer), QStringList{QStringLiteral("Steel rods")});
        QCOMPARE(towns.find({.pincode = QStringLiteral("110001")}), QStringList{QStringLiteral("Steel rods")});
        QCOMPARE(towns.discovery.findProducts({}, {.pincode = QStringLiteral("999999")}).error().code,
                 ErrorCode::ValidationFailed);
        QCOMPARE(towns.discovery.findProducts({}, {.latitude = 19}).error().fields.constFirst().field,
                 QStringLiteral("longitude"));
    }

    // SRCH-02
    void theSmallestOfThreeRadiiCounts()
    {
        Towns towns;
        FindProducts wish = around(mumbai);

        wish.radiusKm = 119;
        QCOMPARE(towns.find(wish), QStringList{QStringLiteral("Copper wire")});
        wish.radiusKm = 121;
        QCOMPARE(towns.find(wish).size(), 2);
        wish.radiusKm = 1000;
        QCOMPARE(towns.find(wish).size(), 2);

        towns.sql("UPDATE vendors SET radius_km = 100 WHERE store_name = 'ravi Metals'");
        towns.discovery.renewShop(*towns.ravi.vendorId);
        QCOMPARE(towns.find(wish), QStringList{QStringLiteral("Copper wire")});
        towns.sql("UPDATE vendors SET radius_km = 500 WHERE store_name = 'ravi Metals'");
        towns.discovery.renewShop(*towns.ravi.vendorId);
        QCOMPARE(towns.find(wish).size(), 2);

        QVERIFY(towns.settings.changeSetting(towns.admin(), QStringLiteral("discovery.radius_km"),
                                             {.value = QStringLiteral("50")}));
        QCOMPARE(towns.find(wish), QStringList{QStringLiteral("Copper wire")});
    }

    // SRCH-03: the box must neither lose nor leak what lies at the rim.
    void storesAtTheRimAreDecidedByTheGreatCircle()
    {
        Bazaar bazaar;
        const double degree = 1 / geo::kmPerDegree; // along a meridian
        const Caller inside = bazaar.vendor(QStringLiteral("inside"), {19 + 99.99 * degree, 72});
        const Caller outside = bazaar.vendor(QStringLiteral("outside"), {19 + 100.01 * degree, 72});
        bazaar.product(inside, QStringLiteral("Inside"));
        bazaar.product(outside, QStringLiteral("Outside"));
        FindProducts wish = around({19, 72});
        wish.radiusKm = 100;

        QCOMPARE(titles(*bazaar.discovery.findProducts({}, wish)), QStringList{QStringLiteral("Inside")});
    }

    // SRCH-04, SRCH-05
    void filtersNarrowTheList()
    {
        Towns towns;
        const Id<Category> wire = towns.category(QStringLiteral("Wire"), towns.metals);
        PutProduct wish = towns.wish(QStringLiteral("Enamelled wire"));
        wish.categoryId = wire;
        wish.unit = Unit::Piece;
        wish.price = {500};
        wish.stockQuantity = Quantity{0};
        towns.product(towns.asha, wish);
        const Id<Category> paper = towns.category(QStringLiteral("Paper"));
        const QStringList only{QStringLiteral("Enamelled wire")};

        QCOMPARE(towns.find({.category = towns.metals}).size(), 4);
        QCOMPARE(towns.find({.category = wire}), only);
        QCOMPARE(towns.find({.category = paper}), QStringList{});
        QCOMPARE(towns.find({.unit = Unit::Piece}), only);
        QCOMPARE(towns.find({.priceMax = Money{500}}), only);
        QCOMPARE(towns.find({.priceMin = Money{501}}).size(), 3);
        QCOMPARE(towns.find({.inStock = false}), only);
        QCOMPARE(towns.find({.inStock = true}).size(), 3);
        QCOMPARE(towns.find({.vendor = *towns.dev.vendorId}), QStringList{QStringLiteral("Steel rods")});
    }

    // SRCH-06
    void aSearchFindsOnlyWhatContainsAllItsWords()
    {
        Towns towns;
        PutProduct wish = towns.wish(QStringLiteral("लोहे की छड़ें"));
        wish.tags = {QStringLiteral("Gusseisen"), QStringLiteral("100% pure_iron")};
        towns.product(towns.asha, wish);

        QCOMPARE(towns.find({.q = QStringLiteral("COPPER insulation")}), QStringList{QStringLiteral("Copper wire")});
        QCOMPARE(towns.find({.q = QStringLiteral("copper steel")}), QStringList{});
        QCOMPARE(towns.find({.q = QStringLiteral("लोहे")}).size(), 1);
        QCOMPARE(towns.find({.q = QStringLiteral("gusseisen")}).size(), 1);
        QCOMPARE(towns.find({.q = QStringLiteral("%")}).size(), 4); // no word at all narrows nothing
        QCOMPARE(towns.find({.q = QStringLiteral("x' OR '1'='1")}), QStringList{});
    }

    // SRCH-11
    void whatIsNotOnSaleIsNotFound()
    {
        Towns towns;
        QCOMPARE(towns.find({}).size(), 3);

        QVERIFY(towns.catalog.removeProduct(towns.asha, towns.copper.id));
        towns.decideKyc(towns.ravi, KycStatus::Rejected);
        towns.hear();

        QCOMPARE(towns.find({}), QStringList{QStringLiteral("Steel rods")});
        QCOMPARE(towns.discovery.findStores({}, {})->items.size(), 2);
        QCOMPARE(towns.discovery.readStore({}, *towns.ravi.vendorId).error().code, ErrorCode::NotFound);
    }

    // SRCH-07
    void pricesAreSortedAndShownForTheRole()
    {
        Towns towns;
        PutProduct cheapForTrade = towns.wish(QStringLiteral("Lead"));
        cheapForTrade.price = {90'000};
        cheapForTrade.distributorPrice = Money{10'000};
        towns.product(towns.asha, cheapForTrade);
        const Caller trade = towns.distributor(QStringLiteral("dina"), DistributorStatus::Approved);
        const Caller pending = towns.distributor(QStringLiteral("dilip"), DistributorStatus::Pending);
        const FindProducts rising{.sort = ProductSort::PriceAsc};

        QCOMPARE(towns.find(rising).last(), QStringLiteral("Lead"));
        QCOMPARE(towns.find(rising, pending).last(), QStringLiteral("Lead"));
        const auto forTrade = towns.discovery.findProducts(trade, rising);
        QCOMPARE(forTrade->items.first().title, QStringLiteral("Lead"));
        QCOMPARE(forTrade->items.first().price, Money{10'000});
        QCOMPARE(towns.find({.sort = ProductSort::PriceDesc}).first(), QStringLiteral("Lead"));
        QCOMPARE(towns.find({.sort = ProductSort::PriceDesc}, trade).last(), QStringLiteral("Lead"));
    }

    // SRCH-08, SRCH-09
    void everySortIsPagedWithoutGapsOrRepeats_data()
    {
        QTest::addColumn<ProductSort>("sort");
        QTest::newRow("newest") << ProductSort::Newest;
        QTest::newRow("distance") << ProductSort::Distance;
        QTest::newRow("price, rising") << ProductSort::PriceAsc;
        QTest::newRow("price, falling") << ProductSort::PriceDesc;
    }
    void everySortIsPagedWithoutGapsOrRepeats()
    {
        QFETCH(ProductSort, sort);
        Bazaar bazaar;
        QList<Caller> vendors;
        for (int i = 0; i < 6; ++i)
            vendors += bazaar.vendor(QStringLiteral("vendor%1").arg(i), {19 + i * 0.1, 72});
        // One of them is out of reach, so that rows have to be passed over.
        vendors += bazaar.vendor(QStringLiteral("far"), delhi);
        for (int i = 0; i < 63; ++i) {
            PutProduct wish = bazaar.wish(QStringLiteral("Lot %1").arg(i));
            wish.price = {100 + i % 4};
            bazaar.product(vendors[i % 7], wish);
        }
        FindProducts wish = around({19, 72});
        wish.sort = sort;

        QSet<Id<Product>> seen;
        QList<ProductCard> all;
        QList<qsizetype> sizes;
        do {
            const auto page = bazaar.discovery.findProducts({}, wish);
            QVERIFY(page);
            sizes += page->items.size();
            for (const ProductCard &card : page->items)
                seen += card.id;
            all += page->items;
            wish.cursor = page->nextCursor;
            // A product that comes in between moves no border.
            bazaar.product(vendors[0], QStringLiteral("New"));
            bazaar.outbox.drain();
        } while (wish.cursor && sizes.size() < 10);

        QCOMPARE(sizes.first(), 20);
        QCOMPARE(seen.size(), all.size());
        QVERIFY(seen.size() >= 54);
        for (qsizetype i = 1; i < all.size(); ++i) {
            if (sort == ProductSort::Distance)
                QVERIFY(*all[i - 1].distanceKm <= *all[i].distanceKm);
            else if (sort == ProductSort::PriceAsc)
                QVERIFY(all[i - 1].price <= all[i].price);
            else if (sort == ProductSort::PriceDesc)
                QVERIFY(all[i - 1].price >= all[i].price);
            else
                QVERIFY(all[i].id < all[i - 1].id);
        }
        wish.cursor = QStringLiteral("bm9uc2Vuc2U");
        QCOMPARE(bazaar.discovery.findProducts({}, wish).error().code, ErrorCode::ValidationFailed);
    }

    void aFewNearStoresAreFoundAmongManyFarOnes()
    {
        Bazaar bazaar;
        const Caller near = bazaar.vendor(QStringLiteral("near"), mumbai);
        const Caller far = bazaar.vendor(QStringLiteral("far"), delhi);
        for (int i = 0; i < 3; ++i)
            bazaar.product(near, QStringLiteral("Near %1").arg(i));
        for (int i = 0; i < 80; ++i)
            bazaar.product(far, QStringLiteral("Far %1").arg(i));

        FindProducts wish = around(mumbai);
        const auto page = bazaar.discovery.findProducts({}, wish);
        wish.limit = 2;
        const auto first = bazaar.discovery.findProducts({}, wish);
        wish.cursor = first->nextCursor;
        const auto second = bazaar.discovery.findProducts({}, wish);

        QCOMPARE(titles(*page).size(), 3);
        QCOMPARE(titles(*first), (QStringList{QStringLiteral("Near 2"), QStringLiteral("Near 1")}));
        QCOMPARE(titles(*second), QStringList{QStringLiteral("Near 0")});
        QVERIFY(!second->nextCursor);
    }

    // SRCH-12
    void anAnswerIsKeptUntilSomethingChangesOrItsTimeIsUp()
    {
        Towns towns;
        QCOMPARE(towns.find({}).size(), 3);
        towns.hear();
        QCOMPARE(towns.find({}).size(), 3);

        // Behind the back of the catalogue nothing is heard, so the kept answer is given.
        towns.sql("UPDATE products SET is_active = 0 WHERE title = 'Steel rods'");
        QCOMPARE(towns.find({}).size(), 3);
        towns.db.clock.advance(300'001);
        QCOMPARE(towns.find({}).size(), 2);

        towns.product(towns.asha, QStringLiteral("Zinc"));
        towns.hear();
        const auto page = towns.discovery.findProducts({}, {});
        QCOMPARE(titles(*page).first(), QStringLiteral("Zinc"));
        QCOMPARE(page->encoded, json::bytes(page->items));
    }

    // SRCH-10
    void storesAreListedNearestFirst()
    {
        Towns towns;
        const FindStores wish{.limit = 1, .latitude = pune.latitude, .longitude = pune.longitude};

        const auto first = towns.discovery.findStores({}, wish);
        FindStores next = wish;
        next.cursor = first->nextCursor;
        const auto second = towns.discovery.findStores({}, next);

        QCOMPARE(first->items.constFirst().storeName, QStringLiteral("ravi Metals"));
        QCOMPARE(first->items.constFirst().productsCount, 1);
        QCOMPARE(first->items.constFirst().distanceKm.value(), 0.0);
        QCOMPARE(second->items.constFirst().storeName, QStringLiteral("asha Metals"));
        QVERIFY(!second->nextCursor);
        QCOMPARE(towns.discovery.findStores({}, {})->items.size(), 3);
        QVERIFY(!towns.discovery.findStores({}, {})->items.constFirst().distanceKm);
    }

    // A store may be somebody's home: a cursor says no more about where it is than the card above it.
    void cursorsAreNoMoreExactThanWhatIsShown()
    {
        Towns towns;
        FindProducts products = around(mumbai);
        products.sort = ProductSort::Distance;
        products.limit = 1;
        products.radiusKm = 5000;
        towns.sql("UPDATE vendors SET radius_km = NULL");
        QVERIFY(towns.settings.changeSetting(towns.admin(), QStringLiteral("discovery.radius_km"),
                                             {QStringLiteral("5000")}));
        const auto first = towns.discovery.findProducts({}, products);
        products.cursor = first->nextCursor;
        const auto second = towns.discovery.findProducts({}, products);
        const auto stores = towns.discovery.findStores(
            {}, {.limit = 2, .latitude = mumbai.latitude, .longitude = mumbai.longitude, .radiusKm = 5000});

        QCOMPARE(cursor::key(second->nextCursor, 4)->last(), QStringLiteral("120.15"));
        QCOMPARE(cursor::key(stores->nextCursor, 2)->first(), QStringLiteral("120.15"));
        products.cursor = second->nextCursor;
        QCOMPARE(titles(*towns.discovery.findProducts({}, products)), QStringList{QStringLiteral("Steel rods")});
    }

    // VEN-18
    void aStoreHasAPublicProfile()
    {
        Towns towns;
        const Caller buyer = towns.buyerAt(QStringLiteral("bina"), pune);

        const auto seen = towns.discovery.readStore(buyer, *towns.asha.vendorId);

        QCOMPARE(seen->storeName, QStringLiteral("asha Metals"));
        QCOMPARE(seen->city, QStringLiteral("Mumbai"));
        QCOMPARE(seen->productsCount, 1);
        QCOMPARE(seen->distanceKm.value(), 120.15);
        QVERIFY(!towns.discovery.readStore({}, *towns.asha.vendorId)->distanceKm);
        QCOMPARE(towns.discovery.readStore({}, towns.ids.next<Vendor>()).error().code, ErrorCode::NotFound);
    }
};

TEST_CLASS(TestOfDiscovery)

#include "tst_discovery.moc"
