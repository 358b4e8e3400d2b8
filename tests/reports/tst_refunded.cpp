// What went back, and what was never paid, in the reports that admins reckon by.

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

    // C11, AN-10: what was never paid is no order, and what its payment confirms took the store no time.
    void onlyWhatHasReachedAStoreCounts()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-01"));
        desk.fill(desk.buyer, {1'000'000});
        const Order byPayment = desk.placed(), unpaid = desk.placed();
        QVERIFY(desk.db->write([&](Tx &tx) -> Result<> {
            tx.insert("order_history", orders::HistoryRow{.id = desk.ids.next<StatusChange>(),
                                                          .orderId = byPayment.id,
                                                          .fromStatus = OrderStatus::Placed,
                                                          .status = OrderStatus::Confirmed,
                                                          .actor = Actor::System,
                                                          .at = tx.now()});
            tx.run("UPDATE orders SET payment_method = 'online', payment_status = 'failed', reached_at = NULL,"
                   " order_status = 'failed', escrow_status = 'refunded' WHERE id = ?",
                   unpaid.id);
            return {};
        }));

        const QList<QByteArray> exported = desk.lines(ReportName::Orders);

        QCOMPARE(exported.size(), 1);
        QVERIFY(exported.value(0).contains(byPayment.orderNumber.toUtf8()));
        QCOMPARE(desk.lines(ReportName::VendorPerformance),
                 QList<QByteArray>{desk.store.id.text().toLatin1() +
                                   ",Iron Yard,Mumbai,IN-MH,approved,1,0,0.00,,0,0.00,0.00,0.00,0.00"});
    }

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

    // REP-01, LED-02: refunds, corrections and what the bank sent back stand in it as they do in the books.
    void theFinancialReportAgreesWithTheTrialBalance()
    {
        Desk desk;
        fourDays(desk);

        const QList<QByteArray> days = desk.lines(ReportName::Financial);

        // Day, recharged, held, returned, gross, commission, net, refunds, paid out, escrow, owed.
        QCOMPARE(days,
                 QList<QByteArray>({"2026-11-01,10000.00,1500.00,500.00,1000.00,20.00,980.00,0.00,0.00,0.00,980.00",
                                    "2026-11-02,0.00,2250.00,0.00,2250.00,60.00,2205.00,250.00,0.00,0.00,2920.00",
                                    "2026-11-03,0.00,0.00,0.00,0.00,0.00,0.00,0.00,2920.00,0.00,0.00",
                                    "2026-11-04,0.00,750.00,0.00,0.00,0.00,0.00,0.00,-2920.00,750.00,2920.00"}));
        using enum LedgerAccountKind;
        Money recharged, inWallets, commission, paidOut;
        for (const QByteArray &line : days) {
            const QList<QByteArray> cells = line.split(',');
            const auto amount = [&](int column) { return *Money::parse(QString::fromLatin1(cells[column])); };
            recharged = recharged + amount(1);
            inWallets = inWallets + amount(1) - amount(2) + amount(3) + amount(7);
            commission = commission + amount(5);
            paidOut = paidOut + amount(8);
            const Instant end = reports::startOf(*reports::dayOf(QString::fromLatin1(cells[0]))).after(dayMs - 1);
            const auto trial = desk.db->read([&](Tx &tx) { return desk.ledger.trial(tx, end); });
            QCOMPARE(balanceOf(trial, {GatewayClearing}), -recharged);
            QCOMPARE(balanceOf(trial, {BuyerAvailable}), inWallets);
            QCOMPARE(balanceOf(trial, {CommissionIncome, GstDue}), commission);
            QCOMPARE(balanceOf(trial, {Bank}), paidOut);
            QCOMPARE(balanceOf(trial, {BuyerHeld}), amount(9));
            QCOMPARE(balanceOf(trial, {VendorPayable, VendorPayout, VendorDebt}), amount(10));
        }
    }

private:
    static Money balanceOf(const QList<TrialLine> &trial, const QList<LedgerAccountKind> &kinds)
    {
        Money sum;
        for (const TrialLine &line : trial)
            if (kinds.contains(line.kind))
                sum = sum + line.balance;
        return sum;
    }
    static Id<Order> delivered(Desk &desk, qint64 kilograms)
    {
        const Order order = desk.placed(World::kilograms(kilograms));
        desk.walkTo(order.id, OrderStatus::Delivered);
        return order.id;
    }
    static void correct(Desk &desk, qint64 paise)
    {
        QVERIFY(desk.db->write([&](Tx &tx) {
            return desk.ledger.adjust(tx, desk.store.id, QUuid::createUuid(), {paise}, QStringLiteral("A wrong rate"));
        }));
    }
    // A settlement without what was refunded before; a refund after it, another settlement and corrections both ways; a
    // payout; its return, and an order whose money is still held.
    static void fourDays(Desk &desk)
    {
        desk.verifyBank(desk.store);
        desk.setDay(QStringLiteral("2026-11-01"));
        desk.fill(desk.buyer, {1'000'000});
        const Id<Order> first = delivered(desk, 2);
        refund(desk, first, {50'000});
        QVERIFY(desk.orders.confirmDelivery(desk.buyer.caller, first));

        desk.setDay(QStringLiteral("2026-11-02"));
        refund(desk, first, {25'000});
        QVERIFY(desk.orders.confirmDelivery(desk.buyer.caller, delivered(desk, 3)));
        correct(desk, 1'000);
        correct(desk, -3'000);

        desk.setDay(QStringLiteral("2026-11-03"));
        const auto payout = desk.payouts.requestPayout(desk.store.caller);
        QVERIFY(payout);
        QVERIFY(desk.payouts.approvePayout(desk.admin, payout->id));
        QVERIFY(desk.payouts.processPayout(desk.admin, payout->id, {QStringLiteral("UTR-2026-77")}));

        desk.setDay(QStringLiteral("2026-11-04"));
        QVERIFY(desk.payouts.returnPayout(desk.admin, payout->id, {QStringLiteral("The account is closed")}));
        (void)desk.placed();
    }
};

TEST_CLASS(TestOfRefundedReports)
#include "tst_refunded.moc"
