#pragma once

// Looks at what a WebSocket client sends before Qt reads it. RFC 6455, 5.1: a client masks every frame, and a server
// closes the connection when it does not; Qt takes both.

#include <QByteArrayView>
#include <QTcpSocket>

#include <functional>

namespace http {

// Follows the heads of the frames in a stream of bytes, however it is cut.
class FrameHeads
{
public:
    // False from the first frame on that is not masked.
    bool follow(QByteArrayView bytes);

private:
    enum class Awaits { Kind, Length, LongLength, Payload };

    bool takeHeadByte(quint8 byte);

    Awaits m_awaits = Awaits::Kind;
    int m_lengthBytesLeft = 0;
    quint64 m_length = 0;
    quint64 m_payloadLeft = 0; // with the mask before it
    bool m_isFine = true;
};

// Born before whoever reads the socket connects to it, so that it is the first to see what arrives. It takes away what
// follows on a breach, and everything after that.
class FrameWatch : public QObject
{
    Q_OBJECT

public:
    explicit FrameWatch(QTcpSocket *socket);

    // From here on the bytes are frames; those that are there already count. To be called after the reader has
    // connected.
    void begin(std::function<void()> onBreach);

private:
    void look();

    QTcpSocket *m_socket;
    FrameHeads m_heads;
    std::function<void()> m_onBreach; // empty: not begun
    qint64 m_seen = 0;                // bytes that were looked at and that the reader has left in the socket
    bool m_isBroken = false;
};

} // namespace http
