#pragma once

// A server that answers with any bytes, whole, dripping or without an end, over a real socket and over TLS if it is
// given a certificate. evilModes() is what a hostile one may do to a console (facts/security.md, S17).

#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

class EvilServer : public QObject
{
public:
    QByteArray answer;
    QByteArray drip; // sent again and again after the answer
    int dripMs = 2;  // 0: as fast as it is taken
    bool hangsUp = false;
    QList<QByteArray> heard;

    EvilServer()
        : m_server(std::make_unique<QTcpServer>())
    {
        listen();
    }
    explicit EvilServer(const QSslConfiguration &tls)
    {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(tls);
        m_server = std::move(server);
        m_isEncrypted = true;
        listen();
    }

    quint16 port() const { return m_server->serverPort(); }
    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const
    {
        const QString scheme = m_isEncrypted ? QStringLiteral("https") : QStringLiteral("http");
        return QUrl(QStringLiteral("%1://%2:%3").arg(scheme, host).arg(port()));
    }
    // One JSON document with 200 OK, which a real server would send.
    void sayJson(const QByteArray &body) { answer = reply(body, "application/json"); }
    static QByteArray reply(const QByteArray &body, const QByteArray &type)
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) +
               "\r\n\r\n" + body;
    }

private:
    static constexpr qint64 aheadMax = 1 << 20; // or an endless answer would fill our own memory

    void listen()
    {
        m_server->listen(QHostAddress::LocalHost);
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
                [this] { receive(m_server->nextPendingConnection()); });
    }

    void receive(QTcpSocket *socket)
    {
        if (!socket)
            return;
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_isPouring = false;
            socket->deleteLater();
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(*socket); });
        if (socket->bytesAvailable() > 0) // what came with the end of the handshake
            hear(*socket);
    }

    void hear(QTcpSocket &socket)
    {
        heard += socket.readAll();
        if (!drip.isEmpty() && std::exchange(m_isPouring, true))
            return;
        socket.write(answer);
        if (hangsUp)
            socket.disconnectFromHost();
        if (drip.isEmpty())
            return;
        auto *timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [this, &socket] { pour(socket); });
        timer->start(dripMs);
    }

    void pour(QTcpSocket &socket)
    {
        while (socket.write(drip) > 0 && dripMs == 0 && socket.bytesToWrite() < aheadMax)
            ;
    }

    std::unique_ptr<QTcpServer> m_server;
    bool m_isEncrypted = false;
    bool m_isPouring = false;
};

struct EvilMode
{
    const char *name;
    QByteArray answer = {};
    QByteArray drip = {};
    int dripMs = 0;
    bool hangsUp = false;
    const char *said = ""; // what the user is told of it
    bool isSlow = false;   // ends only at the deadline
};

namespace evil {

inline const QByteArray okay = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
inline constexpr const char *late = "The server did not answer in time.";
inline constexpr const char *giant = "The answer is too large.";
inline constexpr const char *broken = "The connection broke off.";
inline constexpr const char *unreadable = "The server's answer cannot be read.";
inline constexpr const char *misled = "The server sends to another place, which is not followed.";
inline constexpr int large = 4'000'000; // just below what an answer may have

inline QList<EvilMode> endless()
{
    return {{.name = "accepts and hangs", .said = late, .isSlow = true},
            {.name = "hangs in the head", .answer = "HTTP/1.1 200 OK\r\nX-A: ", .said = late, .isSlow = true},
            {.name = "drips",
             .answer = okay + "Content-Length: 9999\r\n\r\n",
             .drip = "x",
             .dripMs = 200,
             .said = late,
             .isSlow = true},
            {.name = "endless head",
             .answer = okay,
             .drip = "X-Again: " + QByteArray(1000, 'y') + "\r\n",
             .said = late,
             .isSlow = true},
            {.name = "endless header",
             .answer = okay + "X-Again: ",
             .drip = QByteArray(10'000, 'y'),
             .said = late,
             .isSlow = true},
            {.name = "endless body", .answer = okay + "\r\n", .drip = QByteArray(100'000, 'x'), .said = giant},
            {.name = "endless chunks",
             .answer = okay + "Transfer-Encoding: chunked\r\n\r\n",
             .drip = "2710\r\n" + QByteArray(10'000, 'x') + "\r\n",
             .said = giant}};
}

inline QList<EvilMode> misleading()
{
    const auto redirect = [](const QByteArray &status, const QByteArray &to) {
        return "HTTP/1.1 " + status + " No\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
    };
    // Sixty megabytes of nothing are a few thousand bytes on the way.
    const QByteArray packed = qCompress(QByteArray(60'000'000, ' '), 9).mid(4);
    return {{.name = "announced giant", .answer = okay + "Content-Length: 999999999999\r\n\r\n", .said = giant},
            {.name = "packed giant",
             .answer = okay + "Content-Encoding: deflate\r\nContent-Length: " + QByteArray::number(packed.size()) +
                       "\r\n\r\n" + packed,
             .said = giant},
            {.name = "redirects to a file", .answer = redirect("302", "file:///etc/passwd"), .said = misled},
            {.name = "redirects to elsewhere", .answer = redirect("307", "http://127.0.0.2:1/x"), .said = misled},
            {.name = "redirects for ever", .answer = redirect("302", "/api/v1/x"), .said = misled},
            {.name = "a web page",
             .answer = EvilServer::reply("<html><body>Welcome to the hotel</body></html>", "text/html; charset=utf-8"),
             .said = "This answer does not come from a Kabaadwala server."}};
}

inline QList<EvilMode> malformed()
{
    const auto data = [](const QByteArray &data) {
        return EvilServer::reply("{\"success\":true,\"data\":" + data, "application/json");
    };
    return {{.name = "cut off",
             .answer = okay + "Content-Length: 500\r\n\r\n{\"success\"",
             .hangsUp = true,
             .said = broken},
            {.name = "not HTTP", .answer = "SSH-2.0-OpenSSH_9.2\r\n", .hangsUp = true, .said = broken},
            {.name = "half a document", .answer = data("["), .said = unreadable},
            {.name = "deep", .answer = data(QByteArray(large, '[')), .said = unreadable},
            {.name = "wide", .answer = data("[0" + QByteArray(",0").repeated(large / 2) + "]}"), .said = unreadable},
            {.name = "one long text", .answer = data("\"" + QByteArray(large, ' ') + "\"}"), .said = unreadable},
            {.name = "wrong types", .answer = data("{\"id\":[7]},\"meta\":0}"), .said = unreadable}};
}

} // namespace evil

inline QList<EvilMode> evilModes()
{
    return evil::endless() + evil::misleading() + evil::malformed();
}
