#pragma once

// Accepts connections on one I/O thread and watches their deadlines. Built in the thread it works in.

#include "server/http/desk.h"
#include "server/http/frontsocket.h"
#include "server/http/peers.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <atomic>
#include <unordered_map>
#include <vector>

namespace http {

// What the I/O threads share.
struct FrontShare
{
    explicit FrontShare(const Limits &limits)
        : limits(limits)
        , census(limits.connections, limits.connectionsPerIp)
    {}

    const Limits limits;
    Census census;
    std::atomic<int> uploads = 0;
};

class FrontServer : public QTcpServer
{
    Q_OBJECT

public:
    FrontServer(FrontShare &share, Desk &desk, const Proxies &proxies, const std::optional<QSslConfiguration> &tls);
    ~FrontServer() override;

    const Limits &limits() const { return m_share.limits; }
    Desk &desk() { return m_desk; }
    qint64 nowMs() const { return m_nowMs; }
    qint64 lateMs() const { return m_lateMs; } // how long the loop's last tick had to wait for its turn

    // By number, so that a reply that comes after its client has left finds nobody. In this thread only.
    void reply(quint64 connection, quint64 sequence, const Outgoing &reply);
    FrontSocket *socket(quint64 connection) const;

    // Lets this connection go on with its next request after everybody else had a turn.
    void letWait(quint64 connection);

    void introduce(FrontSocket *socket) { addPendingConnection(socket); }
    void forget(quint64 connection) { m_sockets.erase(connection); }
    std::unique_ptr<QFile> openUpload(); // null: too many, or the disk is full

    void drain(); // no new connections; the others close after their reply
    int busy() const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void tick();
    void nextTurn();

    FrontShare &m_share;
    Desk &m_desk;
    const Proxies &m_proxies;
    const std::optional<QSslConfiguration> &m_tls;
    std::unordered_map<quint64, FrontSocket *> m_sockets;
    quint64 m_nextNumber = 1;
    qint64 m_nowMs = 0;
    qint64 m_lateMs = 0;
    QTimer m_timer;
    QTimer m_turn;
    std::vector<quint64> m_waiting; // for the next turn of the loop
};

} // namespace http
