// The part of Service that lets people correct what they have just said (CHAT-14).

#include "server/audit/service.h"
#include "server/chat/rules.h"
#include "server/chat/service.h"
#include "server/core/permit.h"

namespace chat {

// Only the sender corrects a message; to everybody else it is not there, as with what belongs to others. An admin who
// may not look into rooms is told so, for every message alike.
Result<ChatMessage> Service::editMessage(const Caller &caller, Id<ChatMessage> id, const EditMessage &wish)
{
    if (caller.isAdmin())
        MUST(permit(caller, Permission::ManageOrders));
    return m_db.write(caller, [&](Tx &tx) -> Result<ChatMessage> {
        const auto said = m_store.message(tx, id);
        const auto room = said ? m_store.room(tx, said->roomId) : std::nullopt;
        if (!room || !caller.known || said->senderId != caller.id)
            return notFound(QLatin1StringView("message"));
        MUST(seatOf(tx, caller, room->id)); // an own message is none
        const QString content = wish.content.trimmed();
        if (content.isEmpty())
            return refusal(QStringLiteral("content"), QStringLiteral("must not be blank"));
        if (said->type != MessageType::Text)
            return failure(ErrorCode::Conflict, QStringLiteral("Only a text can be changed."));
        if (!room->isActive)
            return failure(ErrorCode::Conflict, QStringLiteral("The room is closed."));
        if (!mayEdit(said->sentAt, tx.now()))
            return failure(ErrorCode::Conflict, QStringLiteral("It is too late to change this message."));
        const QList<EditRow> earlier = m_store.editsOf(tx, id);
        if (earlier.size() >= editsMax)
            return failure(ErrorCode::Conflict, QStringLiteral("This message was changed too often."));

        const QString before = earlier.isEmpty() ? said->content : earlier.constLast().content;
        m_store.insert(tx, EditRow{m_ids.next<EditRow>(), id, content, tx.now()});
        m_store.correctPreview(tx, room->id, preview(before, std::nullopt), preview(content, std::nullopt));
        if (said->sender == Actor::Admin)
            m_audit.record(tx, caller, "chat.edited", "chat_room", room->id.text());
        const ChatMessage message = described(tx, *room, {*said}).constFirst();
        tx.publish(MessageEdited{room->id, message});
        return message;
    });
}

} // namespace chat
