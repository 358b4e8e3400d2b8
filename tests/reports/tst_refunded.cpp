// Refunds in the reports that admins reckon by.

#include "tests/reports/desk.h"
#include "tests/support/runner.h"

class TestOfRefundedReports : public QObject
{
    Q_OBJECT

    static void refund(Desk &desk, Id<Order> order, Money amount)
    {
        const auto asked = desk.refunds.requestRefund(
            desk.store.caller, order,
            {.amount = amount, .reason = RefundReason::Damaged, .text = QStringLiteral("Half of it is rusty")});
        QVERIFY(asked);
        QVERIFY(desk.refunds.decideRefund(desk.admin, asked->id, {.status = RefundStatus::Approved}));
        QVERIFY(desk.refunds.decideRefund(desk.admin, asked->id, {.status = RefundStatus::Processed}));
    }

    static QList<QByteArray> ofTheFirst(Desk &desk, ReportName name)
    {
        const QString day = QStringLiteral("2026-11-01");
        return desk.lines(name, {.period = ReportPeriod::Custom, .from = day, .to = day});
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REP-01, REF-03: what the store got and the market kept on that day; a later refund does not change a past day.
    void aSettledOrderCountsWithoutWhatWasRefundedBefore()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-01"));
        desk.fill(desk.buyer, {1'000'000});
        const Order order = desk.placed(World::kilograms(2));
        desk.walkTo(order.id, OrderStatus::Delivered);
        refund(desk, order.id, {50'000});
        QVERIFY(desk.orders.confirmDelivery(desk.buyer.caller, order.id));
        desk.setDay(QStringLiteral("2026-11-02"));
        refund(desk, order.id, {25'000});

        const QList<QByteArray> sales = ofTheFirst(desk, ReportName::DailySales);
        const QList<QByteArray> stores = ofTheFirst(desk, ReportName::VendorPerformance);
        const QList<QByteArray> market = ofTheFirst(desk, ReportName::PlatformAnalytics);

        QCOMPARE(sales, QList<QByteArray>{"2026-11-01," + desk.store.id.text().toLatin1() +
                                          ",Iron Yard,IN-MH,1,0,1,1500.00,1000.00,20.00,980.00"});
        QCOMPARE(stores.size(), 1);
        QVERIFY(stores[0].endsWith(",1,1000.00,1000.00,20.00,980.00"));
        QCOMPARE(market.size(), 1);
        QVERIFY(market[0].startsWith("2026-11-01,1,1500.00,1,0,1,1000.00,20.00,"));
    }
};

TEST_CLASS(TestOfRefundedReports)
#include "tst_refunded.moc"
