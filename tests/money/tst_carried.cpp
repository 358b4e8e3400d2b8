#include "shared/base/indiatime.h"
#include "tests/money/books.h"
#include "tests/support/runner.h"

#include <utility>

namespace {

// Four months of trade, of which three are over; each has an order that is settled and one that is not.
struct YearsBooks : Books
{
    QList<Instant> moments; // at the ends and in the middle of them

    YearsBooks()
    {
        for (int month = 0; month < 4; ++month) {
            (void)settled(10'000 + month, 200);
            if (!recharge(5'000) || !hold(ids.next<Order>(), 1'000))
                qFatal("nothing is held");
            moments += db.clock.now();
            db.clock.advance(15 * dayMs);
            if (!adjust(ids.next<Order>().uuid, 100))
                qFatal("nothing is corrected");
            db.clock.advance(15 * dayMs);
            moments += india::dayOf(db.clock.now());
        }
        moments += db.clock.now();
    }
    // Everything that can be asked for, at every moment.
    QStringList figures()
    {
        return db->read([&](Tx &tx) {
            QStringList out;
            for (const Instant at : std::as_const(moments)) {
                for (const TrialLine &line : ledger.trial(tx, at))
                    out += QStringLiteral("%1 %2 %3")
                               .arg(names::text(line.kind))
                               .arg(line.accounts)
                               .arg(line.balance.minor);
                for (const ledger::BookAccount &each : accounts())
                    out += QString::number(ledger.account(tx, ledger::key(each), at).value().balance->minor);
            }
            for (const ledger::AccountRow &row : ledger.accounts(tx, {.limit = 100}))
                out += QStringLiteral("%1 %2").arg(row.id.text()).arg(row.balance->minor);
            for (const auto &[row, balance] :
                 ledger.statement(tx, ledger::key(ledger::commissionIncome), ledger::Service::until({}), 100))
                out += QStringLiteral("%1 %2 %3").arg(row.transactionId.text()).arg(row.line).arg(balance.minor);
            return out;
        });
    }
    QList<ledger::BookAccount> accounts() const
    {
        return {ledger::gatewayClearing, ledger::commissionIncome, ledger::available(buyer), ledger::held(buyer),
                ledger::payable(vendor)};
    }
    void sql(std::string_view statement, Id<LedgerAccount> account, Id<ledger::Transaction> before)
    {
        if (!db->write([&](Tx &tx) -> Result<> {
                tx.run(statement, account, before);
                return {};
            }))
            qFatal("nothing was changed");
    }
    qint64 months() { return db.number("count(DISTINCT before_id) FROM ledger_carried_kinds"); }
};

// What is said when nothing but what is carried is wrong.
const QString remedy =
    QStringLiteral("; the postings are right, and \"kabaadwala-server ledger recarry\" carries them anew");

} // namespace

// Balances that are carried forward at the ends of months.
class TestOfCarriedBooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // LED-01: what is carried is only a shorter way to the same figures
    void everyFigureIsTheSameWithAndWithoutThem()
    {
        YearsBooks books;
        const QStringList without = books.figures();

        books.ledger.carryForward();

        QCOMPARE(books.months(), 4);
        QCOMPARE(books.figures(), without);
        QVERIFY(books.db.number("count(*) FROM ledger_carried WHERE edition = 1") >= 12);
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
        books.moments += books.db.clock.now();
        (void)books.settled(7'000, 70); // what came since
        const QStringList with = books.figures();
        QVERIFY(!books.isFaulty("INSERT INTO ledger_editions (edition) VALUES (77)"));
        QCOMPARE(books.figures(), with);
    }

    void aMonthIsCarriedOnceWhenItIsOverForADay()
    {
        Books books;
        books.db.clock.set(india::startOf(india::dayNumber(QDate(2026, 9, 30))));
        QVERIFY(books.recharge(10'000));
        const auto carried = [&] {
            books.ledger.carryForward();
            return books.db.number("count(*) FROM ledger_carried");
        };

        books.db.clock.advance(2 * dayMs - 1);
        QCOMPARE(carried(), 0);
        books.db.clock.advance(1);
        QCOMPARE(carried(), 2);
        QCOMPARE(carried(), 2);
        books.db.clock.advance(31 * dayMs); // nothing has moved in that month
        QCOMPARE(carried(), 2);
        QCOMPARE(books.db.number("count(*) FROM ledger_carried_kinds"), 4);
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    void nothingIsCarriedAfterTheCheckIsToldToStop()
    {
        YearsBooks books;

        books.ledger.carryForward([] { return true; });

        QCOMPARE(books.db.number("count(*) FROM ledger_carried"), 0);
        books.ledger.carryForward();
        QCOMPARE(books.months(), 4);
    }

    // WAL-16: what "ledger verify" finds
    void aFalsifiedSumIsNamed()
    {
        YearsBooks books;
        books.ledger.carryForward();
        const auto later = Ids::firstOf<ledger::Transaction>(books.db.clock.now());
        const QString day = india::dayText(india::dayNumber(books.db.clock.now()));

        books.sql("INSERT INTO ledger_carried (edition, account_id, before_id, balance) VALUES (1, ?, ?, 7)",
                  ledger::key(ledger::commissionIncome), later);

        QCOMPARE(books.ledger.verify(),
                 QStringLiteral("commission_income carried to %1 of the platform is 0.07, its rows say 4.00%2")
                     .arg(day, remedy));
    }

    void aFalsifiedMonthIsNamed()
    {
        YearsBooks books;
        books.ledger.carryForward();
        const auto later = Ids::firstOf<ledger::Transaction>(books.db.clock.now());
        const QString day = india::dayText(india::dayNumber(books.db.clock.now()));

        books.sql("INSERT INTO ledger_carried_kinds (edition, before_id, kind, accounts, balance)"
                  " SELECT edition, ?2, kind, accounts, balance + CASE kind WHEN 'buyer_held' THEN 1 ELSE 0 END"
                  " FROM ledger_carried_kinds WHERE ?1 IS NOT NULL AND before_id ="
                  " (SELECT before_id FROM ledger_carried_kinds ORDER BY before_id DESC LIMIT 1)",
                  ledger::key(ledger::bank), later);

        QCOMPARE(books.ledger.verify(),
                 QStringLiteral("all buyer_held carried to %1 is 40.01 in 1 accounts, the rows say 40.00 in 1%2")
                     .arg(day, remedy));
    }

    // LED-01: a posting behind what is carried would be in no sum
    void aClockThatIsBehindPostsNothing()
    {
        YearsBooks books;
        books.ledger.carryForward();
        const QStringList before = books.figures();
        const Instant now = books.db.clock.now();
        books.db.clock.set(books.moments.constFirst());
        const Ids ids{books.db.clock}; // of a machine that was started with a wrong clock
        ledger::Service restarted{*books.db, ids};
        const auto recharge = [&] {
            return books.post([&](Tx &tx) {
                return restarted.recharge(tx, books.buyer, {300}, ids.next<Payment>(), QStringLiteral("pay_9"));
            });
        };

        QVERIFY_EXCEPTION_THROWN((void)recharge(), DbFault);

        books.db.clock.set(now);
        QCOMPARE(books.figures(), before);
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
        QVERIFY(recharge());
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    // A clock that jumped ahead and was mended: the months it has carried are not over, so their edition is given up.
    void whatAWrongClockHasCarriedStopsNothingOnceItIsCarriedAnew()
    {
        Books books;
        const Instant right = books.db.clock.now();
        QVERIFY(books.recharge(10'000));
        books.db.clock.advance(90 * dayMs);
        books.ledger.carryForward();
        QVERIFY(books.db.number("count(*) FROM ledger_carried_kinds") > 0);
        books.db.clock.set(right);
        const Ids ids{books.db.clock}; // of the server that was started anew with the right clock
        ledger::Service restarted{*books.db, ids};
        const auto recharge = [&] {
            return books.post([&](Tx &tx) {
                return restarted.recharge(tx, books.buyer, {300}, ids.next<Payment>(), QStringLiteral("pay_9"));
            });
        };
        QVERIFY_EXCEPTION_THROWN((void)recharge(), DbFault);

        QVERIFY(books.post([&](Tx &tx) -> Result<> {
            restarted.carryAnew(tx);
            return {};
        }));
        restarted.carryForward();

        QVERIFY(recharge());
        QCOMPARE(restarted.verify(), std::optional<QString>());
    }

    void whatIsCarriedAnewSaysTheSame()
    {
        YearsBooks books;
        books.ledger.carryForward();
        const QStringList before = books.figures();

        QVERIFY(books.post([&](Tx &tx) -> Result<> {
            books.ledger.carryAnew(tx);
            return {};
        }));

        QCOMPARE(books.figures(), before);
        books.ledger.carryForward();
        QCOMPARE(books.figures(), before);
        QCOMPARE(books.db.number("count(DISTINCT edition) FROM ledger_carried"), 2);
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    // LED-02
    void whatIsCarriedIsAppendOnly_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::newRow("an account") << QByteArray("UPDATE ledger_carried SET balance = 0");
        QTest::newRow("an account goes") << QByteArray("DELETE FROM ledger_carried");
        QTest::newRow("a kind") << QByteArray("UPDATE ledger_carried_kinds SET balance = 0");
        QTest::newRow("a kind goes") << QByteArray("DELETE FROM ledger_carried_kinds");
    }
    void whatIsCarriedIsAppendOnly()
    {
        QFETCH(QByteArray, statement);
        YearsBooks books;
        books.ledger.carryForward();

        QVERIFY(books.isFaulty({statement.constData(), std::size_t(statement.size())}));

        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    // A journal of another system reaches back behind what is carried.
    void aJournalThatIsTakenInBeginsAnew()
    {
        YearsBooks books;
        books.ledger.carryForward();
        const auto clearing = [&](Instant at) {
            return books.db->read([&](Tx &tx) {
                return books.ledger.account(tx, ledger::key(ledger::gatewayClearing), at)->balance.value();
            });
        };
        const Money before = clearing(books.moments.constFirst());
        std::optional past(ledger::PastPosting{.kind = ledger::Posting::Recharge,
                                               .subject = books.ids.next<Payment>().uuid,
                                               .at = books.moments.constFirst().after(-dayMs),
                                               .buyer = books.buyer,
                                               .amount = {300}});

        const Result<> done = books.post(
            [&](Tx &tx) { return books.ledger.adopt(tx, [&] { return std::exchange(past, std::nullopt); }); });

        QVERIFY(done);
        QCOMPARE(clearing(books.moments.constFirst()), before - Money{300});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
        const QStringList without = books.figures();
        books.ledger.carryForward();
        QCOMPARE(books.figures(), without);
        QCOMPARE(books.db.number("count(DISTINCT edition) FROM ledger_carried"), 2);
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }
};

TEST_CLASS(TestOfCarriedBooks)
#include "tst_carried.moc"
