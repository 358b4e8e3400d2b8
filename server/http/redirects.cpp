#include "server/http/redirects.h"

#include "server/core/crypto.h"

namespace http {

Redirects::Redirects(LoopShare &share, QList<QByteArray> hosts, QByteArray target, int listening)
    : m_share(share)
    , m_wire(Wire::Transport::Plain)
    , m_hosts(std::move(hosts))
    , m_target(std::move(target))
    , m_front(new FrontServer(share.front, *this, m_noProxies, m_noTls))
    , m_door(doorOf(m_front, listening))
{}

void Redirects::begin(Call &call) const
{
    constexpr int randomBytes = 8;
    call.startedNs = steadyNs();
    call.time = m_share.clock.now();
    call.caller.requestId = crypto::random(randomBytes).toHex();
    call.lastOnConnection = true;
}

Reply Redirects::answerTo(const Head &head, const Call &call) const
{
    if (!isHostAllowed(m_hosts, head.value("host")))
        return envelope::refusal(
            call, Error{ErrorCode::MalformedRequest, QStringLiteral("This server does not answer to this name.")});
    // 308 keeps the method, so that a form is not turned into a question.
    Reply reply{.status = 308};
    reply.headers = "Location: " + m_target + head.path.toByteArray();
    if (!head.query.isNull())
        reply.headers += '?' + head.query.toByteArray();
    reply.headers += "\r\n";
    return reply;
}

Admission Redirects::admit(FrontSocket &socket)
{
    begin(socket.call());
    socket.call().headOnly = socket.head().method == "HEAD";
    socket.call().refusal = answerTo(socket.head(), socket.call());
    return {};
}

void Redirects::serve(FrontSocket &socket)
{
    const std::unique_ptr<Call> call = socket.takeCall();
    socket.endWith(socket.sequence(), m_wire.pack(*call, *call->refusal));
}

void Redirects::upgrade(FrontSocket &socket)
{
    admit(socket);
    serve(socket);
}

Outgoing Redirects::refusal(int status, const FrontSocket &, const Call *)
{
    Call call;
    begin(call);
    Reply reply = envelope::refusal(Error{refusalCode(status), QString::fromLatin1(reasonOf(status)) + u'.'}, call.time,
                                    call.caller.requestId);
    reply.status = status;
    return m_wire.pack(call, reply);
}

} // namespace http
