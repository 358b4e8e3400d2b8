-- What a message was changed to; the newest counts. The message itself stays as it was said.
CREATE TABLE chat_edits (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    message_id @id NOT NULL REFERENCES chat_messages (id) ON DELETE RESTRICT,
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 4000),
    edited_at @int NOT NULL
) @strict;
CREATE INDEX chat_edits_of_message ON chat_edits (message_id, id);
@append_only(chat_edits);

-- Admins walk all rooms by their activity.
CREATE INDEX chat_rooms_by_activity ON chat_rooms (last_activity, id);
