#include "tests/commerce/square.h"
#include "tests/support/runner.h"

namespace {

const PutPreferences nothing{
    .email = false, .sms = false, .push = false, .whatsapp = false, .inApp = false, .language = std::nullopt};

// What rings at somebody's console.
struct Bell
{
    QStringList rung;

    Bell(Square &square, const Caller &of)
    {
        square.outbox.tell<NoticeCreated>("test.bell." + of.id.text().toStdString(),
                                          [this, id = of.id](const NoticeCreated &event) {
                                              if (event.accountId == id)
                                                  rung += QString(names::text(event.notice.kind));
                                          });
        square.outbox.drain();
        rung.clear(); // what was told before
    }
};

} // namespace

// NOTIF-17, ACC-05
class TestOfChannels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void whatMayBeDeclinedIsKeptAndDisturbsNobody()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        QVERIFY(square.accounts.savePreferences(square.vendor, nothing));
        Bell bell(square, square.vendor);

        QVERIFY(square.say(square.buyer, room, QStringLiteral("Hello?"), QStringLiteral("1")));
        square.jobs.runDue();

        QCOMPARE(square.db.number("count(*) FROM notices WHERE kind = 'chat_alert' AND is_read = 0 AND account_id = ?",
                                  square.vendor.id),
                 1);
        QCOMPARE(bell.rung, QStringList());
        QCOMPARE(square.mailNames().filter(QStringLiteral("chat_alert")), QStringList());
    }

    void eachChannelIsDeclinedByItself()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        QVERIFY(square.accounts.savePreferences(square.vendor, {.inApp = false}));
        QVERIFY(square.accounts.savePreferences(square.buyer, {.email = false}));
        Bell vendors(square, square.vendor), buyers(square, square.buyer);

        QVERIFY(square.say(square.buyer, room, QStringLiteral("Hello?"), QStringLiteral("1")));
        QVERIFY(square.say(square.vendor, room, QStringLiteral("Yes?"), QStringLiteral("1")));
        square.jobs.runDue();

        QCOMPARE(vendors.rung, QStringList());
        QCOMPARE(buyers.rung, QStringList{QStringLiteral("chat_alert")});
        QCOMPARE(square.mailNames().filter(QStringLiteral("chat_alert-asha")).size(), 1);
        QCOMPARE(square.mailNames().filter(QStringLiteral("chat_alert-bina")).size(), 0);
    }

    // Orders, money, codes and what is decided about somebody reach whoever wants nothing at all.
    void whatHasToReachSomebodyIsSentWhateverTheyPrefer()
    {
        Square square;
        QVERIFY(square.accounts.savePreferences(square.buyer, nothing));
        QVERIFY(square.accounts.savePreferences(square.vendor, nothing));
        Bell bell(square, square.buyer);

        square.happen(square.placed());
        square.happen(square.advanced(OrderStatus::Confirmed, Actor::Vendor));
        square.happen(
            PaymentSettled{.paymentId = square.ids.next<Payment>(), .accountId = square.buyer.id, .amount = {100}});
        square.happen(AccountBanned{square.buyer.id, QStringLiteral("Sold stolen cable")});
        square.happen(OtpIssued{.accountId = square.buyer.id,
                                .email = QStringLiteral("bina@example.in"),
                                .username = QStringLiteral("bina"),
                                .code = QStringLiteral("123456"),
                                .language = QStringLiteral("en")});
        square.jobs.runDue();

        QCOMPARE(bell.rung, (QStringList{QStringLiteral("order_placed"), QStringLiteral("order_update"),
                                         QStringLiteral("payment_success")}));
        for (const char *letter : {"order_placed-bina", "order_placed-asha", "order_update-bina",
                                   "payment_success-bina", "ban_notice-bina", "otp_email-bina"})
            QCOMPARE(square.mailNames().filter(QString::fromLatin1(letter)).size(), 1);
    }
};

TEST_CLASS(TestOfChannels)

#include "tst_channels.moc"
