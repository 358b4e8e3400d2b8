#include "console/kit/banner.h"
#include "console/kit/segments.h"
#include "console/pages/tax/page.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/taxpage.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QFileDialog>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<tax::Page> page;

    Fixture() { samples::tax(console.server); }
    void open()
    {
        page = std::make_unique<tax::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
    }
    QAbstractItemModel &rows(const char *list) { return *page->findChild<QAbstractItemView *>(list)->model(); }
    void see(int view) { page->findChild<kit::Segments *>()->choose(view); }
    bool says(const QString &text)
    {
        for (const kit::Banner *banner : page->findChildren<kit::Banner *>())
            if (banner->isVisibleTo(page.get()) && banner->text().contains(text))
                return true;
        return false;
    }
};

} // namespace

class TestTaxPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleStandsWithItsDatesAndHowSureItIs()
    {
        Fixture given;

        given.open();

        const QAbstractItemModel &rules = given.rows("rules");
        QCOMPARE(rules.rowCount(), 2);
        QCOMPARE(rules.index(0, 1).data().toString(), QStringLiteral("10 Jul 2024"));
        QCOMPARE(rules.index(0, 2).data().toString(), QStringLiteral("–"));
        QCOMPARE(rules.index(0, 5).data().toString(), QStringLiteral("Confirmed"));
        QCOMPARE(rules.index(0, 6).data().toString(), QStringLiteral("On"));
        QCOMPARE(rules.index(1, 5).data().toString(), QStringLiteral("Unsettled"));
        QCOMPARE(rules.index(1, 6).data().toString(), QStringLiteral("Off"));
        QVERIFY(given.says(QStringLiteral("only while withholding is switched on")));
        QVERIFY(!found<QAbstractButton>(*given.page, "export"));
    }

    void anUnsettledRuleShowsItsNoteAndIsSwitchedWithAReason()
    {
        Fixture given;
        given.open();
        const TaxRule rule = samples::unsettledRule();
        TaxRule on = rule;
        on.isOn = true;
        on.changedBy = QStringLiteral("boss");
        on.reason = QStringLiteral("Enacted");
        on.changedAt = samples::now;
        given.console.server.answer(api::switchTaxRule, on, rule.key);

        auto *view = given.page->findChild<QAbstractItemView *>(QStringLiteral("rules"));
        view->setCurrentIndex(view->model()->index(1, 0));
        QVERIFY(shows(*given.page, QStringLiteral("proposal of the Finance Bill 2026")));
        QVERIFY(press(*given.page, "switch"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(!press(*dialog, "verb"));
        type(*dialog, "words", QStringLiteral("Enacted"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::switchTaxRule, rule.key),
                 json::bytes(SwitchTaxRule{true, QStringLiteral("Enacted")}));
        QCOMPARE(given.rows("rules").index(1, 6).data().toString(), QStringLiteral("On"));
        QVERIFY(shows(*given.page, QStringLiteral("boss: Enacted")));
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("The rule is on")});
    }

    void aWorksheetHasItsLinesAndItsSum()
    {
        Fixture given;
        given.open();

        given.see(1);

        QCOMPARE(given.rows("tcs").rowCount(), 2);
        QCOMPARE(given.rows("tcs").index(0, 7).data().toString(), QStringLiteral("₹635.60"));
        QVERIFY(shows(*given.page, QStringLiteral("to collect ₹635.60")));
        QVERIFY(shows(*given.page, QStringLiteral("2 store(s)")));
        given.see(2);
        QCOMPARE(given.rows("tds").rowCount(), 2);
        QVERIFY(shows(*given.page, QStringLiteral("to deduct ₹225.00")));
    }

    // What payouts have taken and what was paid stand beside what is reckoned.
    void whatIsWithheldAndPaidStandsBesideIt()
    {
        Fixture given;
        given.open();

        given.see(1);

        QCOMPARE(given.rows("tcs").index(0, 8).data().toString(), QStringLiteral("₹600.00"));
        QVERIFY(shows(*given.page, QStringLiteral("withheld ₹600.00 · paid ₹500.00")));
        given.see(2);
        QCOMPARE(given.rows("tds").index(0, 7).data().toString(), QStringLiteral("₹225.00"));
    }

    void aPaymentToTheTaxOfficeIsEnteredWithItsChallan()
    {
        Fixture given;
        given.open();
        given.see(3);
        const DepositTax wish{TaxHead::Gst, QStringLiteral("2026-11"), {10'000}, QStringLiteral("CPIN-2")};
        given.console.server.answer(api::depositTax, TaxDeposit{.id = samples::id<TaxDeposit>(81),
                                                                .month = wish.month,
                                                                .amount = wish.amount,
                                                                .challan = wish.challan,
                                                                .paidBy = QStringLiteral("boss"),
                                                                .paidAt = samples::now});

        QCOMPARE(given.rows("dues").rowCount(), 3);
        QCOMPARE(given.rows("dues").index(0, 1).data().toString(), QStringLiteral("₹229.00"));
        QCOMPARE(given.rows("deposits").rowCount(), 1);
        QVERIFY(press(*given.page, "pay"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "amount", QStringLiteral("100.00"));
        type(*dialog, "challan", wish.challan);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::depositTax), json::bytes(wish));
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("₹100.00 is entered as paid")});
    }

    // LED-02
    void aPaymentThatWasEnteredWronglyIsTakenBack()
    {
        Fixture given;
        given.open();
        given.see(3);
        TaxDeposit back = samples::taxDeposit();
        back.reversedAt = samples::now;
        back.reversalReason = QStringLiteral("Another head");
        given.console.server.answer(api::reverseTaxDeposit, back, back.id);
        QVERIFY(!press(*given.page, "takeBack"));

        auto *view = given.page->findChild<QAbstractItemView *>(QStringLiteral("deposits"));
        view->setCurrentIndex(view->model()->index(0, 0));
        given.console.server.answer(api::listTaxDeposits, samples::page(QList<TaxDeposit>{back}));
        QVERIFY(press(*given.page, "takeBack"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("Another head"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::reverseTaxDeposit, back.id),
                 json::bytes(ReverseTaxDeposit{QStringLiteral("Another head")}));
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("The payment of ₹500.00 is taken back")});
    }

    void anotherMonthIsAskedFor()
    {
        Fixture given;
        given.open();
        given.see(1);

        given.page->findChild<QComboBox *>(QStringLiteral("month"))->setCurrentIndex(1);

        QVERIFY(given.console.server.lines().constLast().contains(QLatin1String("month=2026-10")));
        QCOMPARE(given.console.server.timesAsked(api::listTcsLines), 2);
        QCOMPARE(given.console.server.timesAsked(api::readTaxMonth), 2);
    }

    // What a spreadsheet would take for a formula is a text in the file.
    void aWorksheetIsSavedAsAFile()
    {
        Fixture given;
        const QTemporaryDir place;
        given.open();
        given.see(1);

        QVERIFY(press(*given.page, "export"));
        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath(QStringLiteral("tcs.csv")));

        QFile file(place.filePath(QStringLiteral("tcs.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("27AAPFU0939F1ZV"));
        QVERIFY(text.contains("190678.00,63560.00,127118.00"));
        QVERIFY(text.contains("'=Second Yard"));
        QVERIFY(!text.contains("0192f7a0"));
    }

    void aRefusalIsSaid()
    {
        Fixture given;
        given.console.server.refuse(api::readTaxMonth, Error{ErrorCode::Internal, QStringLiteral("It broke.")});

        given.open();
        given.see(1);

        QVERIFY(given.says(QStringLiteral("It broke.")));
    }
};

CONSOLE_TEST(TestTaxPage)

#include "tst_tax.moc"
