#include "tests/money/world.h"
#include "tests/support/runner.h"

// What the ledger takes for the same posting, and what it takes for none.
class TestOfPostings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // LED-01
    void aPostingThatIsRepeatedMustBeTheSame()
    {
        World world;
        world.fill(world.buyer, {100'000});
        const Id<Order> order = world.ids.next<Order>();
        const auto hold = [&](Money amount) {
            return world.db->write([&](Tx &tx) {
                return world.ledger.hold(tx, world.buyer.caller.id, order, amount, QStringLiteral("Copper"));
            });
        };

        QVERIFY(hold({20'000}));
        const auto before = world.traces();
        QVERIFY(hold({20'000}));
        const Result<> other = hold({30'000});

        QCOMPARE(other.error().code, ErrorCode::Conflict);
        QCOMPARE(other.error().message, QStringLiteral("This money has been moved already."));
        QCOMPARE(world.wallet().heldAmount, Money{20'000});
        QCOMPARE(world.traces(), before);
    }

    // LED-01
    void nothingAndLessThanNothingIsNotMoved()
    {
        World world;
        world.fill(world.buyer, {100'000});
        const auto before = world.traces();

        for (const qint64 amount : {0ll, -1ll, std::numeric_limits<qint64>::min()}) {
            const Result<> held = world.db->write([&](Tx &tx) {
                return world.ledger.hold(tx, world.buyer.caller.id, world.ids.next<Order>(), {amount}, {});
            });
            const Result<> paidIn = world.db->write([&](Tx &tx) {
                return world.ledger.recharge(tx, world.buyer.caller.id, {amount}, world.ids.next<Payment>(), {});
            });
            QCOMPARE(held.error().code, ErrorCode::Conflict);
            QCOMPARE(paidIn.error().code, ErrorCode::Conflict);
        }

        QCOMPARE(world.wallet().currentBalance, Money{100'000});
        QCOMPARE(world.traces(), before);
    }
};

TEST_CLASS(TestOfPostings)

#include "tst_postings.moc"
