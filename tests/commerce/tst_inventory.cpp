#include "tests/commerce/bazaar.h"
#include "tests/support/runner.h"

// What a store and a buyer are told of the shelf.
class TestOfInventory : public QObject
{
    Q_OBJECT

    static Product put(Bazaar &bazaar, const Caller &vendor, Money price, Quantity stock, Quantity low)
    {
        PutProduct wish = bazaar.wish();
        wish.price = price;
        wish.stockQuantity = stock;
        wish.minStockLevel = low;
        return bazaar.product(vendor, wish);
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // STK-10, P50
    void theShelfIsSummedUp()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha")), ravi = bazaar.vendor(QStringLiteral("ravi"));
        QCOMPARE(bazaar.catalog.summarizeInventory(asha)->value, Money{});
        put(bazaar, asha, {72'050}, Quantity{1'500}, Quantity{2'000}); // ₹ 1,080.75, low
        put(bazaar, asha, {10'000}, Quantity{0}, Quantity{0});         // out of stock, which is low
        put(bazaar, asha, {200}, Quantity{4'000}, Quantity{1'000});    // ₹ 8.00
        const Product gone = put(bazaar, asha, {500}, Quantity{9'000}, Quantity{0});
        QVERIFY(bazaar.catalog.removeProduct(asha, gone.id));
        put(bazaar, ravi, {500}, Quantity{9'000}, Quantity{0});

        const InventorySummary said = bazaar.catalog.summarizeInventory(asha).value();

        QCOMPARE(said.products, 3);
        QCOMPARE(said.onOffer, 3);
        QCOMPARE(said.outOfStock, 1);
        QCOMPARE(said.lowStock, 2);
        QCOMPARE(said.value, Money{108'875});
    }

    void whateverAStoreSaysAddsUp()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha"));
        for (int i = 0; i < 3; ++i)
            put(bazaar, asha, {10'000'000'000}, Quantity{1'000'000'000'000}, Quantity{0});

        QCOMPARE(bazaar.catalog.summarizeInventory(asha)->value, Money{3 * 900'000'000'000});
    }

    // STK-11
    void theStockOfAProductIsItsStores()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha")), ravi = bazaar.vendor(QStringLiteral("ravi"));
        const Product copper = put(bazaar, asha, {72'000}, Quantity{1'500}, Quantity{1'500});

        const auto said = bazaar.catalog.readStock(asha, copper.id);

        QCOMPARE(said->stockQuantity, Quantity{1'500});
        QCOMPARE(said->minStockLevel, Quantity{1'500});
        QVERIFY(said->isLow);
        QCOMPARE(bazaar.catalog.readStock(ravi, copper.id).error().code, ErrorCode::NotFound);
        QCOMPARE(bazaar.catalog.readStock(bazaar.buyer(QStringLiteral("bina")), copper.id).error().code,
                 ErrorCode::Forbidden);
    }

    // STK-16
    void oneCallSaysOfSeveralProductsWhatIsMissing()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha")), ravi = bazaar.vendor(QStringLiteral("ravi"));
        const Product copper = put(bazaar, asha, {72'000}, Quantity{1'500}, Quantity{0});
        const Product brass = put(bazaar, asha, {72'000}, Quantity{9'000}, Quantity{0});
        const Product shut = put(bazaar, ravi, {72'000}, Quantity{9'000}, Quantity{0});
        bazaar.decideKyc(ravi, KycStatus::Rejected);
        const auto unknown = bazaar.ids.next<Product>();

        const auto said = bazaar.catalog.checkStock({}, {{{copper.id, Quantity{2'000}},
                                                          {brass.id, Quantity{2'000}},
                                                          {shut.id, Quantity{2'000}},
                                                          {unknown, Quantity{2'000}}}});

        QCOMPARE(said->size(), 4);
        QCOMPARE(said->at(0).productId, copper.id);
        QCOMPARE(said->at(0).available, Quantity{1'500});
        QCOMPARE(said->at(0).missing, Quantity{500});
        QCOMPARE(said->at(1).available, Quantity{2'000});
        QCOMPARE(said->at(1).missing, Quantity{});
        for (const int nothing : {2, 3}) {
            QCOMPARE(said->at(nothing).available, Quantity{});
            QCOMPARE(said->at(nothing).missing, Quantity{2'000});
        }
    }
};

TEST_CLASS(TestOfInventory)

#include "tst_inventory.moc"
