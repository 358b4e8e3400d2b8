#include "server/chat/store.h"

namespace chat {

namespace {

// The columns of ChatRoom as one side sees them. Unread is what the other side, or an admin, said since.
constexpr std::string_view asBuyer =
    "FROM (SELECT id, order_id, order_number, store_name AS other_name, last_message, last_activity, is_active,"
    " vendor_read_up_to AS other_read_up_to, buyer_id, (SELECT count(*) FROM chat_messages m WHERE m.room_id = r.id"
    " AND m.sender IN ('vendor', 'admin') AND (r.buyer_read_up_to IS NULL OR m.id > r.buyer_read_up_to)) AS unread"
    " FROM chat_rooms r) AS rooms WHERE buyer_id = ?";
constexpr std::string_view asStore =
    "FROM (SELECT id, order_id, order_number, buyer_name AS other_name, last_message, last_activity, is_active,"
    " buyer_read_up_to AS other_read_up_to, vendor_id, (SELECT count(*) FROM chat_messages m WHERE m.room_id = r.id"
    " AND m.sender IN ('buyer', 'admin') AND (r.vendor_read_up_to IS NULL OR m.id > r.vendor_read_up_to)) AS unread"
    " FROM chat_rooms r) AS rooms WHERE vendor_id = ?";

QList<ChatRoom> roomsOf(Tx &tx, std::string_view side, sql::Value whose, const std::optional<Id<Order>> &order,
                        const std::optional<RoomPlace> &after, int limit)
{
    std::string from(side);
    sql::Values values{std::move(whose)};
    if (order) {
        from += " AND order_id = ?";
        values.push_back(sql::value(*order));
    }
    if (after) {
        from += " AND (last_activity, id) < (?, ?)";
        values.push_back(sql::value(after->lastActivity));
        values.push_back(sql::value(after->id));
    }
    values.push_back(qint64(limit));
    return tx.all<ChatRoom>(from + " ORDER BY last_activity DESC, id DESC LIMIT ?", values);
}

} // namespace

void Store::insertRoom(Tx &tx, const StoredRoom &room)
{
    tx.insert("chat_rooms", room);
}

std::optional<StoredRoom> Store::room(Tx &tx, Id<ChatRoom> id)
{
    return tx.one<StoredRoom>("FROM chat_rooms WHERE id = ?", id);
}

std::optional<StoredRoom> Store::roomOfOrder(Tx &tx, Id<Order> order)
{
    return tx.one<StoredRoom>("FROM chat_rooms WHERE order_id = ?", order);
}

QList<ChatRoom> Store::roomsOfBuyer(Tx &tx, Id<Account> buyer, const std::optional<Id<Order>> &order,
                                    const std::optional<RoomPlace> &after, int limit)
{
    return roomsOf(tx, asBuyer, sql::value(buyer), order, after, limit);
}

QList<ChatRoom> Store::roomsOfStore(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Order>> &order,
                                    const std::optional<RoomPlace> &after, int limit)
{
    return roomsOf(tx, asStore, sql::value(vendor), order, after, limit);
}

QList<WatchedRoom> Store::rooms(Tx &tx, const std::optional<Id<Order>> &order, const std::optional<RoomPlace> &after,
                                int limit)
{
    std::string from = "FROM chat_rooms";
    sql::Values values;
    const auto narrow = [&](std::string_view condition) {
        from += values.empty() ? " WHERE " : " AND ";
        from += condition;
    };
    if (order) {
        narrow("order_id = ?");
        values.push_back(sql::value(*order));
    }
    if (after) {
        narrow("(last_activity, id) < (?, ?)");
        values.push_back(sql::value(after->lastActivity));
        values.push_back(sql::value(after->id));
    }
    values.push_back(sql::value(limit));
    return tx.all<WatchedRoom>(from + " ORDER BY last_activity DESC, id DESC LIMIT ?", values);
}

bool Store::insertMessage(Tx &tx, const StoredMessage &message)
{
    return tx.insertNew("chat_messages", message);
}

std::optional<StoredMessage> Store::messageOf(Tx &tx, Id<ChatRoom> room, Id<Account> sender, const QString &clientId)
{
    return tx.one<StoredMessage>("FROM chat_messages WHERE room_id = ? AND sender_id = ? AND client_id = ?", room,
                                 sender, clientId);
}

QList<StoredMessage> Store::newest(Tx &tx, Id<ChatRoom> room, const std::optional<Id<ChatMessage>> &before, int limit)
{
    if (before)
        return tx.all<StoredMessage>("FROM chat_messages WHERE room_id = ? AND id < ? ORDER BY id DESC LIMIT ?", room,
                                     *before, limit);
    return tx.all<StoredMessage>("FROM chat_messages WHERE room_id = ? ORDER BY id DESC LIMIT ?", room, limit);
}

QList<StoredMessage> Store::after(Tx &tx, Id<ChatRoom> room, Id<ChatMessage> last, int limit)
{
    return tx.all<StoredMessage>("FROM chat_messages WHERE room_id = ? AND id > ? ORDER BY id LIMIT ?", room, last,
                                 limit);
}

bool Store::hasMessage(Tx &tx, Id<ChatRoom> room, Id<ChatMessage> message)
{
    return tx.number("count(*) FROM chat_messages WHERE room_id = ? AND id = ?", room, message) == 1;
}

QList<SaidRow> Store::saidTo(Tx &tx, Id<Account> party, int limit)
{
    return tx.all<SaidRow>("FROM (SELECT m.id, r.order_number, m.sender, coalesce((SELECT e.content FROM chat_edits e"
                           " WHERE e.message_id = m.id ORDER BY e.id DESC LIMIT 1), m.content) AS content, m.file_id,"
                           " m.sent_at"
                           " FROM chat_rooms r JOIN chat_messages m ON m.room_id = r.id"
                           " WHERE r.buyer_id = ?1 OR r.vendor_account_id = ?1) AS said ORDER BY id DESC LIMIT ?2",
                           party, limit);
}

void Store::renameParty(Tx &tx, Id<Account> party, const QString &name)
{
    tx.run("UPDATE chat_rooms SET buyer_name = ?2 WHERE buyer_id = ?1", party, name);
    tx.run("UPDATE chat_rooms SET store_name = ?2 WHERE vendor_account_id = ?1", party, name);
}

void Store::noteActivity(Tx &tx, Id<ChatRoom> room, const QString &lastMessage, Instant at)
{
    tx.run("UPDATE chat_rooms SET last_message = ?2, last_activity = ?3 WHERE id = ?1", room, lastMessage, at);
}

bool Store::markReadByBuyer(Tx &tx, Id<ChatRoom> room, Id<ChatMessage> upTo)
{
    return tx.run("UPDATE chat_rooms SET buyer_read_up_to = ?2 WHERE id = ?1"
                  " AND (buyer_read_up_to IS NULL OR buyer_read_up_to < ?2)",
                  room, upTo) == 1;
}

bool Store::markReadByStore(Tx &tx, Id<ChatRoom> room, Id<ChatMessage> upTo)
{
    return tx.run("UPDATE chat_rooms SET vendor_read_up_to = ?2 WHERE id = ?1"
                  " AND (vendor_read_up_to IS NULL OR vendor_read_up_to < ?2)",
                  room, upTo) == 1;
}

} // namespace chat
