#include "server/chat/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/chat/rules.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/storage/service.h"

namespace chat {

namespace {

auto noRoom()
{
    return notFound(QLatin1StringView("chat room"));
}

// Where a list of rooms goes on, and the text of it.
Result<std::optional<RoomPlace>> placeOf(const ListRooms &wish)
{
    LET(key, cursor::key(wish.cursor, 2));
    if (key.isEmpty())
        return std::optional<RoomPlace>{};
    const RoomPlace place{{key[0].toLongLong()}, Id<ChatRoom>::parse(key[1])};
    if (place.id.isNull())
        return cursor::refused();
    return std::optional(place);
}

template <class Room>
QStringList keyOf(const Room &room)
{
    return {QString::number(room.lastActivity.ms), room.id.text()};
}

} // namespace

Service::Service(Db &db, const Ids &ids, orders::Service &orders, storage::Service &storage, audit::Service &audit)
    : m_db(db)
    , m_ids(ids)
    , m_orders(orders)
    , m_storage(storage)
    , m_audit(audit)
{}

Result<Page<ChatRoom>> Service::listRooms(const Caller &caller, const ListRooms &wish)
{
    LET(after, placeOf(wish));
    QList<ChatRoom> rooms = m_db.read([&](Tx &tx) {
        return caller.vendorId ? m_store.roomsOfStore(tx, *caller.vendorId, wish.order, after, wish.limit + 1)
                               : m_store.roomsOfBuyer(tx, caller.id, wish.order, after, wish.limit + 1);
    });
    return cursor::page(std::move(rooms), wish.limit, [](const ChatRoom &room) { return keyOf(room); });
}

Result<Page<WatchedRoom>> Service::listAllRooms(const Caller &caller, const ListRooms &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    LET(after, placeOf(wish));
    QList<WatchedRoom> rooms = m_db.read([&](Tx &tx) { return m_store.rooms(tx, wish.order, after, wish.limit + 1); });
    return cursor::page(std::move(rooms), wish.limit, [](const WatchedRoom &room) { return keyOf(room); });
}

Result<Page<ChatMessage>> Service::listMessages(const Caller &caller, Id<ChatRoom> room, const ListMessages &wish)
{
    LET(before, cursor::idOf<ChatMessage>(wish.cursor));
    const auto list = [&](Tx &tx) -> Result<Page<ChatMessage>> {
        LET(seat, seatOf(tx, caller, room));
        if (seat.actor == Actor::Admin)
            m_audit.record(tx, caller, "chat.read", "chat_room", room.text());
        if (wish.after)
            return Page<ChatMessage>{.items =
                                         described(tx, seat.room, m_store.after(tx, room, *wish.after, wish.limit)),
                                     .limit = wish.limit};
        return cursor::pageById(described(tx, seat.room, m_store.newest(tx, room, before, wish.limit + 1)), wish.limit);
    };
    // That an admin looked is written down, so his reading is a write (CHAT-08).
    if (caller.isAdmin())
        return m_db.write(caller, list);
    return m_db.read(list);
}

Result<ChatMessage> Service::sendMessage(const Caller &caller, Id<ChatRoom> room, const SendMessage &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<ChatMessage> {
        LET(seat, seatOf(tx, caller, room));
        if (const auto known = m_store.messageOf(tx, room, caller.id, wish.clientId))
            return described(tx, seat.room, {*known}).constFirst();
        const QString content = wish.content.trimmed();
        if (content.isEmpty() && !wish.fileId)
            return refusal(QStringLiteral("content"), QStringLiteral("must not be blank"));
        if (!seat.room.isActive)
            return failure(ErrorCode::Conflict, QStringLiteral("The room is closed."));

        std::optional<StoredFile> attachment;
        if (wish.fileId) {
            LET(file, m_storage.claim(tx, *wish.fileId, caller.id, FilePurpose::Chat));
            attachment = file;
        }
        const StoredMessage row{.id = m_ids.next<ChatMessage>(),
                                .roomId = room,
                                .senderId = caller.id,
                                .sender = seat.actor,
                                .clientId = wish.clientId,
                                .type = typeOf(attachment),
                                .content = content,
                                .fileId = wish.fileId,
                                .sentAt = tx.now()};
        if (!m_store.insertMessage(tx, row))
            return failure(ErrorCode::Conflict, QStringLiteral("This message is being sent already."));
        m_store.noteActivity(tx, room, preview(content, attachment), tx.now());
        if (seat.actor == Actor::Admin)
            m_audit.record(tx, caller, "chat.written", "chat_room", room.text());
        const ChatMessage message = messageOf(row, seat.room, attachment);
        publish(tx, seat.room, message);
        return message;
    });
}

Result<> Service::readMessages(const Caller &caller, Id<ChatRoom> room, const ReadMessages &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        LET(seat, seatOf(tx, caller, room));
        if (!m_store.hasMessage(tx, room, wish.upTo))
            return refusal(QStringLiteral("up_to"), QStringLiteral("is not a message of this room"));
        // An admin's look is nobody's receipt.
        const bool isNews = (seat.actor == Actor::Buyer && m_store.markReadByBuyer(tx, room, wish.upTo)) ||
                            (seat.actor == Actor::Vendor && m_store.markReadByStore(tx, room, wish.upTo));
        if (isNews)
            tx.publish(MessagesRead{room, seat.actor, wish.upTo, caller.id});
        return {};
    });
}

Result<Actor> Service::joinRoom(const Caller &caller, Id<ChatRoom> room)
{
    const auto join = [&](Tx &tx) -> Result<Actor> {
        LET(seat, seatOf(tx, caller, room));
        if (seat.actor == Actor::Admin)
            m_audit.record(tx, caller, "chat.read", "chat_room", room.text());
        return seat.actor;
    };
    if (caller.isAdmin())
        return m_db.write(join);
    return m_db.read(join);
}

Result<> Service::onOrderPlaced(Tx &tx, const OrderPlaced &event)
{
    const StoredRoom room{.id = m_ids.next<ChatRoom>(),
                          .orderId = event.orderId,
                          .orderNumber = event.orderNumber,
                          .buyerId = event.buyerId,
                          .vendorId = event.vendorId,
                          .vendorAccountId = event.vendorAccountId,
                          .buyerName = event.card.customerName,
                          .storeName = event.card.storeName,
                          .lastActivity = tx.now(),
                          .createdAt = tx.now()};
    m_store.insertRoom(tx, room);
    say(tx, room, OrderStatus::Placed);
    return {};
}

Result<> Service::onOrderAdvanced(Tx &tx, const OrderAdvanced &event)
{
    if (!event.isPaid)
        return {}; // it has no room, and gets none
    // Events of one topic come in order, those of two may cross: without its room yet, the news comes again later.
    const auto room = m_store.roomOfOrder(tx, event.orderId);
    if (!room)
        return failure(ErrorCode::Unavailable, QStringLiteral("The room of this order is not there yet."));
    say(tx, *room, event.to);
    return {};
}

Result<Service::Seat> Service::seatOf(Tx &tx, const Caller &caller, Id<ChatRoom> id)
{
    // An admin who may not look is told so, for every room alike, as with orders.
    if (caller.isAdmin())
        MUST(permit(caller, Permission::ManageOrders));
    auto room = m_store.room(tx, id);
    if (!room || !caller.known)
        return noRoom();
    if (caller.id == room->buyerId)
        return Seat{*room, Actor::Buyer};
    if (caller.vendorId == room->vendorId)
        return Seat{*room, Actor::Vendor};
    if (caller.isAdmin())
        return Seat{*room, Actor::Admin};
    return noRoom();
}

QList<ChatMessage> Service::described(Tx &tx, const StoredRoom &room, const QList<StoredMessage> &rows)
{
    const QHash<Id<ChatMessage>, EditRow> edits = m_store.newestEdits(tx, rows);
    QList<ChatMessage> out;
    out.reserve(rows.size());
    for (const StoredMessage &row : rows) {
        ChatMessage message = messageOf(row, room, row.fileId ? m_storage.describe(tx, *row.fileId) : std::nullopt);
        if (const auto edit = edits.constFind(row.id); edit != edits.cend()) {
            message.content = edit->content;
            message.editedAt = edit->editedAt;
        }
        out += message;
    }
    return out;
}

// The names of the parties stand with the room alone, so that one who leaves the market leaves every message.
ChatMessage Service::messageOf(const StoredMessage &row, const StoredRoom &room,
                               const std::optional<StoredFile> &attachment) const
{
    return {.id = row.id,
            .roomId = row.roomId,
            .senderId = row.senderId,
            .sender = row.sender,
            .senderName = row.sender == Actor::Buyer    ? room.buyerName
                          : row.sender == Actor::Vendor ? room.storeName
                                                        : accounts::marketName(),
            .clientId = row.clientId,
            .type = row.type,
            .content = row.content,
            .attachment = attachment,
            .sentAt = row.sentAt};
}

void Service::say(Tx &tx, const StoredRoom &room, OrderStatus status)
{
    const Id<ChatMessage> id = m_ids.next<ChatMessage>();
    const StoredMessage row{.id = id,
                            .roomId = room.id,
                            .clientId = id.text(),
                            .type = MessageType::System,
                            .content = wordsFor(status),
                            .sentAt = tx.now()};
    m_store.insertMessage(tx, row);
    m_store.noteActivity(tx, room.id, row.content, tx.now());
    publish(tx, room, messageOf(row, room, std::nullopt));
}

void Service::publish(Tx &tx, const StoredRoom &room, const ChatMessage &message)
{
    tx.publish(MessageSent{.roomId = room.id,
                           .orderId = room.orderId,
                           .orderNumber = room.orderNumber,
                           .buyerId = room.buyerId,
                           .vendorId = room.vendorId,
                           .vendorAccountId = room.vendorAccountId,
                           .message = message});
}

} // namespace chat
