#pragma once

// What the room itself says when its order moves on.

#include "shared/contract/chat.h"

namespace chat {

constexpr int previewMax = 120; // characters of the last message in the list of rooms

// What a party is called that has left the market for good.
inline QString erasedParty()
{
    return QStringLiteral("Closed account");
}

inline QString wordsFor(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Placed: return QStringLiteral("The order was placed.");
    case OrderStatus::Confirmed: return QStringLiteral("The order was confirmed.");
    case OrderStatus::Packed: return QStringLiteral("The order was packed.");
    case OrderStatus::Shipped: return QStringLiteral("The order was shipped.");
    case OrderStatus::OutForDelivery: return QStringLiteral("The order is out for delivery.");
    case OrderStatus::Delivered: return QStringLiteral("The order was delivered.");
    case OrderStatus::Completed: return QStringLiteral("The order is completed.");
    case OrderStatus::Cancelled: return QStringLiteral("The order was cancelled.");
    case OrderStatus::Failed: return QStringLiteral("The order failed.");
    case OrderStatus::Refunded: return QStringLiteral("The order was refunded.");
    }
    return {};
}

constexpr int editsMax = 20; // of one message

inline bool mayEdit(Instant sentAt, Instant now)
{
    return now.ms < sentAt.ms + editMinutes * minuteMs;
}

inline MessageType typeOf(const std::optional<StoredFile> &attachment)
{
    if (!attachment)
        return MessageType::Text;
    return attachment->contentType.startsWith(QLatin1String("image/")) ? MessageType::Image : MessageType::File;
}

inline QString preview(const QString &content, const std::optional<StoredFile> &attachment)
{
    return content.isEmpty() && attachment ? attachment->name.left(previewMax) : content.left(previewMax);
}

} // namespace chat
