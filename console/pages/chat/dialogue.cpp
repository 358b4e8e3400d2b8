#include "console/pages/chat/dialogue.h"

#include "console/kit/display.h"
#include "console/kit/news.h"

namespace chat {

namespace {

constexpr int historyLimit = 50;
constexpr int patienceMs = 4000; // then a message that was not acknowledged goes by a plain call
constexpr int typingMs = 5000;
constexpr int typingPauseMs = 3000;

// What the server says of a message that it did not take.
struct Refusal
{
    QString code;
    QString message;
    std::optional<QString> clientId;

    FIELDS(Refusal, FIELD(code), FIELD(message), FIELD(clientId))
};

} // namespace

Dialogue::Dialogue(kit::Kit &kit, Thread &thread, QObject *parent)
    : QObject(parent)
    , m_kit(kit)
    , m_thread(thread)
{
    m_patience.setSingleShot(true);
    m_typing.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Dialogue::callWaiting);
    connect(&m_typing, &QTimer::timeout, this, [this] { Q_EMIT typingChanged(false); });
}

void Dialogue::open(const ChatRoom &room)
{
    if (m_room && m_room->id == room.id) {
        m_room = room;
        m_thread.readUpTo(room.otherReadUpTo);
        return;
    }
    close();
    m_room = room;
    m_feed = m_kit.feeds.open(QStringLiteral("/ws/chat/") + room.id.text(), this);
    connect(m_feed, &kit::LiveFeed::received, this, &Dialogue::hear);
    connect(m_feed, &kit::LiveFeed::stateChanged, this, &Dialogue::follow);
    connect(m_feed, &kit::LiveFeed::resyncNeeded, this, &Dialogue::resume);
    m_feed->start();
    m_thread.putBack(m_unsent.take(room.id.text()));
    reload();
}

void Dialogue::close()
{
    if (m_feed) {
        m_feed->stop();
        m_feed->disconnect(this);
        m_feed->deleteLater();
        m_feed = nullptr;
    }
    if (m_room) {
        callWaiting(); // nobody hears the acknowledgement of what went over the line
        if (const QList<Thread::Entry> unsent = m_thread.clear(); !unsent.isEmpty())
            m_unsent.insert(m_room->id.text(), unsent);
    }
    m_room.reset();
    m_cursor.reset();
    m_read.reset();
    m_hasLoaded = false;
    m_patience.stop();
    m_typing.stop();
}

void Dialogue::reload()
{
    const Id<ChatRoom> asked = m_room->id;
    kit::whenDone(this, m_kit.api.call(api::listMessages, {.limit = historyLimit}, asked),
                  [this, asked](const Result<::Page<ChatMessage>> &page) {
                      if (!m_room || m_room->id != asked)
                          return;
                      if (!page) {
                          Q_EMIT failed(page.error());
                          return;
                      }
                      if (!m_hasLoaded)
                          m_cursor = page->nextCursor;
                      m_hasLoaded = true;
                      take(page->items);
                      m_thread.readUpTo(m_room->otherReadUpTo);
                      Q_EMIT loaded();
                  });
}

void Dialogue::fetchEarlier()
{
    if (!m_room || !m_cursor)
        return;
    const Id<ChatRoom> asked = m_room->id;
    const ListMessages query{.limit = historyLimit, .cursor = std::exchange(m_cursor, std::nullopt)};
    kit::whenDone(this, m_kit.api.call(api::listMessages, query, asked),
                  [this, asked, query](const Result<::Page<ChatMessage>> &page) {
                      if (!m_room || m_room->id != asked)
                          return;
                      m_cursor = page ? page->nextCursor : query.cursor;
                      if (page)
                          take(page->items);
                  });
}

void Dialogue::take(const QList<ChatMessage> &messages)
{
    m_thread.take(messages);
}

// After a pause: what came meanwhile, oldest first, until nothing is missing.
void Dialogue::resume()
{
    const auto newest = m_thread.newest();
    if (!m_room || !newest)
        return;
    const Id<ChatRoom> asked = m_room->id;
    kit::whenDone(this, m_kit.api.call(api::listMessages, {.limit = pageLimitMax, .after = newest}, asked),
                  [this, asked](const Result<::Page<ChatMessage>> &page) {
                      if (!m_room || m_room->id != asked || !page)
                          return;
                      take(page->items);
                      if (page->items.size() == pageLimitMax)
                          resume();
                  });
}

void Dialogue::follow(kit::LiveFeed::State state)
{
    if (state == kit::LiveFeed::State::Live) {
        if (m_hasLoaded)
            resume();
    } else {
        callWaiting();
    }
}

void Dialogue::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::Message) {
        const auto message = kit::read<ChatMessage>(event);
        if (!message || message->roomId != m_room->id)
            return;
        take({*message});
        if (!Thread::isMine(*message)) {
            m_typing.stop();
            Q_EMIT typingChanged(false);
            Q_EMIT heard();
        }
    } else if (event.kind == LiveKind::MessagesRead) {
        const auto receipt = kit::read<MessagesRead>(event);
        if (receipt && receipt->reader == Actor::Buyer)
            m_thread.readUpTo(receipt->upTo);
    } else if (event.kind == LiveKind::Typing) {
        m_typing.start(typingMs);
        Q_EMIT typingChanged(true);
    } else if (event.kind == LiveKind::Error) {
        const auto refusal = kit::read<Refusal>(event);
        if (refusal && refusal->clientId)
            m_thread.refuse(*refusal->clientId, refusal->message);
    }
}

void Dialogue::say(const QString &words)
{
    if (!m_room || words.trimmed().isEmpty())
        return;
    const ChatMessage message = draft(m_room->id, words.trimmed(), {});
    m_thread.wait(message);
    if (m_feed->say({.verb = LiveVerb::Send, .clientId = message.clientId, .content = message.content}))
        m_patience.start(patienceMs);
    else
        call(message);
}

void Dialogue::sendFile(const Id<ChatRoom> &room, const StoredFile &file)
{
    const ChatMessage message = draft(room, {}, file);
    if (m_room && m_room->id == room)
        m_thread.wait(message);
    else
        m_unsent[room.text()] += Thread::Entry{message, Thread::State::Waiting};
    call(message);
}

ChatMessage Dialogue::draft(const Id<ChatRoom> &room, const QString &words, const std::optional<StoredFile> &file) const
{
    return {.roomId = room,
            .sender = Actor::Vendor,
            .senderName = m_kit.me.name,
            .clientId = kit::Api::freshId(),
            .content = words,
            .attachment = file,
            .sentAt = m_kit.clock.now()};
}

void Dialogue::call(const ChatMessage &draft)
{
    SendMessage wish{.clientId = draft.clientId, .content = draft.content};
    if (draft.attachment)
        wish.fileId = draft.attachment->id;
    kit::whenDone(this, m_kit.api.call(api::sendMessage, wish, draft.roomId),
                  [this, draft](const Result<ChatMessage> &message) { settle(draft, message); });
}

void Dialogue::settle(const ChatMessage &draft, const Result<ChatMessage> &outcome)
{
    if (m_room && m_room->id == draft.roomId) {
        if (outcome)
            take({*outcome});
        else
            m_thread.refuse(draft.clientId, kit::display::trouble(outcome.error()));
        return;
    }
    QList<Thread::Entry> &unsent = m_unsent[draft.roomId.text()];
    const auto entry = std::find_if(unsent.begin(), unsent.end(),
                                    [&](const Thread::Entry &each) { return each.message.clientId == draft.clientId; });
    if (entry == unsent.end())
        return;
    if (outcome) {
        unsent.erase(entry);
        return;
    }
    entry->state = Thread::State::Refused;
    entry->trouble = kit::display::trouble(outcome.error());
}

void Dialogue::callWaiting()
{
    QList<ChatMessage> waiting; // first, because an answer moves the rows
    for (int row = 0; row < m_thread.rowCount(); ++row) {
        if (m_thread.at(row).state == Thread::State::Waiting)
            waiting += m_thread.at(row).message;
    }
    for (const ChatMessage &message : std::as_const(waiting))
        call(message);
}

void Dialogue::retry(const QString &clientId)
{
    if (const auto draft = m_thread.retry(clientId))
        call(*draft);
}

void Dialogue::noteTyping()
{
    if (!m_feed || (m_said.isValid() && m_said.elapsed() < typingPauseMs))
        return;
    m_said.start();
    m_feed->say({.verb = LiveVerb::Typing});
}

void Dialogue::markRead()
{
    const auto newest = m_thread.newestOfOther();
    if (!m_room || !newest || m_read == newest)
        return;
    m_read = newest;
    if (m_feed->say({.verb = LiveVerb::Read, .upTo = newest->text()}))
        return;
    kit::whenDone(this, m_kit.api.call(api::readMessages, {.upTo = *newest}, m_room->id),
                  [this](const Result<Nothing> &done) {
                      if (!done)
                          m_read.reset();
                  });
}

} // namespace chat
