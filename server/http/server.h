#pragma once

// The whole web front: I/O threads, worker pools and what they share. Built and started by market and main:
//
//   http::Server server(router, clock, registry, readiness, options);
//   MUST(server.start());
//   …
//   readiness.open(); // when the rest runs too
//   …
//   server.stop(deadlineMs);

#include "server/http/loop.h"
#include "server/http/readiness.h"

#include <QThread>

#include <mutex>

namespace http {

struct ServerOptions
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8080;  // 0: any free one
    int threads = 0;      // 0: one per core
    int workers = 64;     // writers mostly wait for the group commit; with fewer the groups would stay small
    int heavyThreads = 0; // 0: one less than cores
    int heavyQueue = 64;  // heavy requests that may wait
    int hashThreads = 0;  // 0: half as many as cores
    int hashQueue = 16;   // sign-ins that may wait
    Limits limits = {};
    Policy policy = {};
    QStringList trustedProxies = {};
    QString certificatePath = {}; // empty: no TLS
    QString keyPath = {};
    TlsFloor tlsFloor = TlsFloor::Tls12;
    bool isBehindTls = false;       // a proxy before us encrypts
    quint16 redirectPort = 0;       // of plain HTTP that only leads to redirectTarget; 0: any free one
    QByteArray redirectTarget = {}; // "https://market.example"; empty: there is no such port
    ReadLane reads = ReadLane::Inline;
    Chain::Session session = {};
    SocketHost sockets = {};
    int logDescriptor = -1; // of the access log; -1: none
    LogFormat logFormat = LogFormat::Text;
};

class Server
{
public:
    Server(const Router &router, const Clock &clock, prometheus::Registry &registry, Readiness &readiness,
           ServerOptions options);
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    // Fails when the address is taken or the certificate cannot be loaded.
    Result<> start();
    quint16 port() const { return m_port; }
    quint16 redirectPort() const { return m_redirectPort; }

    // Takes effect for the next request of every connection.
    void apply(const Policy &policy);

    // Turns new work away, lets what runs finish and says goodbye to the WebSockets. False: the deadline came first.
    // Then what waited was dropped, and what runs may run for ever: end the process, or wait for it in the destructor.
    bool stop(int deadlineMs);

private:
    class Thread;

    Result<int> listenOn(quint16 port) const; // the descriptor
    bool waitIdle(int deadlineMs);
    void takeDown();

    const Router &m_router;
    const Clock &m_clock;
    prometheus::Registry &m_registry;
    Readiness &m_readiness;
    const ServerOptions m_options;
    quint16 m_port = 0;
    quint16 m_redirectPort = 0;
    int m_listening = -1;
    std::unique_ptr<AccessLog> m_log;
    std::unique_ptr<LoopShare> m_share;
    std::mutex m_threadsMutex; // apply() comes from another thread than start() and stop()
    std::vector<std::unique_ptr<Thread>> m_threads;
};

} // namespace http
