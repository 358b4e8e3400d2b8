// What is paid to the tax office, and taken back when it was entered wrongly.

#include "tests/money/taxoffice.h"
#include "tests/support/runner.h"

#include <atomic>
#include <thread>

namespace {

// What a payout of one sale of 750.00 has withheld.
constexpr Money tcs{318};

struct DepositOffice : TaxOffice
{
    DepositOffice()
    {
        world.set(QStringLiteral("tax.withhold"), QStringLiteral("true"));
        (void)sell();
        if (!world.payouts.requestPayout(world.store.caller))
            qFatal("nothing is withheld");
    }
    Money due(TaxHead head)
    {
        const auto all = tax.listTaxDues(world.admin).value();
        return all[int(head)].due;
    }
    Result<TaxDeposit> deposit(TaxHead head, qint64 paise, const QString &challan = QStringLiteral("CPIN-1"))
    {
        return tax.depositTax(world.admin, {head, month, {paise}, challan});
    }
    Result<TaxDeposit> takeBack(Id<TaxDeposit> id)
    {
        return tax.reverseTaxDeposit(world.admin, id, {QStringLiteral("Paid under another head")});
    }
    std::optional<QString> difference()
    {
        return world.db->read([&](Tx &tx) {
            ledger::Place start;
            return tax.difference(tx, start);
        });
    }
    std::optional<QString> stray()
    {
        return world.db->read([&](Tx &tx) {
            ledger::Place start;
            return tax.stray(tx, world.ledger.postingsAfter(tx, start, 200));
        });
    }
    qint64 rows() { return world.db.number("count(*) FROM tax_deposit_reversals"); }
};

} // namespace

class TestOfTaxDeposits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aDepositLowersWhatIsDueOnce()
    {
        DepositOffice office;

        const auto paid = office.deposit(TaxHead::Tcs, 300);

        QCOMPARE(paid->amount, Money{300});
        QCOMPARE(paid->month, month);
        QCOMPARE(office.due(TaxHead::Tcs), tcs - Money{300});
        QCOMPARE(office.deposit(TaxHead::Tcs, 1, QStringLiteral("cpin-1")).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(office.deposit(TaxHead::Tcs, 19, QStringLiteral("CPIN-2")).error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(office.deposit(TaxHead::Gst, 1, QStringLiteral("CPIN-2")).error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(office.due(TaxHead::Tcs), Money{18});
        QCOMPARE(office.tax.readTaxMonth(office.world.admin, {month})->tcsDeposited, Money{300});
        QCOMPARE(office.tax.listTaxDeposits(office.world.admin, {})->items.size(), 1);
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE action = 'tax.deposited'"), 1);
        QCOMPARE(office.difference(), std::optional<QString>());
        QVERIFY(office.deposit(TaxHead::Tcs, 18, QStringLiteral("CPIN-2")));
        QCOMPARE(office.due(TaxHead::Tcs), Money{});
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    // What is due was added up before; what the others pay meanwhile counts all the same.
    void depositsAtOnceAreNotMoreThanIsDue()
    {
        DepositOffice office;
        std::atomic<int> done = 0;
        std::vector<std::thread> hands;

        for (int hand = 0; hand < 4; ++hand)
            hands.emplace_back(
                [&, hand] { done += office.deposit(TaxHead::Tcs, 200, QStringLiteral("CPIN-%1").arg(hand)) ? 1 : 0; });
        for (std::thread &each : hands)
            each.join();

        QCOMPARE(done.load(), 1);
        QCOMPARE(office.due(TaxHead::Tcs), tcs - Money{200});
        QCOMPARE(office.world.db.number("count(*) FROM tax_deposits"), 1);
        QCOMPARE(office.difference(), std::optional<QString>());
    }

    void aDepositNeedsThePermissionAFreshProofAndAMonthThatHasBegun()
    {
        DepositOffice office;
        Caller stale = office.world.admin;
        stale.sessionId = {};

        const DepositTax wish{TaxHead::Tcs, month, {300}, QStringLiteral("CPIN-1")};
        QCOMPARE(office.tax.depositTax(office.world.store.caller, wish).error().code, ErrorCode::PermissionMissing);
        QVERIFY(!office.tax.depositTax(stale, wish));
        QCOMPARE(
            office.tax.depositTax(office.world.admin, {TaxHead::Tcs, QStringLiteral("2026-10"), {300}, wish.challan})
                .error()
                .fields[0]
                .field,
            QStringLiteral("month"));

        QCOMPARE(office.due(TaxHead::Tcs), tcs);
        QCOMPARE(office.world.db.number("count(*) FROM tax_deposits"), 0);
    }

    // LED-02: by the opposite posting; then the same challan can be entered as it is.
    void whatWasEnteredWronglyIsTakenBackAndEnteredAnew()
    {
        DepositOffice office;
        const Id<TaxDeposit> wrong = office.deposit(TaxHead::Tcs, 75)->id;

        const auto back = office.takeBack(wrong);

        QCOMPARE(back->reversedBy, std::optional(back->paidBy));
        QCOMPARE(back->reversalReason, std::optional(QStringLiteral("Paid under another head")));
        QCOMPARE(office.due(TaxHead::Tcs), tcs);
        QCOMPARE(office.tax.readTaxMonth(office.world.admin, {month})->tcsDeposited, Money{});
        const auto again = office.deposit(TaxHead::Tds, 75);
        QCOMPARE(again->challan, QStringLiteral("CPIN-1"));
        QCOMPARE(office.due(TaxHead::Tds), Money{});
        QCOMPARE(office.deposit(TaxHead::Tcs, 1, QStringLiteral("cpin-1")).error().code, ErrorCode::AlreadyExists);
        QVERIFY(office.takeBack(again->id)); // as often as it takes
        QVERIFY(office.deposit(TaxHead::Tds, 75));
        const auto all = office.tax.listTaxDeposits(office.world.admin, {})->items;
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].reversedAt, std::optional<Instant>());
        QCOMPARE(all[2].reversedAt, std::optional(office.world.db.clock.now()));
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE action = 'tax.deposit_reversed'"), 2);
        QCOMPARE(office.difference(), std::optional<QString>());
        QCOMPARE(office.stray(), std::optional<QString>());
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    void aPaymentIsTakenBackOnceByWhoMayAndIsThere()
    {
        DepositOffice office;
        const Id<TaxDeposit> id = office.deposit(TaxHead::Tcs, 75)->id;
        Caller stale = office.world.admin;
        stale.sessionId = {};
        const ReverseTaxDeposit wish{QStringLiteral("Never paid")};

        QCOMPARE(office.tax.reverseTaxDeposit(office.world.store.caller, id, wish).error().code,
                 ErrorCode::PermissionMissing);
        QVERIFY(!office.tax.reverseTaxDeposit(stale, id, wish));
        QCOMPARE(office.takeBack(office.world.ids.next<TaxDeposit>()).error().code, ErrorCode::NotFound);
        QCOMPARE(office.rows(), 0);
        QCOMPARE(office.due(TaxHead::Tcs), tcs - Money{75});
        QVERIFY(office.takeBack(id));

        QCOMPARE(office.takeBack(id).error().code, ErrorCode::Conflict);

        QCOMPARE(office.rows(), 1);
        QCOMPARE(office.due(TaxHead::Tcs), tcs);
    }

    // WAL-16
    void aReversalInTheBooksAloneIsNamed()
    {
        DepositOffice office;
        const Id<TaxDeposit> id = office.deposit(TaxHead::Tcs, 75)->id;

        QVERIFY(office.world.db->write(
            [&](Tx &tx) { return office.world.ledger.reverseTaxDeposit(tx, id.uuid, QStringLiteral("By nobody")); }));

        QCOMPARE(office.difference(),
                 std::optional(QStringLiteral("the challan CPIN-1 is paid, the books say otherwise")));
        QCOMPARE(office.stray(),
                 std::optional(
                     QStringLiteral("reverse is of the payment %1 to the tax office, which stands").arg(id.text())));
    }
};

TEST_CLASS(TestOfTaxDeposits)
#include "tst_deposits.moc"
