CREATE TABLE chat_rooms (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    order_id @id NOT NULL UNIQUE,
    order_number TEXT NOT NULL,
    buyer_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    vendor_id @id NOT NULL REFERENCES vendors (id) ON DELETE RESTRICT,
    vendor_account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    buyer_name TEXT NOT NULL,
    store_name TEXT NOT NULL,
    buyer_read_up_to @id,
    vendor_read_up_to @id,
    last_message TEXT,
    last_activity @int NOT NULL,
    is_active @int NOT NULL CHECK (is_active IN (0, 1)),
    created_at @int NOT NULL
) @strict;
CREATE INDEX chat_rooms_of_buyer ON chat_rooms (buyer_id, last_activity, id);
CREATE INDEX chat_rooms_of_store ON chat_rooms (vendor_id, last_activity, id);

CREATE TABLE chat_messages (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    room_id @id NOT NULL REFERENCES chat_rooms (id) ON DELETE RESTRICT,
    sender_id @id,
    sender TEXT NOT NULL CHECK (sender IN ('buyer', 'vendor', 'admin', 'system')),
    sender_name TEXT NOT NULL,
    client_id TEXT NOT NULL CHECK (length(client_id) BETWEEN 1 AND 64),
    type TEXT NOT NULL CHECK (type IN ('text', 'image', 'file', 'system')),
    content TEXT NOT NULL CHECK (length(content) <= 4000),
    file_id @id REFERENCES stored_files (id) ON DELETE RESTRICT,
    sent_at @int NOT NULL,
    UNIQUE (room_id, sender_id, client_id),
    CHECK ((sender = 'system') = (sender_id IS NULL)),
    CHECK (content <> '' OR file_id IS NOT NULL)
) @strict;
CREATE INDEX chat_messages_of_room ON chat_messages (room_id, id);
@append_only(chat_messages);
