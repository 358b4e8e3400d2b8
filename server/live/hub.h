#pragma once

// The rooms of open WebSockets. News comes from reactions after the commit, is numbered and kept for a while, so that a
// client that was away says how far it had come and gets the rest, or is told to read everything anew (NOTIF-12…15,
// NOTIF-21). The hub knows nothing of sockets: server/http carries the bytes.

#include "server/core/caller.h"
#include "server/core/clock.h"
#include "shared/base/result.h"
#include "shared/contract/auth.h"
#include "shared/contract/live.h"

#include <functional>
#include <memory>

struct ChatRoom;

namespace auth {
class Service;
}
namespace chat {
class Service;
}

namespace live {

// How a socket is reached. Both may be called from any thread and must not block.
struct Line
{
    std::function<void(const QByteArray &text)> send;
    std::function<void(int code, const QByteArray &reason)> close; // after everything that was sent
};

using ConnectionId = quint64;

constexpr int sessionEnded = 4401; // close code; the client has to sign in again
constexpr int tooManyConnections = 4429;

class Hub
{
public:
    struct Limits
    {
        int keptPerTopic = 256;
        int topics = 20'000;
        int connectionsPerAccount = 20;
        int tickets = 10'000;
    };

    Hub(const Clock &clock, auth::Service &auth, chat::Service &chat);
    Hub(const Clock &clock, auth::Service &auth, chat::Service &chat, const Limits &limits);
    ~Hub();

    // The entry of the contract: a pass for one WebSocket, good for 30 seconds and once.
    Result<LiveTicket> issueTicket(const Caller &caller);
    // Who holds the ticket; it is used up.
    Result<Caller> redeemTicket(QByteArrayView ticket);

    // Whether the caller may open this path ("/ws/me", "/ws/store", "/ws/chat/<room>"); asked before the handshake.
    Result<QByteArray> admit(const Caller &caller, QByteArrayView path);

    // A socket is open. after: the last sequence that this client has seen; 0: nothing yet.
    ConnectionId join(const Caller &caller, const QByteArray &topic, qint64 after, Line line);
    void hear(ConnectionId connection, const QByteArray &text);
    void leave(ConnectionId connection);

    // News for one account, one store, the admins with a permission or one chat room; called by the reactions.
    void tellAccount(Id<Account> account, LiveKind kind, const Json &data);
    void tellStore(Id<Vendor> vendor, LiveKind kind, const Json &data);
    void tellAdmins(Permission permission, LiveKind kind, const Json &data);
    void tellRoom(Id<ChatRoom> room, LiveKind kind, const Json &data);

    void hangUp(const SessionsRevoked &event);
    int connections() const;

private:
    struct State;
    struct Speaker;

    void tell(const QByteArray &topic, LiveKind kind, const Json &data);
    Result<> obey(const Speaker &speaker, const LiveRequest &request);
    Result<> relayTyping(const Speaker &speaker);

    const Clock &m_clock;
    chat::Service &m_chat;
    std::unique_ptr<State> m_state;
};

} // namespace live
