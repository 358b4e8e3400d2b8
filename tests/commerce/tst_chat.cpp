#include "tests/commerce/square.h"
#include "tests/support/runner.h"

namespace {

QStringList contents(const Page<ChatMessage> &page)
{
    QStringList out;
    for (const ChatMessage &message : page.items)
        out += message.content;
    return out;
}

} // namespace

class TestOfChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // CHAT-01, CHAT-02, CHAT-12
    void anOrderBringsItsRoomAndTellsItsSteps()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();

        square.happen(square.advanced(OrderStatus::Confirmed, Actor::Vendor));
        square.outbox.drain();

        const auto messages = square.chat.listMessages(square.buyer, room, {});
        QCOMPARE(contents(*messages),
                 (QStringList{QStringLiteral("The order was confirmed."), QStringLiteral("The order was placed.")}));
        QCOMPARE(messages->items[0].type, MessageType::System);
        QVERIFY(!messages->items[0].senderId);
        const auto seen = square.chat.listRooms(square.buyer, {})->items.constFirst();
        QCOMPARE(seen.orderId, square.order);
        QCOMPARE(seen.orderNumber, QStringLiteral("KW-1001"));
        QCOMPARE(seen.otherName, QStringLiteral("asha Metals"));
        QCOMPARE(seen.lastMessage, QStringLiteral("The order was confirmed."));
        QCOMPARE(seen.unread, 0);
        QCOMPARE(square.chat.listRooms(square.vendor, {})->items.constFirst().otherName, QStringLiteral("Bina"));
        QCOMPARE(square.db.number("count(*) FROM chat_rooms"), 1);
    }

    // CHAT-03, CHAT-05, CHAT-15
    void messagesAreCountedUntilTheyAreRead()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const auto first = square.say(square.buyer, room, QStringLiteral(" Is it dry? "), QStringLiteral("a"));
        const auto second = square.say(square.buyer, room, QStringLiteral("And clean?"), QStringLiteral("b"));

        QCOMPARE(first->content, QStringLiteral("Is it dry?"));
        QCOMPARE(first->sender, Actor::Buyer);
        QCOMPARE(first->senderName, QStringLiteral("Bina"));
        QCOMPARE(square.chat.listRooms(square.vendor, {})->items[0].unread, 2);
        QCOMPARE(square.chat.listRooms(square.buyer, {})->items[0].unread, 0);

        QVERIFY(square.chat.readMessages(square.vendor, room, {second->id}));
        QVERIFY(square.chat.readMessages(square.vendor, room, {first->id})); // going back changes nothing
        QCOMPARE(square.chat.listRooms(square.vendor, {})->items[0].unread, 0);
        QCOMPARE(square.chat.listRooms(square.buyer, {})->items[0].otherReadUpTo, second->id);
        QCOMPARE(square.db.number("count(*) FROM outbox WHERE topic = 'chat.messages_read'"), 1);
        QCOMPARE(square.chat.readMessages(square.vendor, room, {square.ids.next<ChatMessage>()}).error().code,
                 ErrorCode::ValidationFailed);
    }

    void aRepeatedMessageIsSaidOnce()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();

        const auto first = square.say(square.buyer, room, QStringLiteral("Hello"), QStringLiteral("same"));
        const auto again = square.say(square.buyer, room, QStringLiteral("Hello"), QStringLiteral("same"));
        const auto other = square.say(square.vendor, room, QStringLiteral("Hello"), QStringLiteral("same"));

        QCOMPARE(again->id, first->id);
        QVERIFY(other->id != first->id);
        QCOMPARE(square.db.number("count(*) FROM chat_messages WHERE type = 'text'"), 2);
    }

    // CHAT-07
    void historyIsPagedAndResumes()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        QList<Id<ChatMessage>> ids;
        for (int i = 0; i < 5; ++i)
            ids += square.say(square.buyer, room, QString::number(i), QString::number(i))->id;

        const auto newest = square.chat.listMessages(square.vendor, room, {.limit = 2});
        const auto older = square.chat.listMessages(square.vendor, room, {.limit = 2, .cursor = newest->nextCursor});
        const auto missed = square.chat.listMessages(square.vendor, room, {.after = ids[2]});

        QCOMPARE(contents(*newest), (QStringList{QStringLiteral("4"), QStringLiteral("3")}));
        QCOMPARE(contents(*older), (QStringList{QStringLiteral("2"), QStringLiteral("1")}));
        QCOMPARE(contents(*missed), (QStringList{QStringLiteral("3"), QStringLiteral("4")}));
    }

    // CHAT-09
    void aForeignRoomLooksLikeNone()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom(), unknown = square.ids.next<ChatRoom>();
        const Caller stranger = square.Bazaar::buyer(QStringLiteral("eve"));
        const Caller rival = square.Bazaar::vendor(QStringLiteral("ravi"));
        const Caller clerk{.id = stranger.id, .role = Role::Admin, .known = true};

        // An admin without the permission is told so, whether there is such a room or not.
        QCOMPARE(square.chat.listMessages(clerk, room, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(square.chat.listMessages(clerk, unknown, {}).error().code, ErrorCode::PermissionMissing);
        for (const Caller &who : {stranger, rival, Caller{}}) {
            const auto read = square.chat.listMessages(who, room, {});
            QCOMPARE(read.error().code, ErrorCode::NotFound);
            QCOMPARE(read.error().message, square.chat.listMessages(who, unknown, {}).error().message);
            QCOMPARE(square.say(who, room, QStringLiteral("hi"), QStringLiteral("x")).error().code,
                     ErrorCode::NotFound);
            QCOMPARE(square.chat.joinRoom(who, room).error().code, ErrorCode::NotFound);
        }
        QCOMPARE(square.chat.listRooms(stranger, {})->items.size(), 0);
        QCOMPARE(square.chat.listRooms(stranger, {.order = square.order})->items.size(), 0);
        QCOMPARE(square.db.number("count(*) FROM chat_messages"), 1);
    }

    // CHAT-08
    void anAdminsLookIsWrittenDown()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const Caller admin = square.admin();
        const auto looks = [&] { return square.db.number("count(*) FROM audit_log WHERE action = 'chat.read'"); };

        QVERIFY(square.chat.listMessages(admin, room, {}));
        QCOMPARE(looks(), 1);
        QVERIFY(square.chat.joinRoom(admin, room));
        QCOMPARE(looks(), 2);
        QVERIFY(square.chat.listMessages(square.buyer, room, {}));
        QCOMPARE(looks(), 2);
    }

    // CHAT-06
    void aFileBelongsToWhoHandedItIn()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const auto handedIn = [&](const Caller &who) {
            const QString path = square.folder.filePath(QStringLiteral("upload"));
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write("%PDF-1.4\n%%EOF\n") < 0)
                qFatal("no file");
            file.close();
            return square.storage.uploadFile(
                who, {.query = {.purpose = FilePurpose::Chat, .name = QStringLiteral("weighing.pdf")},
                      .path = path,
                      .size = QFileInfo(path).size(),
                      .declaredType = QStringLiteral("application/pdf")});
        };
        const auto own = handedIn(square.buyer), foreign = handedIn(square.vendor);
        QVERIFY2(own && foreign, own ? "" : qPrintable(own.error().message));

        const auto stolen =
            square.chat.sendMessage(square.buyer, room, {.clientId = QStringLiteral("1"), .fileId = foreign->id});
        const auto sent =
            square.chat.sendMessage(square.buyer, room, {.clientId = QStringLiteral("2"), .fileId = own->id});
        const auto again =
            square.chat.sendMessage(square.buyer, room, {.clientId = QStringLiteral("2"), .fileId = own->id});

        QCOMPARE(stolen.error().code, ErrorCode::NotFound);
        QCOMPARE(sent->type, MessageType::File);
        QCOMPARE(sent->attachment->name, QStringLiteral("weighing.pdf"));
        QCOMPARE(again->id, sent->id);
        const auto seen = square.chat.listMessages(square.vendor, room, {.limit = 1});
        QVERIFY(!seen->items[0].attachment->url.isEmpty());
        QCOMPARE(square.db.number("count(*) FROM chat_messages WHERE file_id IS NOT NULL"), 1);
    }

    void aBlankMessageIsRefused()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();

        QCOMPARE(square.say(square.buyer, room, QStringLiteral("  \n "), QStringLiteral("1")).error().code,
                 ErrorCode::ValidationFailed);
        QCOMPARE(square.db.number("count(*) FROM chat_messages"), 1);
    }

    // An event that comes before its room is not lost, it comes again.
    void aStepThatOvertakesItsOrderIsToldLater()
    {
        Square square;

        square.happen(square.advanced(OrderStatus::Cancelled, Actor::Buyer));
        QCOMPARE(square.db.number("count(*) FROM chat_messages"), 0);
        square.happen(square.placed());
        square.db.clock.advance(2000);
        square.outbox.drain();

        QCOMPARE(square.db.number("count(*) FROM chat_messages"), 2);
    }

    void roomsAreListedByTheirLastActivity()
    {
        Square square;
        const Id<ChatRoom> first = square.openRoom();
        for (int i = 0; i < 2; ++i) {
            square.db.clock.advance(1000);
            OrderPlaced other = square.placed();
            other.orderId = square.ids.next<Order>();
            other.orderNumber = QStringLiteral("KW-200%1").arg(i);
            square.happen(other);
        }
        square.db.clock.advance(1000);
        QVERIFY(square.say(square.vendor, first, QStringLiteral("Ready"), QStringLiteral("1")));

        const auto page = square.chat.listRooms(square.buyer, {.limit = 2});
        const auto rest = square.chat.listRooms(square.buyer, {.limit = 2, .cursor = page->nextCursor});

        QCOMPARE(page->items[0].id, first);
        QCOMPARE(page->items[0].unread, 1);
        QCOMPARE(page->items[1].orderNumber, QStringLiteral("KW-2001"));
        QCOMPARE(rest->items.size(), 1);
        QCOMPARE(rest->items[0].orderNumber, QStringLiteral("KW-2000"));
        QVERIFY(!rest->nextCursor);
    }
};

TEST_CLASS(TestOfChat)

#include "tst_chat.moc"
