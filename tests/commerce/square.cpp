#include "tests/commerce/square.h"

#include <QDir>

OrderPlaced Square::placed() const
{
    return {.orderId = order,
            .orderNumber = QStringLiteral("KW-1001"),
            .buyerId = buyer.id,
            .vendorId = *vendor.vendorId,
            .vendorAccountId = vendor.id,
            .total = {3'348'000},
            .card = {.id = order,
                     .orderNumber = QStringLiteral("KW-1001"),
                     .vendorId = *vendor.vendorId,
                     .storeName = QStringLiteral("asha Metals"),
                     .customerName = QStringLiteral("Bina"),
                     .totalAmount = {3'348'000}}};
}

OrderAdvanced Square::advanced(OrderStatus to, Actor actor) const
{
    return {.orderId = order,
            .orderNumber = QStringLiteral("KW-1001"),
            .buyerId = buyer.id,
            .vendorId = *vendor.vendorId,
            .vendorAccountId = vendor.id,
            .to = to,
            .actor = actor};
}

Id<ChatRoom> Square::openRoom()
{
    happen(placed());
    const auto rooms = chat.listRooms(buyer, {});
    return rooms->items.constFirst().id;
}

Result<ChatMessage> Square::say(const Caller &who, Id<ChatRoom> room, const QString &text, const QString &clientId)
{
    auto said = chat.sendMessage(who, room, {.clientId = clientId, .content = text});
    outbox.drain();
    return said;
}

QStringList Square::mailNames() const
{
    return QDir(mailFolder()).entryList(QDir::Files, QDir::Name);
}

QByteArray Square::mail(const QString &nameContains) const
{
    QByteArray newest;
    for (const QString &name : mailNames()) {
        QFile file(QDir(mailFolder()).filePath(name));
        if (name.contains(nameContains) && file.open(QIODevice::ReadOnly))
            newest = file.readAll();
    }
    return newest;
}
