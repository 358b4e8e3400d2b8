#include "tests/commerce/square.h"
#include "tests/support/runner.h"

class TestOfInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // NOTIF-11, NOTIF-18, NOTIF-22
    void aPlacedOrderIsToldToBothOnce()
    {
        Square square;

        square.happen(square.placed());
        square.outbox.drain();
        square.jobs.runDue();

        const auto vendors = square.notifications.listNotices(square.vendor, {});
        QCOMPARE(vendors->items.size(), 1);
        QCOMPARE(vendors->items[0].kind, NoticeKind::OrderPlaced);
        QCOMPARE(vendors->items[0].title, QStringLiteral("Order KW-1001 is placed"));
        QCOMPARE(vendors->items[0].text, QStringLiteral("Bina has placed order KW-1001 for ₹33,480.00. Please confirm "
                                                        "it in the console."));
        QCOMPARE(vendors->items[0].objectId, square.order.text());
        QVERIFY(!vendors->items[0].isRead);
        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, 1);
        QCOMPARE(square.mailNames().filter(QStringLiteral("order_placed")).size(), 2);
        QCOMPARE(square.db.number("count(*) FROM notices"), 2);
    }

    void noticesAreInTheAccountsLanguage()
    {
        Square square;
        square.sql("UPDATE accounts SET language = 'hi' WHERE username = 'bina'");

        square.happen(square.placed());

        const QString title = square.notifications.listNotices(square.buyer, {})->items[0].title;
        QVERIFY2(title.contains(QStringLiteral("ऑर्डर")), qUtf8Printable(title));
    }

    void aNoticeIsReadByItsOwnerOnly()
    {
        Square square;
        square.happen(square.placed());
        const Id<Notice> id = square.notifications.listNotices(square.vendor, {})->items[0].id;

        const auto foreign = square.notifications.markRead(square.buyer, id);
        const auto unknown = square.notifications.markRead(square.buyer, square.ids.next<Notice>());
        QCOMPARE(square.notifications.countUnread(square.vendor)->unread, 1);
        const auto own = square.notifications.markRead(square.vendor, id);
        const auto again = square.notifications.markRead(square.vendor, id);

        QCOMPARE(foreign.error().code, ErrorCode::NotFound);
        QCOMPARE(foreign.error().message, unknown.error().message);
        QVERIFY(own->isRead);
        QVERIFY(again->isRead);
        QCOMPARE(square.notifications.countUnread(square.vendor)->unread, 0);
        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, 1);
    }

    void theWholeInboxIsPagedFilteredAndRead()
    {
        Square square;
        for (int i = 0; i < 5; ++i) {
            OrderPlaced event = square.placed();
            event.orderId = square.ids.next<Order>();
            square.happen(event);
        }
        const Id<Notice> newest = square.notifications.listNotices(square.vendor, {})->items[0].id;
        QVERIFY(square.notifications.markRead(square.vendor, newest));

        const auto first = square.notifications.listNotices(square.vendor, {.limit = 3});
        const auto rest = square.notifications.listNotices(square.vendor, {.limit = 3, .cursor = first->nextCursor});
        const auto unread = square.notifications.listNotices(square.vendor, {.unread = true});
        const auto left = square.notifications.markAllRead(square.vendor);

        QCOMPARE(first->items.size(), 3);
        QCOMPARE(rest->items.size(), 2);
        QVERIFY(!rest->nextCursor);
        QCOMPARE(unread->items.size(), 4);
        QCOMPARE(left->unread, 0);
        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, 5);
    }

    // NOTIF-05
    void eachStepIsMailedToTheCustomerAndTheStoreHearsOfOthersSteps()
    {
        Square square;

        square.happen(square.advanced(OrderStatus::Confirmed, Actor::Vendor));
        OrderAdvanced cancelled = square.advanced(OrderStatus::Cancelled, Actor::Buyer);
        cancelled.reason = QStringLiteral("Ordered twice");
        square.happen(cancelled);
        square.jobs.runDue();

        QCOMPARE(square.mailNames().filter(QStringLiteral("order_update-bina")).size(), 2);
        QVERIFY(square.mail(QStringLiteral("order_update")).contains("Reason: Ordered twice"));
        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, 2);
        QCOMPARE(square.notifications.countUnread(square.vendor)->unread, 1);
    }

    // C14, NOTIF-05: nothing of it is held, so nothing is said of that.
    void ordersInCashAreToldInWordsOfTheirOwn()
    {
        Square square;
        OrderPlaced placed = square.placed();
        placed.card.paymentMethod = PaymentMethodKind::Cod;
        const auto step = [&](OrderStatus to) {
            OrderAdvanced event = square.advanced(to, Actor::Vendor);
            event.method = PaymentMethodKind::Cod;
            square.happen(event);
            return square.notifications.listNotices(square.buyer, {})->items[0].text;
        };

        square.happen(placed);

        QVERIFY(square.notifications.listNotices(square.buyer, {})->items[0].text.contains(u"in cash"));
        QVERIFY(step(OrderStatus::Delivered).contains(u"paid the vendor in cash"));
        QVERIFY(step(OrderStatus::Completed).contains(u"It was paid in cash"));
        QVERIFY(step(OrderStatus::Cancelled).contains(u"Nothing is held for it"));
        square.happen(OrderSettled{.orderId = square.order,
                                   .orderNumber = QStringLiteral("KW-1001"),
                                   .buyerId = square.buyer.id,
                                   .vendorId = *square.vendor.vendorId,
                                   .vendorAccountId = square.vendor.id,
                                   .gross = {100'000},
                                   .commission = {2'000},
                                   .net = {98'000},
                                   .method = PaymentMethodKind::Cod});
        QVERIFY(square.notifications.listNotices(square.vendor, {})->items[0].text.contains(u"paid to you in cash"));
    }

    // P55, PAY-05, NOTIF-07, C11
    void howMoneyForOrdersEndedIsToldToWhomItConcerns()
    {
        Square square;
        const auto settle = [&](PaymentStatus status, PaymentUse use) {
            square.happen(PaymentSettled{.paymentId = square.ids.next<Payment>(),
                                         .accountId = square.buyer.id,
                                         .amount = {75'000},
                                         .status = status,
                                         .use = use});
        };
        OrderAdvanced failed = square.advanced(OrderStatus::Failed, Actor::System);
        failed.isPaid = false;

        for (const PaymentUse use : {PaymentUse::Orders, PaymentUse::LateOrders}) {
            settle(PaymentStatus::Failed, use);
            settle(PaymentStatus::Paid, use);
        }
        square.happen(failed);
        square.jobs.runDue();

        QCOMPARE(square.mailNames().filter(QStringLiteral("payment_failed")).size(), 1);
        QVERIFY(square.mail(QStringLiteral("payment_failed")).contains("The orders that it was for have ended"));
        QCOMPARE(square.mailNames().filter(QStringLiteral("payment_success")).size(), 1);
        QVERIFY(square.mail(QStringLiteral("payment_success")).contains("The orders that it was for had ended"));
        QVERIFY(square.mail(QStringLiteral("order_update")).contains("has ended without a payment"));
        QCOMPARE(square.notifications.countUnread(square.buyer)->unread, 3);
        QCOMPARE(square.notifications.countUnread(square.vendor)->unread, 0);
    }

    void moneyAndKycAreTold()
    {
        Square square;

        square.happen(OrderSettled{.orderId = square.order,
                                   .orderNumber = QStringLiteral("KW-1001"),
                                   .buyerId = square.buyer.id,
                                   .vendorId = *square.vendor.vendorId,
                                   .vendorAccountId = square.vendor.id,
                                   .gross = {100'000},
                                   .commission = {2'000},
                                   .net = {98'000}});
        square.happen(PayoutChanged{.payoutId = square.ids.next<Payout>(),
                                    .payoutNumber = QStringLiteral("PO-1"),
                                    .vendorId = *square.vendor.vendorId,
                                    .vendorAccountId = square.vendor.id,
                                    .status = PayoutStatus::Processed,
                                    .amount = {98'000}});
        square.happen(KycDecided{.submissionId = square.ids.next<KycSubmission>(),
                                 .vendorId = *square.vendor.vendorId,
                                 .accountId = square.vendor.id,
                                 .status = SubmissionStatus::Rejected,
                                 .reason = QStringLiteral("The PAN is not readable.")});
        square.happen(PaymentSettled{
            .paymentId = square.ids.next<Payment>(), .accountId = square.buyer.id, .amount = {12'345'600}});
        square.happen(PaymentSettled{.paymentId = square.ids.next<Payment>(),
                                     .accountId = square.buyer.id,
                                     .amount = {100},
                                     .status = PaymentStatus::Failed,
                                     .failureReason = QStringLiteral("Card declined")});
        square.jobs.runDue();

        QStringList titles;
        const auto inbox = square.notifications.listNotices(square.vendor, {});
        for (const Notice &notice : inbox->items)
            titles += notice.title;
        QCOMPARE(titles, (QStringList{QStringLiteral("News about your KYC documents"),
                                      QStringLiteral("Payout PO-1: what is new"),
                                      QStringLiteral("₹980.00 for order KW-1001 are yours")}));
        QVERIFY(square.mail(QStringLiteral("kyc_status")).contains("The PAN is not readable."));
        QCOMPARE(square.mailNames().filter(QStringLiteral("payment_success")).size(), 1);
        QCOMPARE(square.mailNames().filter(QStringLiteral("payment_failed")).size(), 1);
        QCOMPARE(square.notifications.listNotices(square.buyer, {})->items[1].title,
                 QStringLiteral("₹1,23,456.00 have reached your wallet"));
    }

    // NOTIF-02: no page lies behind the links, so the code stands there with the place where it goes.
    void aMailThatLetsSomebodyInSaysWhereItsCodeGoes()
    {
        Square square;
        const QString token = QStringLiteral("To-ken_0123456789"), english = QStringLiteral("en");

        square.happen(ActivationIssued{square.buyer.id, QStringLiteral("bina@example.in"), QStringLiteral("bina"),
                                       token, english});
        square.happen(PasswordResetIssued{square.buyer.id, QStringLiteral("bina@example.in"), QStringLiteral("bina"),
                                          token, english});
        square.jobs.runDue();

        const QByteArray activation = square.mail(QStringLiteral("activation_email"));
        QVERIFY(activation.contains("\n    To-ken_0123456789\r\n"));
        QVERIFY(activation.contains("\"Activate with the code from the mail\" and paste this code:"));
        QVERIFY(activation.contains("POST /api/v1/auth/verify-email"));
        const QByteArray reset = square.mail(QStringLiteral("password_reset"));
        QVERIFY(reset.contains("\n    To-ken_0123456789\r\n"));
        QVERIFY(reset.contains("POST /api/v1/auth/reset-password"));
        QVERIFY(reset.contains("once and for 24 hours."));
        QVERIFY(square.mail(QStringLiteral("staff_invitation")).isEmpty());
    }

    // NOTIF-02: an invitation, and not the mail about a new password that nobody asked for.
    void whoIsInvitedReadsAnInvitation()
    {
        Square square;
        const auto invited = square.db->write([&](Tx &tx) {
            return square.accounts.create(tx, {.username = QStringLiteral("meena"),
                                               .email = QStringLiteral("meena@example.com"),
                                               .role = Role::Admin});
        });
        QVERIFY(invited);

        square.happen(PasswordResetIssued{invited->id, QStringLiteral("meena@example.com"), QStringLiteral("meena"),
                                          QStringLiteral("To-ken_0123456789"), QStringLiteral("en")});
        square.jobs.runDue();

        const QByteArray letter = square.mail(QStringLiteral("staff_invitation"));
        QVERIFY(letter.contains("invite you to run the marketplace with them, as an admin."));
        QVERIFY(letter.contains("Your username is meena."));
        QVERIFY(letter.contains("\n    To-ken_0123456789\r\n"));
        QVERIFY(square.mail(QStringLiteral("password_reset")).isEmpty());
    }

    // ACC-10, ACC-16, P53, NOTIF-03
    void bansAndDistributorsAreToldByMail()
    {
        Square square;

        square.happen(AccountBanned{square.buyer.id, QStringLiteral("Sold stolen cable")});
        square.happen(DistributorDecided{square.vendor.id, DistributorStatus::Approved, std::nullopt});
        square.jobs.runDue();
        const QByteArray approval = square.mail(QStringLiteral("distributor_decided"));
        square.happen(DistributorDecided{square.buyer.id, DistributorStatus::Rejected, QStringLiteral("No licence")});
        square.jobs.runDue();

        QVERIFY(square.mail(QStringLiteral("ban_notice")).contains("Reason: Sold stolen cable"));
        QVERIFY(approval.contains("has been approved"));
        QVERIFY(!approval.contains("Reason"));
        QCOMPARE(square.mailNames().filter(QStringLiteral("distributor_decided")).size(), 2);
        QCOMPARE(square.db.number("count(*) FROM notices"), 0);
    }

    // CHAT-10
    void aLivelyTalkIsOneAlertUntilItIsRead()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const auto alerts = [&] {
            return square.db.number("count(*) FROM notices WHERE kind = 'chat_alert' AND account_id = ?",
                                    square.vendor.id);
        };

        QVERIFY(square.say(square.buyer, room, QStringLiteral("Hello?"), QStringLiteral("1")));
        QVERIFY(square.say(square.buyer, room, QStringLiteral("Are you there?"), QStringLiteral("2")));
        QCOMPARE(alerts(), 1);
        QVERIFY(square.notifications.markAllRead(square.vendor));
        QVERIFY(square.say(square.buyer, room, QStringLiteral("Please answer"), QStringLiteral("3")));

        QCOMPARE(alerts(), 2);
        QCOMPARE(
            square.db.number("count(*) FROM notices WHERE kind = 'chat_alert' AND account_id = ?", square.buyer.id), 0);
    }

    // Whoever reads in the chat never opens the notice, and still hears of what is said later.
    void whatIsReadInTheChatIsNewsNoMore()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const auto unread = [&](const Caller &who) {
            return square.db.number("count(*) FROM notices WHERE kind = 'chat_alert' AND is_read = 0 AND"
                                    " account_id = ?",
                                    who.id);
        };
        const auto hello = square.say(square.buyer, room, QStringLiteral("Hello?"), QStringLiteral("1"));
        QVERIFY(square.say(square.vendor, room, QStringLiteral("Yes?"), QStringLiteral("1")));
        QCOMPARE(unread(square.vendor), 1);

        QVERIFY(square.chat.readMessages(square.vendor, room, {hello->id}));
        square.outbox.drain();
        QCOMPARE(unread(square.vendor), 0);
        QCOMPARE(unread(square.buyer), 1);
        QVERIFY(square.say(square.buyer, room, QStringLiteral("Is it dry?"), QStringLiteral("2")));

        QCOMPARE(unread(square.vendor), 1);
        QCOMPARE(square.db.number("count(*) FROM notices WHERE kind = 'chat_alert'"), 3);
    }

    void whatAnAdminSaysIsNewsForBoth()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();

        QVERIFY(square.say(square.admin(), room, QStringLiteral("Please be fair."), QStringLiteral("1")));

        for (const Caller &who : {square.buyer, square.vendor})
            QCOMPARE(square.db.number("count(*) FROM notices WHERE kind = 'chat_alert' AND account_id = ?", who.id), 1);
    }
};

TEST_CLASS(TestOfInbox)

#include "tst_inbox.moc"
