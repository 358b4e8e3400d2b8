#include "shared/contract/payoutaccounts.h"
#include "shared/contract/vendors.h"
#include "tests/commerce/square.h"
#include "tests/support/runner.h"

// What is told of stores: to their vendors (VEN-10…13) and to the buyers of one that was suspended.
class TestOfStoreNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // VEN-10, VEN-12, VEN-13
    void theVendorIsToldWhatChangedAndWhy_data()
    {
        QTest::addColumn<int>("act");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, VendorAct act, const QString &after, const char *text) {
            QTest::newRow(name) << int(act) << after << QString::fromUtf8(text);
        };
        row("suspended", VendorAct::Suspended, QStringLiteral("suspended"),
            "Your store Asha Metals has been suspended. Nothing is offered and nothing is paid out until it is active "
            "again; orders that are open go on.");
        row("radius", VendorAct::RadiusChanged, QStringLiteral("40"),
            "How far away buyers of your store Asha Metals may be has been changed: 40 km.");
        row("no radius", VendorAct::RadiusChanged, {},
            "How far away buyers of your store Asha Metals may be has been changed: there is no limit of its own any "
            "more.");
        row("commission", VendorAct::CommissionChanged, QStringLiteral("1.50"),
            "The commission of your store Asha Metals has been changed for orders to come: 1.50 %.");
    }
    void theVendorIsToldWhatChangedAndWhy()
    {
        QFETCH(int, act);
        QFETCH(QString, after);
        QFETCH(QString, text);
        Square square;

        square.happen(VendorModerated{.vendorId = *square.vendor.vendorId,
                                      .accountId = square.vendor.id,
                                      .storeName = QStringLiteral("Asha Metals"),
                                      .act = VendorAct(act),
                                      .after = after.isEmpty() ? std::nullopt : std::optional(after),
                                      .reason = QStringLiteral("Complaints of buyers")});
        square.outbox.drain();
        square.jobs.runDue();

        const auto told = square.notifications.listNotices(square.vendor, {});
        QCOMPARE(told->items.size(), 1);
        QCOMPARE(told->items[0].kind, NoticeKind::StoreUpdate);
        QCOMPARE(told->items[0].text, text);
        QCOMPARE(square.mailNames().filter(QStringLiteral("store_update")).size(), 1);
    }

    // PAY-22: in the inbox and by mail, because somebody else may have done it.
    void theVendorIsToldWhereThePayoutsGo_data()
    {
        QTest::addColumn<PayoutAccountAct>("act");
        QTest::addColumn<QString>("text");
        QTest::newRow("opened") << PayoutAccountAct::Opened << QStringLiteral("a page was opened from your account");
        QTest::newRow("active") << PayoutAccountAct::Active << QStringLiteral("now pays your store");
        QTest::newRow("restricted") << PayoutAccountAct::Restricted << QStringLiteral("does not pay your store");
    }
    void theVendorIsToldWhereThePayoutsGo()
    {
        QFETCH(PayoutAccountAct, act);
        QFETCH(QString, text);
        Square square;

        square.happen(PayoutAccountChanged{*square.vendor.vendorId, square.vendor.id, act});
        square.jobs.runDue();

        const auto told = square.notifications.listNotices(square.vendor, {});
        QCOMPARE(told->items.size(), 1);
        QCOMPARE(told->items[0].kind, NoticeKind::PayoutUpdate);
        QVERIFY2(told->items[0].text.contains(text, Qt::CaseInsensitive), qPrintable(told->items[0].text));
        QCOMPARE(square.mailNames().filter(QStringLiteral("payout_account")).size(), 1);
        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, 0);
    }

    // VEN-10
    void theBuyersOfASuspendedStoreAreTold()
    {
        Square square;

        square.happen(BuyersOfSuspended{QStringLiteral("Asha Metals"), {square.buyer.id, square.ids.next<Account>()}});
        square.outbox.drain();
        square.jobs.runDue();

        const auto told = square.notifications.listNotices(square.buyer, {});
        QCOMPARE(told->items.size(), 1);
        QVERIFY(told->items[0].text.startsWith(QStringLiteral("The store Asha Metals has been suspended.")));
        QCOMPARE(square.mailNames().filter(QStringLiteral("store_suspended")).size(), 1);
        QCOMPARE(square.db.number("count(*) FROM notices"), 1);
    }

    // VEN-11
    void theVendorIsToldOfAPriceThatWasSet()
    {
        Square square;

        square.happen(PriceOverridden{.productId = square.ids.next<Product>(),
                                      .vendorAccountId = square.vendor.id,
                                      .title = QStringLiteral("Copper wire"),
                                      .before = {72'000},
                                      .after = {70'000},
                                      .reason = QStringLiteral("Above the market")});

        const auto told = square.notifications.listNotices(square.vendor, {});
        QCOMPARE(told->items.size(), 1);
        QCOMPARE(told->items[0].text, QStringLiteral("The price of Copper wire has been changed by Kabaadwala from "
                                                     "₹720.00 to ₹700.00. Orders that are placed keep their price."));
    }

    // S7: a session that ends like this may have been somebody else's.
    void whoMayHaveBeenRobbedIsTold_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a token came twice") << "refresh_reused" << QByteArray("may have been stolen");
        QTest::newRow("guesses") << "guessed" << QByteArray("again and again");
        QTest::newRow("changed") << "password_changed" << QByteArray("was changed");
        QTest::newRow("set anew") << "password_reset" << QByteArray("was set anew");
        QTest::newRow("signed out") << "signed_out" << QByteArray();
    }
    void whoMayHaveBeenRobbedIsTold()
    {
        QFETCH(QString, reason);
        QFETCH(QByteArray, says);
        Square square;

        square.happen(SessionsRevoked{square.buyer.id, square.ids.next<Session>(), reason});
        square.jobs.runDue();

        const QStringList letters = square.mailNames().filter(QStringLiteral("security_notice"));
        QCOMPARE(letters.size(), says.isEmpty() ? 0 : 1);
        if (!says.isEmpty()) {
            QVERIFY(letters.constFirst().contains(QStringLiteral("bina@")));
            QVERIFY(square.mail(QStringLiteral("security_notice")).contains(says));
        }
    }

    // VEN-01
    void aBusinessEmailGetsItsCodeAtItsOwnAddress()
    {
        Square square;

        square.happen(BusinessCodeIssued{QStringLiteral("shop@metals.example"), QStringLiteral("asha"),
                                         QStringLiteral("en"), QStringLiteral("271828")});
        square.outbox.drain();
        square.jobs.runDue();

        QCOMPARE(square.mailNames().filter(QStringLiteral("business_email")).size(), 1);
        QVERIFY(square.mailNames().constFirst().contains(QStringLiteral("shop@metals.example")));
        QCOMPARE(square.db.number("count(*) FROM notices"), 0);
    }
};

TEST_CLASS(TestOfStoreNews)
#include "tst_storenews.moc"
