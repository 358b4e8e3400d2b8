#pragma once

// Rooms that come from another system, with what was said in them.

#include "shared/contract/chat.h"

namespace chat {

// Either somebody's words, or what the room itself says when its order comes to a status.
struct PastMessage
{
    Actor sender = Actor::System;
    QString content = {};
    std::optional<OrderStatus> status = {};
    Instant at;
};

struct PastRoom
{
    Id<ChatRoom> id;
    Id<Order> orderId;
    QList<PastMessage> messages; // oldest first
    qsizetype unreadByBuyer = 0; // of the last messages
    qsizetype unreadByStore = 0;
};

} // namespace chat
