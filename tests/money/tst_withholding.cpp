// Tax that payouts withhold from stores.

#include "tests/money/taxoffice.h"
#include "tests/support/runner.h"

namespace {

// A payout of one sale of 750.00, of which 635.60 are without GST: 0.5 % of that in two halves and 0.1 % of all.
constexpr Money net{73'500}, tcs{318}, tds{75};

struct Counter : TaxOffice
{
    Counter() { world.set(QStringLiteral("tax.withhold"), QStringLiteral("true")); }
    Result<Payout> request() { return world.payouts.requestPayout(world.store.caller); }
    Result<Payout> reject(Id<Payout> id)
    {
        return world.payouts.rejectPayout(world.admin, id, {QStringLiteral("wrong holder")});
    }
    void refund(const Order &order, Money amount)
    {
        world.db.clock.advance(2 * hourMs);
        const auto asked = world.refunds.requestRefund(
            world.store.caller, order.id,
            {.amount = amount, .reason = RefundReason::Damaged, .text = QStringLiteral("Half of it is rusty")});
        for (const RefundStatus status : {RefundStatus::Approved, RefundStatus::Processed})
            if (!asked || !world.refunds.decideRefund(world.admin, asked->id, {.status = status}))
                qFatal("nothing is given back");
    }
    // Between the books and the payouts, or what was withheld by months.
    std::optional<QString> difference()
    {
        return world.db->read([&](Tx &tx) {
            ledger::Place ofPayouts, ofTax;
            const auto found = world.payouts.difference(tx, ofPayouts);
            return found ? found : tax.difference(tx, ofTax);
        });
    }
    std::optional<QString> stray()
    {
        return world.db->read([&](Tx &tx) {
            ledger::Place start;
            return tax.stray(tx, world.ledger.postingsAfter(tx, start, 200));
        });
    }
    qint64 covered() { return world.db.number("count(*) FROM tax_withheld_lines"); }
    Money due(TaxHead head)
    {
        const auto all = tax.listTaxDues(world.admin).value();
        return all[int(head)].due;
    }
};

// What an individual has sold on a day; income tax begins above five lakh.
tax::DaySum individual(qint64 day, Money gross)
{
    return {.day = day, .tdsRate = BasisPoints{10}, .exemptUntil = Money{50'000'000}, .gross = gross, .covered = gross};
}

} // namespace

class TestOfWithholding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void nothingIsWithheldWhileItIsSwitchedOff()
    {
        TaxOffice office;
        (void)office.sell();

        const auto payout = office.world.payouts.requestPayout(office.world.store.caller);

        QCOMPARE(payout->amount, net);
        QCOMPARE(payout->withheld, Money{});
        QCOMPARE(office.world.db.number("count(*) FROM tax_withheld_lines"), 0);
        QCOMPARE(office.tds().withheld, Money{});
    }

    // What the worksheet of the month says is withheld, to the paisa, over all payouts of the month together.
    void payoutsWithholdWhatTheWorksheetSays()
    {
        Counter counter;
        (void)counter.sell();

        const auto first = counter.request();

        QCOMPARE(first->withheld, tcs + tds);
        QCOMPARE(first->amount, net - tcs - tds);
        QCOMPARE(first->corrections, Money{});
        QCOMPARE(counter.tcs().withheld, tcs);
        QCOMPARE(counter.tcs().tax, tcs);
        QCOMPARE(counter.tds().withheld, tds);
        QCOMPARE(counter.due(TaxHead::Tcs), tcs);
        QCOMPARE(counter.due(TaxHead::Tds), tds);
        QCOMPARE(counter.world.funds().released, Money{});
        (void)counter.sell(3);
        QVERIFY(counter.request());
        QCOMPARE(counter.tcs().withheld, counter.tcs().tax);
        QCOMPARE(counter.tcs().tax, Money{1'272}); // of 2,542.38, by halves
        QCOMPARE(counter.tds().withheld, Money{300});
        const auto sum = counter.tax.readTaxMonth(counter.world.admin, {month});
        QCOMPARE(sum->tcsWithheld, Money{1'272});
        QCOMPARE(sum->tdsWithheld, Money{300});
        QCOMPARE(counter.difference(), std::optional<QString>());
        QCOMPARE(counter.world.ledger.verify(), std::optional<QString>());
    }

    // PAYO-04: a payout that fails gives its orders back, not the tax
    void aPayoutThatFailsWithholdsNothingTwice_data()
    {
        QTest::addColumn<bool>("isPaid");
        QTest::newRow("rejected") << false;
        QTest::newRow("sent back by the bank") << true;
    }
    void aPayoutThatFailsWithholdsNothingTwice()
    {
        QFETCH(bool, isPaid);
        Counter counter;
        World &world = counter.world;
        (void)counter.sell();
        const Id<Payout> first = counter.request()->id;
        if (isPaid) {
            QVERIFY(world.payouts.approvePayout(world.admin, first));
            QVERIFY(world.payouts.processPayout(world.admin, first, {QStringLiteral("UTR-2026-77")}));
            QVERIFY(world.payouts.returnPayout(world.admin, first, {QStringLiteral("account closed")}));
        } else {
            QVERIFY(counter.reject(first));
        }

        const auto second = counter.request();

        QCOMPARE(second->amount, net - tcs - tds);
        QCOMPARE(second->withheld, Money{});
        QCOMPARE(second->corrections, Money{} - tcs - tds);
        QCOMPARE(counter.tcs().withheld, tcs);
        QCOMPARE(counter.due(TaxHead::Tds), tds);
        QCOMPARE(counter.covered(), 1);
        QCOMPARE(counter.difference(), std::optional<QString>());
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // What is given back after it was withheld makes the next payout withhold less; income tax stays.
    void aReturnLowersWhatIsWithheldNext()
    {
        Counter counter;
        const Order sold = counter.sell();
        QVERIFY(counter.request());
        QVERIFY(counter.giveBack(sold, 37'500, counter.world.ids.next<Refund>()));
        (void)counter.sell();

        const auto next = counter.request();

        QCOMPARE(counter.tcs().tax, Money{476}); // of 953.40
        QCOMPARE(next->withheld, Money{476} - tcs + tds);
        QCOMPARE(counter.tcs().withheld, Money{476});
        QCOMPARE(counter.tds().withheld, tds + tds);
    }

    // What was withheld too much for a month that is over waits for sales of another.
    void whatWasWithheldTooMuchIsMadeUpForLater()
    {
        Counter counter;
        const Order sold = counter.sell();
        QVERIFY(counter.request());
        QVERIFY(counter.giveBack(sold, 75'000, counter.world.ids.next<Refund>()));
        counter.world.db.clock.advance(31 * dayMs);
        (void)counter.sell();

        const auto next = counter.request();

        QCOMPARE(next->withheld, tds);
        QCOMPARE(counter.tcs().withheld, Money{}); // of September, as its worksheet
        QCOMPARE(counter.due(TaxHead::Tcs), tcs);
    }

    // The news of a settlement may come later than the payout.
    void whatNobodyHasReckonedIsReckonedByThePayout()
    {
        Counter counter;
        const Order sold = counter.world.settled();

        QCOMPARE(counter.request()->withheld, tcs + tds);
        QVERIFY(counter.hear(sold));

        QCOMPARE(counter.lines(), 1);
        QCOMPARE(counter.tcs().withheld, tcs);
    }

    // What is refunded before anybody has reckoned the sale is a return, and makes no smaller sale.
    void aRefundBeforeTheNewsOfTheSaleIsAReturn()
    {
        Counter counter;
        const Order sold = counter.world.settled();
        counter.refund(sold, {10'000});

        QCOMPARE(counter.request()->withheld, tcs + tds);
        QVERIFY(counter.hear(sold));
        QVERIFY(counter.giveBack(sold, 10'000, counter.world.ids.next<Refund>()));

        QCOMPARE(counter.world.db.number("CAST(sum(gross) AS BIGINT) FROM tax_lines"), 75'000);
        QCOMPARE(counter.tds().gross, Money{75'000});
        QCOMPARE(counter.tcs().supplies, Money{63'560});
        QCOMPARE(counter.tcs().returns, Money{8'474});
    }

    void aPayoutOfNothingIsNotMadeAndWithholdsNothing()
    {
        Counter counter;
        World &world = counter.world;
        world.set(QStringLiteral("payouts.minimum"), QStringLiteral("1.00"));
        const Order sold = counter.sell();
        QVERIFY(world.db->write([&](Tx &tx) {
            return world.ledger.refund(tx, world.buyer.caller.id, sold.id, world.store.id, QUuid::createUuid(),
                                       {.fromVendor = {73'200}}, QStringLiteral("Bad copper"));
        }));

        const auto refused = counter.request();

        QCOMPARE(refused.error().code, ErrorCode::BelowMinimum);
        QCOMPARE(refused.error().message,
                 QStringLiteral("Nothing can be paid out: 3.93 is to be withheld as tax, 3.00 is released."));
        QCOMPARE(counter.covered(), 0);
        QCOMPARE(counter.due(TaxHead::Tcs), Money{});
        QCOMPARE(world.funds().released, Money{300});
        QCOMPARE(world.db.number("count(*) FROM payouts"), 0);
    }

    // The threshold looks at all that was sold; the tax is taken of what payouts have looked at.
    void whatWasPaidWithoutWithholdingCountsForTheThresholdAlone()
    {
        using namespace tax;
        const Span september = *monthOf(month);
        const DaySum before{.day = yearStart(september.from), .gross = {40'000'000}};
        const DaySum now = individual(september.from, {20'000'000});

        QCOMPARE(deductedFor({before, now}, september), Money{20'000});
        QCOMPARE(deductedFor({now}, september), Money{});
    }

    // A store that becomes a company is not taxed for what it sold before, unless the year comes to it anyway.
    void whoTheStoreBecomesChangesNothingOfWhatWasLookedAt()
    {
        using namespace tax;
        const Span september = *monthOf(month);
        const DaySum before = individual(yearStart(september.from), {30'000'000});
        const DaySum now{
            .day = september.from, .tdsRate = BasisPoints{10}, .gross = {10'000'000}, .covered = {10'000'000}};

        QCOMPARE(deductedFor({before, now}, september), Money{10'000});
        QCOMPARE(deductedFor({before, now}, {before.day, before.day + 30}), Money{});
        QCOMPARE(deductedFor({before, now, individual(september.from + 1, {20'000'000})}, september), Money{60'000});
    }

    // What is switched later is of what payouts look at later.
    void aRuleThatIsSwitchedChangesNothingOfWhatWasLookedAt_data()
    {
        QTest::addColumn<bool>("isOnFirst");
        QTest::newRow("off, on and off again") << false;
        QTest::newRow("on, off and on again") << true;
    }
    void aRuleThatIsSwitchedChangesNothingOfWhatWasLookedAt()
    {
        QFETCH(bool, isOnFirst);
        Counter counter;
        const auto withheldWhile = [&](bool isOn) {
            for (const char *key : {"gst_tcs_operator.2024-07-10", "income_tds_operator.2026-04-01"})
                (void)counter.tax.switchTaxRule(counter.world.admin, QString::fromLatin1(key),
                                                {isOn, QStringLiteral("As the law is read")});
            (void)counter.sell();
            return counter.request()->withheld;
        };
        const Money on = tcs + tds, off{};

        QCOMPARE(withheldWhile(isOnFirst), isOnFirst ? on : off);
        QCOMPARE(withheldWhile(!isOnFirst), isOnFirst ? off : on);
        QCOMPARE(withheldWhile(isOnFirst), isOnFirst ? on : off);

        QCOMPARE(counter.due(TaxHead::Tcs), isOnFirst ? tcs + tcs : tcs);
        QCOMPARE(counter.due(TaxHead::Tds), isOnFirst ? tds + tds : tds);
        QCOMPARE(counter.difference(), std::optional<QString>());
    }

    // What a payout reads grows with days and not with lines, and says what the lines say.
    void theSumsOfDaysAreThoseOfTheirLines()
    {
        Counter counter;
        World &world = counter.world;
        const Order first = counter.sell(2);
        (void)counter.sell();
        (void)counter.sell();
        QVERIFY(counter.giveBack(first, 50'000, world.ids.next<Refund>())); // before anybody has looked at it
        QVERIFY(counter.request());
        QVERIFY(counter.giveBack(first, 20'000, world.ids.next<Refund>()));
        (void)counter.sell(2);
        QVERIFY(counter.request());
        (void)counter.sell(); // nobody has looked at this one

        const auto sums = [&](const char *what, const char *of) {
            return world.db.number("CAST(coalesce(sum(" + std::string(what) + "), 0) AS BIGINT) FROM " + of);
        };
        QCOMPARE(sums("gross", "tax_day_sums"), sums("gross", "tax_lines"));
        QCOMPARE(sums("covered", "tax_day_sums"),
                 sums("gross", "tax_lines l JOIN tax_withheld_lines w ON w.line_id = l.line_id"));
        QCOMPARE(sums("taxable", "tax_day_sums"),
                 sums("taxable", "tax_lines l JOIN tax_withheld_lines w ON w.line_id = l.line_id"));
        QCOMPARE(sums("returned", "tax_day_sums"), sums("taxable", "tax_returns"));
        QVERIFY(sums("returned", "tax_day_sums") > 0);
        QCOMPARE(world.db.number("count(*) FROM tax_lines"), 5);
        // One with the terms of its payouts, one without for what waits for them.
        QCOMPARE(world.db.number("count(*) FROM tax_day_sums WHERE gross <> 0"), 2);
        QCOMPARE(counter.difference(), std::optional<QString>());
    }

    // WAL-16: what the next payout is reckoned from has to be what was posted
    void theMonthsOfAPayoutAreComparedWithItsPosting()
    {
        Counter counter;
        World &world = counter.world;
        (void)counter.sell();
        const Id<Payout> payout = counter.request()->id;
        QCOMPARE(counter.difference(), std::optional<QString>());
        QCOMPARE(counter.stray(), std::optional<QString>());

        QVERIFY(world.db->write([&](Tx &tx) -> Result<> {
            tx.run("INSERT INTO tax_withheld (payout_id, month_day, vendor_id, igst, cgst, sgst, tds)"
                   " SELECT payout_id, 0, vendor_id, 0, 0, 0, 1 FROM tax_withheld WHERE payout_id = ?",
                   payout);
            return {};
        }));

        QCOMPARE(counter.difference(),
                 std::optional(QStringLiteral("of payout %1 TCS of 3.18 and TDS of 0.76 are withheld, the books say"
                                              " 3.18 and 0.75")
                                   .arg(payout.text())));
    }

    void aPostingOfTaxThatNoMonthKnowsIsNamed()
    {
        Counter counter;
        World &world = counter.world;
        (void)counter.sell();
        const auto payout = world.ids.next<Payout>();

        QVERIFY(world.db->write(
            [&](Tx &tx) { return world.ledger.withholdTax(tx, world.store.id, payout, {.tcs = {5}, .tds = {}}); }));

        QCOMPARE(counter.stray(),
                 std::optional(
                     QStringLiteral("tax_withhold is of payout %1, for which no month says so").arg(payout.text())));
    }
};

TEST_CLASS(TestOfWithholding)
#include "tst_withholding.moc"
