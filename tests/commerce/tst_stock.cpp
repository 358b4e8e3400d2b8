#include "tests/commerce/bazaar.h"
#include "tests/support/runner.h"

#include <thread>

class TestOfStock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

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
        QCOMPARE(bazaar.db.number("count(*) FROM audit_log WHERE action = 'catalog.stock_changed'"), 1);
    }

    // STK-07, API-12
    void severalStocksChangeTogetherOrNotAtAll()
    {
        Bazaar bazaar;
        const Caller vendor = bazaar.vendor(QStringLiteral("asha")), other = bazaar.vendor(QStringLiteral("ravi"));
        const Id<Product> first = bazaar.product(vendor).id, second = bazaar.product(vendor).id,
                          theirs = bazaar.product(other).id;
        const auto change = [&](const QList<StockLine> &lines) {
            return bazaar.catalog.changeStocks(vendor, {.lines = lines, .reason = QStringLiteral("Counted")});
        };

        const auto tooMuch = change({{first, {5'000}}, {second, {-100'001}}});
        const auto foreign = change({{theirs, {5'000}}, {first, {5'000}}});
        const auto twice = change({{first, {1'000}}, {second, {1'000}}, {first, {2'000}}});
        const auto zero = change({{first, {1'000}}, {second, {}}});
        QCOMPARE(bazaar.stockOf(first), 100'000);
        QCOMPARE(bazaar.stockOf(second), 100'000);
        QCOMPARE(bazaar.stockOf(theirs), 100'000);
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements WHERE cause = 'manual'"), 3); // their first
        const auto both = change({{second, {-100'000}}, {first, {5'000}}});

        QCOMPARE(tooMuch.error().code, ErrorCode::OutOfStock);
        QCOMPARE(tooMuch.error().fields.constFirst().field, QStringLiteral("lines.1.delta"));
        QCOMPARE(foreign.error().code, ErrorCode::NotFound);
        QCOMPARE(foreign.error().fields.constFirst().field, QStringLiteral("lines.0.product_id"));
        QCOMPARE(twice.error().fields.constFirst(),
                 (FieldError{QStringLiteral("lines.2.product_id"), QStringLiteral("is named twice")}));
        QCOMPARE(zero.error().fields.constFirst(),
                 (FieldError{QStringLiteral("lines.1.delta"), QStringLiteral("must not be zero")}));
        QCOMPARE(both->at(0).stockQuantity, Quantity{0});
        QCOMPARE(both->at(1).stockQuantity, Quantity{105'000});
        QCOMPARE(bazaar.db.number("count(*) FROM stock_movements WHERE cause = 'manual'"), 5);
        QCOMPARE(bazaar.db.number("count(*) FROM audit_log WHERE action = 'catalog.stock_changed'"), 2);
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
        QCOMPARE(reserved->categories.rate, BasisPoints{350});
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

TEST_CLASS(TestOfStock)

#include "tst_stock.moc"
