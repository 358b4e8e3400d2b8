#include "server/catalog/reactions.h"
#include "tests/commerce/bazaar.h"
#include "tests/support/runner.h"

class TestOfCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

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

    // CAT-02, CAT-03, CAT-05, ACC-17, API-05
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
        const qint64 audited = bazaar.db.number("count(*) FROM audit_log");

        const auto refused = bazaar.catalog.addProduct(caller, wish);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, refusal);
        QCOMPARE(bazaar.db.number("count(*) FROM products"), 1);
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements"), 1);
        QCOMPARE(bazaar.db.number("count(*) FROM audit_log"), audited);
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

    // CAT-12, API-05, and edits that cross each other
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
        QCOMPARE(bazaar.db.number("count(*) FROM audit_log WHERE action = 'catalog.price_changed'"), 1);
    }

    // Stock and open orders count in it.
    void theUnitOfAProductStays()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha"));
        const Product product = bazaar.product(vendor);
        PutProduct wish = bazaar.wish();
        wish.stockQuantity.reset();
        wish.version = 1;
        wish.unit = Unit::Ton;

        const auto refused = bazaar.catalog.updateProduct(vendor, product.id, wish);

        QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("unit"));
        QCOMPARE(bazaar.catalog.readProduct({}, product.id)->unit, Unit::Kg);
        QCOMPARE(bazaar.db.number("count(*) FROM products WHERE version = 1"), 1);
        wish.unit = Unit::Kg;
        QVERIFY(bazaar.catalog.updateProduct(vendor, product.id, wish));
    }

    void productsFollowTheirStoreToAnotherRegion()
    {
        Bazaar bazaar;
        catalog::reactions(bazaar.outbox, bazaar.catalog);
        const Caller asha = bazaar.vendor(QStringLiteral("asha")), ravi = bazaar.vendor(QStringLiteral("ravi"));
        bazaar.product(asha);
        bazaar.product(ravi);
        const auto in = [&](std::string_view region) {
            return bazaar.db.number("count(*) FROM products WHERE region = ?", region);
        };
        bazaar.outbox.drain();
        QCOMPARE(in("IN-MH"), 2);

        QVERIFY(bazaar.accounts.updateVendorProfile(asha, {.storeName = QStringLiteral("asha Metals"),
                                                           .ownerName = QStringLiteral("Asha"),
                                                           .businessPhone = QStringLiteral("+919800000001"),
                                                           .streetAddress = QStringLiteral("1 Ring Road"),
                                                           .city = QStringLiteral("Delhi"),
                                                           .pincode = QStringLiteral("110001"),
                                                           .state = QStringLiteral("Delhi")}));
        bazaar.outbox.drain();

        QCOMPARE(in("IN-MH"), 1);
        QCOMPARE(in("IN-DL"), 1);
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
};

TEST_CLASS(TestOfCatalog)

#include "tst_catalog.moc"
