// Tax hears of what is settled and of what is given back, by the same news as everybody.

#include "server/core/outbox.h"
#include "server/tax/reactions.h"
#include "server/tax/service.h"
#include "shared/base/indiatime.h"
#include "tests/money/returns.h"
#include "tests/support/runner.h"

namespace {

struct TaxDesk
{
    Returns trade;
    tax::Service &tax = trade.world.tax;
    Outbox outbox{*trade.world.db};

    TaxDesk() { tax::reactions(outbox, tax); }
    Money sold() { return {trade.world.db.number("CAST(coalesce(sum(gross), 0) AS BIGINT) FROM tax_lines")}; }
    Money returned() { return {trade.world.db.number("CAST(coalesce(sum(gross), 0) AS BIGINT) FROM tax_returns")}; }
};

} // namespace

class TestOfTaxNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aSettledOrderIsReckonedAndItsRefundCountsAgainstIt()
    {
        TaxDesk desk;
        const Order order = desk.trade.settled();

        desk.outbox.drain();
        const Money sold = desk.sold();
        QVERIFY(desk.trade.refunded(order.id, Money{50'000}));
        desk.outbox.drain();

        QCOMPARE(sold, Returns::total);
        QCOMPARE(desk.sold(), Returns::total); // what was reckoned stays
        QCOMPARE(desk.returned(), Money{50'000});
        QCOMPARE(desk.trade.world.db.number("count(*) FROM tax_returns"), 2); // a share of each line
        QVERIFY(desk.trade.refunded(order.id));                               // all that is left
        desk.outbox.drain();
        QCOMPARE(desk.returned(), Returns::total);
        QCOMPARE(desk.outbox.waitingDeliveries(), 0);
        QCOMPARE(desk.outbox.deadDeliveries(), 0);
    }

    // A refund of the last day of a year is a return of that year, however late its news come.
    void aRefundIsAReturnOfItsOwnDay()
    {
        TaxDesk desk;
        const Order order = desk.trade.settled();
        desk.outbox.drain();
        QVERIFY(desk.trade.refunded(order.id, Money{50'000}));
        const qint64 day = india::dayNumber(desk.trade.world.db.clock.now());

        desk.trade.world.db.clock.advance(3 * dayMs);
        desk.outbox.drain();

        QCOMPARE(desk.returned(), Money{50'000});
        QCOMPARE(desk.trade.world.db.number("max(returned_day) FROM tax_returns"), day);
    }

    // What goes back while the escrow is held was never settled for, so it is no return.
    void aRefundBeforeTheSettlementMakesTheSaleSmaller()
    {
        TaxDesk desk;
        const Order order = desk.trade.at(OrderStatus::Delivered);
        QVERIFY(desk.trade.refunded(order.id, Money{50'000}));

        QVERIFY(desk.trade.world.orders.confirmDelivery(desk.trade.buyer(), order.id));
        desk.outbox.drain();

        QCOMPARE(desk.sold(), Returns::total - Money{50'000});
        QCOMPARE(desk.returned(), Money{});
        QCOMPARE(desk.trade.world.db.number("count(*) FROM tax_lines"), 2);
    }
};

TEST_CLASS(TestOfTaxNews)

#include "tst_taxnews.moc"
