#include "console/kit/ordershares.h"
#include "tests/console/pages/orderspage.h"
#include "tests/console/pages/returnsamples.h"
#include "tests/console/pages/weighing.h"
#include "tests/console/registry.h"

using namespace orderspage;

namespace {

// ₹41,465.20 at 4.5 %: 1,865.93; of it ₹10,000.00 went back, with 450.00 of the commission.
Order partlyRefunded(OrderStatus status)
{
    Order order = samples::order(shipped, Role::Admin);
    order.orderStatus = status;
    order.paymentStatus = PaymentStatus::Paid;
    order.refundedAmount = {1'000'000};
    order.refundedCommission = Money{45'000};
    return order;
}

} // namespace

class TestOrderPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // WAL-09, REF-03: the dialog says what the server will move.
    void aReleaseLeavesOutWhatWasRefunded()
    {
        OrdersFixture given;
        given.console.server.answer(api::readOrder, partlyRefunded(OrderStatus::Completed), shipped.id);
        given.open();
        given.reveal();

        QVERIFY(press(*given.page, "release"));

        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(shows(*dialog, QStringLiteral("₹30,049.27"))); // to the store
        QVERIFY(shows(*dialog, QStringLiteral("₹1,415.93")));  // to the market
        QVERIFY(shows(*dialog, QStringLiteral("₹10,000.00"))); // to the buyer
        QCOMPARE(found<QAbstractButton>(*dialog, "verb")->text(), QStringLiteral("Release ₹31,465.20"));
    }

    // WAL-08: with the completion the money is settled.
    void whoCompletesAnOrderIsToldWhatTheStoreWillGet()
    {
        OrdersFixture given;
        Order order = partlyRefunded(OrderStatus::Delivered);
        order.nextStatuses = {OrderStatus::Completed};
        given.console.server.answer(api::readOrder, order, shipped.id);
        given.open();
        given.reveal();

        QVERIFY(press(*given.page, "to_completed"));

        QVERIFY(shows(*dialogOf(*given.page), QStringLiteral("₹30,049.27")));
    }

    // REF-03
    void thePanelSaysWhatTheStoreReallyGot()
    {
        OrdersFixture given;
        Order order = partlyRefunded(OrderStatus::Completed);
        order.escrowStatus = EscrowStatus::Released;
        given.console.server.answer(api::readOrder, order, shipped.id);
        given.open();

        given.reveal();

        QVERIFY(shows(*given.page, QStringLiteral("Vendor received")));
        QVERIFY(shows(*given.page, QStringLiteral("₹30,049.27")));
        QVERIFY(!shows(*given.page, QStringLiteral("₹39,599.27"))); // without the refund
    }

    void everyShareIsWhatIsLeft_data()
    {
        QTest::addColumn<Order>("order");
        QTest::addColumn<qint64>("refunded");
        QTest::addColumn<qint64>("vendor");
        Order order = partlyRefunded(OrderStatus::Completed);
        QTest::newRow("a part") << order << qint64(1'000'000) << qint64(3'004'927);
        order.refundedAmount = order.totalAmount;
        order.refundedCommission = order.commissionAmount;
        QTest::newRow("the whole") << order << order.totalAmount.minor << qint64(0);
        order = samples::order(shipped, Role::Admin);
        order.orderStatus = OrderStatus::Cancelled;
        QTest::newRow("never paid") << order << qint64(0) << qint64(0);
        order.paymentStatus = PaymentStatus::Refunded;
        QTest::newRow("cancelled") << order << order.totalAmount.minor << qint64(0);
        order = samples::order(shipped, Role::Admin);
        order.commissionAmount.reset();
        QTest::newRow("as a buyer reads it") << order << qint64(0) << order.totalAmount.minor;
    }
    void everyShareIsWhatIsLeft()
    {
        QFETCH(Order, order);
        QFETCH(qint64, refunded);
        QFETCH(qint64, vendor);

        const kit::OrderShares shares = kit::sharesOf(order);

        QCOMPARE(shares.refunded, Money{refunded});
        QCOMPARE(shares.vendor, Money{vendor});
        QCOMPARE(shares.vendor + shares.commission, shares.left);
    }

    // REF-05: whichever way it is paid; the server offers no end of it, and the panel says why.
    void aContestedOrderInCashSaysWhatWaits()
    {
        OrdersFixture given;
        Order order = samples::order(shipped, Role::Admin);
        order.orderStatus = OrderStatus::Delivered;
        order.paymentMethod = PaymentMethodKind::Cod;
        order.paymentStatus = PaymentStatus::Pending;
        order.escrowStatus.reset();
        order.nextStatuses.clear();
        order.mayCancel = false;
        order.contestedAt = order.updatedAt;
        given.console.server.answer(api::readOrder, order, shipped.id);
        given.open();

        given.reveal();

        QVERIFY(shows(*given.page, QStringLiteral("This order is disputed.")));
        QVERIFY(found<QAbstractButton>(*given.page, "show_dispute"));
        for (const char *act : {"to_completed", "cancel", "release", "refund"})
            QVERIFY2(!found<QAbstractButton>(*given.page, act), act);

        order.contestedAt.reset();
        given.console.server.answer(api::readOrder, order, shipped.id);
        given.page->refresh();
        given.reveal();
        QVERIFY(!shows(*given.page, QStringLiteral("This order is disputed.")));
    }

    // WAL-09: the server releases the escrow of completed orders only.
    void nothingIsReleasedBeforeTheOrderIsCompleted()
    {
        OrdersFixture given;
        Order order = samples::order(shipped, Role::Admin);
        order.orderStatus = OrderStatus::Delivered;
        order.vendorConfirmedAt = order.buyerConfirmedAt = order.updatedAt; // and its weight is contested
        given.console.server.answer(api::readOrder, order, shipped.id);
        given.open();

        given.reveal();

        QVERIFY(shows(*given.page, shipped.orderNumber));
        QVERIFY(!found<QAbstractButton>(*given.page, "release"));
    }

    // REF-05, LED-02: gross, tare, deductions, net, price, who and with what, and whether the ticket is still that one.
    void everyWeightStandsBesideTheMoneyItDecides()
    {
        OrdersFixture given;
        WeighTicket ticket = samples::weighTicket();
        ticket.deductions.first().reason = QStringLiteral("rain on the truck");
        ticket.photos = {samples::evidence(1, QStringLiteral("at-the-scale.png"))};
        ticket.flaggedBy = Actor::Buyer;
        ticket.flagReason = QStringLiteral("My own scale says 37");
        ticket.isGenuine = false;
        Settlement settlement = samples::settlement();
        settlement.topUp =
            WeighTopUp{.id = samples::id<WeighTopUp>(1), .amount = {45'000}, .status = TopUpStatus::Declined};
        Order order = samples::order(shipped, Role::Admin);
        order.isWeighed = true;
        given.console.server.answer(api::readOrder, order, shipped.id);
        given.console.server.answer(api::listWeighTickets, samples::page(QList{ticket}), shipped.id);
        given.console.server.answer(api::readSettlement, settlement, shipped.id);
        given.open();

        given.reveal();

        for (const char16_t *said : {u"Ticket 117", u"40\u00a0kg", u"1.5\u00a0kg", u"rain on the truck",
                                     u"38.2\u00a0kg", u"₹750.00", u"MT-4711", u"Ravi", u"broken",
                                     u"My own scale says 37", u"₹30,450.00", u"₹450.00", u"declined by the buyer"})
            QVERIFY2(shows(*given.page, QString::fromUtf16(said)), qPrintable(QString::fromUtf16(said)));
        QVERIFY(found<QAbstractButton>(*given.page, "print_ticket"));
        QCOMPARE(nameless(*given.page), QString());
        QVERIFY(press(*given.page, "photo"));
        QCOMPARE(dialogOf(*given.page)->windowTitle(), QStringLiteral("at-the-scale.png"));
    }

    void nobodyAsksForTheWeightsOfAnOrderThatWasNotWeighed()
    {
        OrdersFixture given;
        given.open();

        given.reveal();

        QCOMPARE(given.console.server.timesAsked(api::listWeighTickets, shipped.id), 0);
        QVERIFY(!shows(*given.page, QStringLiteral("WEIGH TICKETS")));
    }

    // REF-03
    void theListSaysWhatWentBack()
    {
        OrdersFixture given;
        OrderCard card = shipped;
        card.refundedAmount = {1'000'000};
        given.console.server.answer(api::listAllOrders, samples::page(QList{card, samples::cards().at(3)}));

        const QAbstractItemModel &rows = given.open();

        const auto said = [&](int row) { return rows.index(row, 6).data(Qt::AccessibleTextRole).toString(); };
        QVERIFY2(said(0).contains(QStringLiteral("₹10,000.00 refunded")), qPrintable(said(0)));
        QVERIFY2(!said(1).contains(QStringLiteral("refunded")), qPrintable(said(1)));
    }

    // WAL-14
    void frozenMoneyIsAChoiceOfTheList()
    {
        OrdersFixture given;
        given.open();

        given.page->narrow({{"escrow", "disputed"}});
        given.page->refresh();

        const QStringList lists = given.console.server.lines().filter(QStringLiteral("/orders?"));
        QVERIFY2(lists.last().contains(QStringLiteral("escrow=disputed")), qPrintable(lists.last()));
    }
};

CONSOLE_TEST(TestOrderPanel)
#include "tst_orderpanel.moc"
