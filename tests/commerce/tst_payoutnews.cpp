// PAYO-06: what a store is told of its payouts.

#include "tests/commerce/square.h"
#include "tests/support/runner.h"

class TestOfPayoutNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAYO-06: in the inbox and by mail, the store and nobody else, with the reason where there is one.
    void theStoreIsToldOfEveryStatusOfItsPayout_data()
    {
        QTest::addColumn<PayoutStatus>("status");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("requested") << PayoutStatus::Requested << QString()
                                   << QByteArray("we have received your request for a payout of");
        QTest::newRow("approved") << PayoutStatus::Approved << QString()
                                  << QByteArray("has been approved and is going to your bank.");
        QTest::newRow("processed") << PayoutStatus::Processed << QString()
                                   << QByteArray("has been paid to your bank account.");
        QTest::newRow("failed") << PayoutStatus::Failed << QStringLiteral("No such account")
                                << QByteArray("could not be paid; the amount is back in your balance.");
    }
    void theStoreIsToldOfEveryStatusOfItsPayout()
    {
        QFETCH(PayoutStatus, status);
        QFETCH(QString, reason);
        QFETCH(QByteArray, said);
        Square square;
        const Id<Payout> payout = square.ids.next<Payout>();

        square.happen(PayoutChanged{.payoutId = payout,
                                    .payoutNumber = QStringLiteral("PO-1"),
                                    .vendorId = *square.vendor.vendorId,
                                    .vendorAccountId = square.vendor.id,
                                    .status = status,
                                    .amount = {98'000},
                                    .reason = reason.isEmpty() ? std::nullopt : std::optional(reason)});
        square.jobs.runDue();

        const auto inbox = square.notifications.listNotices(square.vendor, {})->items;
        QCOMPARE(inbox.size(), 1);
        QCOMPARE(inbox[0].kind, NoticeKind::PayoutUpdate);
        QCOMPARE(inbox[0].title, QStringLiteral("Payout PO-1: what is new"));
        QCOMPARE(inbox[0].objectId, payout.text());
        QVERIFY2(inbox[0].text.contains(QStringLiteral("₹980.00")), qPrintable(inbox[0].text));
        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, 0);
        QCOMPARE(square.mailNames().filter(QStringLiteral("payout_update")).size(), 1);
        // Without the ends of lines that only the mail has.
        const QByteArray letter = QByteArray(square.mail(QStringLiteral("payout_update"))).replace("=\r\n", "");
        QVERIFY2(letter.contains(said), letter.constData());
        QCOMPARE(letter.contains("Reason: No such account"), !reason.isEmpty());
        QCOMPARE(letter.contains("Reason:"), !reason.isEmpty());
    }
};

TEST_CLASS(TestOfPayoutNews)
#include "tst_payoutnews.moc"
