// What of a commission is tax: in the books beside the income, at settlements, refunds and corrections (COM-03,
// COM-05).

#include "shared/base/indiatime.h"
#include "tests/money/books.h"
#include "tests/money/taxoffice.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

// Books that know that 18 % are within a commission.
struct TaxedBooks : Books
{
    TaxedBooks() { tax({1'800}); }
    void tax(BasisPoints rate)
    {
        QList<ledger::CommissionTax> rates;
        if (rate.value > 0)
            rates += ledger::CommissionTax{.fromDay = 0, .untilDay = {}, .rate = rate};
        const auto done = post([&](Tx &tx) -> Result<> {
            ledger.taxCommissionBy(tx, rates);
            return {};
        });
        if (!done)
            qFatal("no rate is kept");
    }
    Money of(const ledger::BookAccount &account)
    {
        return db->read([&](Tx &tx) {
            const auto row = ledger.account(tx, ledger::key(account));
            return row ? row->balance.value_or(Money{}) : Money{};
        });
    }
    Money income() { return of(ledger::commissionIncome); }
    Money due() { return of(ledger::gstDue); }
    Result<> takeBack(QUuid adjustment)
    {
        return post([&](Tx &tx) {
            const auto posting = ledger.posting(tx, adjustment, ledger::Step::Adjust);
            return ledger.reverse(tx, posting->id, QStringLiteral("by mistake"));
        });
    }
};

struct Written
{
    QByteArray rule;
    QByteArray from;
    QByteArray rate;
};

// A server whose pack has these rules of GST on commission.
tax::Service withPack(TaxOffice &office, int edition, const QList<Written> &rules)
{
    QByteArrayList entries;
    for (const Written &each : rules)
        entries += "{'rule':'" + each.rule + "','kind':'commission_gst','title':'T','title_hi':'T','basis':'B'," +
                   "'valid_from':'" + each.from + "','rate_basis_points':" + each.rate +
                   ",'certainty':'confirmed','note':'N','note_hi':'N','source':'S','is_on':true}";
    QByteArray pack =
        "{'pack':'test','edition':" + QByteArray::number(edition) + ",'rules':[" + entries.join(',') + "]}";
    pack.replace('\'', '"');
    World &world = office.world;
    return {*world.db,    world.ids,      world.ledger,
            world.orders, world.accounts, world.auth,
            world.kyc,    world.audit,    tax::Rulebook(QList<tax::PackFile>{{QStringLiteral("test.json"), pack}})};
}

Money gstDue(TaxOffice &office)
{
    const auto all = office.tax.listTaxDues(office.world.admin).value();
    return all[0].due;
}

} // namespace

class TestOfCommissionTax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // COM-03: what a store gets does not change
    void aSettlementDividesTheCommissionIntoIncomeAndTax()
    {
        TaxedBooks books;

        const auto order = books.settled(10'000, 200);

        QCOMPARE(books.funds().released, Money{9'800});
        QCOMPARE(books.income(), Money{169});
        QCOMPARE(books.due(), Money{31}); // 200 * 18 / 118 = 30.51
        QVERIFY(books.settle(order, 10'000, 200));
        books.tax({0});
        QVERIFY(books.settle(order, 10'000, 200)); // the same, whatever the rate is by now
        QCOMPARE(books.due(), Money{31});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    void aCommissionBelowAPaisaOfTaxIsAllIncome()
    {
        TaxedBooks books;

        (void)books.settled(100, 3);
        (void)books.settled(5'000, 0);

        QCOMPARE(books.income(), Money{3});
        QCOMPARE(books.due(), Money{});
    }

    // COM-04
    void partialRefundsGiveBackWhatOneOfAllWould()
    {
        TaxedBooks books;
        const auto order = books.settled(10'000, 200);

        for (const qint64 part : {50, 50, 50, 50})
            QVERIFY(books.refund(order, books.ids.next<Order>().uuid, 2'500 - part, part));

        QCOMPARE(books.income(), Money{});
        QCOMPARE(books.due(), Money{});
        QCOMPARE(books.wallet().available, Money{10'000});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    void aRefundThatIsRepeatedTakesNoMoreTax()
    {
        TaxedBooks books;
        const auto order = books.settled(10'000, 200);
        const QUuid refund = books.ids.next<Order>().uuid;

        QVERIFY(books.refund(order, refund, 4'900, 100));
        QVERIFY(books.refund(order, refund, 4'900, 100));

        QCOMPARE(books.income(), Money{85});
        QCOMPARE(books.due(), Money{15}); // half of 31 is 15.5, so 16 goes
    }

    // What was settled without tax has none to give back.
    void whatWasSettledBeforeStaysAsItWas()
    {
        TaxedBooks books;
        books.tax({0});
        const auto order = books.settled(10'000, 200);
        books.tax({1'800});

        QVERIFY(books.refund(order, books.ids.next<Order>().uuid, 4'900, 100));

        QCOMPARE(books.income(), Money{100});
        QCOMPARE(books.due(), Money{});
    }

    // COM-05: also where the store owes
    void aCorrectionMovesBothAndIsTakenBackToThePaisa()
    {
        TaxedBooks books;
        (void)books.settled(100'000, 20'000);
        const Money income = books.income(), due = books.due();
        const QUuid given = books.ids.next<Order>().uuid, taken = books.ids.next<Order>().uuid;
        QVERIFY(books.reserve(books.ids.next<Payout>(), 80'000));

        QVERIFY(books.adjust(taken, -2'500));
        QCOMPARE(books.funds().owed, Money{2'500});
        QCOMPARE(books.due(), due + Money{381});
        QCOMPARE(books.income(), income + Money{2'119});
        QVERIFY(books.adjust(given, 3'000)); // pays the debt first
        QCOMPARE(books.funds().owed, Money{});
        QCOMPARE(books.funds().released, Money{500});
        QCOMPARE(books.due(), due + Money{381 - 458});

        books.tax({0}); // a correction goes back as it came
        QVERIFY(books.takeBack(given));
        QCOMPARE(books.funds().owed, Money{2'500});
        QVERIFY(books.takeBack(taken));
        QCOMPARE(books.due(), due);
        QCOMPARE(books.income(), income);
        QCOMPARE(books.funds().owed, Money{});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    void theDayDecidesAboutTheRate()
    {
        TaxedBooks books;
        const qint64 today = india::dayNumber(books.db.clock.now());
        QVERIFY(books.post([&](Tx &tx) -> Result<> {
            books.ledger.taxCommissionBy(tx, {{.fromDay = 0, .untilDay = today, .rate = {2'800}},
                                              {.fromDay = today + 1, .untilDay = {}, .rate = {1'800}}});
            return {};
        }));

        (void)books.settled(10'000, 1'180); // between two rules there is none
        books.db.clock.advance(dayMs);
        (void)books.settled(10'000, 1'180);

        QCOMPARE(books.due(), Money{180});
        QCOMPARE(books.income(), Money{2 * 1'180 - 180});
    }

    // The rule is data and can be switched; the books follow at once.
    void theRuleOfTheTaxOfficeIsTheRateOfTheBooks()
    {
        TaxOffice office;
        const auto due = [&] {
            const auto all = office.tax.listTaxDues(office.world.admin).value();
            return all[0].due;
        };
        (void)office.world.settled();
        QCOMPARE(due(), Money{}); // nobody has told the books yet
        office.tax.load();
        (void)office.world.settled(); // 15.00 of commission
        QCOMPARE(due(), Money{229});

        QVERIFY(office.tax.switchTaxRule(office.world.admin, QStringLiteral("commission_gst.2017-07-01"),
                                         {false, QStringLiteral("Not registered yet")}));
        (void)office.world.settled();

        QCOMPARE(due(), Money{229});
    }

    // Whoever asks for the rate of a day hears the same, also where rules overlap or begin on one day.
    void ofSeveralRulesTheOneThatBeganLastHolds()
    {
        TaxOffice office;
        tax::Service tax = withPack(office, 99'999'999,
                                    {{"commission_gst", "2017-07-01", "1800"},
                                     {"commission_gst_too", "2017-07-01", "1800"},
                                     {"commission_gst_less", "2026-01-01", "1200"}});
        tax.load();

        (void)office.world.settled(); // 15.00 of commission

        QCOMPARE(gstDue(office), Money{161});
        const qint64 today = india::dayNumber(office.world.db.clock.now());
        QCOMPARE(office.world.db->read([&](Tx &tx) { return tax.rateOn(tx, TaxRuleKind::CommissionGst, today); }),
                 BasisPoints{1'200});
    }

    // A node that was not upgraded yet and starts anew
    void olderRulesChangeNothingOfTheBooks()
    {
        TaxOffice office;
        office.tax.load();
        tax::Service older = withPack(office, 20'200'101, {{"commission_gst", "2017-07-01", "1200"}});

        older.load();
        const auto refused = older.switchTaxRule(office.world.admin, QStringLiteral("commission_gst.2017-07-01"),
                                                 {false, QStringLiteral("Not registered yet")});

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(office.world.db.number("count(*) FROM tax_switches"), 0);
        (void)office.world.settled();
        QCOMPARE(gstDue(office), Money{229});
    }

    void incomeAndTaxAreAlwaysTheCommission()
    {
        HOLDS([](quint32 commission, const std::vector<quint16> &parts, quint16 rate) {
            ledger::CommissionSums sums{.commission = {commission},
                                        .tax = ledger::taxWithin({commission}, {rate % 10'001})};
            RC_ASSERT(sums.tax >= Money{});
            RC_ASSERT(sums.tax <= sums.commission);
            Money back;
            for (const quint16 each : parts) {
                const Money part = std::min(Money{each}, sums.commission - sums.refunded);
                const Money tax = ledger::taxOf(sums, part);
                RC_ASSERT(tax >= Money{});
                RC_ASSERT(tax <= part);
                back = back + tax;
                sums.refunded = sums.refunded + part;
            }
            back = back + ledger::taxOf(sums, sums.commission - sums.refunded);
            RC_ASSERT(back == sums.tax);
        });
    }
};

TEST_CLASS(TestOfCommissionTax)
#include "tst_commissiontax.moc"
