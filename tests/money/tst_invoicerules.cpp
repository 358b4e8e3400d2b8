// How invoices are numbered and dated, and at which rate a tax is within.

#include "server/invoices/rules.h"
#include "shared/base/indiatime.h"
#include "tests/support/runner.h"

#include <QRegularExpression>

using namespace invoices;

class TestOfInvoiceRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFinancialYearBeginsInApril_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("year");
        QTest::newRow("the last day") << "2027-03-31"
                                      << "2026-27";
        QTest::newRow("the first day") << "2027-04-01"
                                       << "2027-28";
        QTest::newRow("the end of a year") << "2026-12-31"
                                           << "2026-27";
        QTest::newRow("the beginning of a year") << "2027-01-01"
                                                 << "2026-27";
        QTest::newRow("the end of a century") << "2099-04-01"
                                              << "2099-00";
    }
    void aFinancialYearBeginsInApril()
    {
        QFETCH(QString, day);

        QTEST(financialYearOf(*india::dayFrom(day)), "year");
    }

    // Rule 46: 16 characters at most, of letters, digits, hyphens and strokes.
    void aNumberHasNoMoreThanSixteenCharacters()
    {
        for (const QString &name : names::all<InvoiceKind>())
            for (const qint64 serial : {1, 999'999}) {
                const QString number = numberOf(*names::fromText<InvoiceKind>(name), QStringLiteral("2026-27"), serial);
                QVERIFY2(QRegularExpression(QStringLiteral("^[A-Z]{3}/26-27/[0-9]{6}$")).match(number).hasMatch(),
                         qPrintable(number));
                QCOMPARE(number.size(), 16);
            }
    }

    void storesCountForThemselvesAndTheMarketForAll()
    {
        const Id<Vendor> one{QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)}, two{QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)};
        const QString year = QStringLiteral("2026-27");

        QVERIFY(seriesOf(InvoiceKind::TaxInvoice, one, year) != seriesOf(InvoiceKind::TaxInvoice, two, year));
        QCOMPARE(seriesOf(InvoiceKind::TaxInvoice, one, year), seriesOf(InvoiceKind::SaleInvoice, one, year));
        QVERIFY(seriesOf(InvoiceKind::TaxInvoice, one, year) != seriesOf(InvoiceKind::CreditNote, one, year));
        QCOMPARE(seriesOf(InvoiceKind::CommissionInvoice, one, year),
                 seriesOf(InvoiceKind::CommissionInvoice, two, year));
        QVERIFY(numberOf(InvoiceKind::CommissionInvoice, year, 1) != numberOf(InvoiceKind::TaxInvoice, year, 1));
    }

    void aMonthEndsOnItsLastDay()
    {
        QCOMPARE(india::dayText(lastDayOf(QStringLiteral("2028-02"))), QStringLiteral("2028-02-29"));
        QCOMPARE(india::dayText(lastDayOf(QStringLiteral("2026-12"))), QStringLiteral("2026-12-31"));
        QCOMPARE(monthOf(*india::dayFrom(QStringLiteral("2026-12-31"))), QStringLiteral("2026-12"));
    }

    void aRateIsReadFromTheTaxThatWasPosted()
    {
        QCOMPARE(rateWithin({11'800}, {1'800}), BasisPoints{1'800});
        QCOMPARE(rateWithin({1'500}, {229}), BasisPoints{1'800});
        QCOMPARE(rateWithin({4'500}, {984}), BasisPoints{2'800});
        QCOMPARE(rateWithin({3'000}, {}), BasisPoints{});
        QCOMPARE(rateWithin({}, {}), BasisPoints{});
    }

    // Rule 46 again: a market may write more than a million papers in a year.
    void aNumberOfMoreDigitsGivesUpItsStrokes()
    {
        const QString year = QStringLiteral("2026-27");

        QCOMPARE(numberOf(InvoiceKind::CommissionInvoice, year, 1'000'000), QStringLiteral("COM26-27/1000000"));
        QCOMPARE(numberOf(InvoiceKind::CommissionInvoice, year, 10'000'000), QStringLiteral("COM2627/10000000"));
        QCOMPARE(numberOf(InvoiceKind::CommissionInvoice, year, 100'000'000), QStringLiteral("COM2627100000000"));
    }

    void aMonthFollowsAnother()
    {
        QCOMPARE(monthAfter(QStringLiteral("2026-09")), QStringLiteral("2026-10"));
        QCOMPARE(monthAfter(QStringLiteral("2026-12")), QStringLiteral("2027-01"));
    }
};

TEST_CLASS(TestOfInvoiceRules)

#include "tst_invoicerules.moc"
