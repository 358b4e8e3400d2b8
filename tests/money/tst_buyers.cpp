#include "tests/money/home.h"
#include "tests/support/runner.h"

namespace {

QStringList titlesOf(const Page<Wish> &page)
{
    QStringList out;
    for (const Wish &each : page.items)
        out += each.product ? each.title : QStringLiteral("gone: ") + each.title;
    return out;
}

} // namespace

class TestOfBuyers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ACC-06
    void wishesAreListedNewestFirstAndOnceEach()
    {
        Home home;
        const auto brass = home.addProduct(home.store, QStringLiteral("Brass taps"), {45'000}, World::kilograms(5));
        const auto iron = home.addProduct(home.store, QStringLiteral("Iron rods"), {4'000}, World::kilograms(5));
        const Caller &asha = home.buyer.caller;
        for (const Id<Product> id : {home.store.copper, brass, iron})
            QVERIFY(home.buyers.addWish(asha, id));

        const auto again = home.buyers.addWish(asha, home.store.copper);
        const auto first = home.buyers.listWishes(asha, {.limit = 2});
        const auto rest = home.buyers.listWishes(asha, {.limit = 2, .cursor = first->nextCursor});
        QVERIFY(home.buyers.removeWish(asha, brass));
        QVERIFY(home.buyers.removeWish(asha, brass));

        QCOMPARE(again->product->price, World::copperPrice);
        QCOMPARE(again->product->storeName, QStringLiteral("Iron Yard"));
        QVERIFY(again->product->distanceKm);
        QCOMPARE(titlesOf(*first), (QStringList{QStringLiteral("Iron rods"), QStringLiteral("Brass taps")}));
        QCOMPARE(titlesOf(*rest), QStringList{QStringLiteral("Copper wire")});
        QVERIFY(!rest->nextCursor);
        QCOMPARE(titlesOf(*home.buyers.listWishes(asha, {})),
                 (QStringList{QStringLiteral("Iron rods"), QStringLiteral("Copper wire")}));
    }

    // ACC-06, C06: the price of whoever looks.
    void aDistributorSeesHisOwnPriceInHisWishes()
    {
        Home home;
        const Id<Product> tin = home.catalog
                                    .addProduct(home.store.caller, {.categoryId = home.metals,
                                                                    .title = QStringLiteral("Tin"),
                                                                    .description = QStringLiteral("Clean"),
                                                                    .price = {9'000},
                                                                    .distributorPrice = Money{8'000},
                                                                    .stockQuantity = World::kilograms(5)})
                                    .value()
                                    .id;
        const Customer dara = home.addBuyer(QStringLiteral("dara"), Role::Distributor);
        QVERIFY(home.buyers.addWish(dara.caller, tin));
        QVERIFY(home.buyers.addWish(home.buyer.caller, tin));
        (void)home.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE accounts SET distributor_status = 'approved' WHERE id = ?", dara.caller.id);
            return {};
        });

        QCOMPARE(home.buyers.listWishes(dara.caller, {})->items[0].product->price, Money{8'000});
        QCOMPARE(home.buyers.listWishes(home.buyer.caller, {})->items[0].product->price, Money{9'000});
    }

    // ACC-06: what is gone keeps its name and can be taken off the list.
    void whatIsNotOfferedAnyMoreIsMarked()
    {
        Home home;
        Store other = home.openStore(QStringLiteral("Brass House"));
        const auto iron = home.addProduct(home.store, QStringLiteral("Iron rods"), {4'000}, World::kilograms(5));
        const Caller &asha = home.buyer.caller;
        QVERIFY(home.buyers.addWish(asha, iron));
        QVERIFY(home.buyers.addWish(asha, other.copper));

        QVERIFY(home.catalog.removeProduct(home.store.caller, iron));
        home.suspend(other);

        QCOMPARE(titlesOf(*home.buyers.listWishes(asha, {})),
                 (QStringList{QStringLiteral("gone: Copper wire"), QStringLiteral("gone: Iron rods")}));
        QCOMPARE(home.buyers.addWish(asha, iron).error().code, ErrorCode::NotFound);
        QVERIFY(home.buyers.removeWish(asha, iron));
        QCOMPARE(home.db.number("count(*) FROM wishes"), 1);
    }

    // ACC-06
    void wishesHaveALimitAndAnUnknownProductIsNone()
    {
        Home home;
        const Caller &asha = home.buyer.caller;
        buyers::PastTaste past{.account = asha.id};
        for (int i = 0; i < wishesMax; ++i)
            past.wishes += {home.addProduct(home.store, QStringLiteral("Thing"), {100}, World::kilograms(1)),
                            QStringLiteral("Thing"), Instant{i + 1}};
        QVERIFY(home.db->write([&](Tx &tx) { return home.buyers.adopt(tx, past); }));

        const auto refused = home.buyers.addWish(asha, home.store.copper);
        const auto unknown = home.buyers.addWish(asha, home.ids.next<Product>());
        const auto unknownGone = home.buyers.removeWish(asha, home.ids.next<Product>());

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        QCOMPARE(unknownGone.error().code, ErrorCode::NotFound);
        QCOMPARE(home.db.number("count(*) FROM wishes"), qint64(wishesMax));
    }

    // ACC-04
    void favouriteStoresAreKeptNewestFirst()
    {
        Home home;
        Store other = home.openStore(QStringLiteral("Brass House"));
        const Caller &asha = home.buyer.caller;
        QVERIFY(home.buyers.addFavouriteStore(asha, {home.store.id}));
        home.db.clock.advance(1);
        QVERIFY(home.buyers.addFavouriteStore(asha, {other.id}));
        QVERIFY(home.buyers.addFavouriteStore(asha, {other.id}));
        home.suspend(home.store);

        const auto stores = home.buyers.listFavouriteStores(asha);
        const auto unknown = home.buyers.addFavouriteStore(asha, {home.ids.next<Vendor>()});
        const auto shut = home.buyers.addFavouriteStore(home.addBuyer(QStringLiteral("bina")).caller, {home.store.id});

        QCOMPARE(stores->size(), 2);
        QCOMPARE(stores->at(0).storeName, QStringLiteral("Brass House"));
        QCOMPARE(stores->at(0).store->productsCount, 1);
        QCOMPARE(stores->at(1).storeName, QStringLiteral("Iron Yard"));
        QVERIFY(!stores->at(1).store);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        QCOMPARE(shut.error().code, ErrorCode::NotFound);
        QVERIFY(home.buyers.removeFavouriteStore(asha, home.store.id));
        QCOMPARE(home.db.number("count(*) FROM favourite_stores"), 1);
    }

    // ACC-04
    void aProfileIsSaidAndTakenBack()
    {
        Home home;
        const Caller &asha = home.buyer.caller;
        QVERIFY(home.buyers.addWish(asha, home.store.copper));

        const auto said = home.buyers.saveBuyerProfile(asha, {QStringLiteral("1990-04-17"), Gender::Female});

        QCOMPARE(*said->dateOfBirth, QStringLiteral("1990-04-17"));
        QCOMPARE(*said->gender, Gender::Female);
        QCOMPARE(said->language, QStringLiteral("en"));
        QCOMPARE(said->wishes, 1);
        QCOMPARE(said->favouriteStores, 0);
        QCOMPARE(said->totalOrders, 0);
        QVERIFY(home.buyers.saveBuyerProfile(asha, {}));
        QVERIFY(!home.buyers.readBuyerProfile(asha)->dateOfBirth);
        QVERIFY(!home.buyers.readBuyerProfile(asha)->gender);
    }

    void whoCannotHaveBeenBornThenIsRefused_data()
    {
        QTest::addColumn<QString>("date");
        QTest::newRow("no day") << QStringLiteral("2001-02-30");
        QTest::newRow("to come") << QStringLiteral("2999-01-01");
        QTest::newRow("too long ago") << QStringLiteral("1820-01-01");
    }
    // ACC-04
    void whoCannotHaveBeenBornThenIsRefused()
    {
        QFETCH(QString, date);
        Home home;

        const auto refused = home.buyers.saveBuyerProfile(home.buyer.caller, {date, Gender::Male});

        QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("date_of_birth"));
        QCOMPARE(home.db.number("count(*) FROM buyer_profiles"), 0);
    }

    // ACC-08, ACC-04: spent is what the stores have, not what is held or came back.
    void theDashboardAddsUpTheOwnOrders()
    {
        Home home;
        home.fill(home.buyer, {10'000'000});
        (void)home.settled(World::kilograms(2));
        const Order open = home.placed(World::kilograms(1));
        const Order gone = home.placed(World::kilograms(3));
        QVERIFY(home.orders.cancelOrder(home.buyer.caller, gone.id, {QStringLiteral("Not needed")}));
        const Customer bina = home.addBuyer(QStringLiteral("bina"));

        const auto mine = home.buyers.readBuyerDashboard(home.buyer.caller);
        const auto hers = home.buyers.readBuyerDashboard(bina.caller);

        QCOMPARE(mine->totalOrders, 3);
        QCOMPARE(mine->pendingOrders, 1);
        QCOMPARE(mine->totalSpent, Money{150'000});
        QCOMPARE(mine->recentOrders.size(), 3);
        QCOMPARE(mine->recentOrders[0].orderNumber, gone.orderNumber);
        QCOMPARE(mine->recentOrders[0].orderStatus, OrderStatus::Cancelled);
        QCOMPARE(mine->recentOrders[1].orderNumber, open.orderNumber);
        QCOMPARE(mine->recentOrders[1].storeName, QStringLiteral("Iron Yard"));
        QCOMPARE(mine->recentOrders[1].totalAmount, World::copperPrice);
        QCOMPARE(mine->recentOrders[1].placedAt, open.placedAt);
        QCOMPARE(home.buyers.readBuyerProfile(home.buyer.caller)->totalSpent, Money{150'000});
        QCOMPARE(json::bytes(*hers), json::bytes(BuyerDashboard{}));
        QCOMPARE(home.buyers.readBuyerDashboard(home.store.caller).error().code, ErrorCode::Forbidden);
    }
};

TEST_CLASS(TestOfBuyers)

#include "tst_buyers.moc"
