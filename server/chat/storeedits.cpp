// SQL of what messages were changed to.

#include "server/chat/store.h"

namespace chat {

std::optional<StoredMessage> Store::message(Tx &tx, Id<ChatMessage> id)
{
    return tx.one<StoredMessage>("FROM chat_messages WHERE id = ?", id);
}

void Store::insert(Tx &tx, const EditRow &edit)
{
    tx.insert("chat_edits", edit);
}

QList<EditRow> Store::editsOf(Tx &tx, Id<ChatMessage> message)
{
    return tx.all<EditRow>("FROM chat_edits WHERE message_id = ? ORDER BY id", message);
}

QHash<Id<ChatMessage>, EditRow> Store::newestEdits(Tx &tx, const QList<StoredMessage> &of)
{
    QHash<Id<ChatMessage>, EditRow> out;
    std::string marks;
    sql::Values values;
    for (const StoredMessage &message : of) {
        if (message.type != MessageType::Text)
            continue;
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(message.id));
    }
    if (values.empty())
        return out;
    for (const EditRow &edit :
         tx.all<EditRow>("FROM chat_edits WHERE message_id IN (" + marks + ") ORDER BY id", values))
        out.insert(edit.messageId, edit); // the newest comes last
    return out;
}

void Store::correctPreview(Tx &tx, Id<ChatRoom> room, const QString &before, const QString &after)
{
    tx.run("UPDATE chat_rooms SET last_message = ?3 WHERE id = ?1 AND last_message = ?2", room, before, after);
}

} // namespace chat
