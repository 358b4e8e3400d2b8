#pragma once

// SQL of rooms and messages.

#include "server/core/db.h"
#include "shared/contract/chatrooms.h"

#include <QHash>

namespace chat {

struct StoredRoom
{
    Id<ChatRoom> id;
    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    QString buyerName;
    QString storeName;
    std::optional<Id<ChatMessage>> buyerReadUpTo;
    std::optional<Id<ChatMessage>> vendorReadUpTo;
    std::optional<QString> lastMessage;
    Instant lastActivity;
    bool isActive = true;
    Instant createdAt;

    FIELDS(StoredRoom, FIELD(id), FIELD(orderId), FIELD(orderNumber), FIELD(buyerId), FIELD(vendorId),
           FIELD(vendorAccountId), FIELD(buyerName), FIELD(storeName), FIELD(buyerReadUpTo), FIELD(vendorReadUpTo),
           FIELD(lastMessage), FIELD(lastActivity), FIELD(isActive), FIELD(createdAt))
};

struct StoredMessage
{
    Id<ChatMessage> id;
    Id<ChatRoom> roomId;
    std::optional<Id<Account>> senderId;
    Actor sender = Actor::System;
    QString clientId;
    MessageType type = MessageType::Text;
    QString content;
    std::optional<Id<StoredFile>> fileId;
    Instant sentAt;

    FIELDS(StoredMessage, FIELD(id), FIELD(roomId), FIELD(senderId), FIELD(sender), FIELD(clientId), FIELD(type),
           FIELD(content), FIELD(fileId), FIELD(sentAt))
};

// What a message was changed to.
struct EditRow
{
    Id<EditRow> id;
    Id<ChatMessage> messageId;
    QString content;
    Instant editedAt;

    FIELDS(EditRow, FIELD(id), FIELD(messageId), FIELD(content), FIELD(editedAt))
};

// A message as it is given to a party of its room.
struct SaidRow
{
    QString orderNumber;
    Actor sender = Actor::System;
    QString content;
    std::optional<Id<StoredFile>> fileId;
    Instant sentAt;

    FIELDS(SaidRow, FIELD(orderNumber), FIELD(sender), FIELD(content), FIELD(fileId), FIELD(sentAt))
};

// What somebody said before he changed it, and when he said it so.
struct EarlierRow
{
    Id<ChatMessage> messageId;
    QString orderNumber;
    QString content;
    Instant saidAt;

    FIELDS(EarlierRow, FIELD(messageId), FIELD(orderNumber), FIELD(content), FIELD(saidAt))
};

// Where a page of rooms goes on.
struct RoomPlace
{
    Instant lastActivity;
    Id<ChatRoom> id;
};

class Store
{
public:
    void insertRoom(Tx &tx, const StoredRoom &room);
    std::optional<StoredRoom> room(Tx &tx, Id<ChatRoom> id);
    std::optional<StoredRoom> roomOfOrder(Tx &tx, Id<Order> order);
    // As one side sees them, latest activity first, each with its number of unread messages.
    QList<ChatRoom> roomsOfBuyer(Tx &tx, Id<Account> buyer, const std::optional<Id<Order>> &order,
                                 const std::optional<RoomPlace> &after, int limit);
    QList<ChatRoom> roomsOfStore(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Order>> &order,
                                 const std::optional<RoomPlace> &after, int limit);
    QList<WatchedRoom> rooms(Tx &tx, const std::optional<Id<Order>> &order, const std::optional<RoomPlace> &after,
                             int limit);

    // False when the sender has said this before; the unique key of room, sender and client id decides.
    bool insertMessage(Tx &tx, const StoredMessage &message);
    std::optional<StoredMessage> messageOf(Tx &tx, Id<ChatRoom> room, Id<Account> sender, const QString &clientId);
    QList<StoredMessage> newest(Tx &tx, Id<ChatRoom> room, const std::optional<Id<ChatMessage>> &before, int limit);
    QList<StoredMessage> after(Tx &tx, Id<ChatRoom> room, Id<ChatMessage> last, int limit);
    bool hasMessage(Tx &tx, Id<ChatRoom> room, Id<ChatMessage> message);

    std::optional<StoredMessage> message(Tx &tx, Id<ChatMessage> id);
    void insert(Tx &tx, const EditRow &edit);
    QList<EditRow> editsOf(Tx &tx, Id<ChatMessage> message); // oldest first
    QHash<Id<ChatMessage>, EditRow> newestEdits(Tx &tx, const QList<StoredMessage> &of);
    // Where the message is the last one of its room.
    void correctPreview(Tx &tx, Id<ChatRoom> room, const QString &before, const QString &after);

    QList<SaidRow> saidTo(Tx &tx, Id<Account> party, int limit); // newest first
    QList<EarlierRow> earlierBy(Tx &tx, Id<Account> party, int limit);
    void renameParty(Tx &tx, Id<Account> party, const QString &name);

    void noteActivity(Tx &tx, Id<ChatRoom> room, const QString &lastMessage, Instant at);
    // False when that side had read at least as far already.
    bool markReadByBuyer(Tx &tx, Id<ChatRoom> room, Id<ChatMessage> upTo);
    bool markReadByStore(Tx &tx, Id<ChatRoom> room, Id<ChatMessage> upTo);
};

} // namespace chat
