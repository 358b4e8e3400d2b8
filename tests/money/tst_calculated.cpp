// When the commission of a line was calculated.

#include "tests/money/yard.h"
#include "tests/support/runner.h"

class TestOfCalculated : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // COM-03: with the order, and anew with its weight; buyers are told nothing of the commission
    void aLineSaysWhenItsCommissionWasCalculated()
    {
        Yard yard;
        const auto line = [&](const Caller &who) {
            return yard.world.orders.readOrder(who, yard.order)->lines.constFirst();
        };
        const Instant placedAt = yard.now().placedAt;
        const OrderLine estimated = line(yard.world.store.caller);
        yard.world.db.clock.advance(hourMs);

        yard.agreed({9'400});

        const OrderLine weighed = line(yard.world.store.caller);
        QCOMPARE(estimated.commissionAt, std::optional(placedAt));
        QCOMPARE(estimated.commissionAmount, Money{15'000});
        QCOMPARE(weighed.commissionAt, std::optional(placedAt.after(hourMs)));
        QCOMPARE(weighed.commissionAmount, Money{14'100});
        QVERIFY(!line(yard.world.buyer.caller).commissionAt);
    }

    // COM-03: a weight that nobody has agreed to is an estimate, also where it changes what is at stake.
    void anEstimateIsNoCalculation()
    {
        Yard yard(QStringLiteral("10"));
        const auto line = [&] {
            return yard.world.orders.readOrder(yard.world.store.caller, yard.order)->lines.constFirst();
        };
        const Instant placedAt = yard.now().placedAt;
        yard.world.db.clock.advance(hourMs);

        const WeighTicket ticket = yard.weigh({10'400});

        QCOMPARE(line().commissionAmount, Money{15'600});
        QCOMPARE(line().commissionAt, std::optional(placedAt));
        yard.world.db.clock.advance(hourMs);
        yard.agree(ticket.id);
        QCOMPARE(line().commissionAmount, Money{15'600});
        QCOMPARE(line().commissionAt, std::optional(placedAt.after(2 * hourMs)));
    }
};

TEST_CLASS(TestOfCalculated)
#include "tst_calculated.moc"
