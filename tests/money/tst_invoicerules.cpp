// How invoices are numbered and dated, and the tax within the market's commission.

#include "server/invoices/rules.h"
#include "shared/base/indiatime.h"
#include "tests/support/property.h"
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

    void theTaxOfACommissionIsWithinIt()
    {
        QCOMPARE(taxWithin({11'800}, {1800}), Money{1'800});
        QCOMPARE(taxWithin({3'000}, {1800}), Money{458});
        QCOMPARE(taxWithin({3'000}, {}), Money{});
        HOLDS("parts give back what the whole has", [] {
            const Money whole{*rc::gen::inRange<qint64>(1, 10'000'000)};
            Charge charge{whole, taxWithin(whole, {1800}), {}};
            Money back;
            while (charge.givenBack < whole) {
                const Money part{*rc::gen::inRange<qint64>(1, (whole - charge.givenBack).minor + 1)};
                const Money tax = taxOf(charge, part);
                RC_ASSERT(tax >= Money{} && tax <= part);
                back = back + tax;
                charge.givenBack = charge.givenBack + part;
            }
            RC_ASSERT(back == charge.tax);
        });
    }
};

TEST_CLASS(TestOfInvoiceRules)

#include "tst_invoicerules.moc"
