#include "server/http/loop.h"

#include "server/core/crypto.h"
#include "server/core/db.h"

#include <QLoggingCategory>

namespace http {

namespace {

Q_LOGGING_CATEGORY(lcHttp, "http")

constexpr double secondsPerNs = 1e-9;
constexpr qint64 nsPerUs = 1000;

// "POST /api/v1/orders/<id>/cancel" whichever alias was used, so that a key means one call.
QByteArray canonicalPath(const Call &call)
{
    QByteArray out = QString(names::text(call.route->method)).toUpper().toLatin1() + ' ';
    qsizetype param = 0;
    for (const QByteArray &segment : call.route->path.split('/'))
        if (!segment.isEmpty())
            out += '/' + (segment.startsWith('{') ? call.params.value(param++) : segment);
    return out;
}

void prepareRepeat(Call &call)
{
    call.repeat.endpoint = canonicalPath(call);
    call.repeat.bodyHash = crypto::sha256(call.body);
    call.repeat.envelopeHead = QByteArray(envelope::head.data(), qsizetype(envelope::head.size()));
    call.repeat.envelopeTail = envelope::tail(call);
    call.caller.repeat = &call.repeat;
}

} // namespace

std::unique_ptr<Door> doorOf(FrontServer *front, int listening)
{
    if (!front->setSocketDescriptor(listening))
        qCCritical(lcHttp) << "cannot listen:" << front->errorString();
    front->setMaxPendingConnections(INT_MAX); // the census is the limit
    return std::make_unique<Door>(*front);
}

ErrorCode refusalCode(int status)
{
    switch (status) {
    case 408:
    case 503: return ErrorCode::Unavailable;
    case 413: return ErrorCode::PayloadTooLarge;
    default: return ErrorCode::MalformedRequest;
    }
}

Loop::Loop(LoopShare &share, Policy policy, int listening)
    : m_share(share)
    , m_wire(share.transport)
    , m_chain(share.router, share.clock, share.proxies, share.limiter, share.session, std::move(policy))
    , m_sockets(share.front.limits, m_share.sockets, share.workers)
    , m_front(new FrontServer(share.front, *this, share.proxies, share.tls))
    , m_door(doorOf(m_front, listening))
{}

Loop::~Loop() = default;

void Loop::drain()
{
    constexpr int goingAway = 1001;
    m_front->drain();
    m_sockets.closeAll(goingAway, "the server restarts");
}

Admission Loop::admit(FrontSocket &socket)
{
    Call &call = socket.call();
    m_chain.admit(socket.head(), {socket.peer(), socket.peerText()}, call);
    if (!call.route)
        return {};
    const bool isUpload = call.route->input == Route::Input::Upload;
    return {call.route->bodyMax, isUpload};
}

WorkerPool *Loop::poolOf(Lane lane)
{
    switch (lane) {
    case Lane::Read: return m_share.reads == ReadLane::Inline ? nullptr : &m_share.workers;
    case Lane::Write: return &m_share.workers;
    case Lane::Heavy: return &m_share.heavy;
    case Lane::Hash: return &m_share.hashes;
    }
    return nullptr;
}

void Loop::serve(FrontSocket &socket)
{
    std::unique_ptr<Call> call = socket.takeCall();
    const Address address{m_front, socket.number(), socket.sequence()};
    call->lastOnConnection = socket.servesLast();
    if (call->refusal)
        return socket.reply(address.sequence, finish(*call, *call->refusal));
    WorkerPool *pool = call->route->isPage ? nullptr : poolOf(call->route->lane);
    const bool stepsBack = call->route->stepsBack;
    if (stepsBack && isStrained())
        return turnAway(socket, address, *call);
    if (!pool)
        return socket.reply(address.sequence, answer(*call));
    if (!pool->reserve(stepsBack ? WorkerPool::Urgency::StepsBack : WorkerPool::Urgency::Normal))
        return turnAway(socket, address, *call);
    pool->run(WorkerPool::Job([this, address, call = std::move(call)] {
        Outgoing reply = answer(*call);
        // By number, never by pointer: the client may have left meanwhile.
        const auto deliver = [address, reply = std::move(reply)] {
            address.front->reply(address.connection, address.sequence, reply);
        };
        QMetaObject::invokeMethod(address.front, deliver, Qt::QueuedConnection);
    }));
}

// A loop that comes late has more to do than it can, whatever the queues say.
bool Loop::isStrained() const
{
    constexpr qint64 lateMs = 2'000;
    return m_front->lateMs() > lateMs;
}

void Loop::turnAway(FrontSocket &socket, const Address &address, const Call &call)
{
    Reply busy = envelope::refusal(call, Error{.code = ErrorCode::Unavailable,
                                               .message = QStringLiteral("The server is busy. Please try again."),
                                               .retryAfterSeconds = call.route->stepsBack ? 5 : 1});
    socket.reply(address.sequence, finish(call, busy));
}

Outgoing Loop::answer(Call &call) const
{
    Reply reply = handled(call);
    return finish(call, reply);
}

// The last stop of every fault of ours: the caller gets the request id, the log gets the rest.
Reply Loop::handled(Call &call) const
{
    try {
        if (call.route->repeat == Repeat::Keyed)
            prepareRepeat(call);
        return call.route->answer(call);
    } catch (const DbBusy &busy) {
        qCWarning(lcHttp).noquote() << call.caller.requestId << call.route->path << busy.what();
        return envelope::refusal(call, Error{.code = ErrorCode::Unavailable,
                                             .message = QStringLiteral("The server is busy. Please try again."),
                                             .retryAfterSeconds = 1});
    } catch (const std::exception &fault) {
        qCCritical(lcHttp).noquote() << call.caller.requestId << call.route->path << fault.what();
    } catch (...) {
        qCCritical(lcHttp).noquote() << call.caller.requestId << call.route->path << "an unknown exception";
    }
    return envelope::refusal(call, Error{.message = QStringLiteral("Something went wrong on our side. Please tell us "
                                                                   "the request id.")});
}

Outgoing Loop::finish(const Call &call, Reply &reply) const
{
    Outgoing out = m_wire.pack(call, reply);
    if (call.underway && call.underway->isRefused)
        return out; // it comes too late and is dropped; the refusal was counted
    const qint64 tookNs = steadyNs() - call.startedNs;
    m_share.traffic.count(call, reply.status, double(tookNs) * secondsPerNs);
    if (m_share.log && !(call.route && call.route->isPage))
        m_share.log->add({.call = call,
                          .status = reply.status,
                          .bytes = out.bytes.size() + out.fileSize,
                          .tookUs = tookNs / nsPerUs});
    return out;
}

Outgoing Loop::refusal(int status, const FrontSocket &socket, const Call *known)
{
    Call anonymous;
    const Arrival arrival{socket.peer(), socket.peerText()};
    if (!known)
        m_chain.identify(nullptr, &arrival, anonymous);
    anonymous.lastOnConnection = true;
    const Call &call = known ? *known : anonymous;
    Reply reply = envelope::refusal(Error{refusalCode(status), QString::fromLatin1(reasonOf(status)) + u'.'}, call.time,
                                    call.caller.requestId);
    reply.status = status;
    if (known)
        reply.headers += "Connection: close\r\n";
    return finish(call, reply);
}

} // namespace http
