#include "console/kit/display.h"
#include "console/pages/customers/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QAbstractItemView>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Vendor};
    QList<StoreCustomer> customers{{.id = samples::id<Account>(31),
                                    .customerName = QStringLiteral("Bina Rao"),
                                    .customerPhone = QStringLiteral("+919812345678"),
                                    .city = QStringLiteral("Mumbai"),
                                    .orders = 3,
                                    .openOrders = 1,
                                    .settledAmount = {150'000},
                                    .lastOrderAt = samples::now},
                                   {.id = samples::id<Account>(32),
                                    .customerName = QStringLiteral("Ravi Shah"),
                                    .customerPhone = QStringLiteral("+91••••••02"),
                                    .city = QStringLiteral("Thane"),
                                    .orders = 1,
                                    .settledAmount = {75'000},
                                    .lastOrderAt = samples::now.after(-dayMs)}};
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::listCustomers, samples::page(customers));
        console.server.answer(api::listCustomerOrders, samples::page(samples::cards()));
    }
    QAbstractItemModel &open()
    {
        page = std::make_unique<customers::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
};

} // namespace

// CVEN-13: who has ordered at the store.
class TestCustomersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CVEN-13
    void everyCustomerIsARowWithWhatIsOpen()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 2);
        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("Bina Rao"));
        QCOMPARE(rows.index(1, 1).data().toString(), QStringLiteral("+91••••••02"));
        QVERIFY(rows.index(0, 3).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1 open")));
    }

    // CVEN-13
    void aCustomerIsShownWithHisOrders()
    {
        Fixture given;
        given.open();

        given.page->reveal(given.customers.first().id.text());

        QVERIFY(shows(*given.page, QStringLiteral("+919812345678")));
        QVERIFY(shows(*given.page, kit::display::text(Money{150'000})));
        const auto *orders = given.page->findChild<QAbstractItemView *>("customerOrders");
        QTRY_COMPARE(orders->model()->rowCount(), int(samples::cards().size()));
        QVERIFY(given.console.server.lines().constLast().contains(QStringLiteral("customer_id=") +
                                                                  given.customers.first().id.text()));
    }

    void withoutOrdersThereIsNobody()
    {
        Fixture given;
        given.console.server.answer(api::listCustomers, samples::page<StoreCustomer>({}));

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("No customers yet")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();
        given.page->reveal(given.customers.first().id.text());

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestCustomersPage)
#include "tst_customers.moc"
