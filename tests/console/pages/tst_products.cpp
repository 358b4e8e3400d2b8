#include "console/kit/banner.h"
#include "console/pages/products/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QFileDialog>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Vendor};
    Product first = samples::products().first();
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::listOwnProducts, samples::page(samples::products()));
        console.server.answer(api::listCategories, samples::categories());
        console.server.answer(api::readVendorProfile, samples::store());
    }
    QAbstractItemModel &open()
    {
        page = std::make_unique<products::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
};

} // namespace

class TestProductsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProductIsARowWithItsStock()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 8);
        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("Copper wire, bare bright"));
        QCOMPARE(rows.index(0, 1).data().toString(), QStringLiteral("Copper & brass"));
        QVERIFY(rows.index(5, 3).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("sold out")));
    }

    void addingSendsWhatWasTyped()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::addProduct, given.first);

        QVERIFY(press(*given.page, "add"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", QStringLiteral("Copper wire"));
        type(*dialog, "description", QStringLiteral("Bare bright"));
        type(*dialog, "price", QStringLiteral("750.50"));
        type(*dialog, "stock_quantity", QStringLiteral("46.5"));
        QVERIFY(press(*dialog, "verb"));

        const PutProduct wish{.categoryId = samples::categories().first().id,
                              .title = QStringLiteral("Copper wire"),
                              .description = QStringLiteral("Bare bright"),
                              .price = {75'050},
                              .stockQuantity = Quantity{46'500}};
        QCOMPARE(given.console.server.lastBody(api::addProduct), json::bytes(wish));
    }

    void aMissingTitleIsSaidBesideItsFieldAndNothingIsSent()
    {
        Fixture given;
        given.open();

        QVERIFY(press(*given.page, "add"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::addProduct), 0);
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QLineEdit *>("title")->property("wrong").toBool());
    }

    void whatTheServerRefusesStandsBesideItsField()
    {
        Fixture given;
        given.open();
        given.console.server.refuse(api::addProduct, Error{ErrorCode::ValidationFailed,
                                                           QStringLiteral("The request has invalid fields."),
                                                           {{QStringLiteral("sku"), QStringLiteral("is taken")}}});

        QVERIFY(press(*given.page, "add"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", QStringLiteral("Copper wire"));
        type(*dialog, "description", QStringLiteral("Bare bright"));
        type(*dialog, "price", QStringLiteral("750"));
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QLineEdit *>("sku")->property("wrong").toBool());
        QCOMPARE(dialog->findChild<QLineEdit *>("title")->text(), QStringLiteral("Copper wire"));
    }

    // STK-15: a change is sent, never a new total.
    void stockChangesByADifference()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();
        given.page->reveal(given.first.id.text());
        Product changed = given.first;
        changed.stockQuantity = {1'235'500};
        given.console.server.answer(api::changeStock, changed, given.first.id);

        QVERIFY(press(*given.page, "stock"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "delta", QStringLiteral("-4.5"));
        type(*dialog, "reason", QStringLiteral("Weighed again"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::changeStock, given.first.id),
                 json::bytes(ChangeStock{.delta = {-4'500}, .reason = QStringLiteral("Weighed again")}));
        QCOMPARE(rows.index(0, 3).data().toString().remove(QChar(QChar::Nbsp)), QStringLiteral("1,235.5kg"));
    }

    // What flies cannot be taken back by closing the dialog, nor be sent twice by typing on.
    void whileTheAnswerIsAwaitedTheDialogStaysAndSendsNothingMore()
    {
        Fixture given;
        given.open();
        given.page->reveal(given.first.id.text());
        given.console.server.answer(api::changeStock, given.first, given.first.id);
        QVERIFY(press(*given.page, "stock"));
        QPointer<QDialog> dialog = dialogOf(*given.page);
        type(*dialog, "delta", QStringLiteral("5"));
        type(*dialog, "reason", QStringLiteral("Counted"));
        given.console.server.hold();
        QVERIFY(press(*dialog, "verb"));

        QTest::keyClick(dialog, Qt::Key_Escape);
        type(*dialog, "reason", QStringLiteral("Counted again"));

        QVERIFY(dialog->isVisible());
        QVERIFY(!press(*dialog, "dismiss"));
        QVERIFY(!press(*dialog, "verb"));
        given.console.server.release();
        QCOMPARE(given.console.server.timesAsked(api::changeStock, given.first.id), 1);
        QVERIFY(!dialog || !dialog->isVisible());
    }

    // A difference that may have arrived is repeated under its key, so that it cannot count twice.
    void tryingAgainAfterNoAnswerRepeatsTheSameCall()
    {
        Fixture given;
        given.open();
        given.page->reveal(given.first.id.text());
        given.console.server.answer(api::changeStock, given.first, given.first.id);
        QVERIFY(press(*given.page, "stock"));
        QPointer<QDialog> dialog = dialogOf(*given.page);
        type(*dialog, "delta", QStringLiteral("5"));
        type(*dialog, "reason", QStringLiteral("Counted"));
        given.console.server.cut();
        QVERIFY(press(*dialog, "verb"));
        const QByteArray key = given.console.server.asked.last().idempotencyKey;
        given.console.server.mend();

        QVERIFY(press(*dialog, "verb"));

        QVERIFY(!key.isEmpty());
        QList<QByteArray> keys;
        for (const kit::Call &call : std::as_const(given.console.server.asked)) {
            if (call.target.endsWith("/stock"))
                keys += call.idempotencyKey;
        }
        QCOMPARE(keys, (QList<QByteArray>{key, key}));
    }

    void controlNAddsAProduct()
    {
        Fixture given;
        given.open();
        given.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(given.page.get()));
        given.page->setFocus();

        QTest::keyClick(given.page.get(), Qt::Key_N, Qt::ControlModifier);

        QVERIFY(dialogOf(*given.page));
        QVERIFY(found<QLineEdit>(*dialogOf(*given.page), "title"));
    }

    void anErrorOfAStoreThatMayNotSellIsTriedAgainAndLeadsNowhere()
    {
        Fixture given;
        Vendor store = samples::store();
        store.canSell = false;
        given.console.server.answer(api::readVendorProfile, store);
        given.open();
        given.console.server.refuse(api::listOwnProducts, ErrorCode::Internal);
        given.console.server.refuse(api::readVendorProfile, ErrorCode::Internal);
        given.page->refresh();

        Q_EMIT given.page->findChild<kit::Banner *>()->acted();

        QCOMPARE(given.console.navigator.opened, QStringList());
    }

    void aProductBeyondTheLoadedRowsIsLookedForInTheOwnList()
    {
        Fixture given;
        Product old = given.first;
        old.id = samples::id<Product>(4711);
        old.title = QStringLiteral("Old brass taps");
        given.open();
        given.console.server.answer(api::listOwnProducts, samples::page(QList<Product>{old}));

        given.page->reveal(old.id.text());

        QVERIFY(shows(*given.page, QStringLiteral("Old brass taps")));
        QCOMPARE(given.console.server.timesAsked(api::readProduct, old.id), 0);
    }

    void hidingNamesTheVersionThatWasSeen()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();
        given.page->reveal(given.first.id.text());
        given.console.server.refuse(api::updateProduct,
                                    Error{ErrorCode::Conflict, QStringLiteral("The product has changed meanwhile.")},
                                    given.first.id);

        QVERIFY(press(*given.page, "switch"));

        const QByteArray body = given.console.server.lastBody(api::updateProduct, given.first.id);
        QVERIFY(body.contains("\"is_active\":false"));
        QVERIFY(body.contains("\"version\":3"));
        QVERIFY(shows(*given.page, QStringLiteral("The product has changed meanwhile.")));
        QCOMPARE(rows.index(0, 5).data().toString(), QStringLiteral("On sale"));
    }

    void anEditThatMetAnotherKeepsWhatWasTypedAndTakesTheRest()
    {
        Fixture given;
        given.open();
        given.page->reveal(given.first.id.text());
        given.console.server.refuse(api::updateProduct,
                                    Error{ErrorCode::Conflict, QStringLiteral("The product has changed meanwhile.")},
                                    given.first.id);
        QVERIFY(press(*given.page, "edit"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", QStringLiteral("Copper wire, stripped"));
        Product theirs = given.first;
        theirs.hsnCode = QStringLiteral("74040012");
        theirs.version = 9;
        given.console.server.answer(api::listOwnProducts, samples::page(QList<Product>{theirs}));

        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("Changed by somebody else meanwhile: HSN")));
        QCOMPARE(found<QLineEdit>(*dialog, "title")->text(), QStringLiteral("Copper wire, stripped"));
        QCOMPARE(found<QLineEdit>(*dialog, "hsn_code")->text(), QStringLiteral("74040012"));
        given.console.server.answer(api::updateProduct, theirs, given.first.id);
        QVERIFY(press(*dialog, "verb"));
        const QByteArray body = given.console.server.lastBody(api::updateProduct, given.first.id);
        QVERIFY(body.contains("\"version\":9"));
        QVERIFY(body.contains("\"title\":\"Copper wire, stripped\""));
    }

    void removingIsAskedFirst()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();
        given.page->reveal(given.first.id.text());
        given.console.server.answer(api::removeProduct, {}, given.first.id);

        QVERIFY(press(*given.page, "remove"));
        QCOMPARE(given.console.server.timesAsked(api::removeProduct, given.first.id), 0);
        given.console.server.answer(api::listOwnProducts, samples::page(samples::products().mid(1)));
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        QCOMPARE(given.console.server.timesAsked(api::removeProduct, given.first.id), 1);
        QCOMPARE(rows.rowCount(), 7);
    }

    void theFirstProductIsOfferedAndTheMissingApprovalSaid()
    {
        Fixture given;
        Vendor store = samples::store();
        store.canSell = false;
        given.console.server.answer(api::listOwnProducts, samples::page<Product>({}));
        given.console.server.answer(api::readVendorProfile, store);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("Add your first product")));
        QVERIFY(shows(*given.page, QStringLiteral("not approved yet")));
        QVERIFY(press(*given.page, "stateButton"));
        QVERIFY(dialogOf(*given.page));
    }

    // VEN-16
    void theListIsSavedAsAFileByItsFilters()
    {
        Fixture given;
        given.open();
        QTemporaryDir place;
        given.console.server.answer(api::exportVendorProducts,
                                    FileBody{.bytes = "Product,SKU\r\n", .contentType = "text/csv"});
        given.page->narrow({{"stock", "low"}});

        QVERIFY(press(*given.page, "export"));
        QTRY_VERIFY(given.page->findChild<QFileDialog *>());
        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath("products.csv"));

        QFile saved(place.filePath("products.csv"));
        QVERIFY(saved.open(QFile::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("Product,SKU\r\n"));
        QVERIFY(given.console.server.lines().constLast().contains("/vendor/export/products?"));
        QVERIFY(given.console.server.lines().constLast().contains("low_stock=true"));
        QVERIFY(found<QAbstractButton>(*given.page, "export")->isEnabled());
    }

    // VEN-16
    void aFileThatIsRefusedSaysWhy()
    {
        Fixture given;
        given.open();
        given.console.server.refuse(api::exportVendorProducts, ErrorCode::Unavailable);

        QVERIFY(press(*given.page, "export"));

        QTRY_VERIFY(given.page->findChild<kit::Banner *>()->isVisibleTo(given.page.get()));
        QVERIFY(!given.page->findChild<QFileDialog *>());
        QVERIFY(found<QAbstractButton>(*given.page, "export")->isEnabled());
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();
        given.page->reveal(given.first.id.text());
        QCOMPARE(nameless(*given.page), QString());

        QVERIFY(press(*given.page, "edit"));

        QCOMPARE(nameless(*dialogOf(*given.page)), QString());
    }
};

CONSOLE_TEST(TestProductsPage)
#include "tst_products.moc"
