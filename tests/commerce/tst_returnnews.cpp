#include "tests/commerce/square.h"
#include "tests/support/runner.h"

namespace {

RefundChanged refundAt(const Square &square, RefundStatus status)
{
    return {.refundId = square.ids.next<Refund>(),
            .refundNumber = QStringLiteral("RF-1001"),
            .orderId = square.order,
            .orderNumber = QStringLiteral("KW-1001"),
            .buyerId = square.buyer.id,
            .vendorId = *square.vendor.vendorId,
            .vendorAccountId = square.vendor.id,
            .status = status,
            .amount = {83'333}};
}

DisputeChanged disputeAt(const Square &square, DisputeStep step, Actor actor)
{
    return {.disputeId = square.ids.next<Dispute>(),
            .disputeNumber = QStringLiteral("DS-1001"),
            .orderId = square.order,
            .orderNumber = QStringLiteral("KW-1001"),
            .buyerId = square.buyer.id,
            .vendorId = *square.vendor.vendorId,
            .vendorAccountId = square.vendor.id,
            .step = step,
            .actor = actor,
            .answerDueAt = square.db.clock.now().after(72 * hourMs)};
}

} // namespace

class TestOfReturnNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REF-04, NOTIF-02
    void theBuyerIsMailedWhatWasRefunded()
    {
        Square square;

        square.happen(refundAt(square, RefundStatus::Approved));
        square.happen(refundAt(square, RefundStatus::Processed));
        square.jobs.runDue();

        QCOMPARE(square.mailNames().filter(QStringLiteral("refund_email-bina")).size(), 1);
        QVERIFY(square.mail(QStringLiteral("refund_email")).contains("KW-1001"));
        const auto notices = square.notifications.listNotices(square.buyer, {});
        QCOMPARE(notices->items.size(), 1);
        QCOMPARE(notices->items[0].kind, NoticeKind::OrderUpdate);
        QCOMPARE(notices->items[0].objectId, square.order.text());
        QVERIFY(notices->items[0].text.contains(QStringLiteral("₹833.33")));
        // It may still be held with the order, so that nobody is told it is in the wallet when it is not.
        QCOMPARE(notices->items[0].title, QStringLiteral("Your refund of ₹833.33"));
        QVERIFY2(notices->items[0].text.contains(QStringLiteral("when the order is settled or cancelled")),
                 qUtf8Printable(notices->items[0].text));
        QCOMPARE(square.notifications.countUnread(square.vendor)->unread, 2); // every step
    }

    void aRefusalTellsTheStoreWhy()
    {
        Square square;
        RefundChanged rejected = refundAt(square, RefundStatus::Rejected);
        rejected.reason = QStringLiteral("There is no proof");

        square.happen(rejected);

        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, 0);
        const auto notices = square.notifications.listNotices(square.vendor, {});
        QCOMPARE(notices->items.size(), 1);
        QCOMPARE(notices->items[0].title, QStringLiteral("Refund RF-1001: what is new"));
        QVERIFY(notices->items[0].text.contains(QStringLiteral("refused")));
    }

    // REF-05: whoever did it himself is not told.
    void theOtherSideIsToldOfADispute_data()
    {
        QTest::addColumn<DisputeStep>("step");
        QTest::addColumn<Actor>("actor");
        QTest::addColumn<int>("buyerHears");
        QTest::addColumn<int>("vendorHears");
        QTest::newRow("the buyer opens it") << DisputeStep::Opened << Actor::Buyer << 0 << 1;
        QTest::newRow("the vendor answers") << DisputeStep::Stated << Actor::Vendor << 1 << 0;
        QTest::newRow("nobody answers") << DisputeStep::Escalated << Actor::System << 1 << 1;
        QTest::newRow("an admin decides") << DisputeStep::Decided << Actor::Admin << 1 << 1;
        QTest::newRow("the buyer takes it back") << DisputeStep::Withdrawn << Actor::Buyer << 0 << 1;
    }
    void theOtherSideIsToldOfADispute()
    {
        QFETCH(DisputeStep, step);
        QFETCH(Actor, actor);
        QFETCH(int, buyerHears);
        QFETCH(int, vendorHears);
        Square square;

        square.happen(disputeAt(square, step, actor));
        square.jobs.runDue();

        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, buyerHears);
        QCOMPARE(square.notifications.countUnread(square.vendor)->unread, vendorHears);
        QCOMPARE(square.mailNames().filter(QStringLiteral("dispute_update")).size(), buyerHears + vendorHears);
    }

    // REF-06
    void bothReadTheResolution()
    {
        Square square;
        DisputeChanged decided = disputeAt(square, DisputeStep::Decided, Actor::Admin);
        decided.toBuyer = Money{83'333};
        decided.toVendor = Money{100'000};
        decided.resolution = QStringLiteral("Both sides gave in a little.");

        square.happen(decided);
        square.jobs.runDue();

        const QByteArray mail = square.mail(QStringLiteral("dispute_update"));
        QVERIFY(mail.contains("Both sides gave in a little."));
        const QString text = square.notifications.listNotices(square.buyer, {})->items[0].text;
        QVERIFY2(text.contains(QStringLiteral("₹833.33")) && text.contains(QStringLiteral("₹1,000.00")),
                 qUtf8Printable(text));
    }
};

TEST_CLASS(TestOfReturnNews)
#include "tst_returnnews.moc"
