#include "server/http/loop.h"

// The opening of a WebSocket: who asks is known, and allowed to listen, before the handshake is answered.
namespace http {

namespace {

constexpr QByteArrayView tokenPrefix = "bearer.";

struct Offer
{
    QByteArrayView token; // browsers cannot set Authorization, but they can offer "bearer.<token>"
    bool hasOurs = false;
};

Offer offerOf(QByteArrayView protocols)
{
    Offer offer;
    while (!protocols.isEmpty()) {
        const qsizetype comma = protocols.indexOf(',');
        const QByteArrayView one = (comma < 0 ? protocols : protocols.first(comma)).trimmed();
        if (one.startsWith(tokenPrefix))
            offer.token = one.sliced(tokenPrefix.size());
        offer.hasOurs |= one == QByteArrayView(Sockets::protocol.data(), Sockets::protocol.size());
        protocols = comma < 0 ? QByteArrayView() : protocols.sliced(comma + 1);
    }
    return offer;
}

QByteArrayView queryValue(QByteArrayView query, QByteArrayView key)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView pair = end < 0 ? query : query.first(end);
        if (pair.size() > key.size() && pair.startsWith(key) && pair[key.size()] == '=')
            return pair.sliced(key.size() + 1);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return {};
}

// What QWebSocketServer gets to see: nothing but what the handshake needs.
QByteArray plainHandshake(const Head &head, QByteArrayView path, bool choosesProtocol)
{
    QByteArray out = "GET ";
    out += path;
    out += " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: ";
    out += head.value("sec-websocket-key");
    out += "\r\n";
    if (choosesProtocol)
        out += "Sec-WebSocket-Protocol: " + QByteArray(Sockets::protocol.data(), Sockets::protocol.size()) + "\r\n";
    return out;
}

bool isKey(QByteArrayView key)
{
    constexpr qsizetype nonceBytes = 16;
    const auto decoded = QByteArray::fromBase64Encoding(key.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == nonceBytes;
}

} // namespace

std::optional<Error> Loop::readHandshake(const FrontSocket &socket, Call &call, Visit &visit)
{
    const Head &head = socket.head();
    const Offer offer = offerOf(head.value("sec-websocket-protocol"));
    if (auto refused = m_chain.admitSocket(head, {socket.peer(), socket.peerText()}, offer.token, call))
        return refused;
    if (head.value("sec-websocket-version") != "13" || !isKey(head.value("sec-websocket-key")))
        return Error{ErrorCode::MalformedRequest, QStringLiteral("This is not a handshake of RFC 6455.")};
    if (const QByteArrayView ticket = queryValue(head.query, "ticket"); !call.caller.known && !ticket.isEmpty()) {
        const Result<Caller> holder = m_share.sockets.redeem(ticket);
        if (!holder)
            return holder.error();
        if (auto refused = m_chain.networkRefusal(*holder, call.caller.ip))
            return refused;
        const QByteArray requestId = call.caller.requestId;
        const QString ip = call.caller.ip;
        call.caller = *holder;
        call.caller.requestId = requestId;
        call.caller.ip = ip;
    }
    if (!call.caller.known)
        return Error{ErrorCode::Unauthenticated, QStringLiteral("Please sign in.")};
    visit.after = queryValue(head.query, "after").toByteArray().toLongLong();
    visit.head = plainHandshake(head, head.path, offer.hasOurs);
    return std::nullopt;
}

void Loop::upgrade(FrontSocket &socket)
{
    const auto call = std::shared_ptr<Call>(socket.takeCall());
    const Address address{m_front, socket.number(), socket.sequence()};
    Visit visit;
    std::optional<Error> refused;
    if (!m_share.sockets.admit)
        refused = Error{ErrorCode::NotFound, QStringLiteral("There is nothing at this address.")};
    if (!refused)
        refused = readHandshake(socket, *call, visit);
    if (!refused && m_share.reads == ReadLane::Pooled && !m_share.workers.reserve())
        refused = Error{ErrorCode::Unavailable, QStringLiteral("The server is busy. Please try again.")};
    if (refused)
        return open(address, *call, {}, refused);
    visit.caller = call->caller;
    auto job = [this, address, call, visit = std::move(visit)] { decide(address, call, visit); };
    m_share.reads == ReadLane::Pooled ? m_share.workers.run(WorkerPool::Job(std::move(job))) : job();
}

// On a worker when the host's answer may take a while.
void Loop::decide(const Address &address, std::shared_ptr<Call> call, Visit visit)
{
    std::optional<Error> refused;
    try {
        Result<QByteArray> topic = m_share.sockets.admit(call->caller, call->path);
        if (topic)
            visit.topic = *topic;
        else
            refused = topic.error();
    } catch (const std::exception &fault) {
        qCritical("%s %s %s", call->caller.requestId.constData(), call->path.constData(), fault.what());
        refused = Error{.message = QStringLiteral("Something went wrong on our side.")};
    }
    QMetaObject::invokeMethod(
        m_front, [this, address, call, visit, refused] { open(address, *call, visit, refused); }, Qt::QueuedConnection);
}

void Loop::open(const Address &address, const Call &call, Visit visit, const std::optional<Error> &refused)
{
    FrontSocket *socket = m_front->socket(address.connection);
    if (!socket || socket->sequence() != address.sequence)
        return;
    if (!refused)
        return m_sockets.adopt(socket->handOver(), std::move(visit));
    Reply reply = envelope::refusal(call, *refused);
    socket->endWith(address.sequence, finish(call, reply));
}

} // namespace http
