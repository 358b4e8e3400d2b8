#include "tests/commerce/square.h"
#include "tests/support/runner.h"

// CHAT-14: what was just said can be corrected.
class TestOfChatEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // CHAT-14
    void aSenderCorrectsATextAndTheOriginalStays()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const auto said = square.say(square.buyer, room, QStringLiteral("Is it try?"), QStringLiteral("1"));
        QVERIFY(!said->editedAt);
        square.db.clock.advance(minuteMs);

        const auto edited = square.chat.editMessage(square.buyer, said->id, {QStringLiteral(" Is it dry? ")});
        square.db.clock.advance(minuteMs);
        const auto again = square.chat.editMessage(square.buyer, said->id, {QStringLiteral("Is it clean?")});

        QCOMPARE(edited->content, QStringLiteral("Is it dry?"));
        QCOMPARE(edited->id, said->id);
        QCOMPARE(edited->sentAt, said->sentAt);
        QCOMPARE(again->editedAt, square.db.clock.now());
        const auto seen = square.chat.listMessages(square.vendor, room, {});
        QCOMPARE(seen->items[0].content, QStringLiteral("Is it clean?"));
        QCOMPARE(seen->items[0].editedAt, square.db.clock.now());
        QCOMPARE(square.chat.listRooms(square.vendor, {})->items[0].lastMessage, QStringLiteral("Is it clean?"));
        QCOMPARE(square.db.number("count(*) FROM chat_messages WHERE content = 'Is it try?'"), 1);
        QCOMPARE(square.db.number("count(*) FROM chat_edits"), 2);
        // Saying it again finds what it has become.
        QCOMPARE(square.say(square.buyer, room, QStringLiteral("Is it try?"), QStringLiteral("1"))->content,
                 QStringLiteral("Is it clean?"));
    }

    // CHAT-14: the last words of a room stay those of its last message.
    void anOlderMessageDoesNotBecomeTheNewestWords()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const auto said = square.say(square.buyer, room, QStringLiteral("one"), QStringLiteral("1"));
        QVERIFY(square.say(square.vendor, room, QStringLiteral("two"), QStringLiteral("1")));

        QVERIFY(square.chat.editMessage(square.buyer, said->id, {QStringLiteral("three")}));

        QCOMPARE(square.chat.listRooms(square.buyer, {})->items[0].lastMessage, QStringLiteral("two"));
    }

    // CHAT-14, C58
    void whatMayNotBeChangedStaysAsItWas()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const auto said = square.say(square.buyer, room, QStringLiteral("one"), QStringLiteral("1"));
        const Id<ChatMessage> system = square.chat.listMessages(square.buyer, room, {})->items.constLast().id;
        const EditMessage wish{QStringLiteral("two")};

        const auto others = square.chat.editMessage(square.vendor, said->id, wish);
        const auto unknown = square.chat.editMessage(square.vendor, square.ids.next<ChatMessage>(), wish);
        const auto rooms = square.chat.editMessage(square.buyer, system, wish);
        const auto blank = square.chat.editMessage(square.buyer, said->id, {QStringLiteral("  ")});
        square.db.clock.advance(editMinutes * minuteMs);
        const auto late = square.chat.editMessage(square.buyer, said->id, wish);

        QCOMPARE(others.error().code, ErrorCode::NotFound);
        QCOMPARE(others.error().message, unknown.error().message);
        QCOMPARE(rooms.error().code, ErrorCode::NotFound);
        QCOMPARE(blank.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QCOMPARE(square.db.number("count(*) FROM chat_edits"), 0);
        QCOMPARE(square.chat.listMessages(square.vendor, room, {})->items[0].content, QStringLiteral("one"));
    }

    // CHAT-14: an own message is no seat.
    void whoMayNotSpeakInARoomAnyMoreChangesNothingThere()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        Caller admin = square.admin();
        const auto said = square.say(admin, room, QStringLiteral("one"), QStringLiteral("1"));
        QVERIFY(square.chat.editMessage(admin, said->id, {QStringLiteral("two")}));
        admin.superAdmin = false;

        const auto edited = square.chat.editMessage(admin, said->id, {QStringLiteral("three")});
        const auto unknown = square.chat.editMessage(admin, square.ids.next<ChatMessage>(), {QStringLiteral("three")});
        const auto repeated = square.say(admin, room, QStringLiteral("four"), QStringLiteral("2"));

        QCOMPARE(edited.error().code, repeated.error().code);
        QCOMPARE(edited.error().code, ErrorCode::PermissionMissing);
        QCOMPARE(unknown.error().message, edited.error().message);
        QCOMPARE(square.db.number("count(*) FROM chat_edits"), 1);
        QCOMPARE(square.chat.listMessages(square.buyer, room, {})->items[0].content, QStringLiteral("two"));
    }

    // CHAT-14
    void aChangeIsPushedToTheRoomAndCountsAsNothingNew()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const auto said = square.say(square.buyer, room, QStringLiteral("one"), QStringLiteral("1"));
        square.outbox.drain();
        const qint64 notices = square.db.number("count(*) FROM notices");
        QList<MessageEdited> heard;
        square.outbox.tell<MessageEdited>("test.edits", [&](const MessageEdited &event) { heard += event; });

        QVERIFY(square.chat.editMessage(square.buyer, said->id, {QStringLiteral("two")}));
        square.outbox.drain();

        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard[0].roomId, room);
        QCOMPARE(heard[0].message.content, QStringLiteral("two"));
        QCOMPARE(square.db.number("count(*) FROM notices"), notices);
        QCOMPARE(square.chat.listRooms(square.vendor, {})->items[0].unread, 1);
    }

    // PRIV-02: both get what was said last, and who said it what it was before.
    void aCopyHoldsTheWordsAsTheyAre()
    {
        Square square;
        const Id<ChatRoom> room = square.openRoom();
        const auto said = square.say(square.buyer, room, QStringLiteral("Is it try?"), QStringLiteral("1"));
        QVERIFY(square.say(square.buyer, room, QStringLiteral("Never changed"), QStringLiteral("2")));
        square.db.clock.advance(1'000);
        QVERIFY(square.chat.editMessage(square.buyer, said->id, {QStringLiteral("Is it wry?")}));
        square.db.clock.advance(1'000);
        QVERIFY(square.chat.editMessage(square.buyer, said->id, {QStringLiteral("Is it dry?")}));
        const auto copyOf = [&](const Caller &who) {
            return square.db->read([&](Tx &tx) { return square.chat.exportOf(tx, who.id); });
        };

        const personal::Parts own = copyOf(square.buyer), others = copyOf(square.vendor);

        QVERIFY(own[0].json.contains("Is it dry?"));
        QVERIFY(!own[0].json.contains("Is it try?"));
        QCOMPARE(own[1].name, QStringLiteral("earlier_messages"));
        QVERIFY(own[1].json.indexOf("Is it wry?") < own[1].json.indexOf("Is it try?"));
        QVERIFY(own[1].json.contains("Is it wry?"));
        QVERIFY(!own[1].json.contains("Is it dry?"));
        QVERIFY(!own[1].json.contains("Never changed"));
        QVERIFY(others[0].json.contains("Is it dry?"));
        QCOMPARE(others[1].json, "[]");
    }
};

TEST_CLASS(TestOfChatEdits)

#include "tst_chatedits.moc"
