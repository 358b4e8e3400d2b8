#pragma once

// The other end of a WebSocket that was written by an enemy: a real handshake, then frames as they must not come.

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

class EvilLine : public QObject
{
public:
    enum class Head { Whole, Endless };
    struct Mode
    {
        const char *name;
        Head head = Head::Whole;
        QByteArray first = {}; // after the handshake
        QByteArray again = {}; // as fast as it is taken
        bool isDeaf = false;   // takes nothing of what is said to it
    };
    Mode mode{.name = "silent"};
    int calls = 0;

    EvilLine()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] { receive(m_server.nextPendingConnection()); });
    }
    quint16 port() const { return m_server.serverPort(); }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port())); }

    // An unmasked frame as servers send them; the opcode is that of RFC 6455.
    static QByteArray frame(int first, const QByteArray &payload)
    {
        QByteArray out(1, char(first));
        if (payload.size() < 126)
            out += char(payload.size());
        else
            out += QByteArray("\x7e", 1) + char(payload.size() >> 8) + char(payload.size() & 0xff);
        return out + payload;
    }

    static QList<Mode> modes()
    {
        const QByteArray news = "{\"sequence\":0,\"kind\":\"notice\",\"at\":\"2026-11-20T09:00:00.000Z\",\"data\":{}}";
        return {
            {.name = "line: endless head", .head = Head::Endless, .again = QByteArray(10'000, 'y')},
            {.name = "line: flood of news", .again = frame(0x81, news).repeated(500)},
            {.name = "line: flood of nothing", .again = frame(0x81, {}).repeated(20'000)},
            {.name = "line: flood of pings", .again = frame(0x89, "x").repeated(20'000), .isDeaf = true},
            {.name = "line: flood of pongs", .again = frame(0x8a, "x").repeated(20'000)},
            {.name = "line: two gigabytes",
             .first = QByteArray("\x81\x7f\x00\x00\x00\x00\x80\x00\x00\x00", 10),
             .again = QByteArray(100'000, 'x')},
            {.name = "line: endless message", .first = frame(0x01, "{"), .again = frame(0x00, QByteArray(1000, ' '))},
            {.name = "line: not UTF-8", .first = frame(0x81, "\xff\xfe"), .again = frame(0x81, "\xff")},
            {.name = "line: unknown frames", .again = frame(0x8b, "x").repeated(1000)}};
    }

private:
    static constexpr qint64 aheadMax = 1 << 20;

    void receive(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray head = socket->readAll();
            if (socket->property("answered").toBool())
                return;
            socket->setProperty("answered", true);
            ++calls;
            socket->write(greeting(head) + mode.first);
            if (mode.isDeaf) {
                socket->setReadBufferSize(1);
                disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
            }
            if (mode.again.isEmpty())
                return;
            auto *timer = new QTimer(socket);
            connect(timer, &QTimer::timeout, socket, [this, socket] {
                while (socket->write(mode.again) > 0 && socket->bytesToWrite() < aheadMax)
                    ;
            });
            timer->start(0);
        });
    }

    QByteArray greeting(const QByteArray &head) const
    {
        static const QRegularExpression named(QStringLiteral("Sec-WebSocket-Key: (\\S+)"),
                                              QRegularExpression::CaseInsensitiveOption);
        const QByteArray key = named.match(QString::fromLatin1(head)).captured(1).toLatin1();
        const QByteArray accept =
            QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
               "Sec-WebSocket-Accept: " +
               accept + (mode.head == Head::Endless ? "\r\nX-Again: " : "\r\n\r\n");
    }

    QTcpServer m_server;
};
