#include "server/http/frontserver.h"

#include <QDir>
#include <QPointer>
#include <QSslSocket>
#include <QTemporaryFile>

#include <ctime>
#include <sys/socket.h>
#include <unistd.h>

namespace http {

namespace {

qint64 steadyMs()
{
    timespec time;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

void turnAway(qintptr descriptor)
{
    // For whom there is no room there is no request either; nothing here can be sniffed, framed or kept.
    constexpr std::string_view full =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nCache-Control: no-store\r\n"
        "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\n"
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
        "Content-Length: 0\r\nConnection: close\r\n\r\n";
    [[maybe_unused]] const auto sent = ::send(int(descriptor), full.data(), full.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    ::close(int(descriptor));
}

// A file of an upload that counts itself.
class UploadFile : public QTemporaryFile
{
public:
    UploadFile(const QString &name, std::atomic<int> &count)
        : QTemporaryFile(name)
        , m_count(count)
    {
        setAutoRemove(false); // the call removes it by its path
    }
    ~UploadFile() override
    {
        --m_count;
        if (isOpen()) // the upload was broken off
            remove();
    }

private:
    std::atomic<int> &m_count;
};

} // namespace

FrontServer::FrontServer(FrontShare &share, Desk &desk, const Proxies &proxies,
                         const std::optional<QSslConfiguration> &tls)
    : m_share(share)
    , m_desk(desk)
    , m_proxies(proxies)
    , m_tls(tls)
    , m_nowMs(steadyMs())
{
    connect(&m_timer, &QTimer::timeout, this, &FrontServer::tick);
    m_timer.start(share.limits.tickMs);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &FrontServer::nextTurn);
    // Without free descriptors Qt stops accepting for ever.
    constexpr int pauseMs = 100;
    connect(this, &QTcpServer::acceptError, this,
            [this] { QTimer::singleShot(pauseMs, this, &QTcpServer::resumeAccepting); });
}

FrontServer::~FrontServer()
{
    // The sockets say goodbye to the map; they must do so while it is there.
    while (!m_sockets.empty())
        delete m_sockets.begin()->second;
}

void FrontServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *inner = m_tls ? new QSslSocket : new QTcpSocket;
    if (!inner->setSocketDescriptor(descriptor)) {
        delete inner;
        ::close(int(descriptor));
        return;
    }
    const auto kind = m_proxies.contains(inner->peerAddress()) ? Census::Kind::Proxy : Census::Kind::Subscriber;
    auto seat = m_share.census.admit(inner->peerAddress(), kind);
    if (!seat) {
        turnAway(::dup(int(descriptor)));
        delete inner;
        return;
    }
    if (m_tls)
        static_cast<QSslSocket *>(inner)->setSslConfiguration(*m_tls);
    inner->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    inner->setReadBufferSize(m_share.limits.readBufferBytes);
    const quint64 number = m_nextNumber++;
    m_sockets.emplace(number, new FrontSocket(*this, inner, number, std::move(*seat)));
}

void FrontServer::reply(quint64 connection, quint64 sequence, const Outgoing &reply)
{
    if (FrontSocket *known = socket(connection))
        known->reply(sequence, reply);
}

FrontSocket *FrontServer::socket(quint64 connection) const
{
    const auto it = m_sockets.find(connection);
    return it == m_sockets.end() ? nullptr : it->second;
}

// Not by a posted event: Qt goes on with those until there are none, so whoever has sent a thousand requests in advance
// would be served with all of them before anybody else is heard.
void FrontServer::letWait(quint64 connection)
{
    m_waiting.push_back(connection);
    if (!m_turn.isActive())
        m_turn.start(0);
}

void FrontServer::nextTurn()
{
    for (const quint64 connection : std::exchange(m_waiting, {}))
        if (FrontSocket *known = socket(connection))
            known->goOn();
}

std::unique_ptr<QFile> FrontServer::openUpload()
{
    if (++m_share.uploads > m_share.limits.uploads) {
        --m_share.uploads;
        return nullptr;
    }
    const QString folder = m_share.limits.uploadFolder.isEmpty() ? QDir::tempPath() : m_share.limits.uploadFolder;
    auto file = std::make_unique<UploadFile>(folder + QStringLiteral("/upload-XXXXXX"), m_share.uploads);
    return file->open() ? std::move(file) : nullptr;
}

void FrontServer::tick()
{
    const qint64 nowMs = steadyMs();
    m_lateMs = nowMs - m_nowMs - m_share.limits.tickMs;
    m_nowMs = nowMs;
    // An abort only unhooks the socket; it is deleted later, so the map stays as it is.
    for (const auto &[number, socket] : m_sockets)
        socket->tick(m_nowMs);
}

void FrontServer::drain()
{
    close();
    for (const auto &[number, socket] : m_sockets)
        socket->closeWhenIdle();
}

int FrontServer::busy() const
{
    return int(std::count_if(m_sockets.begin(), m_sockets.end(), [](const auto &e) { return e.second->isBusy(); }));
}

} // namespace http
