#pragma once

// One room per order between its buyer and its store. What somebody else's room holds looks like no room at all.

#include "server/chat/history.h"
#include "server/chat/store.h"
#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "shared/contract/chatrooms.h"
#include "shared/contract/orders.h"

namespace audit {
class Service;
}
namespace orders {
class Service;
}
namespace storage {
class Service;
}

namespace chat {

class Service
{
public:
    Service(Db &db, const Ids &ids, orders::Service &orders, storage::Service &storage, audit::Service &audit);

    Result<Page<ChatRoom>> listRooms(const Caller &caller, const ListRooms &wish);
    Result<Page<WatchedRoom>> listAllRooms(const Caller &caller, const ListRooms &wish);
    Result<Page<ChatMessage>> listMessages(const Caller &caller, Id<ChatRoom> room, const ListMessages &wish);
    Result<ChatMessage> sendMessage(const Caller &caller, Id<ChatRoom> room, const SendMessage &wish);
    Result<ChatMessage> editMessage(const Caller &caller, Id<ChatMessage> id, const EditMessage &wish);
    Result<> readMessages(const Caller &caller, Id<ChatRoom> room, const ReadMessages &wish);

    // Whether the caller may listen to the room, and as whom; asked when a WebSocket opens.
    Result<Actor> joinRoom(const Caller &caller, Id<ChatRoom> room);

    // Takes in a room from another system (history.h). Its order has to be there.
    Result<> adopt(Tx &tx, const PastRoom &past);

    personal::Parts exportOf(Tx &tx, Id<Account> party);
    // What was said stays with the other side, without a name.
    void eraseOf(Tx &tx, Id<Account> party);

    Result<> onOrderPlaced(Tx &tx, const OrderPlaced &event);
    Result<> onOrderAdvanced(Tx &tx, const OrderAdvanced &event);

private:
    // Who somebody is in a room.
    struct Seat
    {
        StoredRoom room;
        Actor actor = Actor::Buyer;
    };

    Result<Seat> seatOf(Tx &tx, const Caller &caller, Id<ChatRoom> room);
    QList<ChatMessage> described(Tx &tx, const StoredRoom &room, const QList<StoredMessage> &rows);
    ChatMessage messageOf(const StoredMessage &row, const StoredRoom &room,
                          const std::optional<StoredFile> &attachment) const;
    void say(Tx &tx, const StoredRoom &room, OrderStatus status);
    void publish(Tx &tx, const StoredRoom &room, const ChatMessage &message);

    Db &m_db;
    const Ids &m_ids;
    orders::Service &m_orders;
    storage::Service &m_storage;
    audit::Service &m_audit;
    Store m_store;
};

} // namespace chat
