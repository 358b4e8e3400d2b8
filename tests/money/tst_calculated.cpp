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
};

TEST_CLASS(TestOfCalculated)
#include "tst_calculated.moc"
