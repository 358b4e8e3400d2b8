#include "server/http/frontsocket.h"

#include "server/http/frontserver.h"

#include <QSslSocket>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace http {

namespace {

// Who does not take a reply is cut off hard: the kernel would go on keeping it for them long after we have forgotten
// the connection, and count it on nobody.
void cut(QTcpSocket &socket)
{
    const int descriptor = int(socket.socketDescriptor());
    int untaken = 0;
    if (::ioctl(descriptor, SIOCOUTQ, &untaken) == 0 && untaken > 0) {
        const linger none{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    }
    socket.abort();
}

} // namespace

FrontSocket::FrontSocket(FrontServer &server, QTcpSocket *inner, quint64 number, Census::Seat seat)
    : QTcpSocket(&server)
    , m_server(server)
    , m_inner(inner)
    , m_number(number)
    , m_seat(std::move(seat))
    , m_peer(inner->peerAddress())
    , m_peerText(textOf(m_peer))
    , m_body(BodyReader::ofLength(0))
{
    inner->setParent(this);
    setPeerAddress(m_peer);
    setPeerPort(inner->peerPort());
    setSocketState(ConnectedState);
    setOpenMode(ReadWrite);
    connect(inner, &QTcpSocket::disconnected, this, &FrontSocket::gone);
    connect(inner, &QTcpSocket::readyRead, this, &FrontSocket::pump);
    connect(inner, &QTcpSocket::bytesWritten, this, &FrontSocket::wrote);
    become(State::Idle, server.limits().headMs);
    startTls();
}

FrontSocket::~FrontSocket()
{
    m_server.forget(m_number);
}

void FrontSocket::startTls()
{
    auto *secure = qobject_cast<QSslSocket *>(m_inner);
    if (!secure)
        return;
    become(State::Handshake, m_server.limits().handshakeMs);
    connect(secure, &QSslSocket::encrypted, this, [this] { become(State::Idle, m_server.limits().headMs); });
    secure->startServerEncryption();
}

bool FrontSocket::isEncrypted() const
{
    return qobject_cast<QSslSocket *>(m_inner) != nullptr;
}

bool FrontSocket::servesLast() const
{
    return m_head.wantsClose || m_closesAfterReply || m_served + 1 >= m_server.limits().requestsPerConnection;
}

bool FrontSocket::isBusy() const
{
    return m_state == State::Body || m_state == State::Busy || m_state == State::Sending ||
           (m_inner && m_inner->bytesToWrite() > 0);
}

void FrontSocket::become(State state, int deadlineMs)
{
    m_state = state;
    m_deadlineMs = m_server.nowMs() + deadlineMs;
}

void FrontSocket::gone()
{
    if (m_state == State::Gone)
        return;
    m_state = State::Gone;
    setSocketState(UnconnectedState);
    setOpenMode(NotOpen);
    // Qt deletes the sockets it knows, but never inside its own handler.
    if (m_isKnownToQt)
        Q_EMIT disconnected();
    else
        deleteLater();
}

void FrontSocket::tick(qint64 nowMs)
{
    if (!m_inner || m_state == State::Gone)
        return;
    const bool isSending = m_inner->bytesToWrite() > 0;
    if (isSending && nowMs - m_lastProgressMs > m_server.limits().unsentMs)
        return cut(*m_inner);
    if (nowMs < m_deadlineMs || m_state == State::Sending || (m_state == State::Idle && isSending))
        return;
    switch (m_state) {
    case State::Head:
    case State::Body: return refuse(408);
    case State::Busy: return refuse(503);
    default: cut(*m_inner);
    }
}

void FrontSocket::closeWhenIdle()
{
    m_closesAfterReply = true;
    if (m_state == State::Idle && m_inner->bytesToWrite() == 0)
        m_inner->disconnectFromHost();
}

std::unique_ptr<Call> FrontSocket::takeCall()
{
    m_underway = std::make_shared<Underway>();
    m_underway->route = m_call->route;
    m_underway->method = m_call->method;
    m_underway->path = m_call->path;
    m_underway->requestId = m_call->caller.requestId;
    m_underway->ip = m_call->caller.ip;
    m_underway->time = m_call->time;
    m_underway->startedNs = m_call->startedNs;
    m_call->underway = m_underway;
    return std::move(m_call);
}

// The handler keeps the call; what a refusal says of it is known here.
void FrontSocket::takeBack()
{
    m_call = std::make_unique<Call>();
    m_call->route = m_underway->route;
    m_call->method = m_underway->method;
    m_call->path = m_underway->path;
    m_call->caller.requestId = m_underway->requestId;
    m_call->caller.ip = m_underway->ip;
    m_call->time = m_underway->time;
    m_call->startedNs = m_underway->startedNs;
    m_underway->isRefused = true;
}

void FrontSocket::refuse(int status)
{
    if (!m_call && m_underway)
        takeBack();
    const Outgoing reply = m_server.desk().refusal(status, *this, m_call.get());
    ++m_sequence; // a handler that still runs must not answer a second time
    sendLast(reply);
}

// The client may still be sending. Closing at once would make its system throw our reply away, so we stop sending and
// go on reading for a moment.
void FrontSocket::sendLast(const Outgoing &reply)
{
    m_call.reset();
    m_in.clear();
    m_lingerLeft = m_server.limits().lingerBytes;
    m_lastProgressMs = m_server.nowMs();
    become(State::Closing, m_server.limits().lingerMs);
    m_inner->write(reply.bytes);
    m_inner->flush();
    if (m_state == State::Closing && m_inner->bytesToWrite() == 0)
        shutDownSending();
}

void FrontSocket::shutDownSending()
{
    if (isEncrypted())
        m_inner->disconnectFromHost();
    else
        ::shutdown(int(m_inner->socketDescriptor()), SHUT_WR);
}

void FrontSocket::reply(quint64 sequence, const Outgoing &reply)
{
    if (m_state != State::Busy || sequence != m_sequence || !m_inner)
        return;
    m_underway.reset();
    if (m_inner->bytesToWrite() == 0)
        m_lastProgressMs = m_server.nowMs();
    m_closesAfterReply = servesLast();
    if (reply.filePath.isEmpty()) {
        if (m_closesAfterReply)
            return sendLast(reply);
        become(State::Idle, m_server.limits().idleMs);
        m_inner->write(reply.bytes);
        m_inner->flush();
        return finishReply();
    }
    m_file = std::make_unique<QFile>(reply.filePath);
    m_fileLeft = reply.fileSize;
    if (!m_file->open(QFile::ReadOnly | QFile::Unbuffered) || !m_file->seek(reply.fileOffset))
        return m_inner->abort();
    become(State::Sending, 0);
    m_inner->write(reply.bytes);
    sendMore();
}

void FrontSocket::endWith(quint64 sequence, const Outgoing &last)
{
    m_closesAfterReply = true;
    reply(sequence, last);
}

void FrontSocket::finishReply()
{
    if (m_state == State::Gone)
        return;
    constexpr qsizetype keptBytes = 64 * 1024;
    if (m_in.isEmpty() && m_in.capacity() > keptBytes)
        m_in = {};
    // Never from inside the handler: the next request waits for the next turn of the loop.
    if (!m_in.isEmpty() || m_inner->bytesAvailable() > 0)
        m_server.letWait(m_number);
}

// Keeps only a bounded part of a file in memory, however slowly the client reads.
void FrontSocket::sendMore()
{
    constexpr qint64 pieceBytes = 128 * 1024;
    while (m_fileLeft > 0 && m_state == State::Sending && m_inner->bytesToWrite() < m_server.limits().unsentBytes) {
        const QByteArray piece = m_file->read(std::min(pieceBytes, m_fileLeft));
        if (piece.isEmpty()) // the promised length cannot be kept any more
            return m_inner->abort();
        m_fileLeft -= piece.size();
        m_inner->write(piece);
    }
    if (m_fileLeft > 0 || m_state != State::Sending)
        return;
    m_file.reset();
    if (m_closesAfterReply)
        return sendLast({});
    become(State::Idle, m_server.limits().idleMs);
    finishReply();
}

void FrontSocket::wrote()
{
    m_lastProgressMs = m_server.nowMs();
    switch (m_state) {
    case State::Sending: return sendMore();
    case State::Closing:
        if (m_inner->bytesToWrite() == 0)
            shutDownSending();
        return;
    case State::Idle:
        if (m_closesAfterReply && m_inner->bytesToWrite() == 0)
            m_inner->disconnectFromHost();
        else if (!m_in.isEmpty() || m_inner->bytesAvailable() > 0)
            m_server.letWait(m_number);
        return;
    default: return;
    }
}

FrontSocket::Handover FrontSocket::handOver()
{
    Handover out{m_inner, m_in, std::move(m_seat)};
    m_inner->disconnect(this);
    m_inner->setParent(nullptr);
    m_inner = nullptr;
    gone();
    return out;
}

qint64 FrontSocket::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_forQt.size() - m_forQtAt;
}

qint64 FrontSocket::bytesToWrite() const
{
    return m_inner ? m_inner->bytesToWrite() : 0;
}

void FrontSocket::disconnectFromHost()
{
    if (m_inner)
        m_inner->disconnectFromHost();
}

qint64 FrontSocket::readData(char *target, qint64 size)
{
    const qint64 taken = std::min<qint64>(size, m_forQt.size() - m_forQtAt);
    std::copy_n(m_forQt.constData() + m_forQtAt, std::max<qint64>(taken, 0), target);
    m_forQtAt += taken;
    return taken;
}

// Qt has nothing to say to the client; replies go through reply().
qint64 FrontSocket::writeData(const char *, qint64 size)
{
    return size;
}

} // namespace http
