#include "server/chat/history.h"

#include "server/accounts/service.h"
#include "server/chat/rules.h"
#include "server/chat/service.h"
#include "server/orders/service.h"

namespace chat {

Result<> Service::adopt(Tx &tx, const PastRoom &past)
{
    const auto parties = m_orders.partiesOf(tx, past.orderId);
    if (!parties)
        return notFound(QLatin1StringView("order"));
    StoredRoom room{.id = past.id,
                    .orderId = past.orderId,
                    .orderNumber = parties->orderNumber,
                    .buyerId = parties->buyer,
                    .vendorId = parties->vendor,
                    .vendorAccountId = parties->vendorAccount,
                    .buyerName = parties->customerName,
                    .storeName = parties->storeName,
                    .createdAt = tx.now()};
    QList<StoredMessage> messages;
    for (const PastMessage &said : past.messages) {
        const bool isSystem = said.sender == Actor::System;
        if (isSystem != said.status.has_value() || said.sender == Actor::Admin)
            return refusal(QStringLiteral("messages"), QStringLiteral("are said by the parties or the room"));
        const bool isBuyer = said.sender == Actor::Buyer;
        const auto id = Ids::past<ChatMessage>(said.at, room.id.uuid, quint32(messages.size()));
        messages +=
            {.id = id,
             .roomId = room.id,
             .senderId = isSystem ? std::nullopt : std::optional(isBuyer ? parties->buyer : parties->vendorAccount),
             .sender = said.sender,
             .clientId = id.text(),
             .type = isSystem ? MessageType::System : MessageType::Text,
             .content = isSystem ? wordsFor(*said.status) : said.content.trimmed(),
             .sentAt = said.at};
    }
    if (messages.isEmpty())
        return refusal(QStringLiteral("messages"), QStringLiteral("are missing"));
    room.createdAt = messages.constFirst().sentAt;
    room.lastActivity = messages.constLast().sentAt;
    room.lastMessage = preview(messages.constLast().content, std::nullopt);
    if (past.unreadByBuyer < messages.size())
        room.buyerReadUpTo = messages[messages.size() - 1 - past.unreadByBuyer].id;
    if (past.unreadByStore < messages.size())
        room.vendorReadUpTo = messages[messages.size() - 1 - past.unreadByStore].id;
    m_store.insertRoom(tx, room);
    for (const StoredMessage &message : messages)
        m_store.insertMessage(tx, message);
    return {};
}

} // namespace chat
