-- Who said something is called as the party of the room is called: a name stands once, so that it can be taken away.
ALTER TABLE chat_messages DROP COLUMN sender_name;
