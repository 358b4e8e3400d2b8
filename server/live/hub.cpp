#include "server/live/hub.h"

#include "server/chat/service.h"
#include "server/core/ids.h"
#include "server/live/topics.h"
#include "shared/base/json.h"

#include <deque>
#include <mutex>

namespace live {

namespace {

constexpr qint64 ticketMs = 30'000;
constexpr int ticketBytes = 32;
constexpr qint64 revocationMs = 60'000; // longer than a handshake takes
constexpr std::size_t revocationsMax = 10'000;

const QByteArrayView mePrefix = "me:", storePrefix = "store:", chatPrefix = "chat:";

template <class T>
QByteArray topicOf(QByteArrayView prefix, Id<T> id)
{
    return prefix.toByteArray() + id.uuid.toRfc4122();
}

QByteArray topicOf(Permission permission)
{
    return "admins:" + QByteArray(names::text(permission).latin1());
}

std::optional<Id<ChatRoom>> roomOf(const QByteArray &topic)
{
    if (!topic.startsWith(chatPrefix))
        return std::nullopt;
    return Id<ChatRoom>{QUuid::fromRfc4122(topic.sliced(chatPrefix.size()))};
}

// Who typed; told to the others only.
struct Typist
{
    Id<ChatRoom> roomId;
    Role role = Role::Buyer;

    FIELDS(Typist, FIELD(roomId), FIELD(role))
};

// What could not be done, with the client's own name for it.
struct Refused
{
    QString code;
    QString message;
    std::optional<QString> clientId;

    FIELDS(Refused, FIELD(code), FIELD(message), FIELD(clientId))
};

QByteArray refused(const Error &error, const std::optional<QString> &clientId, Instant now)
{
    const Refused words{names::text(error.code).toString().toUpper(), error.message, clientId};
    return json::bytes(LiveEvent{.kind = LiveKind::Error, .at = now, .data = {json::bytes(words)}});
}

// Ids begin with the time they were made.
Instant beganAt(Id<Session> session)
{
    return {qint64(quint64(session.uuid.data1) << 16 | session.uuid.data2)};
}

auto unauthenticated()
{
    return failure(ErrorCode::Unauthenticated, QStringLiteral("Sign in first."));
}

} // namespace

// A socket and who sits at it.
struct Hub::Speaker
{
    ConnectionId id;
    Caller caller;
    QList<QByteArray> topics; // the first is the one that was asked for
    Line line;
};

struct Hub::State
{
    struct Ticket
    {
        Caller caller;
        Instant until;
    };
    struct Revocation
    {
        Id<Account> account;
        std::optional<Id<Session>> session;
        Instant at;
    };

    explicit State(const Limits &hubLimits)
        : limits(hubLimits)
        , topics(Ids::below(Topics::epochs), hubLimits.keptPerTopic, hubLimits.topics)
    {}

    int connectionsOf(Id<Account> account) const
    {
        return int(std::count_if(speakers.begin(), speakers.end(),
                                 [&](const auto &each) { return each.caller.id == account; }));
    }

    // A session may end between the handshake and the opened socket. Sessions that began later are meant by none.
    bool isRevoked(const Caller &caller) const
    {
        return std::any_of(revocations.begin(), revocations.end(), [&](const Revocation &each) {
            return each.account == caller.id && beganAt(caller.sessionId) <= each.at &&
                   (!each.session || each.session == caller.sessionId);
        });
    }

    const Limits limits;
    mutable std::mutex mutex;
    Topics topics;
    QHash<ConnectionId, Speaker> speakers;
    QHash<QByteArray, Ticket> tickets;
    std::deque<Revocation> revocations;
    ConnectionId lastId = 0;
};

Hub::Hub(const Clock &clock, auth::Service &auth, chat::Service &chat)
    : Hub(clock, auth, chat, Limits{})
{}

Hub::Hub(const Clock &clock, auth::Service &, chat::Service &chat, const Limits &limits)
    : m_clock(clock)
    , m_chat(chat)
    , m_state(std::make_unique<State>(limits))
{}

Hub::~Hub() = default;

Result<LiveTicket> Hub::issueTicket(const Caller &caller)
{
    const Instant now = m_clock.now();
    const QByteArray ticket = Ids::secret(ticketBytes);
    const std::lock_guard lock(m_state->mutex);
    if (m_state->tickets.size() >= m_state->limits.tickets)
        m_state->tickets.removeIf([&](const auto &each) { return each.value().until <= now; });
    if (m_state->tickets.size() >= m_state->limits.tickets)
        return failure(ErrorCode::Unavailable, QStringLiteral("Too many tickets are waiting to be used."));
    Caller holder = caller;
    holder.repeat = nullptr; // it belongs to this call
    m_state->tickets.insert(ticket, {holder, now.after(ticketMs)});
    return LiveTicket{QString::fromLatin1(ticket), now.after(ticketMs)};
}

Result<Caller> Hub::redeemTicket(QByteArrayView ticket)
{
    const std::lock_guard lock(m_state->mutex);
    const auto found = m_state->tickets.find(ticket.toByteArray());
    if (found == m_state->tickets.end())
        return unauthenticated();
    const State::Ticket held = *found;
    m_state->tickets.erase(found);
    if (held.until <= m_clock.now())
        return unauthenticated();
    return held.caller;
}

Result<QByteArray> Hub::admit(const Caller &caller, QByteArrayView path)
{
    if (!caller.known)
        return unauthenticated();
    if (path == "/ws/me")
        return topicOf(mePrefix, caller.id);
    if (caller.limited)
        return failure(ErrorCode::ProfileIncomplete, QStringLiteral("Complete your profile first."));
    if (path == "/ws/store") {
        if (caller.role != Role::Vendor || !caller.vendorId)
            return failure(ErrorCode::Forbidden, QStringLiteral("Only vendors have a store."));
        return topicOf(storePrefix, *caller.vendorId);
    }
    constexpr QByteArrayView rooms = "/ws/chat/";
    if (!path.startsWith(rooms))
        return notFound(QLatin1StringView("feed"));
    const auto room = Id<ChatRoom>::parse(QString::fromLatin1(path.sliced(rooms.size())));
    MUST(m_chat.joinRoom(caller, room));
    return topicOf(chatPrefix, room);
}

ConnectionId Hub::join(const Caller &caller, const QByteArray &topic, qint64 after, Line line)
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->isRevoked(caller)) {
        line.close(sessionEnded, "session ended");
        return 0;
    }
    if (m_state->connectionsOf(caller.id) >= m_state->limits.connectionsPerAccount) {
        line.close(tooManyConnections, "too many connections");
        return 0;
    }
    Speaker speaker{++m_state->lastId, caller, {topic}, std::move(line)};
    speaker.caller.repeat = nullptr;
    if (caller.isAdmin() && topic.startsWith(mePrefix)) {
        // Admins hear of what they may act on.
        for (std::size_t i = 1; i < namesOf(Permission::None).names.size(); ++i)
            if (caller.may(Permission(i)))
                speaker.topics += topicOf(Permission(i));
    }
    for (const QByteArray &each : speaker.topics)
        m_state->topics.listen(each, speaker.id);

    // Sent under the lock, so that what is missed comes before what is new.
    const auto hello = [&](LiveKind kind, qint64 sequence) {
        speaker.line.send(json::bytes(LiveEvent{sequence, kind, m_clock.now(), {"{}"}}));
    };
    const auto missed = m_state->topics.since(speaker.topics, after);
    if (after <= 0)
        hello(LiveKind::Welcome, m_state->topics.newest());
    else if (!missed)
        hello(LiveKind::Resync, m_state->topics.newest());
    else
        hello(LiveKind::Welcome, 0);
    if (after > 0 && missed) {
        for (const QByteArray &text : *missed)
            speaker.line.send(text);
    }
    const ConnectionId id = speaker.id;
    m_state->speakers.insert(id, std::move(speaker));
    return id;
}

void Hub::leave(ConnectionId connection)
{
    const std::lock_guard lock(m_state->mutex);
    const auto found = m_state->speakers.find(connection);
    if (found == m_state->speakers.end())
        return;
    for (const QByteArray &topic : found->topics)
        m_state->topics.leave(topic, connection);
    m_state->speakers.erase(found);
}

void Hub::hear(ConnectionId connection, const QByteArray &text)
{
    std::optional<Speaker> speaker;
    {
        const std::lock_guard lock(m_state->mutex);
        const auto found = m_state->speakers.constFind(connection);
        if (found == m_state->speakers.cend())
            return;
        speaker = *found;
    }
    const Result<LiveRequest> request = json::parse<LiveRequest>(text);
    if (!request)
        return speaker->line.send(refused(request.error(), std::nullopt, m_clock.now()));
    if (const Result<> done = obey(*speaker, *request); !done)
        speaker->line.send(refused(done.error(), request->clientId, m_clock.now()));
}

Result<> Hub::obey(const Speaker &speaker, const LiveRequest &request)
{
    if (request.verb == LiveVerb::Ping) {
        speaker.line.send(json::bytes(LiveEvent{.kind = LiveKind::Pong, .at = m_clock.now(), .data = {"{}"}}));
        return {};
    }
    const auto room = roomOf(speaker.topics.constFirst());
    if (!room)
        return refusal(QStringLiteral("verb"), QStringLiteral("is for chat rooms only"));
    switch (request.verb) {
    case LiveVerb::Send: {
        if (!request.clientId || request.clientId->isEmpty())
            return refusal(QStringLiteral("client_id"), QStringLiteral("is required"));
        const SendMessage wish{.clientId = *request.clientId, .content = request.content.value_or(QString())};
        MUST(m_chat.sendMessage(speaker.caller, *room, wish));
        return {};
    }
    case LiveVerb::Read:
        return m_chat.readMessages(speaker.caller, *room, {Id<ChatMessage>::parse(request.upTo.value_or(QString()))});
    case LiveVerb::Typing: return relayTyping(speaker);
    case LiveVerb::Ping: break;
    }
    return {};
}

// Not kept and not numbered: who was away has missed nothing.
Result<> Hub::relayTyping(const Speaker &speaker)
{
    const QByteArray &topic = speaker.topics.constFirst();
    const QByteArray text = json::bytes(LiveEvent{.kind = LiveKind::Typing,
                                                  .at = m_clock.now(),
                                                  .data = {json::bytes(Typist{*roomOf(topic), speaker.caller.role})}});
    const std::lock_guard lock(m_state->mutex);
    for (const ConnectionId listener : m_state->topics.listeners(topic)) {
        const auto other = m_state->speakers.constFind(listener);
        if (other != m_state->speakers.cend() && other->caller.id != speaker.caller.id)
            other->line.send(text);
    }
    return {};
}

void Hub::tell(const QByteArray &topic, LiveKind kind, const Json &data)
{
    const std::lock_guard lock(m_state->mutex);
    const Topics::Said said = m_state->topics.say(topic, {.kind = kind, .at = m_clock.now(), .data = data});
    for (const ConnectionId listener : said.listeners) {
        const auto speaker = m_state->speakers.constFind(listener);
        if (speaker != m_state->speakers.cend())
            speaker->line.send(said.text);
    }
}

void Hub::tellAccount(Id<Account> account, LiveKind kind, const Json &data)
{
    tell(topicOf(mePrefix, account), kind, data);
}

void Hub::tellStore(Id<Vendor> vendor, LiveKind kind, const Json &data)
{
    tell(topicOf(storePrefix, vendor), kind, data);
}

void Hub::tellAdmins(Permission permission, LiveKind kind, const Json &data)
{
    Q_ASSERT(permission != Permission::None);
    tell(topicOf(permission), kind, data);
}

void Hub::tellRoom(Id<ChatRoom> room, LiveKind kind, const Json &data)
{
    tell(topicOf(chatPrefix, room), kind, data);
}

void Hub::hangUp(const SessionsRevoked &event)
{
    const Instant now = m_clock.now();
    const std::lock_guard lock(m_state->mutex);
    std::deque<State::Revocation> &known = m_state->revocations;
    while (!known.empty() && (known.front().at.after(revocationMs) <= now || known.size() >= revocationsMax))
        known.pop_front();
    known.push_back({event.accountId, event.sessionId, now});
    for (const Speaker &speaker : std::as_const(m_state->speakers))
        if (speaker.caller.id == event.accountId && m_state->isRevoked(speaker.caller))
            speaker.line.close(sessionEnded, "session ended");
}

int Hub::connections() const
{
    const std::lock_guard lock(m_state->mutex);
    return int(m_state->speakers.size());
}

} // namespace live
