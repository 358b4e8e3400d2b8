#include "tests/commerce/bazaar.h"
#include "tests/support/runner.h"

#include <thread>

class TestOfCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // CAT-10
    void slugsFollowTheTreeAndNamesAreUniquePerParent()
    {
        Bazaar bazaar;
        const Caller admin = bazaar.admin();
        const Id<Category> metals = bazaar.category(QStringLiteral("Metals"));
        const auto copper =
            bazaar.catalog.addCategory(admin, {.parentId = metals, .name = QStringLiteral("Copper & Brass")});

        const auto twin =
            bazaar.catalog.addCategory(admin, {.parentId = metals, .name = QStringLiteral("copper brass")});
        const auto elsewhere = bazaar.catalog.addCategory(admin, {.name = QStringLiteral("Copper & Brass")});
        const auto tree = bazaar.catalog.listCategories({});

        QCOMPARE(copper->slug, QStringLiteral("metals-copper-brass"));
        QCOMPARE(twin.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(elsewhere->slug, QStringLiteral("copper-brass"));
        QCOMPARE(tree->size(), 3);
        const auto placeOf = [&](Id<Category> id) {
            qsizetype at = 0;
            while (tree->at(at).id != id)
                ++at;
            return at;
        };
        QVERIFY(placeOf(metals) < placeOf(copper->id));
    }

    void aCategoryCannotMoveBelowItself()
    {
        Bazaar bazaar;
        const Caller admin = bazaar.admin();
        const Id<Category> metals = bazaar.category(QStringLiteral("Metals"));
        const Id<Category> copper = bazaar.category(QStringLiteral("Copper"), metals);

        const auto below =
            bazaar.catalog.updateCategory(admin, metals, {.parentId = copper, .name = QStringLiteral("Metals")});
        const auto self =
            bazaar.catalog.updateCategory(admin, metals, {.parentId = metals, .name = QStringLiteral("Metals")});

        QCOMPARE(below.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(self.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(bazaar.db.number("count(*) FROM categories WHERE parent_id IS NULL"), 1);
    }

    void aNewNameGoesDownTheBranch()
    {
        Bazaar bazaar;
        const Id<Category> metals = bazaar.category(QStringLiteral("Metals"));
        const Id<Category> copper = bazaar.category(QStringLiteral("Copper"), metals);
        bazaar.category(QStringLiteral("Wire"), copper);

        const auto renamed =
            bazaar.catalog.updateCategory(bazaar.admin(), metals, {.name = QStringLiteral("Non Ferrous")});

        QVERIFY(renamed);
        QCOMPARE(bazaar.db.number("count(*) FROM categories WHERE slug = 'non-ferrous-copper-wire'"), 1);
    }

    void onlyAdminsWithThePermissionChangeCategories()
    {
        Bazaar bazaar;
        const Caller clerk{.role = Role::Admin, .known = true, .permissions = {Permission::ReviewKyc}};

        const auto byVendor =
            bazaar.catalog.addCategory(bazaar.vendor(QStringLiteral("asha")), {.name = QStringLiteral("X")});
        const auto byClerk = bazaar.catalog.addCategory(clerk, {.name = QStringLiteral("X")});

        QCOMPARE(byVendor.error().code, ErrorCode::PermissionMissing);
        QCOMPARE(byClerk.error().code, ErrorCode::PermissionMissing);
        QCOMPARE(bazaar.db.number("count(*) FROM categories"), 0);
    }

    // CAT-01, CAT-04, CAT-20, STK-08
    void aProductIsKeptAsItWasOffered()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        PutProduct wish = bazaar.wish(QStringLiteral("  Copper   wire "));
        wish.hsnCode = QStringLiteral("7404");
        wish.gstRate = {1800};
        wish.tags = {QStringLiteral("bright"), QStringLiteral("तांबा")};
        wish.specifications = {{QStringLiteral("Grade"), QStringLiteral("A")}};
        wish.sku = QString();

        const auto made = bazaar.catalog.addProduct(vendor, wish);
        const auto read = bazaar.catalog.readProduct({}, made->id);

        QVERIFY(made);
        QVERIFY(read);
        QCOMPARE(read->title, QStringLiteral("Copper wire"));
        QCOMPARE(read->vendorId, *vendor.vendorId);
        QCOMPARE(read->price, Money{72'000});
        QCOMPARE(read->stockQuantity, Quantity{100'000});
        QCOMPARE(read->hsnCode, QStringLiteral("7404"));
        QCOMPARE(read->gstRate, BasisPoints{1800});
        QCOMPARE(read->tags, wish.tags);
        QCOMPARE(read->specifications.constFirst().value, QStringLiteral("A"));
        QCOMPARE(read->version, 1);
        QVERIFY(read->sku.startsWith(QLatin1String("KW-")));
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements WHERE quantity_after = 100000"), 1);
        QCOMPARE(bazaar.db.number("count(*) FROM outbox WHERE topic = 'catalog.product_changed'"), 1);
    }

    // CAT-02, CAT-03, CAT-05
    void aRefusedProductLeavesNoTrace_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::newRow("store not approved") << "applicant" << ErrorCode::CannotSell;
        QTest::newRow("buyer") << "buyer" << ErrorCode::Forbidden;
        QTest::newRow("blank title") << "title" << ErrorCode::ValidationFailed;
        QTest::newRow("blank description") << "description" << ErrorCode::ValidationFailed;
        QTest::newRow("no stock said") << "stock" << ErrorCode::ValidationFailed;
        QTest::newRow("unknown category") << "category" << ErrorCode::ValidationFailed;
        QTest::newRow("half a piece") << "piece" << ErrorCode::ValidationFailed;
        QTest::newRow("SKU taken") << "sku" << ErrorCode::AlreadyExists;
    }
    void aRefusedProductLeavesNoTrace()
    {
        QFETCH(QString, what);
        QFETCH(ErrorCode, refusal);
        Bazaar bazaar;
        Caller caller = bazaar.vendor(QStringLiteral("asha"));
        PutProduct wish = bazaar.wish();
        wish.sku = QStringLiteral("CU-1");
        const Product first = bazaar.product(caller, wish);
        wish.sku = QStringLiteral("CU-2");
        if (what == u"applicant")
            caller = bazaar.applicant(QStringLiteral("ravi"));
        else if (what == u"buyer")
            caller = bazaar.buyer(QStringLiteral("ravi"));
        else if (what == u"title")
            wish.title = QStringLiteral("   ");
        else if (what == u"description")
            wish.description = QStringLiteral(" ");
        else if (what == u"stock")
            wish.stockQuantity.reset();
        else if (what == u"category")
            wish.categoryId = bazaar.ids.next<Category>();
        else if (what == u"piece")
            wish.unit = Unit::Piece, wish.stockQuantity = Quantity{1500};
        else
            wish.sku = QStringLiteral("CU-1");
        const qint64 audited = bazaar.db.number("count(*) FROM audit_entries");

        const auto refused = bazaar.catalog.addProduct(caller, wish);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, refusal);
        QCOMPARE(bazaar.db.number("count(*) FROM products"), 1);
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements"), 1);
        QCOMPARE(bazaar.db.number("count(*) FROM audit_entries"), audited);
        QCOMPARE(bazaar.db.number("count(*) FROM outbox WHERE topic = 'catalog.product_changed'"), 1);
    }

    void theSameSkuMayBeUsedByAnotherStoreAndAfterRemoval()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha")), ravi = bazaar.vendor(QStringLiteral("ravi"));
        PutProduct wish = bazaar.wish();
        wish.sku = QStringLiteral("CU-1");
        const Product first = bazaar.product(asha, wish);

        QVERIFY(bazaar.catalog.addProduct(ravi, wish));
        QVERIFY(bazaar.catalog.removeProduct(asha, first.id));
        QVERIFY(bazaar.catalog.addProduct(asha, wish));
    }

    void dualPricingAsksForADistributorPrice()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        PutProduct wish = bazaar.wish();
        QVERIFY(bazaar.settings.changeSetting(bazaar.admin(), QStringLiteral("catalog.dual_pricing"),
                                              {.value = QStringLiteral("true")}));

        const auto refused = bazaar.catalog.addProduct(vendor, wish);
        wish.distributorPrice = Money{70'000};
        const auto taken = bazaar.catalog.addProduct(vendor, wish);

        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("distributor_price"));
        QVERIFY(taken);
    }

    // CAT-12, and edits that cross each other
    void anEditNamesTheVersionItSaw()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        const Product product = bazaar.product(vendor);
        PutProduct wish = bazaar.wish(QStringLiteral("Copper rod"));
        wish.stockQuantity.reset();
        wish.price = {73'000};

        const auto unsaid = bazaar.catalog.updateProduct(vendor, product.id, wish);
        wish.version = 1;
        const auto first = bazaar.catalog.updateProduct(vendor, product.id, wish);
        wish.price = {1};
        const auto late = bazaar.catalog.updateProduct(vendor, product.id, wish);

        QCOMPARE(unsaid.error().fields.constFirst().field, QStringLiteral("version"));
        QCOMPARE(first->version, 2);
        QCOMPARE(first->sku, product.sku);
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QCOMPARE(bazaar.catalog.readProduct({}, product.id)->price, Money{73'000});
        QCOMPARE(bazaar.db.number("count(*) FROM audit_entries WHERE action = 'catalog.price_changed'"), 1);
    }

    void aForeignProductLooksLikeNone()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha")), ravi = bazaar.vendor(QStringLiteral("ravi"));
        const Product product = bazaar.product(asha);
        PutProduct wish = bazaar.wish(QStringLiteral("Mine now"));
        wish.stockQuantity.reset();
        wish.version = 1;

        const auto updated = bazaar.catalog.updateProduct(ravi, product.id, wish);
        const auto moved = bazaar.catalog.changeStock(ravi, product.id, {.delta = {1000}});
        const auto removed = bazaar.catalog.removeProduct(ravi, product.id);
        const auto unknown = bazaar.catalog.removeProduct(ravi, bazaar.ids.next<Product>());

        QCOMPARE(updated.error().code, ErrorCode::NotFound);
        QCOMPARE(moved.error().code, ErrorCode::NotFound);
        QCOMPARE(removed.error().code, ErrorCode::NotFound);
        QCOMPARE(removed.error().message, unknown.error().message);
        QCOMPARE(bazaar.catalog.readProduct({}, product.id)->title, QStringLiteral("Copper wire"));
        QCOMPARE(bazaar.stockOf(product.id), 100'000);
    }

    // CAT-06
    void aRemovedProductIsGoneForEverybodyAndStaysInTheTable()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        const Product product = bazaar.product(vendor);

        QVERIFY(bazaar.catalog.removeProduct(vendor, product.id));

        QCOMPARE(bazaar.catalog.readProduct({}, product.id).error().code, ErrorCode::NotFound);
        QCOMPARE(bazaar.catalog.readProduct(vendor, product.id).error().code, ErrorCode::NotFound);
        QCOMPARE(bazaar.catalog.listOwnProducts(vendor, {})->items.size(), 0);
        QCOMPARE(bazaar.db.number("count(*) FROM products WHERE deleted_at IS NOT NULL"), 1);
    }

    void strangersSeeOnlyWhatIsOnSale()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        PutProduct wish = bazaar.wish();
        wish.isActive = false;
        const Product hidden = bazaar.product(vendor, wish);
        const Product shown = bazaar.product(vendor);

        QCOMPARE(bazaar.catalog.readProduct({}, hidden.id).error().code, ErrorCode::NotFound);
        QVERIFY(bazaar.catalog.readProduct(vendor, hidden.id));
        QVERIFY(bazaar.catalog.readProduct({}, shown.id));
        bazaar.decideKyc(vendor, KycStatus::Rejected);
        QCOMPARE(bazaar.catalog.readProduct({}, shown.id).error().code, ErrorCode::NotFound);
        QVERIFY(bazaar.catalog.readProduct(vendor, shown.id));
    }

    // CAT-08
    void theDistributorPriceIsForApprovedDistributorsTheStoreAndAdmins()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        PutProduct wish = bazaar.wish();
        wish.distributorPrice = Money{70'000};
        const Id<Product> id = bazaar.product(vendor, wish).id;
        const auto seenBy = [&](const Caller &caller) {
            return bazaar.catalog.readProduct(caller, id)->distributorPrice;
        };

        QVERIFY(!seenBy({}));
        QVERIFY(!seenBy(bazaar.buyer(QStringLiteral("bina"))));
        QVERIFY(!seenBy(bazaar.distributor(QStringLiteral("dev"), DistributorStatus::Pending)));
        QCOMPARE(seenBy(bazaar.distributor(QStringLiteral("dina"), DistributorStatus::Approved)), Money{70'000});
        QCOMPARE(seenBy(vendor), Money{70'000});
        QCOMPARE(seenBy(bazaar.admin()), Money{70'000});
    }

    void ownProductsAreFilteredAndPaged()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        for (int i = 0; i < 5; ++i)
            bazaar.product(vendor, QStringLiteral("Lot %1").arg(i));
        PutProduct low = bazaar.wish(QStringLiteral("Brass honey"));
        low.stockQuantity = Quantity{500};
        low.minStockLevel = Quantity{1000};
        bazaar.product(vendor, low);
        bazaar.product(bazaar.vendor(QStringLiteral("ravi")), QStringLiteral("Foreign"));

        const auto first = bazaar.catalog.listOwnProducts(vendor, {.limit = 4});
        const auto rest = bazaar.catalog.listOwnProducts(vendor, {.limit = 4, .cursor = first->nextCursor});
        const auto lows = bazaar.catalog.listOwnProducts(vendor, {.lowStock = true});
        const auto named = bazaar.catalog.listOwnProducts(vendor, {.q = QStringLiteral("HONEY bra")});

        QCOMPARE(first->items.size(), 4);
        QCOMPARE(first->items.constFirst().title, QStringLiteral("Brass honey"));
        QCOMPARE(rest->items.size(), 2);
        QVERIFY(!rest->nextCursor);
        QCOMPARE(lows->items.size(), 1);
        QCOMPARE(named->items.size(), 1);
        QCOMPARE(bazaar.catalog.listOwnProducts(bazaar.buyer(QStringLiteral("bina")), {}).error().code,
                 ErrorCode::Forbidden);
    }

    // STK-02, STK-15
    void aStockNeverFallsBelowZero()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        const Id<Product> id = bazaar.product(vendor).id;

        const auto tooMuch = bazaar.catalog.changeStock(vendor, id, {.delta = {-100'001}});
        const auto nothing = bazaar.catalog.changeStock(vendor, id, {.delta = {0}});
        QCOMPARE(bazaar.stockOf(id), 100'000);
        const auto all = bazaar.catalog.changeStock(vendor, id, {.delta = {-100'000}});

        QCOMPARE(tooMuch.error().code, ErrorCode::OutOfStock);
        QCOMPARE(nothing.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(all->stockQuantity, Quantity{0});
        QCOMPARE(all->version, 1);
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements"), 2);
        QCOMPARE(bazaar.db.number("count(*) FROM audit_entries WHERE action = 'catalog.stock_changed'"), 1);
    }

    // STK-03
    void concurrentChangesLoseNothing()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        const Id<Product> id = bazaar.product(vendor).id;
        std::vector<std::thread> hands;
        for (int hand = 0; hand < 4; ++hand) {
            hands.emplace_back([&, hand] {
                for (int i = 0; i < 10; ++i)
                    (void)bazaar.catalog.changeStock(vendor, id, {.delta = {hand % 2 ? -700 : 1000}}).has_value();
            });
        }
        for (std::thread &hand : hands)
            hand.join();

        QCOMPARE(bazaar.stockOf(id), 100'000 + 20 * 1000 - 20 * 700);
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements"), 41);
        QCOMPARE(bazaar.db.number("sum(quantity_after - quantity_before) FROM stock_movements"), bazaar.stockOf(id));
    }

    // STK-01
    void reservingTakesTheStockAndSaysWhatAnOrderNeeds()
    {
        Bazaar bazaar;
        const Caller admin = bazaar.admin(), vendor = bazaar.vendor(QStringLiteral("asha"));
        const auto metals = bazaar.catalog.addCategory(
            admin, {.name = QStringLiteral("All metals"), .commissionRate = BasisPoints{350}});
        PutProduct wish = bazaar.wish();
        wish.categoryId = bazaar.category(QStringLiteral("Copper"), metals->id);
        wish.distributorPrice = Money{70'000};
        const Id<Product> id = bazaar.product(vendor, wish).id;

        const auto reserved =
            bazaar.db->write([&](Tx &tx) { return bazaar.catalog.reserve(tx, id, {46'500}, Role::Buyer, admin.id); });
        const auto cheaper =
            bazaar.db->write([&](Tx &tx) { return bazaar.catalog.reserve(tx, id, {1000}, Role::Distributor); });

        QVERIFY(reserved);
        QCOMPARE(reserved->unitPrice, Money{72'000});
        QCOMPARE(reserved->listed, Quantity{100'000});
        QCOMPARE(reserved->product.stockQuantity, Quantity{53'500});
        QCOMPARE(reserved->vendor.id, *vendor.vendorId);
        QCOMPARE(reserved->categoryRate, BasisPoints{350});
        QCOMPARE(cheaper->unitPrice, Money{70'000});
        QCOMPARE(bazaar.stockOf(id), 52'500);
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements WHERE cause = 'sale' AND actor_id = ?", admin.id), 1);
    }

    void aRefusedReservationTakesNothing_data()
    {
        QTest::addColumn<qint64>("milli");
        QTest::addColumn<QString>("state");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::newRow("too much") << qint64(100'001) << "" << ErrorCode::OutOfStock;
        QTest::newRow("below the minimum") << qint64(999) << "" << ErrorCode::BelowMinimum;
        QTest::newRow("inactive") << qint64(1000) << "UPDATE products SET is_active = 0" << ErrorCode::NotFound;
        QTest::newRow("store may not sell") << qint64(1000) << "UPDATE vendors SET can_sell = 0" << ErrorCode::NotFound;
    }
    void aRefusedReservationTakesNothing()
    {
        QFETCH(qint64, milli);
        QFETCH(QString, state);
        QFETCH(ErrorCode, refusal);
        Bazaar bazaar;
        const Id<Product> id = bazaar.product(bazaar.vendor(QStringLiteral("asha"))).id;
        if (!state.isEmpty())
            bazaar.sql(state.toStdString());

        const auto refused =
            bazaar.db->write([&](Tx &tx) { return bazaar.catalog.reserve(tx, id, {milli}, Role::Buyer); });

        QCOMPARE(refused.error().code, refusal);
        QCOMPARE(bazaar.stockOf(id), 100'000);
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements"), 1);
        if (refusal == ErrorCode::OutOfStock)
            QCOMPARE(refused.error().details,
                     "{\"product_id\":\"" + id.text().toLatin1() + "\",\"available\":\"100\"}");
    }

    void restoringBringsTheStockBackAlsoOfARemovedProduct()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        const Id<Product> id = bazaar.product(vendor).id;
        QVERIFY(bazaar.db->write([&](Tx &tx) { return bazaar.catalog.reserve(tx, id, {40'000}, Role::Buyer); }));
        QVERIFY(bazaar.catalog.removeProduct(vendor, id));

        const Result<> restored = bazaar.db->write([&](Tx &tx) -> Result<> {
            bazaar.catalog.restore(tx, id, {40'000}, StockCause::Cancel);
            return {};
        });

        QVERIFY(restored);
        QCOMPARE(bazaar.stockOf(id), 100'000);
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements WHERE cause = 'cancel'"), 1);
    }

    // A sale is not news for the lists unless the product can no longer be bought.
    void onlyTheLastSaleIsNews()
    {
        Bazaar bazaar;
        const Id<Product> id = bazaar.product(bazaar.vendor(QStringLiteral("asha"))).id;
        const auto news = [&] {
            return bazaar.db.number("count(*) FROM outbox WHERE topic = 'catalog.product_changed'");
        };
        const qint64 before = news();

        QVERIFY(bazaar.db->write([&](Tx &tx) { return bazaar.catalog.reserve(tx, id, {1000}, Role::Buyer); }));
        QCOMPARE(news(), before);
        QVERIFY(bazaar.db->write([&](Tx &tx) { return bazaar.catalog.reserve(tx, id, {99'000}, Role::Buyer); }));
        QCOMPARE(news(), before + 1);
    }
};

TEST_CLASS(TestOfCatalog)

#include "tst_catalog.moc"
