#include "tests/commerce/bazaar.h"
#include "tests/support/runner.h"

// VEN-11: admins set a vendor's price, on record, and the vendor is told why.
class TestOfPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // VEN-11, AUD-02
    void anAdminSetsAPriceAndTheVendorIsToldWhy()
    {
        Bazaar bazaar;
        QList<PriceOverridden> told;
        bazaar.outbox.tell<PriceOverridden>("test.prices", [&](const PriceOverridden &event) { told += event; });
        const Caller asha = bazaar.vendor(QStringLiteral("asha"));
        const Product copper = bazaar.product(asha);
        QCOMPARE(bazaar.discovery.findProducts({}, {})->items.constFirst().price, copper.price);

        const auto changed = bazaar.catalog.overridePrice(bazaar.admin(), copper.id, wish(copper));
        bazaar.outbox.drain();

        QCOMPARE(changed->price, Money{70'000});
        QCOMPARE(changed->distributorPrice, copper.distributorPrice);
        QCOMPARE(changed->version, copper.version + 1);
        QCOMPARE(bazaar.discovery.findProducts({}, {})->items.constFirst().price, Money{70'000});
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].vendorAccountId, asha.id);
        QCOMPARE(told[0].before, copper.price);
        QCOMPARE(told[0].after, Money{70'000});
        QCOMPARE(told[0].reason, QStringLiteral("Above the market"));
        QCOMPARE(bazaar.db.number("count(*) FROM audit_log WHERE action = 'catalog.price_overridden'"
                                  " AND details LIKE '%\"reason\":\"Above the market\"%'"),
                 1);
        // The vendor's own edit of the older version is refused.
        PutProduct own = bazaar.wish(QStringLiteral("Copper wire"));
        own.stockQuantity.reset();
        own.version = copper.version;
        QCOMPARE(bazaar.catalog.updateProduct(asha, copper.id, own).error().code, ErrorCode::Conflict);
    }

    void aRefusedPriceChangesNothing()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha"));
        const Product copper = bazaar.product(asha);
        const Caller root = bazaar.admin();
        Caller clerk = root;
        clerk.superAdmin = false;
        clerk.permissions = {Permission::ManageUsers};
        OverridePrice same = wish(copper), old = wish(copper);
        same.price = copper.price;
        old.version = copper.version + 1;
        const qint64 audited = bazaar.db.number("count(*) FROM audit_log");
        const auto refused = [&](const Caller &who, Id<Product> id, const OverridePrice &wish) {
            return bazaar.catalog.overridePrice(who, id, wish).error().code;
        };

        QCOMPARE(refused(clerk, copper.id, wish(copper)), ErrorCode::PermissionMissing);
        QCOMPARE(refused(asha, copper.id, wish(copper)), ErrorCode::PermissionMissing);
        QCOMPARE(refused(root, bazaar.ids.next<Product>(), wish(copper)), ErrorCode::NotFound);
        QCOMPARE(refused(root, copper.id, same), ErrorCode::Conflict);
        QCOMPARE(refused(root, copper.id, old), ErrorCode::Conflict);

        QCOMPARE(bazaar.catalog.readProduct(asha, copper.id)->price, copper.price);
        QCOMPARE(bazaar.db.number("count(*) FROM audit_log"), audited);
    }

private:
    static OverridePrice wish(const Product &product)
    {
        return {.price = {70'000}, .reason = QStringLiteral("Above the market"), .version = product.version};
    }
};

TEST_CLASS(TestOfPrices)
#include "tst_prices.moc"
