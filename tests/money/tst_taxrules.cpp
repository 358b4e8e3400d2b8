// The rules of tax by themselves: what each says on the day before it changed and on the day it did.

#include "server/tax/rulebook.h"
#include "server/tax/rules.h"
#include "shared/base/indiatime.h"
#include "tests/support/runner.h"

namespace {

constexpr Money lakh{10'000'000};

// The rules as they ship; those that are named here are on besides.
QList<TaxRule> rulesWith(const QStringList &alsoOn = {})
{
    QList<TaxRule> out = tax::Rulebook().rules();
    for (TaxRule &rule : out)
        if (alsoOn.contains(rule.rule))
            rule.isOn = true;
    return out;
}

std::optional<AppliedTax> said(const QList<TaxRule> &rules, TaxRuleKind kind, const tax::Supply &supply)
{
    for (const AppliedTax &each : tax::applied(rules, supply))
        if (each.kind == kind)
            return each;
    return std::nullopt;
}

// A registered firm sells copper for 1,180.00 with 18 % within, to a registered buyer of the same state.
tax::Supply copper(const QString &day)
{
    return {.day = day,
            .hsn = QStringLiteral("74040012"),
            .gross = {118'000},
            .taxable = {100'000},
            .gstRate = {1800},
            .isBuyerRegistered = true,
            .contract = {100'000},
            .holder = PanHolder::Other};
}

qint64 day(const char *text)
{
    return india::dayFrom(QString::fromLatin1(text)).value();
}

} // namespace

class TestOfTaxRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDayOfTheSaleDecides_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<TaxRuleKind>("kind");
        QTest::addColumn<qint64>("rate");
        QTest::addColumn<qint64>("tax"); // of 1,000.00 without GST, or of 1,180.00 for income tax
        const auto row = [](const char *name, const char *day, TaxRuleKind kind, qint64 rate, qint64 tax) {
            QTest::newRow(name) << QString::fromLatin1(day) << kind << rate << tax;
        };
        row("no tcs before the section", "2018-09-30", TaxRuleKind::GstTcs, -1, 0);
        row("tcs, first day", "2018-10-01", TaxRuleKind::GstTcs, 100, 1000);
        row("tcs, last day of 1 %", "2024-07-09", TaxRuleKind::GstTcs, 100, 1000);
        row("tcs, first day of 0.5 %", "2024-07-10", TaxRuleKind::GstTcs, 50, 500);
        row("tcs, now", "2026-11-27", TaxRuleKind::GstTcs, 50, 500);
        row("tds, last day of 1 %", "2024-09-30", TaxRuleKind::IncomeTds, 100, 1180);
        row("tds, first day of 0.1 %", "2024-10-01", TaxRuleKind::IncomeTds, 10, 118);
        row("tds, last day of the old Act", "2026-03-31", TaxRuleKind::IncomeTds, 10, 118);
        row("tds, first day of the new Act", "2026-04-01", TaxRuleKind::IncomeTds, 10, 118);
        row("scrap, last day of 1 %", "2026-03-31", TaxRuleKind::IncomeTcs, 100, 1180);
        row("scrap, first day of 2 %", "2026-04-01", TaxRuleKind::IncomeTcs, 200, 2360);
    }
    void theDayOfTheSaleDecides()
    {
        QFETCH(QString, day);
        QFETCH(TaxRuleKind, kind);
        QFETCH(qint64, rate);
        QFETCH(qint64, tax);

        const auto found = said(rulesWith({QStringLiteral("income_tcs_scrap")}), kind, copper(day));

        QCOMPARE(found ? found->rate.value : -1, rate);
        QCOMPARE(found ? found->tax : Money{}, Money{tax});
    }

    void theRenumberedRuleNamesTheNewAct()
    {
        const auto rules = rulesWith();

        QVERIFY(tax::ruleOn(rules, TaxRuleKind::IncomeTds, QStringLiteral("2026-03-31"))->basis.contains(u"194-O"));
        QVERIFY(tax::ruleOn(rules, TaxRuleKind::IncomeTds, QStringLiteral("2026-04-01"))->basis.contains(u"393"));
        QVERIFY(!tax::ruleOn(rules, TaxRuleKind::PaymentCode, QStringLiteral("2026-04-01")));
    }

    void metalScrapAcrossItsChangeOfLaw_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("hsn");
        QTest::addColumn<bool>("isSellerRegistered");
        QTest::addColumn<Money>("contract");
        QTest::addColumn<qint64>("reverseCharge"); // of 1,000.00
        QTest::addColumn<qint64>("gstTds");
        const auto row = [](const char *name, const char *day, const char *hsn, bool isSellerRegistered,
                            qint64 contract, qint64 reverseCharge, qint64 gstTds) {
            QTest::newRow(name) << QString::fromLatin1(day) << QString::fromLatin1(hsn) << isSellerRegistered
                                << Money{contract} << reverseCharge << gstTds;
        };
        row("unregistered, the day before", "2024-10-09", "7404", false, 100'000, 0, 0);
        row("unregistered, the first day", "2024-10-10", "7404", false, 100'000, 18'000, 0);
        row("unregistered, the chapter before", "2024-10-10", "7112", false, 100'000, 0, 0);
        row("unregistered, the first chapter", "2024-10-10", "7204", false, 100'000, 18'000, 0);
        row("unregistered, the last chapter", "2024-10-10", "8112", false, 100'000, 18'000, 0);
        row("unregistered, the chapter after", "2024-10-10", "8212", false, 100'000, 0, 0);
        row("unregistered, no code", "2024-10-10", "", false, 100'000, 0, 0);
        row("registered, at the threshold", "2024-10-10", "7404", true, 25'000'000, 0, 0);
        row("registered, a paisa above", "2024-10-10", "7404", true, 25'000'001, 0, 2'000);
        row("registered, the day before", "2024-10-09", "7404", true, 25'000'001, 0, 0);
        row("registered, paper", "2024-10-10", "4707", true, 25'000'001, 0, 0);
    }
    void metalScrapAcrossItsChangeOfLaw()
    {
        QFETCH(QString, day);
        QFETCH(QString, hsn);
        QFETCH(bool, isSellerRegistered);
        QFETCH(Money, contract);
        QFETCH(qint64, reverseCharge);
        QFETCH(qint64, gstTds);
        tax::Supply supply = copper(day);
        supply.hsn = hsn;
        supply.isSellerRegistered = isSellerRegistered;
        supply.contract = contract;

        const auto reverse = said(rulesWith(), TaxRuleKind::ReverseCharge, supply);
        const auto deducted = said(rulesWith(), TaxRuleKind::GstTds, supply);

        QCOMPARE(reverse ? reverse->tax : Money{}, Money{reverseCharge});
        QCOMPARE(deducted ? deducted->tax : Money{}, Money{gstTds});
        if (deducted) {
            QCOMPARE(deducted->duty, TaxDuty::Buyer);
            QCOMPARE(deducted->cgst, Money{1'000});
            QCOMPARE(deducted->sgst, Money{1'000});
        }
        supply.isBuyerRegistered = false;
        QVERIFY(!said(rulesWith(), TaxRuleKind::ReverseCharge, supply));
        QVERIFY(!said(rulesWith(), TaxRuleKind::GstTds, supply));
    }

    void whatIsUnsettledSaysNothingUntilItIsSwitchedOn()
    {
        for (const TaxRule &rule : rulesWith())
            QCOMPARE(rule.isOn, rule.certainty == TaxCertainty::Confirmed);
        const tax::Supply supply = copper(QStringLiteral("2026-11-27"));

        QVERIFY(!said(rulesWith(), TaxRuleKind::IncomeTcs, supply));
        QVERIFY(said(rulesWith({QStringLiteral("income_tcs_scrap")}), TaxRuleKind::IncomeTcs, supply));
    }

    void whatIsAbove50LakhEndedWithItsLaw()
    {
        const auto rules = rulesWith({QStringLiteral("income_tcs_goods")});
        tax::Supply supply = copper(QStringLiteral("2025-03-31"));
        supply.boughtBefore = Money{50 * lakh.minor - 18'000};

        QCOMPARE(said(rules, TaxRuleKind::IncomeTcs, supply)->base, Money{100'000});
        QCOMPARE(said(rules, TaxRuleKind::IncomeTcs, supply)->tax, Money{100});
        supply.day = QStringLiteral("2025-04-01");
        QVERIFY(!said(rules, TaxRuleKind::IncomeTcs, supply));
    }

    void aSmallSellerIsExemptUntilTheThresholdIsPassed_data()
    {
        QTest::addColumn<PanHolder>("holder");
        QTest::addColumn<qint64>("soldBefore");
        QTest::addColumn<bool>("isExempt");
        QTest::addColumn<qint64>("base");
        QTest::addColumn<qint64>("tax");
        QTest::newRow("a person at 5 lakh")
            << PanHolder::Individual << qint64(49'882'000) << true << qint64(118'000) << qint64(0);
        QTest::newRow("a paisa more makes up for the year")
            << PanHolder::Individual << qint64(49'882'001) << false << qint64(50'000'001) << qint64(50'000);
        QTest::newRow("a family at 5 lakh")
            << PanHolder::Family << qint64(49'882'000) << true << qint64(118'000) << qint64(0);
        QTest::newRow("far beyond") << PanHolder::Individual << qint64(60'000'000) << false << qint64(118'000)
                                    << qint64(118);
        QTest::newRow("a firm from the first rupee")
            << PanHolder::Other << qint64(0) << false << qint64(118'000) << qint64(118);
        QTest::newRow("nobody knows the PAN")
            << PanHolder::Unknown << qint64(0) << false << qint64(118'000) << qint64(5'900);
    }
    void aSmallSellerIsExemptUntilTheThresholdIsPassed()
    {
        QFETCH(PanHolder, holder);
        QFETCH(qint64, soldBefore);
        QFETCH(bool, isExempt);
        QFETCH(qint64, base);
        QFETCH(qint64, tax);
        tax::Supply supply = copper(QStringLiteral("2026-11-27"));
        supply.holder = holder;
        supply.soldBefore = {soldBefore};

        const auto found = said(rulesWith(), TaxRuleKind::IncomeTds, supply);

        QCOMPARE(found->exemption == TaxExemption::BelowThreshold, isExempt);
        QCOMPARE(found->base, Money{base});
        QCOMPARE(found->tax, Money{tax});
    }

    void theMonthsOfAYearAddUpAcrossAChangeOfTheRate()
    {
        const auto rules = rulesWith();
        const QList<tax::Turnover> year{{day("2024-04-01"), {20'000'000}},  // at 1 %, below the threshold
                                        {day("2024-09-01"), {20'000'000}},  // still below
                                        {day("2024-10-01"), {20'000'000}}}; // at 0.1 %, beyond it

        const auto september = tax::deductionOf(rules, year.first(2), day("2024-09-01"), PanHolder::Individual);
        const auto october = tax::deductionOf(rules, year, day("2024-10-01"), PanHolder::Individual);

        QCOMPARE(september.exemption, TaxExemption::BelowThreshold);
        QCOMPARE(september.tax, Money{});
        QVERIFY(!october.exemption);
        QCOMPARE(october.base, Money{60'000'000});
        QCOMPARE(october.tax, Money{2 * 200'000 + 20'000}); // each part at the rate of its own day
        const auto firm = tax::deductionOf(rules, year, day("2024-10-01"), PanHolder::Other);
        QCOMPARE(firm.base, Money{20'000'000});
        QCOMPARE(firm.tax, Money{20'000});
    }

    void aMonthIsCutWhereARuleChanges()
    {
        const auto rules = rulesWith();
        const tax::Span july = tax::monthOf(QStringLiteral("2024-07")).value();

        const QList<tax::Span> spans = tax::spansOf(rules, TaxRuleKind::GstTcs, july);
        const tax::Split collected =
            tax::collectionOf(rules, {{spans[0].from, tax::Territory::WithinState, {100'000}, {}},
                                      {spans[1].from, tax::Territory::WithinState, {100'000}, {}},
                                      {spans[1].from, tax::Territory::AcrossStates, {100'000}, {40'000}}});

        QCOMPARE(spans,
                 (QList<tax::Span>{{day("2024-07-01"), day("2024-07-10")}, {day("2024-07-10"), day("2024-08-01")}}));
        QCOMPARE(collected, (tax::Split{{300}, {750}, {750}}));
        QCOMPARE(tax::spansOf(rules, TaxRuleKind::GstTcs, tax::monthOf(QStringLiteral("2026-11")).value()).size(), 1);
        QCOMPARE(tax::collectionOf(rules, {{day("2026-11-01"), tax::Territory::AcrossStates, {1'000}, {2'000}}}),
                 tax::Split{});
    }

    void aYearBeginsInApril()
    {
        QCOMPARE(tax::yearStart(day("2026-03-31")), day("2025-04-01"));
        QCOMPARE(tax::yearStart(day("2026-04-01")), day("2026-04-01"));
        QVERIFY(!tax::monthOf(QStringLiteral("2026-13")));
        QCOMPARE(tax::monthOf(QStringLiteral("2026-12")).value(), (tax::Span{day("2026-12-01"), day("2027-01-01")}));
    }

    void thePanSaysWhoseItIs()
    {
        QCOMPARE(tax::holderOf(QStringLiteral("ABCPK1234F")), PanHolder::Individual);
        QCOMPARE(tax::holderOf(QStringLiteral("ABCHK1234F")), PanHolder::Family);
        QCOMPARE(tax::holderOf(QStringLiteral("AAPFU0939F")), PanHolder::Other);
        QCOMPARE(tax::holderOf(QString()), PanHolder::Unknown);
    }

    void theRateIsWhatTheStoreDeclaredOrWhatTheCodeSays()
    {
        const auto none = rulesWith();
        const auto all = rulesWith({QStringLiteral("hsn_7404"), QStringLiteral("hsn_4707")});
        const QString today = QStringLiteral("2026-11-27"), scrap = QStringLiteral("74040012");

        QCOMPARE(tax::gstRateOf(all, today, scrap, {500}).rate, BasisPoints{500});
        QCOMPARE(tax::gstRateOf(all, today, scrap, {500}).source, GstRateSource::Product);
        QCOMPARE(tax::gstRateOf(all, today, scrap, {}).rate, BasisPoints{1800});
        QCOMPARE(tax::gstRateOf(all, today, scrap, {}).source, GstRateSource::Rule);
        QCOMPARE(tax::gstRateOf(all, today, QStringLiteral("4707"), {}).rate, BasisPoints{500});
        QCOMPARE(tax::gstRateOf(none, today, scrap, {}).rate, BasisPoints{});
        QCOMPARE(tax::gstRateOf(all, today, QString(), {}).source, GstRateSource::None);
    }

    void roadsNeedABillAbove50000AcrossStates()
    {
        const auto rules = rulesWith();
        const QString today = QStringLiteral("2026-11-27");

        QVERIFY(!tax::needsEWayBill(rules, today, {5'000'000}, tax::Territory::AcrossStates));
        QVERIFY(tax::needsEWayBill(rules, today, {5'000'001}, tax::Territory::AcrossStates));
        QVERIFY(!tax::needsEWayBill(rules, today, {5'000'001}, tax::Territory::WithinState));
        QCOMPARE(tax::eWayBillDays(rules, today, 200), 1);
        QCOMPARE(tax::eWayBillDays(rules, today, 201), 2);
    }
};

TEST_CLASS(TestOfTaxRules)

#include "tst_taxrules.moc"
