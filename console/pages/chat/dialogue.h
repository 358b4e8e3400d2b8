#pragma once

// Talks in one room: what was said, live news of it, and sending that neither loses nor doubles a message. Words go
// over the open line; when it is down or stays silent they go by a plain call under the same client id.

#include "console/kit/kit.h"
#include "console/kit/livefeed.h"
#include "console/pages/chat/thread.h"

#include <QElapsedTimer>
#include <QTimer>

namespace chat {

class Dialogue : public QObject
{
    Q_OBJECT

public:
    Dialogue(kit::Kit &kit, Thread &thread, QObject *parent);

    void open(const ChatRoom &room);
    void close();
    void reload();
    void fetchEarlier();
    bool hasEarlier() const { return m_cursor.has_value(); }
    const std::optional<ChatRoom> &room() const { return m_room; }

    void say(const QString &words);
    // Into the room it was chosen for, also when another one is open by now.
    void sendFile(const Id<ChatRoom> &room, const StoredFile &file);
    void retry(const QString &clientId);
    void noteTyping();
    void markRead();

Q_SIGNALS:
    void loaded();
    void failed(const Error &error);
    void typingChanged(bool isTyping); // of the other
    void heard();                      // the other said something

private:
    void hear(const LiveEvent &event);
    void follow(kit::LiveFeed::State state);
    void resume();
    ChatMessage draft(const Id<ChatRoom> &room, const QString &words, const std::optional<StoredFile> &file) const;
    void call(const ChatMessage &draft);
    void callWaiting();
    void settle(const ChatMessage &draft, const Result<ChatMessage> &outcome);
    void take(const QList<ChatMessage> &messages);

    kit::Kit &m_kit;
    Thread &m_thread;
    std::optional<ChatRoom> m_room;
    std::optional<QString> m_cursor;
    kit::LiveFeed *m_feed = nullptr;
    QTimer m_patience, m_typing;
    // What was not sent yet in rooms that are not open, so that changing rooms loses nothing.
    QHash<QString, QList<Thread::Entry>> m_unsent;
    QElapsedTimer m_said; // since the last "typing" that was sent
    std::optional<Id<ChatMessage>> m_read;
    bool m_hasLoaded = false;
};

} // namespace chat
