// What is said to a weight, and what is asked for it, reaches whoever has to answer.

#include "shared/contract/weighing.h"
#include "tests/commerce/square.h"
#include "tests/support/runner.h"

namespace {

WeighTicketChanged changed(const Square &square, WeighAct act, Actor by)
{
    return {.orderId = square.order,
            .orderNumber = QStringLiteral("KW-1001"),
            .ticketId = square.ids.next<WeighTicket>(),
            .number = 7,
            .buyerId = square.buyer.id,
            .vendorId = *square.vendor.vendorId,
            .vendorAccountId = square.vendor.id,
            .act = act,
            .by = by,
            .title = QStringLiteral("Copper wire"),
            .net = {38'200},
            .reason = act == WeighAct::Flagged ? std::optional(QStringLiteral("The scale is wrong")) : std::nullopt};
}

WeighTopUpChanged asked(const Square &square, TopUpStatus status)
{
    return {.orderId = square.order,
            .orderNumber = QStringLiteral("KW-1001"),
            .topUpId = square.ids.next<WeighTopUp>(),
            .buyerId = square.buyer.id,
            .vendorId = *square.vendor.vendorId,
            .vendorAccountId = square.vendor.id,
            .status = status,
            .amount = {37'500},
            .deadline = square.db.clock.now().after(48 * hourMs)};
}

} // namespace

class TestOfWeighNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // NOTIF-08: whoever has said it knows it already.
    void theOtherSideHearsOfATicket_data()
    {
        QTest::addColumn<WeighAct>("act");
        QTest::addColumn<Actor>("by");
        QTest::addColumn<int>("buyers");
        QTest::addColumn<int>("vendors");
        QTest::newRow("weighed") << WeighAct::Recorded << Actor::Vendor << 1 << 0;
        QTest::newRow("accepted by the buyer") << WeighAct::Accepted << Actor::Buyer << 0 << 1;
        QTest::newRow("contested by the store") << WeighAct::Flagged << Actor::Vendor << 1 << 0;
        QTest::newRow("contested by time") << WeighAct::Flagged << Actor::System << 1 << 1;
        QTest::newRow("taken back") << WeighAct::Voided << Actor::Vendor << 1 << 0;
    }
    void theOtherSideHearsOfATicket()
    {
        QFETCH(WeighAct, act);
        QFETCH(Actor, by);
        QFETCH(int, buyers);
        QFETCH(int, vendors);
        Square square;

        square.happen(changed(square, act, by));
        square.outbox.drain();
        square.jobs.runDue();

        QCOMPARE(square.notifications.listNotices(square.buyer, {})->items.size(), buyers);
        QCOMPARE(square.notifications.listNotices(square.vendor, {})->items.size(), vendors);
        QCOMPARE(square.mailNames().filter(QStringLiteral("weigh_update")).size(), buyers + vendors);
    }

    void aTicketIsToldWithItsWeightAndReason()
    {
        Square square;

        square.happen(changed(square, WeighAct::Flagged, Actor::Vendor));

        const Notice notice = square.notifications.listNotices(square.buyer, {})->items[0];
        QCOMPARE(notice.kind, NoticeKind::OrderUpdate);
        QCOMPARE(notice.objectId, square.order.text());
        QVERIFY2(notice.text.contains(QStringLiteral("38.2 kg of Copper wire")), qUtf8Printable(notice.text));
    }

    void theBuyerIsAskedForMoreAndTheStoreHearsTheAnswer_data()
    {
        QTest::addColumn<TopUpStatus>("status");
        QTest::addColumn<int>("buyers");
        QTest::addColumn<int>("vendors");
        QTest::newRow("asked") << TopUpStatus::Asked << 1 << 0;
        QTest::newRow("paid") << TopUpStatus::Paid << 0 << 1;
        QTest::newRow("declined") << TopUpStatus::Declined << 0 << 1;
        QTest::newRow("expired") << TopUpStatus::Expired << 0 << 1;
        QTest::newRow("superseded") << TopUpStatus::Superseded << 0 << 0;
    }
    void theBuyerIsAskedForMoreAndTheStoreHearsTheAnswer()
    {
        QFETCH(TopUpStatus, status);
        QFETCH(int, buyers);
        QFETCH(int, vendors);
        Square square;

        square.happen(asked(square, status));

        const auto ofBuyer = square.notifications.listNotices(square.buyer, {});
        QCOMPARE(ofBuyer->items.size(), buyers);
        QCOMPARE(square.notifications.listNotices(square.vendor, {})->items.size(), vendors);
        if (buyers)
            QVERIFY(ofBuyer->items[0].text.contains(QStringLiteral("₹375.00")));
    }
};

TEST_CLASS(TestOfWeighNews)
#include "tst_weighnews.moc"
