#include "tests/commerce/square.h"
#include "tests/support/runner.h"

#include <QSet>

#include <algorithm>

namespace {

QList<QByteArray> linesOf(const Result<FileBody> &file)
{
    QList<QByteArray> lines = file.value().bytes.split('\n');
    for (QByteArray &line : lines)
        line = line.trimmed();
    if (lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

// What is given out of products and rooms beside the lists of their owners.
class TestOfExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // VEN-16
    void aStoreTakesItsProductsAwayAsAFile()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha")), ravi = bazaar.vendor(QStringLiteral("ravi"));
        PutProduct wish = bazaar.wish(QStringLiteral("=Copper, bright"));
        wish.price = {72'050};
        wish.stockQuantity = Quantity{1'500};
        wish.sku = QStringLiteral("CU-1");
        (void)bazaar.product(asha, wish);
        (void)bazaar.product(ravi);

        const auto file = bazaar.catalog.exportVendorProducts(asha, {});
        const QList<QByteArray> lines = linesOf(file);

        QCOMPARE(file->name, QStringLiteral("products-2026-09-21.csv"));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], QByteArray("\xef\xbb\xbf"
                                      "Product,SKU,Category,Unit,Price,Distributor price,Stock,Minimum order,"
                                      "Low stock at,HSN,GST %,On offer,Sold,Listed,Changed"));
        QVERIFY2(lines[1].startsWith("\"'=Copper, bright\",CU-1,"), lines[1].constData());
        QVERIFY2(lines[1].contains(",kg,720.50,,1.5,"), lines[1].constData());
        QVERIFY2(lines[1].endsWith(",yes,0,2026-09-21T19:43:20+05:30,2026-09-21T19:43:20+05:30"), lines[1].constData());
        QCOMPARE(bazaar.catalog.exportVendorProducts(bazaar.buyer(QStringLiteral("bina")), {}).error().code,
                 ErrorCode::Forbidden);
    }

    // VEN-16: more than one piece, by the filters of the list.
    void aLongListIsReadInPiecesAndFiltered()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha"));
        constexpr int many = 501;
        for (int i = 0; i < many; ++i) {
            PutProduct wish = bazaar.wish(QStringLiteral("Lot %1").arg(i));
            wish.isActive = i != 7;
            (void)bazaar.product(asha, wish);
        }

        const QList<QByteArray> all = linesOf(bazaar.catalog.exportVendorProducts(asha, {}));
        const QList<QByteArray> off = linesOf(bazaar.catalog.exportVendorProducts(asha, {.isActive = false}));

        QCOMPARE(all.size(), many + 1);
        QCOMPARE(QSet<QByteArray>(all.begin(), all.end()).size(), many + 1);
        QCOMPARE(off.size(), 2);
        QVERIFY(off[1].startsWith("Lot 7,"));
    }

    // VEN-16: half a list would be taken for the whole one.
    void aListThatIsTooLongForAFileIsRefused()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha"));
        (void)bazaar.product(asha);
        const std::string id = bazaar.db->engine() == Engine::Sqlite
                                   ? "randomblob(16)"
                                   : "decode(md5(CAST(random() AS text) || n), 'hex')";
        const std::string same = "vendor_id, region, category_id, title, description, unit, price, distributor_price,"
                                 " stock_quantity, minimum_order_quantity, min_stock_level, hsn_code, gst_rate, tags,"
                                 " specifications, search_text, is_active, orders_count, version, created_at,"
                                 " updated_at, deleted_at";
        bazaar.sql("INSERT INTO products (id, sku, " + same +
                   ") WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL"
                   " SELECT n + 1 FROM counted WHERE n < 20000) SELECT " +
                   id + ", sku || '-' || n, " + same + " FROM products, counted");

        const auto tooLong = bazaar.catalog.exportVendorProducts(asha, {});
        const auto narrowed = bazaar.catalog.exportVendorProducts(asha, {.isActive = false});

        QCOMPARE(bazaar.db.number("count(*) FROM products"), productExportMax + 1);
        QCOMPARE(tooLong.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(tooLong.error().fields.constFirst().problem,
                 QStringLiteral("finds more than 20000 products: ask for fewer"));
        QCOMPARE(linesOf(narrowed).size(), 1);
    }

    // CAT-23, C58
    void aProductIsFoundByTheCodeOnItsLabel()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha")), ravi = bazaar.vendor(QStringLiteral("ravi"));
        PutProduct wish = bazaar.wish();
        wish.sku = QStringLiteral("8901234567894");
        const Product copper = bazaar.product(asha, wish);
        const Product other = bazaar.product(ravi, wish);

        QCOMPARE(bazaar.catalog.readProductByCode(asha, *wish.sku)->id, copper.id);
        QCOMPARE(bazaar.catalog.readProductByCode(ravi, *wish.sku)->id, other.id);
        QCOMPARE(bazaar.catalog.readProductByCode(asha, QStringLiteral("890")).error().code, ErrorCode::NotFound);
        QVERIFY(bazaar.catalog.removeProduct(asha, copper.id));
        QCOMPARE(bazaar.catalog.readProductByCode(asha, *wish.sku).error().code, ErrorCode::NotFound);
    }

    // CAT-16
    void anAdminSeesTheProductsOfAllStores()
    {
        Bazaar bazaar;
        const Caller asha = bazaar.vendor(QStringLiteral("asha")), ravi = bazaar.vendor(QStringLiteral("ravi"));
        const Product copper = bazaar.product(asha);
        const Product tin = bazaar.product(ravi, QStringLiteral("Tin"));
        const Caller admin = bazaar.admin();

        const auto all = bazaar.catalog.listAllProducts(admin, {.limit = 1});
        const auto rest = bazaar.catalog.listAllProducts(admin, {.limit = 1, .cursor = all->nextCursor});
        const auto ashas = bazaar.catalog.listAllProducts(admin, {.vendor = asha.vendorId});

        QCOMPARE(all->items[0].id, tin.id);
        QCOMPARE(rest->items[0].id, copper.id);
        QVERIFY(!rest->nextCursor);
        QCOMPARE(ashas->items.size(), 1);
        QCOMPARE(ashas->items[0].id, copper.id);
        QCOMPARE(bazaar.catalog.listAllProducts(asha, {}).error().code, ErrorCode::PermissionMissing);
    }

    // CHAT-08
    void anAdminSeesAllRoomsAndNothingOfWhatWasSaid()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const Caller admin = square.admin();
        QVERIFY(square.say(square.buyer, room, QStringLiteral("my secret"), QStringLiteral("1")));

        const auto rooms = square.chat.listAllRooms(admin, {});
        const auto other = square.chat.listAllRooms(admin, {.order = square.ids.next<Order>()});

        QCOMPARE(rooms->items.size(), 1);
        QCOMPARE(rooms->items[0].id, room);
        QCOMPARE(rooms->items[0].buyerName, QStringLiteral("Bina"));
        QCOMPARE(rooms->items[0].storeName, QStringLiteral("asha Metals"));
        QVERIFY(!json::bytes(rooms->items[0]).contains("secret"));
        QCOMPARE(other->items.size(), 0);
        QCOMPARE(square.chat.listAllRooms(square.buyer, {}).error().code, ErrorCode::PermissionMissing);
    }

    // JOB-04
    void anAdminSeesWhatRunsEverySoOften()
    {
        Square square;
        const Caller admin = square.admin();
        square.jobs.every("test.tick", hourMs, [] {});
        square.jobs.every("test.again", dayMs, [] {});
        const auto namedIn = [](const QList<JobSchedule> &all, const QString &name) {
            for (const JobSchedule &each : all)
                if (each.name == name)
                    return std::optional(each);
            return std::optional<JobSchedule>();
        };
        const QString tick = QStringLiteral("test.tick");
        const auto before = square.jobs.listSchedules(admin);
        square.jobs.runDue();

        const auto after = square.jobs.listSchedules(admin);

        QVERIFY(namedIn(*before, tick) && !namedIn(*before, tick)->nextAt);
        QCOMPARE(namedIn(*after, tick)->intervalMs, hourMs);
        QVERIFY(namedIn(*after, tick)->nextAt);
        QVERIFY(std::is_sorted(after->cbegin(), after->cend(),
                               [](const JobSchedule &one, const JobSchedule &other) { return one.name < other.name; }));
        QCOMPARE(square.jobs.listSchedules(square.buyer).error().code, ErrorCode::PermissionMissing);
    }
};

TEST_CLASS(TestOfExports)

#include "tst_exports.moc"
