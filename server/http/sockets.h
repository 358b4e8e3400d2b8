#pragma once

// The WebSockets of one I/O thread: bytes in, bytes out, limits and heartbeat. What is said on them is the host's
// business.

#include "server/http/frontsocket.h"
#include "shared/base/result.h"

#include <QTimer>
#include <QWebSocketServer>

#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

class QWebSocket;
class WorkerPool;

namespace http {

class FrameWatch;

// How a socket is reached. Both may be called from any thread, also after the socket has gone.
struct SocketLine
{
    std::function<void(const QByteArray &text)> send;
    std::function<void(int code, const QByteArray &reason)> close; // after everything that was sent
};

// Who speaks on the sockets; market.cpp ties this to live::Hub. Everything may be called from several threads.
struct SocketHost
{
    // The holder of a one-time ticket, which is used up.
    std::function<Result<Caller>(QByteArrayView ticket)> redeem;
    // Before the handshake: the topic behind the path, or why not. May go to the database.
    std::function<Result<QByteArray>(const Caller &caller, QByteArrayView path)> admit;
    // Open. after: the last sequence that the client has seen. Returns the host's name for the socket.
    std::function<quint64(const Caller &caller, const QByteArray &topic, qint64 after, SocketLine line)> join;
    // A text of the client, one after the other per socket, on a worker thread.
    std::function<void(quint64 connection, const QByteArray &text)> hear;
    std::function<void(quint64 connection)> leave;
};

// A socket whose opening was allowed.
struct Visit
{
    Caller caller;
    QByteArray topic;
    qint64 after = 0;
    QByteArray head; // of the handshake, as QWebSocketServer is to see it; without its last empty line
};

class Sockets : public QObject
{
    Q_OBJECT

public:
    // A client that has to put its token into the protocols also offers this one, and it is the one that is chosen.
    static constexpr QLatin1StringView protocol{"kabaadwala"};

    Sockets(const Limits &limits, const SocketHost &host, WorkerPool &workers);
    ~Sockets() override;

    void adopt(FrontSocket::Handover connection, Visit visit);
    void closeAll(int code, const QByteArray &reason);

private:
    // What other threads want to be sent, collected so that a burst costs one event of this thread's loop.
    struct Letter
    {
        quint64 socket;
        QByteArray text;
        int closeCode = 0;
    };
    struct Mailbox
    {
        std::mutex mutex;
        std::vector<Letter> letters;
        bool isOverfull = false;
        Sockets *owner = nullptr; // null when the thread has ended
    };
    struct Expected
    {
        Visit visit;
        Census::Seat seat;
        FrameWatch *watch; // a child of the inner socket
        QTcpSocket *inner;
    };
    struct Open
    {
        QWebSocket *socket;
        Census::Seat seat;
        quint64 connection = 0; // the host's name for it
        qint64 tokensMs = 0;
        qint64 tokensAtMs = 0;
        bool isAlive = true; // something came since the last ping
        bool isHearing = false;
        QList<QByteArray> waiting;
    };

    static void post(const std::shared_ptr<Mailbox> &mailbox, Letter letter);
    void empty();
    void welcome();
    void begin(quint64 number, QWebSocket *socket, Expected expected);
    void heard(quint64 number, const QString &text);
    void hearNext(quint64 number);
    void end(quint64 number);
    void beat();
    bool mayTalk(Open &open);

    const Limits &m_limits;
    const SocketHost &m_host;
    WorkerPool &m_workers;
    QTimer m_heartbeat;
    quint64 m_nextNumber = 1;
    std::unordered_map<quint64, Expected> m_expected;
    std::unordered_map<quint64, Open> m_open;
    // Shared with the lines that the host keeps, which may outlive this thread.
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
    QWebSocketServer m_server; // last, because its sockets sign off from m_expected when they end with it
};

} // namespace http
