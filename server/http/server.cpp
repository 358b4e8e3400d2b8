#include "server/http/server.h"

#include "server/core/epoll.h"
#include "server/http/redirects.h"
#include "server/http/tls.h"

#include <QDeadlineTimer>
#include <QSemaphore>

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace http {

// An I/O thread. Its loop object is built and taken down inside it, because Qt's sockets belong to their thread.
class Server::Thread : public QThread
{
public:
    // plain: where it leads to the encrypted port; -1: this thread does not
    Thread(LoopShare &share, const ServerOptions &options, int listening, int plain)
        : m_share(share)
        , m_options(options)
        , m_listening(listening)
        , m_plain(plain)
    {
        setEventDispatcher(new EpollDispatcher);
        start();
        m_started.acquire();
    }
    ~Thread() override
    {
        quit();
        wait();
    }

    // False also when the thread does not say so in time: a handler may hang on it.
    bool isIdle(int patienceMs)
    {
        struct Answer
        {
            QSemaphore given;
            bool isIdle = false;
        };
        const auto answer = std::make_shared<Answer>();
        tell([answer](Loop &loop) {
            answer->isIdle = loop.isIdle();
            answer->given.release();
        });
        return answer->given.tryAcquire(1, patienceMs) && answer->isIdle;
    }

    template <class Work>
    void tell(Work work)
    {
        QMetaObject::invokeMethod(
            m_loop->context(), [loop = m_loop, work] { work(*loop); }, Qt::QueuedConnection);
    }

protected:
    void run() override
    {
        Loop loop(m_share, m_options.policy, m_listening);
        m_loop = &loop;
        std::optional<Redirects> redirects;
        if (m_plain >= 0)
            redirects.emplace(m_share, m_options.policy.hosts, m_options.redirectTarget, m_plain);
        m_started.release();
        exec();
    }

private:
    LoopShare &m_share;
    const ServerOptions &m_options;
    const int m_listening;
    const int m_plain;
    Loop *m_loop = nullptr;
    QSemaphore m_started;
};

namespace {

struct Endpoint4Or6
{
    sockaddr_storage bytes{};
    socklen_t size = 0;
};

std::optional<Endpoint4Or6> endpointOf(const QString &address, quint16 port)
{
    const QHostAddress host(address);
    Endpoint4Or6 out;
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&out.bytes);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        v4->sin_addr.s_addr = htonl(host.toIPv4Address());
        out.size = sizeof *v4;
    } else if (host.protocol() == QAbstractSocket::IPv6Protocol) {
        auto *v6 = reinterpret_cast<sockaddr_in6 *>(&out.bytes);
        const Q_IPV6ADDR raw = host.toIPv6Address();
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        std::memcpy(&v6->sin6_addr, &raw, sizeof raw);
        out.size = sizeof *v6;
    } else {
        return std::nullopt;
    }
    return out;
}

quint16 portOf(int descriptor)
{
    sockaddr_storage bytes{};
    socklen_t size = sizeof bytes;
    if (::getsockname(descriptor, reinterpret_cast<sockaddr *>(&bytes), &size) != 0)
        return 0;
    return ntohs(bytes.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 *>(&bytes)->sin6_port
                                             : reinterpret_cast<sockaddr_in *>(&bytes)->sin_port);
}

} // namespace

Server::Server(const Router &router, const Clock &clock, prometheus::Registry &registry, Readiness &readiness,
               ServerOptions options)
    : m_router(router)
    , m_clock(clock)
    , m_registry(registry)
    , m_readiness(readiness)
    , m_options(std::move(options))
{}

Server::~Server()
{
    constexpr int lastCallMs = 2'000;
    stop(lastCallMs);
    takeDown();
}

Result<int> Server::listenOn(quint16 port) const
{
    constexpr int backlog = 4096;
    const auto endpoint = endpointOf(m_options.address, port);
    if (!endpoint)
        return failure(ErrorCode::ValidationFailed, QStringLiteral("%1 is not an address.").arg(m_options.address));
    const auto *address = reinterpret_cast<const sockaddr *>(&endpoint->bytes);
    const int listening = ::socket(address->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (listening >= 0 && ::bind(listening, address, endpoint->size) == 0 && ::listen(listening, backlog) == 0)
        return listening;
    const QString reason = QString::fromLocal8Bit(std::strerror(errno));
    if (listening >= 0)
        ::close(listening);
    return failure(ErrorCode::Unavailable,
                   QStringLiteral("Cannot listen on %1:%2: %3").arg(m_options.address).arg(port).arg(reason));
}

Result<> Server::start()
{
    std::optional<QSslConfiguration> tls;
    if (!m_options.certificatePath.isEmpty()) {
        LET(loaded, loadTls(m_options.certificatePath, m_options.keyPath, m_options.tlsFloor));
        tls = loaded;
    }
    LET(listening, listenOn(m_options.port));
    m_listening = listening;
    m_port = portOf(m_listening);
    int plain = -1;
    if (!m_options.redirectTarget.isEmpty() && tls) {
        LET(opened, listenOn(m_options.redirectPort));
        plain = opened;
        m_redirectPort = portOf(plain);
    }
    if (m_options.logDescriptor >= 0)
        m_log = std::make_unique<AccessLog>(m_options.logDescriptor, m_options.logFormat);
    const int cores = std::max(1, QThread::idealThreadCount());
    const int heavyThreads = m_options.heavyThreads > 0 ? m_options.heavyThreads : std::max(1, cores - 1);
    constexpr int hashNiceness = 10; // who signs in can wait a moment longer than who is inside
    const int hashThreads = m_options.hashThreads > 0 ? m_options.hashThreads : std::max(1, cores / 2);
    m_share.reset(new LoopShare{
        .router = m_router,
        .clock = m_clock,
        .session = m_options.session,
        .sockets = m_options.sockets,
        .proxies = Proxies(m_options.trustedProxies),
        .reads = m_options.reads,
        .tls = tls,
        .transport = tls || m_options.isBehindTls ? Wire::Transport::Encrypted : Wire::Transport::Plain,
        .log = m_log.get(),
        .front = FrontShare(m_options.limits),
        .limiter = {},
        .traffic = Traffic(m_registry, m_router),
        .workers = WorkerPool(WorkerPool::forWrites(m_options.workers)),
        .heavy = WorkerPool({.threads = heavyThreads, .waitingMax = m_options.heavyQueue}),
        .hashes = WorkerPool({.threads = hashThreads, .waitingMax = m_options.hashQueue, .niceness = hashNiceness})});
    // One descriptor for all threads: with one each, the kernel would go on giving connections to a busy one.
    const std::lock_guard lock(m_threadsMutex);
    for (int i = 0; i < (m_options.threads > 0 ? m_options.threads : cores); ++i)
        m_threads.push_back(
            std::make_unique<Thread>(*m_share, m_options, ::dup(m_listening), std::exchange(plain, -1)));
    return {};
}

void Server::apply(const Policy &policy)
{
    const std::lock_guard lock(m_threadsMutex);
    for (const auto &thread : m_threads)
        thread->tell([policy](Loop &loop) { loop.apply(policy); });
}

bool Server::stop(int deadlineMs)
{
    if (m_threads.empty())
        return true;
    m_readiness.close();
    if (m_listening >= 0)
        ::close(std::exchange(m_listening, -1));
    for (const auto &thread : m_threads)
        thread->tell([](Loop &loop) { loop.drain(); });
    if (waitIdle(deadlineMs)) {
        takeDown();
        return true;
    }
    m_share->workers.dropWaiting();
    m_share->heavy.dropWaiting();
    m_share->hashes.dropWaiting();
    if (m_log)
        m_log->flush();
    return false;
}

void Server::takeDown()
{
    if (!m_share)
        return;
    // The pools finish before the threads end, so that no job posts its reply to a thread that is gone.
    m_share->workers.close();
    m_share->heavy.close();
    m_share->hashes.close();
    {
        const std::lock_guard lock(m_threadsMutex);
        m_threads.clear();
    }
    m_share.reset();
    m_log.reset();
}

bool Server::waitIdle(int deadlineMs)
{
    constexpr int pollMs = 5;
    constexpr int breathMs = 100; // also without any patience an idle thread is given time to say that it is idle
    const QDeadlineTimer deadline(deadlineMs);
    const auto isIdle = [&](const auto &thread) {
        return thread->isIdle(int(std::max<qint64>(breathMs, deadline.remainingTime())));
    };
    QSemaphore never;
    while (!std::all_of(m_threads.begin(), m_threads.end(), isIdle)) {
        if (deadline.hasExpired())
            return false;
        never.tryAcquire(1, pollMs);
    }
    return true;
}

} // namespace http
