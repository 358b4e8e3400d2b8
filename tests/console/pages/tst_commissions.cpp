#include "console/pages/commissions/page.h"
#include "tests/console/pages/moneysamples.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/pages/stores.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QMenu>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<kit::Page> page;

    Fixture() { samples::rates(console.server); }
    QAbstractItemView &open()
    {
        page = std::make_unique<commissions::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        return *page->findChild<QAbstractItemView *>("list");
    }
};

} // namespace

class TestCommissionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // COM-02
    void everyRateIsARowWithItsDays()
    {
        Fixture given;

        const QAbstractItemModel &rows = *given.open().model();

        QCOMPARE(rows.rowCount(), 4);
        QCOMPARE(rows.index(0, 3).data().toString(), QStringLiteral("1 Dec 2026"));
        QCOMPARE(rows.index(0, 1).data().toString(), QStringLiteral("Vendor"));
    }

    void aRateForEverybodyIsAddedWithItsReason()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::addCommissionRate, samples::commissionRates().last());

        given.page->findChild<QMenu *>("levels")->actions().last()->trigger();
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "rate", QStringLiteral("2.2"));
        type(*dialog, "reason", QStringLiteral("Agreed for the season"));
        QVERIFY(press(*dialog, "verb"));

        const QByteArray sent = given.console.server.lastBody(api::addCommissionRate);
        QVERIFY2(sent.contains("\"level\":\"global\"") && sent.contains("\"rate\":\"2.20\""), sent.constData());
    }

    // COM-01: a market has more stores than a list shows.
    void theStoreOfARateIsFoundByAPartOfItsName()
    {
        Fixture given;
        given.open();
        const Vendor store = samples::stores().at(1);
        given.console.server.answer(api::listVendors, samples::page<Vendor>({}));
        given.console.server.answer(api::addCommissionRate, samples::commissionRates().first());
        given.page->findChild<QMenu *>("levels")->actions().first()->trigger();
        QDialog *finder = given.page->findChild<QDialog *>("store");

        type(*finder, "words", QStringLiteral("Metals"));
        QVERIFY(press(*finder, "verb"));
        QCOMPARE(given.console.notices.toasts, QStringList{"No store has this in its name."});

        given.console.server.answer(api::listVendors, samples::page<Vendor>({store}));
        given.page->findChild<QMenu *>("levels")->actions().first()->trigger();
        finder = dialogOf(*given.page);
        type(*finder, "words", QStringLiteral("Metals"));
        QVERIFY(press(*finder, "verb"));
        QCOMPARE(given.console.server.lines().filter(QStringLiteral("q=Metals")).size(), 2);
        QDialog *form = dialogOf(*given.page);
        type(*form, "rate", QStringLiteral("1.5"));
        type(*form, "reason", QStringLiteral("Agreed for the season"));
        QVERIFY(press(*form, "verb"));
        const QByteArray sent = given.console.server.lastBody(api::addCommissionRate);
        QVERIFY2(sent.contains("\"level\":\"vendor\"") && sent.contains(store.id.text().toUtf8()), sent.constData());
    }

    // What is over is not ended again.
    void onlyWhatStillHoldsOrIsToComeIsEnded()
    {
        Fixture given;
        QAbstractItemView &list = given.open();
        list.setCurrentIndex(list.model()->index(2, 0));
        QVERIFY(!press(*given.page, "end"));
        const CommissionRate rate = samples::commissionRates().at(1);
        given.console.server.answer(api::endCommissionRate, rate, rate.id);

        list.setCurrentIndex(list.model()->index(1, 0));
        QVERIFY(press(*given.page, "end"));
        type(*dialogOf(*given.page), "reason", QStringLiteral("Agreed anew"));
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        QCOMPARE(given.console.server.timesAsked(api::endCommissionRate, rate.id), 1);
    }

    // VEN-15
    void theTesterSaysTheRateAndWhy()
    {
        Fixture given;
        given.open();
        QVERIFY(press(*given.page, "ask"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(!press(*dialog, "verb"));

        type(*dialog, "words", QStringLiteral("copper"));
        QVERIFY(press(*dialog, "find"));
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("the rate of Product")));
        QCOMPARE(found<QAbstractItemView>(*dialog, "steps")->model()->rowCount(), 4);
    }
};

CONSOLE_TEST(TestCommissionsPage)
#include "tst_commissions.moc"
