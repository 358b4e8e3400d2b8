#include "server/http/sockets.h"

#include "server/core/pools.h"
#include "server/http/chain.h"
#include "server/http/framewatch.h"

#include <QNetworkRequest>
#include <QPointer>
#include <QWebSocket>

namespace http {

namespace {

constexpr qint64 nsPerMs = 1'000'000;
constexpr qint64 msPerSecond = 1000;
constexpr std::size_t lettersMax = 100'000;
constexpr int pendingMax = 1000;

enum CloseCode { GoingAway = 1001, BrokenRules = 1002, WrongKind = 1003, TooMuch = 1008, TryLater = 1013 };

qint64 steadyMs()
{
    return steadyNs() / nsPerMs;
}

} // namespace

Sockets::Sockets(const Limits &limits, const SocketHost &host, WorkerPool &workers)
    : m_limits(limits)
    , m_host(host)
    , m_workers(workers)
    , m_server(QStringLiteral("kabaadwala"), QWebSocketServer::NonSecureMode)
{
    m_mailbox->owner = this;
    m_server.setSupportedSubprotocols({protocol});
    m_server.setMaxPendingConnections(pendingMax);
    connect(&m_server, &QWebSocketServer::newConnection, this, &Sockets::welcome);
    connect(&m_heartbeat, &QTimer::timeout, this, &Sockets::beat);
    m_heartbeat.start(limits.socketPingMs);
}

Sockets::~Sockets()
{
    {
        const std::lock_guard lock(m_mailbox->mutex);
        m_mailbox->owner = nullptr;
    }
    while (!m_open.empty())
        end(m_open.begin()->first);
}

void Sockets::adopt(FrontSocket::Handover connection, Visit visit)
{
    QTcpSocket *inner = connection.socket;
    const quint64 number = m_nextNumber++;
    // The handshake is given back to the socket, where QWebSocketServer expects it.
    const QByteArray bytes = visit.head + "X-Front-Id: " + QByteArray::number(number) + "\r\n\r\n" + connection.pending;
    for (qsizetype i = bytes.size() - 1; i >= 0; --i)
        inner->ungetChar(bytes[i]);
    inner->setReadBufferSize(4 * std::max(m_limits.socketFrameBytes, m_limits.readBufferBytes));
    // Pongs are answered by Qt without a limit: a client that sends pings and never reads would fill our memory.
    connect(inner, &QTcpSocket::readyRead, inner, [inner, most = m_limits.socketUnsentBytes] {
        if (inner->bytesToWrite() > most)
            inner->abort();
    });
    connect(inner, &QObject::destroyed, this, [this, number] { m_expected.erase(number); });
    auto *watch = new FrameWatch(inner);
    m_expected.emplace(number, Expected{std::move(visit), std::move(connection.seat), watch, inner});
    m_server.handleConnection(inner);
}

void Sockets::welcome()
{
    while (QWebSocket *socket = m_server.nextPendingConnection()) {
        const quint64 number = socket->request().rawHeader("X-Front-Id").toULongLong();
        const auto it = m_expected.find(number);
        if (it == m_expected.end()) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        Expected expected = std::move(it->second);
        m_expected.erase(it);
        begin(number, socket, std::move(expected));
    }
}

void Sockets::begin(quint64 number, QWebSocket *socket, Expected expected)
{
    socket->setMaxAllowedIncomingFrameSize(quint64(m_limits.socketFrameBytes));
    socket->setMaxAllowedIncomingMessageSize(quint64(m_limits.socketMessageBytes));
    Open open{.socket = socket, .seat = std::move(expected.seat)};
    open.tokensMs = m_limits.socketBurst * msPerSecond;
    open.tokensAtMs = steadyMs();
    m_open.emplace(number, std::move(open));
    connect(socket, &QWebSocket::disconnected, this, [this, number] { end(number); });
    connect(socket, &QWebSocket::textMessageReceived, this, [this, number](const QString &t) { heard(number, t); });
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [socket] { socket->close(QWebSocketProtocol::CloseCode(WrongKind)); });
    connect(socket, &QWebSocket::pong, this, [this, number] { m_open.at(number).isAlive = true; });

    SocketLine line{
        .send =
            [mailbox = m_mailbox, number](const QByteArray &text) {
                post(mailbox, {number, text});
            },
        .close =
            [mailbox = m_mailbox, number](int code, const QByteArray &reason) {
                post(mailbox, {number, reason, code});
            },
    };
    const quint64 connection =
        m_host.join(expected.visit.caller, expected.visit.topic, expected.visit.after, std::move(line));
    m_open.at(number).connection = connection;
    // Last: it looks at once at what came with the handshake, and a breach ends the socket like any other.
    expected.watch->begin([socket, inner = expected.inner] {
        socket->close(QWebSocketProtocol::CloseCode(BrokenRules), QStringLiteral("a frame is not masked"));
        inner->disconnectFromHost(); // after the goodbye; nothing that such a client says is waited for
    });
}

void Sockets::post(const std::shared_ptr<Mailbox> &mailbox, Letter letter)
{
    const std::lock_guard lock(mailbox->mutex);
    if (!mailbox->owner || mailbox->isOverfull)
        return;
    mailbox->isOverfull = mailbox->letters.size() >= lettersMax;
    mailbox->letters.push_back(std::move(letter));
    if (mailbox->letters.size() == 1)
        QMetaObject::invokeMethod(mailbox->owner, &Sockets::empty, Qt::QueuedConnection);
}

void Sockets::empty()
{
    std::vector<Letter> letters;
    bool wasOverfull = false;
    {
        const std::lock_guard lock(m_mailbox->mutex);
        letters.swap(m_mailbox->letters);
        wasOverfull = std::exchange(m_mailbox->isOverfull, false);
    }
    // Whoever missed something must not believe to have everything: clients come back and ask for the rest.
    if (wasOverfull)
        return closeAll(TryLater, "behind");
    for (const Letter &letter : letters) {
        const auto it = m_open.find(letter.socket);
        if (it == m_open.end())
            continue;
        const QPointer<QWebSocket> socket = it->second.socket;
        if (letter.closeCode != 0) {
            socket->close(QWebSocketProtocol::CloseCode(letter.closeCode), QString::fromUtf8(letter.text));
        } else if (socket->bytesToWrite() > m_limits.socketUnsentBytes) {
            socket->abort();
        } else {
            socket->sendTextMessage(QString::fromUtf8(letter.text));
            if (socket)
                socket->flush();
        }
    }
}

// Tokens in thousandths, so that the refill needs no fractions.
bool Sockets::mayTalk(Open &open)
{
    const qint64 now = steadyMs();
    open.tokensMs = std::min(m_limits.socketBurst * msPerSecond,
                             open.tokensMs + (now - open.tokensAtMs) * m_limits.socketMessagesPerSecond);
    open.tokensAtMs = now;
    open.tokensMs -= msPerSecond;
    return open.tokensMs >= 0;
}

void Sockets::heard(quint64 number, const QString &text)
{
    Open &open = m_open.at(number);
    open.isAlive = true;
    if (!mayTalk(open) || open.waiting.size() >= m_limits.socketWaiting) {
        open.socket->close(QWebSocketProtocol::CloseCode(TooMuch), QStringLiteral("too many messages"));
        return;
    }
    open.waiting += text.toUtf8();
    if (!open.isHearing)
        hearNext(number);
}

void Sockets::hearNext(quint64 number)
{
    const auto it = m_open.find(number);
    if (it == m_open.end())
        return;
    Open &open = it->second;
    open.isHearing = !open.waiting.isEmpty();
    if (!open.isHearing)
        return;
    auto job = [this, number, mailbox = m_mailbox, connection = open.connection, text = open.waiting.takeFirst()] {
        try {
            m_host.hear(connection, text);
        } catch (const std::exception &fault) {
            qCritical("socket %llu: %s", static_cast<unsigned long long>(connection), fault.what());
        }
        const std::lock_guard lock(mailbox->mutex);
        if (mailbox->owner)
            QMetaObject::invokeMethod(
                this, [this, number] { hearNext(number); }, Qt::QueuedConnection);
    };
    if (!m_workers.offer(WorkerPool::Job(std::move(job))))
        open.socket->close(QWebSocketProtocol::CloseCode(TryLater), QStringLiteral("busy"));
}

void Sockets::end(quint64 number)
{
    const auto it = m_open.find(number);
    if (it == m_open.end())
        return;
    Open open = std::move(it->second);
    m_open.erase(it);
    open.socket->disconnect(this);
    open.socket->deleteLater();
    m_host.leave(open.connection);
}

void Sockets::beat()
{
    std::vector<QWebSocket *> silent;
    for (auto &[number, open] : m_open) {
        if (!std::exchange(open.isAlive, false))
            silent.push_back(open.socket);
        else
            open.socket->ping();
    }
    for (QWebSocket *socket : silent)
        socket->abort();
}

void Sockets::closeAll(int code, const QByteArray &reason)
{
    std::vector<QPointer<QWebSocket>> sockets;
    for (const auto &[number, open] : m_open)
        sockets.emplace_back(open.socket);
    for (const QPointer<QWebSocket> &socket : sockets)
        if (socket)
            socket->close(QWebSocketProtocol::CloseCode(code), QString::fromUtf8(reason));
}

} // namespace http
