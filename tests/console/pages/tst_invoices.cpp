#include "console/kit/banner.h"
#include "console/kit/orderpanel.h"
#include "console/pages/invoices/page.h"
#include "shared/contract/tax.h"
#include "tests/console/pages/invoicespage.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFileDialog>
#include <QTemporaryDir>

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Fixture
{
    ConsoleKit console;
    std::unique_ptr<invoices::Page> page;

    explicit Fixture(Role role = Role::Admin)
        : console{role}
    {
        samples::invoices(console.server);
    }
    QAbstractItemModel &open()
    {
        page = std::make_unique<invoices::Page>(console.kit);
        page->resize(1400, 760);
        page->show();
        page->refresh();
        return *view()->model();
    }
    QAbstractItemView *view() { return page->findChild<QAbstractItemView *>(QStringLiteral("invoices")); }
};

// An order that is settled, beside the list.
struct Panel
{
    ConsoleKit console;
    Order order;
    std::unique_ptr<kit::OrderPanel> panel;

    explicit Panel(Role role)
        : console{role}
    {
        order = samples::order(samples::cards().first(), role);
        order.settledAt = samples::now;
        console.server.answer(api::readOrder, order, order.id);
        panel = std::make_unique<kit::OrderPanel>(console.kit);
        panel->resize(420, 900);
        panel->setVisible(true);
        panel->open(order.id);
    }
};

} // namespace

class TestInvoicesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // REP-08, CVEN-03
    void everyInvoiceIsARow()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 3);
        QCOMPARE(rows.index(2, 0).data().toString(), QStringLiteral("INV/26-27/000012"));
        QCOMPARE(rows.index(2, 1).data().toString(), QStringLiteral("Tax invoice"));
        QCOMPARE(rows.index(2, 2).data().toString(), QStringLiteral("19 Nov 2026"));
        QCOMPARE(rows.index(2, 7).data().toString(), QStringLiteral("₹1,500.00"));
        QCOMPARE(rows.index(0, 1).data().toString(), QStringLiteral("Commission invoice"));
        QVERIFY(!press(*given.page, "pdf")); // none is chosen
    }

    void aStoreSeesItsOwn()
    {
        Fixture given(Role::Vendor);

        given.open();

        QCOMPARE(given.console.server.timesAsked(api::listVendorInvoices), 1);
        QCOMPARE(given.console.server.timesAsked(api::listInvoices), 0);
    }

    void aMonthAndAKindNarrowTheList()
    {
        Fixture given;
        given.open();

        given.page->findChild<QComboBox *>(QStringLiteral("month"))->setCurrentIndex(2);
        given.page->findChild<QComboBox *>(QStringLiteral("kind"))->setCurrentIndex(3);

        const QString asked = given.console.server.lines().constLast();
        QVERIFY2(asked.contains(QLatin1String("month=2026-10")), qPrintable(asked));
        QVERIFY2(asked.contains(QLatin1String("kind=credit_note")), qPrintable(asked));
    }

    // ORD-16
    void theChosenOneIsSavedAsPdf()
    {
        Fixture given;
        const QTemporaryDir place;
        given.console.server.answer(api::downloadInvoice, {.bytes = "%PDF-1.4", .contentType = "application/pdf"},
                                    samples::id<Invoice>(91));
        given.open();

        given.view()->setCurrentIndex(given.view()->model()->index(2, 0));
        QVERIFY(press(*given.page, "pdf"));
        auto *dialog = given.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(given.console.server.lines().constLast().contains(QLatin1String("language=en")));
    }

    // What a spreadsheet would take for a formula is a text in the file, and no id stands there.
    void theListIsSavedAsAFile()
    {
        Fixture given;
        const QTemporaryDir place;
        given.open();

        QVERIFY(press(*given.page, "export"));
        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath(QStringLiteral("list.csv")));

        const QByteArray text = contentOf(place.filePath(QStringLiteral("list.csv")));
        QVERIFY(text.contains("INV/26-27/000012"));
        QVERIFY(text.contains("1271.18,0.00,114.41,114.41,1500.00"));
        QVERIFY(text.contains("'=Asha Traders"));
        QVERIFY(!text.contains("0192f7a0"));
    }

    void aRefusalIsSaid()
    {
        Fixture given;
        given.console.server.refuse(api::downloadInvoice,
                                    Error{ErrorCode::Unavailable, QStringLiteral("This server cannot draw PDF.")},
                                    samples::id<Invoice>(93));
        given.open();

        given.view()->setCurrentIndex(given.view()->model()->index(0, 0));
        QVERIFY(press(*given.page, "pdf"));

        QVERIFY(given.page->findChild<kit::Banner *>()->isVisibleTo(given.page.get()));
    }

    void anOrderOffersItsInvoice()
    {
        Panel given(Role::Vendor);
        given.console.server.answer(api::downloadOrderInvoice, {.bytes = "%PDF-1.4", .contentType = "application/pdf"},
                                    given.order.id);

        QVERIFY(press(*given.panel, "invoice"));

        QVERIFY(given.panel->findChild<QFileDialog *>());
        QVERIFY(!found<QAbstractButton>(*given.panel, "e_invoice"));
    }

    void anOrderThatIsNotSettledHasNone()
    {
        Panel given(Role::Admin);
        given.order.settledAt.reset();
        given.console.server.answer(api::readOrder, given.order, given.order.id);

        given.panel->reload();

        QVERIFY(!found<QAbstractButton>(*given.panel, "invoice"));
        QVERIFY(!found<QAbstractButton>(*given.panel, "e_way_bill"));
    }

    // What the portal wants besides is said by its own names; then the file is saved.
    void anAdminSavesWhatThePortalsTake()
    {
        Panel given(Role::Admin);
        const QTemporaryDir place;
        given.console.server.answer(
            api::readEInvoice, {.orderNumber = given.order.orderNumber, .missing = {QStringLiteral("BuyerDtls.Gstin")}},
            given.order.id);
        QVERIFY(press(*given.panel, "e_invoice"));
        QVERIFY(press(*dialogOf(*given.panel), "verb"));
        QVERIFY(shows(*given.panel, QStringLiteral("BuyerDtls.Gstin")));

        given.console.server.answer(api::readEWayBill,
                                    {.orderNumber = given.order.orderNumber, .document = Json{"{\"version\":1}"}},
                                    given.order.id);
        QVERIFY(press(*given.panel, "e_way_bill"));
        QVERIFY(press(*dialogOf(*given.panel), "verb"));
        auto *dialog = given.panel->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(place.filePath(QStringLiteral("bill.json")));

        QCOMPARE(contentOf(place.filePath(QStringLiteral("bill.json"))), QByteArray("{\"version\":1}"));
    }
};

CONSOLE_TEST(TestInvoicesPage)

#include "tst_invoices.moc"
