#include "server/live/topics.h"
#include "shared/contract/adnews.h"
#include "shared/contract/settings.h"
#include "tests/commerce/square.h"
#include "tests/support/runner.h"

#include <QJsonDocument>

namespace {

// What a client hears on its socket.
struct Ear
{
    QList<LiveEvent> events;
    int closeCode = 0;

    live::Line line()
    {
        return {.send =
                    [this](const QByteArray &text) {
                        const auto object = QJsonDocument::fromJson(text).object();
                        LiveEvent event;
                        event.sequence = object[QStringLiteral("sequence")].toInteger();
                        event.kind = *names::fromText<LiveKind>(object[QStringLiteral("kind")].toString());
                        event.data = {QJsonDocument(object[QStringLiteral("data")].toObject()).toJson()};
                        events += event;
                    },
                .close = [this](int code, const QByteArray &) { closeCode = code; }};
    }
    QList<LiveKind> kinds() const
    {
        QList<LiveKind> out;
        for (const LiveEvent &event : events)
            out += event.kind;
        return out;
    }
    QJsonObject last() const { return QJsonDocument::fromJson(events.constLast().data.text).object(); }
    qint64 lastSequence() const { return events.constLast().sequence; }
};

live::ConnectionId enter(Square &square, Ear &ear, const Caller &who, const QByteArray &path, qint64 after = 0)
{
    const auto topic = square.live.admit(who, path);
    return topic ? square.live.join(who, *topic, after, ear.line()) : 0;
}

QByteArray chatPath(Id<ChatRoom> room)
{
    return "/ws/chat/" + room.text().toLatin1();
}

} // namespace

class TestOfLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // NOTIF-12, NOTIF-21
    void anOrderRingsAtTheStoreTheBuyerAndTheAdminsOnly()
    {
        Square square;
        Ear store, buyer, admin, stranger;
        enter(square, store, square.vendor, "/ws/store");
        enter(square, buyer, square.buyer, "/ws/me");
        enter(square, admin, square.admin(), "/ws/me");
        enter(square, stranger, square.Bazaar::buyer(QStringLiteral("eve")), "/ws/me");

        square.happen(square.placed());

        QVERIFY(store.kinds().contains(LiveKind::NewOrder));
        QCOMPARE(store.events[1].kind, LiveKind::NewOrder);
        QVERIFY(buyer.kinds().contains(LiveKind::NewOrder));
        QVERIFY(buyer.kinds().contains(LiveKind::Notice));
        QVERIFY(!store.kinds().contains(LiveKind::Notice)); // that is the account's, not the store's
        QCOMPARE(admin.kinds(), (QList<LiveKind>{LiveKind::Welcome, LiveKind::NewOrder}));
        QCOMPARE(stranger.kinds(), QList<LiveKind>{LiveKind::Welcome});
    }

    void anAdminHearsOnlyWhatTheirPermissionsAreAbout_data()
    {
        QTest::addColumn<QList<Permission>>("permissions");
        QTest::addColumn<QList<LiveKind>>("heard");
        using enum LiveKind;
        QTest::newRow("none") << QList<Permission>{} << QList{Welcome};
        QTest::newRow("catalog") << QList{Permission::ManageCatalog} << QList{Welcome};
        QTest::newRow("orders") << QList{Permission::ManageOrders} << QList{Welcome, NewOrder};
        QTest::newRow("payouts") << QList{Permission::ManagePayouts} << QList{Welcome, PayoutUpdated};
        QTest::newRow("kyc") << QList{Permission::ReviewKyc} << QList{Welcome, KycUpdated};
        QTest::newRow("ads") << QList{Permission::ManageAds} << QList{Welcome, AdChanged};
        QTest::newRow("vendors") << QList{Permission::ManageVendors} << QList{Welcome, VendorChanged};
        QTest::newRow("settings") << QList{Permission::ManageSettings} << QList{Welcome, SettingChanged};
        QTest::newRow("orders and kyc") << QList{Permission::ManageOrders, Permission::ReviewKyc}
                                        << QList{Welcome, NewOrder, KycUpdated};
    }
    void anAdminHearsOnlyWhatTheirPermissionsAreAbout()
    {
        QFETCH(QList<Permission>, permissions);
        QFETCH(QList<LiveKind>, heard);
        Square square;
        Caller admin = square.admin();
        admin.superAdmin = false;
        admin.permissions = permissions;
        Ear ear;
        enter(square, ear, admin, "/ws/me");

        square.live.tellAdmins(Permission::ManageOrders, LiveKind::NewOrder, {"{}"});
        square.live.tellAdmins(Permission::ManagePayouts, LiveKind::PayoutUpdated, {"{}"});
        square.live.tellAdmins(Permission::ReviewKyc, LiveKind::KycUpdated, {"{}"});
        square.live.tellAdmins(Permission::ManageVendors, LiveKind::VendorChanged, {"{}"});
        square.happen(AdChanged{square.ids.next<Ad>()});
        square.happen(SettingChanged{QStringLiteral("kyc.sla_hours")});

        QCOMPARE(ear.kinds(), heard);
    }

    // Two nodes that started in the same millisecond and said as much as each other.
    void theNumberOfAnotherNodeIsNoNumberOfThisOne()
    {
        live::Topics here(1, 4, 10), there(2, 4, 10);
        here.say("a", {});
        there.say("a", {});

        QCOMPARE(here.since({"a"}, here.newest())->size(), 0);
        QVERIFY(!here.since({"a"}, there.newest()));
        QVERIFY(!there.since({"a"}, here.newest()));
        QVERIFY(live::Topics(live::Topics::epochs - 1, 4, 10).newest() < (qint64(1) << 53) - (qint64(1) << 32));
    }

    // What the store gives to the market is not the buyer's.
    void theBuyerHearsOfASettlementWithoutItsCommission()
    {
        Square square;
        Ear store, buyer;
        enter(square, store, square.vendor, "/ws/store");
        enter(square, buyer, square.buyer, "/ws/me");

        square.happen(OrderSettled{.orderId = square.order,
                                   .orderNumber = QStringLiteral("KW-1001"),
                                   .buyerId = square.buyer.id,
                                   .vendorId = *square.vendor.vendorId,
                                   .vendorAccountId = square.vendor.id,
                                   .gross = {100'000},
                                   .commission = {2'000},
                                   .net = {98'000}});

        QCOMPARE(buyer.kinds(), (QList<LiveKind>{LiveKind::Welcome, LiveKind::OrderSettled}));
        QCOMPARE(buyer.last()["gross"].toString(), QStringLiteral("1000.00"));
        QCOMPARE(buyer.last()["commission"].toString(), QStringLiteral("0.00"));
        QCOMPARE(buyer.last()["net"].toString(), QStringLiteral("0.00"));
        QCOMPARE(store.last()["commission"].toString(), QStringLiteral("20.00"));
        QCOMPARE(store.last()["net"].toString(), QStringLiteral("980.00"));
    }

    void everyNewsHasItsNumberAndTheyGrow()
    {
        Square square;
        Ear store;
        enter(square, store, square.vendor, "/ws/store");

        square.happen(square.placed());
        square.happen(square.advanced(OrderStatus::Confirmed, Actor::Vendor));

        for (qsizetype i = 1; i < store.events.size(); ++i)
            QVERIFY(store.events[i].sequence > store.events[i - 1].sequence);
    }

    // NOTIF-14
    void whoWasAwayGetsWhatWasMissedOnce()
    {
        Square square;
        Ear before, after;
        const auto connection = enter(square, before, square.vendor, "/ws/store");
        square.happen(square.placed());
        square.live.leave(connection);

        square.happen(square.advanced(OrderStatus::Confirmed, Actor::Vendor));
        enter(square, after, square.vendor, "/ws/store", before.lastSequence());

        QCOMPARE(after.events[0].kind, LiveKind::Welcome);
        QCOMPARE(after.events[0].sequence, 0);
        QVERIFY(after.kinds().contains(LiveKind::OrderUpdated));
        QVERIFY(!after.kinds().contains(LiveKind::NewOrder));
    }

    void whoWasAwayTooLongReadsEverythingAnew()
    {
        Square square;
        Ear first, late, stranger;
        const auto connection = enter(square, first, square.vendor, "/ws/store");
        const qint64 seen = first.lastSequence();
        square.live.leave(connection);
        for (int i = 0; i < 300; ++i)
            square.live.tellStore(*square.vendor.vendorId, LiveKind::OrderUpdated, {"{}"});

        enter(square, late, square.vendor, "/ws/store", seen);
        enter(square, stranger, square.vendor, "/ws/store", 42); // a number of another node or an earlier run

        QCOMPARE(late.kinds(), QList<LiveKind>{LiveKind::Resync});
        QCOMPARE(stranger.kinds(), QList<LiveKind>{LiveKind::Resync});
        QVERIFY(late.lastSequence() >= seen + 300);
    }

    void forgottenTopicsAskForAResync()
    {
        live::Topics topics(7, 4, 2);
        topics.say("a", {});
        const qint64 seen = topics.newest();
        topics.say("b", {});
        topics.say("c", {}); // no place: what nobody listens to goes

        QVERIFY(!topics.since({"a"}, seen));
        QCOMPARE(topics.since({"c"}, topics.newest())->size(), 0);
    }

    // CHAT-04, CHAT-05
    void aRoomHearsMessagesTypingAndReceipts()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        Ear buyer, vendor;
        const auto buyers = enter(square, buyer, square.buyer, chatPath(room));
        const auto vendors = enter(square, vendor, square.vendor, chatPath(room));

        square.live.hear(buyers, json::bytes(LiveRequest{.verb = LiveVerb::Typing}));
        square.live.hear(buyers,
                         json::bytes(LiveRequest{LiveVerb::Send, QStringLiteral("c1"), QStringLiteral("Hello"), {}}));
        square.outbox.drain();
        const QString id = vendor.last()[QStringLiteral("id")].toString();
        square.live.hear(vendors, json::bytes(LiveRequest{LiveVerb::Read, {}, {}, id}));
        square.outbox.drain();

        QCOMPARE(buyer.kinds(), (QList<LiveKind>{LiveKind::Welcome, LiveKind::Message, LiveKind::MessagesRead}));
        QCOMPARE(vendor.kinds(),
                 (QList<LiveKind>{LiveKind::Welcome, LiveKind::Typing, LiveKind::Message, LiveKind::MessagesRead}));
        QCOMPARE(vendor.events[1].sequence, 0);
        QCOMPARE(square.db.number("count(*) FROM chat_messages WHERE content = 'Hello'"), 1);
        QCOMPARE(square.chat.listRooms(square.vendor, {})->items[0].unread, 0);
    }

    void aClientsMistakesAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("code");
        QTest::newRow("no JSON") << QByteArray("hello") << "MALFORMED_REQUEST";
        QTest::newRow("unknown verb") << QByteArray("{\"verb\":\"shout\"}") << "VALIDATION_FAILED";
        QTest::newRow("no client id") << json::bytes(LiveRequest{LiveVerb::Send, {}, QStringLiteral("x"), {}})
                                      << "VALIDATION_FAILED";
        QTest::newRow("blank") << json::bytes(LiveRequest{LiveVerb::Send, QStringLiteral("1"), QStringLiteral(" "), {}})
                               << "VALIDATION_FAILED";
        QTest::newRow("unknown message") << json::bytes(LiveRequest{LiveVerb::Read, {}, {}, QStringLiteral("x")})
                                         << "VALIDATION_FAILED";
    }
    void aClientsMistakesAreAnswered()
    {
        QFETCH(QByteArray, said);
        QFETCH(QString, code);
        Square square;
        Ear buyer;
        const auto connection = enter(square, buyer, square.buyer, chatPath(square.openRoom()));

        square.live.hear(connection, said);

        QCOMPARE(buyer.events.constLast().kind, LiveKind::Error);
        QCOMPARE(buyer.last()[QStringLiteral("code")].toString(), code);
        QCOMPARE(square.db.number("count(*) FROM chat_messages"), 1);
    }

    void aPingIsAnsweredAndTheFeedsTakeNoMessages()
    {
        Square square;
        Ear store;
        const auto connection = enter(square, store, square.vendor, "/ws/store");

        square.live.hear(connection, json::bytes(LiveRequest{}));
        QCOMPARE(store.events.constLast().kind, LiveKind::Pong);
        square.live.hear(connection,
                         json::bytes(LiveRequest{LiveVerb::Send, QStringLiteral("1"), QStringLiteral("x"), {}}));
        QCOMPARE(store.events.constLast().kind, LiveKind::Error);
    }

    void onlyTheOwnFeedsOpen()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const Caller stranger = square.Bazaar::buyer(QStringLiteral("eve"));
        Caller limited = square.vendor;
        limited.limited = true;

        QCOMPARE(square.live.admit({}, "/ws/me").error().code, ErrorCode::Unauthenticated);
        QCOMPARE(square.live.admit(square.buyer, "/ws/store").error().code, ErrorCode::Forbidden);
        QCOMPARE(square.live.admit(stranger, chatPath(room)).error().code, ErrorCode::NotFound);
        QCOMPARE(square.live.admit(stranger, "/ws/chat/x").error().code, ErrorCode::NotFound);
        QCOMPARE(square.live.admit(stranger, "/ws/everything").error().code, ErrorCode::NotFound);
        QCOMPARE(square.live.admit(limited, "/ws/store").error().code, ErrorCode::ProfileIncomplete);
        QVERIFY(square.live.admit(limited, "/ws/me"));
        QVERIFY(square.live.admit(square.buyer, chatPath(room)));
    }

    void aTicketIsGoodOnceAndForHalfAMinute()
    {
        Square square;
        const auto first = square.live.issueTicket(square.buyer);
        const auto second = square.live.issueTicket(square.buyer);

        const auto holder = square.live.redeemTicket(first->ticket.toLatin1());
        const auto again = square.live.redeemTicket(first->ticket.toLatin1());
        square.db.clock.advance(30'000);
        const auto late = square.live.redeemTicket(second->ticket.toLatin1());

        QCOMPARE(holder->id, square.buyer.id);
        QCOMPARE(again.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(late.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(square.live.redeemTicket("guessed").error().code, ErrorCode::Unauthenticated);
    }

    void endedSessionsLoseTheirSockets()
    {
        Square square;
        Caller phone = square.buyer, laptop = square.buyer;
        phone.sessionId = square.ids.next<Session>();
        laptop.sessionId = square.ids.next<Session>();
        Ear phones, laptops, others, returned, fresh;
        enter(square, phones, phone, "/ws/me");
        enter(square, laptops, laptop, "/ws/me");
        enter(square, others, square.vendor, "/ws/me");

        square.happen(SessionsRevoked{.accountId = phone.id, .sessionId = phone.sessionId});
        QCOMPARE(phones.closeCode, live::sessionEnded);
        QCOMPARE(laptops.closeCode, 0);
        square.happen(SessionsRevoked{.accountId = phone.id});
        QCOMPARE(laptops.closeCode, live::sessionEnded);
        QCOMPARE(others.closeCode, 0);

        // A handshake that was under way comes too late; a session that began afterwards is welcome.
        enter(square, returned, laptop, "/ws/me");
        QCOMPARE(returned.closeCode, live::sessionEnded);
        square.db.clock.advance(1);
        laptop.sessionId = square.ids.next<Session>();
        enter(square, fresh, laptop, "/ws/me");
        QCOMPARE(fresh.closeCode, 0);
    }

    void oneAccountHasABoundedNumberOfSockets()
    {
        Square square;
        std::vector<std::unique_ptr<Ear>> ears;
        QList<live::ConnectionId> connections;
        for (int i = 0; i < 21; ++i) {
            ears.push_back(std::make_unique<Ear>());
            connections += enter(square, *ears.back(), square.buyer, "/ws/me");
        }

        QCOMPARE(ears[19]->closeCode, 0);
        QCOMPARE(ears[20]->closeCode, live::tooManyConnections);
        QCOMPARE(square.live.connections(), 20);
        for (const live::ConnectionId connection : connections)
            square.live.leave(connection);
        QCOMPARE(square.live.connections(), 0);
    }

    // NOTIF-13, NOTIF-15: with five hundred listeners the news still leaves at once.
    void fiveHundredListenersHearTheSameNews()
    {
        Square square;
        std::vector<std::unique_ptr<Ear>> ears;
        for (int i = 0; i < 500; ++i) {
            Caller admin{.id = square.ids.next<Account>(),
                         .role = Role::Admin,
                         .known = true,
                         .permissions = {Permission::ManageOrders}};
            ears.push_back(std::make_unique<Ear>());
            enter(square, *ears.back(), admin, "/ws/me");
        }

        square.happen(square.placed());

        for (const auto &ear : ears)
            QCOMPARE(ear->events.constLast().kind, LiveKind::NewOrder);
    }
};

TEST_CLASS(TestOfLive)

#include "tst_live.moc"
