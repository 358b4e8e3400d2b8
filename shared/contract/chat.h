#pragma once

// One room per order between its buyer and its store (CHAT-01). Live over /ws/chat/{room}, with REST for history.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/orders.h"
#include "shared/contract/storage.h"

struct ChatRoom;

NAMED_ENUM(MessageType, Text, Image, File, System)

struct ChatMessage
{
    Id<ChatMessage> id; // UUIDv7, so that ids sort by time
    Id<ChatRoom> roomId;
    std::optional<Id<Account>> senderId; // empty for system messages
    Actor sender = Actor::System;
    QString senderName;
    QString clientId; // as the sender's program named it, to recognise its own message
    MessageType type = MessageType::Text;
    QString content;
    std::optional<StoredFile> attachment;
    Instant sentAt;
    std::optional<Instant> editedAt; // when its sender changed the content for the last time

    FIELDS(ChatMessage, FIELD(id), FIELD(roomId), FIELD(senderId), FIELD(sender), FIELD(senderName), FIELD(clientId),
           FIELD(type), FIELD(content), FIELD(attachment), FIELD(sentAt), FIELD(editedAt))
};

struct ChatRoom
{
    Id<ChatRoom> id;
    Id<Order> orderId;
    QString orderNumber;
    QString otherName; // the other party as the caller sees it
    std::optional<QString> lastMessage;
    Instant lastActivity;
    qint64 unread = 0;
    std::optional<Id<ChatMessage>> otherReadUpTo; // the other party has read up to this message
    bool isActive = true;

    FIELDS(ChatRoom, FIELD(id), FIELD(orderId), FIELD(orderNumber, .label = QT_TRANSLATE_NOOP("fields", "Order")),
           FIELD(otherName, .label = QT_TRANSLATE_NOOP("fields", "With")), FIELD(lastMessage), FIELD(lastActivity),
           FIELD(unread), FIELD(otherReadUpTo), FIELD(isActive))
};

struct ListRooms
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<Id<Order>> order;

    FIELDS(ListRooms, PAGE_FIELDS, FIELD(order))
};

// Newest first; with after, what came after that message, oldest first (resume).
struct ListMessages
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<Id<ChatMessage>> after;

    FIELDS(ListMessages, PAGE_FIELDS, FIELD(after))
};

struct SendMessage
{
    QString clientId; // repeats with the same id are one message
    QString content;
    std::optional<Id<StoredFile>> fileId;

    FIELDS(SendMessage, FIELD(clientId, .lengthMin = 1, .lengthMax = 64), FIELD(content, .lengthMax = 4000),
           FIELD(fileId))
};

constexpr qint64 editMinutes = 15; // after a text was sent its sender may change it

struct EditMessage
{
    QString content;

    FIELDS(EditMessage, FIELD(content, .lengthMin = 1, .lengthMax = 4000))
};

struct ReadMessages
{
    Id<ChatMessage> upTo;

    FIELDS(ReadMessages, FIELD(upTo))
};

struct MessageSent
{
    static constexpr auto topic = "chat.message_sent";

    Id<ChatRoom> roomId;
    Id<Order> orderId;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    ChatMessage message;

    FIELDS(MessageSent, FIELD(roomId), FIELD(orderId), FIELD(orderNumber), FIELD(buyerId), FIELD(vendorId),
           FIELD(vendorAccountId), FIELD(message))
};

// Pushed to the room as the message itself, which clients know by its id.
struct MessageEdited
{
    static constexpr auto topic = "chat.message_edited";

    Id<ChatRoom> roomId;
    ChatMessage message;

    FIELDS(MessageEdited, FIELD(roomId), FIELD(message))
};

struct MessagesRead
{
    static constexpr auto topic = "chat.messages_read";

    Id<ChatRoom> roomId;
    Actor reader = Actor::Buyer;
    Id<ChatMessage> upTo;
    Id<Account> readerId;

    FIELDS(MessagesRead, FIELD(roomId), FIELD(reader), FIELD(upTo), FIELD(readerId))
};

namespace api {

inline constexpr Endpoint<ListRooms, Page<ChatRoom>> listRooms{.method = Method::Get,
                                                               .path = "/api/v1/chat/rooms",
                                                               .access = Access::SignedIn,
                                                               .owner = Owner::Nobodys,
                                                               .rate = Rate::Account,
                                                               .summary = "The own chat rooms, latest activity first",
                                                               .aliases = "/api/v1/conversations"};

inline constexpr Endpoint<ListMessages, Page<ChatMessage>, Id<ChatRoom>> listMessages{
    .method = Method::Get,
    .path = "/api/v1/chat/rooms/{id}/messages",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "The messages of a room",
    .overseer = Permission::ManageOrders,
    .aliases = "/api/v1/conversations/{id}/messages"};

inline constexpr Endpoint<SendMessage, ChatMessage, Id<ChatRoom>> sendMessage{.method = Method::Post,
                                                                              .path =
                                                                                  "/api/v1/chat/rooms/{id}/messages",
                                                                              .access = Access::SignedIn,
                                                                              .owner = Owner::Partys,
                                                                              .rate = Rate::Account,
                                                                              .summary = "Say something in a room",
                                                                              .overseer = Permission::ManageOrders,
                                                                              .status = 201,
                                                                              .aliases = "/api/v1/conversations/{id}/"
                                                                                         "messages"};

inline constexpr Endpoint<ReadMessages, Nothing, Id<ChatRoom>> readMessages{.method = Method::Post,
                                                                            .path = "/api/v1/chat/rooms/{id}/read",
                                                                            .access = Access::SignedIn,
                                                                            .owner = Owner::Partys,
                                                                            .rate = Rate::Account,
                                                                            .summary =
                                                                                "Mark the messages of a room as read",
                                                                            .overseer = Permission::ManageOrders};

inline constexpr Endpoint<EditMessage, ChatMessage, Id<ChatMessage>> editMessage{
    .method = Method::Put,
    .path = "/api/v1/chat/messages/{id}",
    .access = Access::SignedIn,
    .owner = Owner::Callers,
    .rate = Rate::Account,
    .summary = "Change an own text soon after it was sent"};

inline constexpr auto chat = std::tuple{listRooms, listMessages, sendMessage, readMessages, editMessage};

} // namespace api
