#include "shared/contract/custody.h"
#include "shared/contract/payments.h"
#include "shared/contract/reconciliation.h"
#include "tests/commerce/square.h"
#include "tests/support/runner.h"

// What admins hear who look after the money (WAL-16, PAY-08).
class TestOfMoneyNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aDoubtReachesInboxAndMailOfAdminsAlone()
    {
        Square square;
        const Caller admin = square.admin();

        square.happen(BooksJudged{QStringLiteral("payout PO-1 is failed"), square.db.clock.now()});
        square.happen(BooksJudged{std::nullopt, square.db.clock.now()});
        square.jobs.runDue();

        const auto notices = square.notifications.listNotices(admin, {});
        QCOMPARE(notices->items.size(), 2);
        QCOMPARE(notices->items[1].kind, NoticeKind::BooksAlert);
        QVERIFY(notices->items[1].text.contains(QStringLiteral("payout PO-1 is failed")));
        QVERIFY(notices->items[0].text.contains(QStringLiteral("no difference")));
        QCOMPARE(square.mailNames().filter(QStringLiteral("books_judged")).size(), 2);
        QCOMPARE(square.notifications.countUnread(square.vendor)->unread, 0);
        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, 0);
    }

    void aDifferenceOfTheEscrowAccountIsSaidWithItsAmount()
    {
        Square square;
        const Caller admin = square.admin();

        square.happen(CustodyDiffers{.day = QStringLiteral("2026-09-20"),
                                     .amount = {12'34'500'00},
                                     .expected = {12'34'600'00},
                                     .difference = {-100'00},
                                     .excess = {},
                                     .at = square.db.clock.now()});
        square.jobs.runDue();

        const auto notices = square.notifications.listNotices(admin, {});
        QCOMPARE(notices->items.size(), 1);
        QVERIFY2(notices->items[0].text.contains(QStringLiteral("₹12,34,500.00")), qPrintable(notices->items[0].text));
        QVERIFY(notices->items[0].text.contains(QStringLiteral("-₹100.00")));
        QVERIFY(square.mail(QStringLiteral("custody_differs")).contains("2026-09-20"));
        QVERIFY(!notices->items[0].text.contains(QStringLiteral("more than it has earned")));
    }

    void whatTheMarketHasTakenOutTooMuchIsSaidWithItsAmount()
    {
        Square square;
        const Caller admin = square.admin();

        square.happen(CustodyDiffers{.day = QStringLiteral("2026-09-20"),
                                     .amount = {98'500},
                                     .expected = {98'500},
                                     .difference = {},
                                     .excess = {20'00},
                                     .at = square.db.clock.now()});

        const auto notices = square.notifications.listNotices(admin, {});
        QCOMPARE(notices->items.size(), 1);
        QVERIFY2(notices->items[0].text.contains(QStringLiteral("taken out ₹20.00 more than it has earned")),
                 qPrintable(notices->items[0].text));
    }

    // PAY-08, WAL-12, NOTIF-11: in the inbox and by mail, with what is owed by now.
    void moneyThatLeavesAWalletIsSaidToItsOwner_data()
    {
        QTest::addColumn<WalletReduced>("news");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("owed");
        const QString nothing;
        QTest::newRow("given back at the provider")
            << WalletReduced{.loss = WalletLoss::Returned, .amount = {20'000}}
            << QStringLiteral("₹200.00 that you had paid into your wallet was given back to you") << nothing;
        QTest::newRow("charged back") << WalletReduced{.loss = WalletLoss::ChargedBack,
                                                       .amount = {50'000},
                                                       .owed = {12'345}}
                                      << QStringLiteral("Your bank has taken back ₹500.00")
                                      << QStringLiteral("You owe ₹123.45 now");
        QTest::newRow("closed")
            << WalletReduced{.loss = WalletLoss::Closed, .amount = {25'000}, .byHand = {5'000}}
            << QStringLiteral("₹200.00 goes to what you had paid with. ₹50.00 is transferred to your bank account.")
            << nothing;
        QTest::newRow("closed by hand")
            << WalletReduced{.loss = WalletLoss::Closed, .amount = {25'000}, .byHand = {25'000}}
            << QStringLiteral("is on its way back to you. ₹250.00 is transferred to your bank account.") << nothing;
    }
    void moneyThatLeavesAWalletIsSaidToItsOwner()
    {
        QFETCH(WalletReduced, news);
        QFETCH(QString, said);
        QFETCH(QString, owed);
        Square square;
        news.accountId = square.buyer.id;

        square.happen(news);
        square.jobs.runDue();

        const auto notices = square.notifications.listNotices(square.buyer, {});
        QCOMPARE(notices->items.size(), 1);
        QCOMPARE(notices->items[0].kind, NoticeKind::WalletUpdate);
        QVERIFY2(notices->items[0].text.contains(said), qPrintable(notices->items[0].text));
        QCOMPARE(notices->items[0].text.contains(QStringLiteral("You owe")), !owed.isEmpty());
        QVERIFY(notices->items[0].text.contains(owed));
        QCOMPARE(square.mailNames().filter(QStringLiteral("wallet_reduced")).size(), 1);
        QCOMPARE(square.notifications.countUnread(square.vendor)->unread, 0);
    }

    void flaggedMoneyIsSaidOnceUntilItWasLookedAt()
    {
        Square square;
        const Caller admin = square.admin();
        const MoneyFlagged first{square.ids.next<MoneyFlag>(), FlagKind::Partial, QStringLiteral("upi"), {30'000}};
        const MoneyFlagged second{square.ids.next<MoneyFlag>(), FlagKind::Unknown, QStringLiteral("upi"), {1}};

        square.happen(first);
        square.happen(second);

        const auto notices = square.notifications.listNotices(admin, {});
        QCOMPARE(notices->items.size(), 1);
        QCOMPARE(notices->items[0].kind, NoticeKind::MoneyAlert);
        QCOMPARE(notices->items[0].objectId, std::optional(first.flagId.text()));
        QVERIFY(notices->items[0].text.contains(QStringLiteral("less than was asked for")));
        QVERIFY(square.notifications.markRead(admin, notices->items[0].id));
        square.happen(second);
        square.jobs.runDue();
        QCOMPARE(square.notifications.listNotices(admin, {})->items.size(), 2);
        QCOMPARE(square.mailNames().filter(QStringLiteral("money_flagged")).size(), 2);
    }
};

TEST_CLASS(TestOfMoneyNews)
#include "tst_moneynews.moc"
