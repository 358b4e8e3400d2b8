#include "console/kit/display.h"
#include "console/kit/hours.h"
#include "console/pages/vendors/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/stores.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QMenu>
#include <QPushButton>

namespace {

const QString buyersComplain = QStringLiteral("Complaints of buyers");

struct Fixture
{
    ConsoleKit console{Role::Admin};
    QList<Vendor> stores = samples::stores();
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::listVendors, samples::page(stores));
        for (const Vendor &vendor : stores)
            console.server.answer(api::readVendor, samples::storeDetail(vendor), vendor.id);
    }
    QAbstractItemModel &open(int row = 0)
    {
        page = std::make_unique<vendors::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        page->reveal(stores.at(row).id.text());
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
    VendorDetail answerWith(int row, void (*change)(Vendor &))
    {
        Vendor vendor = stores.at(row);
        change(vendor);
        const VendorDetail detail = samples::storeDetail(vendor);
        console.server.answer(api::readVendor, detail, vendor.id);
        return detail;
    }
    void choose(const QString &act)
    {
        for (QAction *action : found<QPushButton>(*page, "more")->menu()->actions())
            if (action->text() == act)
                return action->trigger();
        QFAIL("no such act");
    }
};

} // namespace

// CADM-08, VEN-10, VEN-12, VEN-13, VEN-14, VEN-20
class TestVendorsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStoreIsARowWithItsStanding()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 5);
        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("Sharma Metals & Alloys"));
        QCOMPARE(rows.index(1, 3).data().toString(), QStringLiteral("Suspended"));
        QCOMPARE(rows.index(2, 2).data().toString(), QStringLiteral("Pending"));
    }

    void aStoreShowsItsTradeItsTermsAndItsHours()
    {
        Fixture given;

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("₹48,12,340.00")));
        QVERIFY(shows(*given.page, QStringLiteral("60 km")));
        QVERIFY(shows(*given.page, QStringLiteral("%1 (its own)").arg(kit::display::text(BasisPoints{150}))));
        QVERIFY(shows(*given.page, QStringLiteral("Mon–Thu  09:00–18:00\nFri  09:00–13:00, 15:00–18:00\nSat  "
                                                  "10:00–14:00\nSun  closed")));
        QVERIFY(shows(*given.page, QStringLiteral("Open now")));
    }

    void aSuspensionNeedsItsReasonAndSaysWhatItDoes()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();
        const VendorDetail suspended = given.answerWith(0, [](Vendor &vendor) {
            vendor.status = StoreStatus::Suspended;
            vendor.canSell = false;
        });
        given.console.server.answer(api::suspendVendor, suspended, suspended.vendor.id);

        QVERIFY(press(*given.page, "bad"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(shows(*dialog, QStringLiteral("7 open orders go on and their buyers are told.")));
        QVERIFY(!press(*dialog, "verb"));
        type(*dialog, "words", buyersComplain);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::suspendVendor, suspended.vendor.id),
                 json::bytes(VendorReason{buyersComplain}));
        QCOMPARE(rows.index(0, 3).data().toString(), QStringLiteral("Suspended"));
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("Sharma Metals & Alloys is suspended")});
        QCOMPARE(found<QPushButton>(*given.page, "good")->text().trimmed(), QStringLiteral("Activate again…"));
        QVERIFY(!found<QPushButton>(*given.page, "bad"));
    }

    void aRefusedActSaysWhyAndKeepsTheRow()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();
        given.console.server.refuse(api::suspendVendor,
                                    Error{ErrorCode::Conflict, QStringLiteral("The store has changed meanwhile.")},
                                    given.stores.first().id);

        QVERIFY(press(*given.page, "bad"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", buyersComplain);
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("The store has changed meanwhile.")));
        QCOMPARE(rows.index(0, 3).data().toString(), QStringLiteral("Active"));
    }

    void radiusAndCommissionAreSetWithAReason()
    {
        Fixture given;
        given.open();
        const VendorDetail near = given.answerWith(0, [](Vendor &vendor) { vendor.radiusKm = 40; });
        given.console.server.answer(api::setVendorRadius, near, near.vendor.id);
        given.console.server.answer(api::setVendorCommission, near, near.vendor.id);

        given.choose(QStringLiteral("Set radius…"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "radius_km", QStringLiteral("40"));
        type(*dialog, "reason", buyersComplain);
        QVERIFY(press(*dialog, "verb"));
        QCOMPARE(given.console.server.lastBody(api::setVendorRadius, near.vendor.id),
                 json::bytes(SetRadius{40, buyersComplain}));
        QTRY_VERIFY(!dialogOf(*given.page));

        given.choose(QStringLiteral("Set commission…"));
        dialog = dialogOf(*given.page);
        type(*dialog, "rate", QStringLiteral("4.5"));
        type(*dialog, "reason", buyersComplain);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::setVendorCommission, near.vendor.id),
                 json::bytes(SetCommission{BasisPoints{450}, buyersComplain}));
        QCOMPARE(given.console.notices.toasts, QStringList({QStringLiteral("Sharma Metals & Alloys reaches 40 km"),
                                                            QStringLiteral("Sharma Metals & Alloys pays %1 commission")
                                                                .arg(kit::display::text(BasisPoints{150}))}));
    }

    void theActsFitTheStanding_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("bad");
        QTest::newRow("active") << 0 << ""
                                << "Suspend…";
        QTest::newRow("suspended") << 1 << "Activate again…"
                                   << "";
        QTest::newRow("inactive") << 3 << "Activate again…"
                                  << "Suspend…";
    }
    void theActsFitTheStanding()
    {
        QFETCH(int, row);
        QFETCH(QString, good);
        QFETCH(QString, bad);
        Fixture given;

        given.open(row);

        const auto textOf = [&](const char *name) {
            const auto *button = found<QPushButton>(*given.page, name);
            return button ? button->text().trimmed() : QString();
        };
        QCOMPARE(textOf("good"), good);
        QCOMPARE(textOf("bad"), bad);
    }

    void emptyAndBrokenListsSaySo()
    {
        Fixture given;
        given.console.server.answer(api::listVendors, samples::page<Vendor>({}));
        given.page = std::make_unique<vendors::Page>(given.console.kit);
        given.page->resize(1280, 760);
        given.page->show();
        given.page->refresh();
        QVERIFY(shows(*given.page, QStringLiteral("No store here")));
        given.console.server.refuse(api::listVendors, Error{ErrorCode::Internal, QStringLiteral("It broke.")});

        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();
        QCOMPARE(nameless(*given.page), QString());
    }

    // VEN-09
    void hoursAreToldInFewLines()
    {
        QCOMPARE(kit::hoursText(std::nullopt), QStringLiteral("No hours said: always open"));
        QCOMPARE(kit::hoursText(StoreHours{}), QStringLiteral("Mon–Sun  closed"));
        QCOMPARE(kit::hoursText(StoreHours{{{Weekday::Sunday, {{0, 1440}}}}}),
                 QStringLiteral("Mon–Sat  closed\nSun  00:00–24:00"));
    }
};

CONSOLE_TEST(TestVendorsPage)
#include "tst_vendors.moc"
