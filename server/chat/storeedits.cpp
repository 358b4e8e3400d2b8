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

QList<EarlierRow> Store::earlierBy(Tx &tx, Id<Account> party, int limit)
{
    return tx.all<EarlierRow>(
        "FROM (SELECT m.id AS message_id, r.order_number, m.content, m.sent_at AS said_at"
        " FROM chat_rooms r JOIN chat_messages m ON m.room_id = r.id"
        " WHERE (r.buyer_id = ?1 OR r.vendor_account_id = ?1) AND m.sender_id = ?1"
        " AND EXISTS (SELECT 1 FROM chat_edits e WHERE e.message_id = m.id)"
        " UNION ALL SELECT m.id AS message_id, r.order_number, e.content, e.edited_at AS said_at"
        " FROM chat_rooms r JOIN chat_messages m ON m.room_id = r.id JOIN chat_edits e ON e.message_id = m.id"
        " WHERE (r.buyer_id = ?1 OR r.vendor_account_id = ?1) AND m.sender_id = ?1"
        " AND EXISTS (SELECT 1 FROM chat_edits n WHERE n.message_id = e.message_id AND n.id > e.id)) AS earlier"
        " ORDER BY said_at DESC, message_id DESC LIMIT ?2",
        party, limit);
}

void Store::correctPreview(Tx &tx, Id<ChatRoom> room, const QString &before, const QString &after)
{
    tx.run("UPDATE chat_rooms SET last_message = ?3 WHERE id = ?1 AND last_message = ?2", room, before, after);
}

} // namespace chat
