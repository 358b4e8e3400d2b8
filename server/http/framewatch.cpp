#include "server/http/framewatch.h"

#include <algorithm>

namespace http {

namespace {

constexpr quint8 maskBit = 0x80;
constexpr quint8 lengthBits = 0x7f;
constexpr quint8 twoBytesFollow = 126;
constexpr quint8 eightBytesFollow = 127;
constexpr quint64 maskBytes = 4;

} // namespace

bool FrameHeads::follow(QByteArrayView bytes)
{
    while (m_isFine && !bytes.isEmpty()) {
        if (m_awaits == Awaits::Payload) {
            const qsizetype skipped = qsizetype(std::min<quint64>(m_payloadLeft, quint64(bytes.size())));
            m_payloadLeft -= quint64(skipped);
            bytes = bytes.sliced(skipped);
            if (m_payloadLeft == 0)
                m_awaits = Awaits::Kind;
        } else {
            m_isFine = takeHeadByte(quint8(bytes.front()));
            bytes = bytes.sliced(1);
        }
    }
    return m_isFine;
}

bool FrameHeads::takeHeadByte(quint8 byte)
{
    switch (m_awaits) {
    case Awaits::Kind: m_awaits = Awaits::Length; return true;
    case Awaits::Length:
        m_length = byte & lengthBits;
        m_lengthBytesLeft = m_length == twoBytesFollow ? 2 : m_length == eightBytesFollow ? 8 : 0;
        m_awaits = m_lengthBytesLeft > 0 ? Awaits::LongLength : Awaits::Payload;
        if (m_lengthBytesLeft > 0)
            m_length = 0;
        m_payloadLeft = m_length + maskBytes;
        return (byte & maskBit) != 0;
    case Awaits::LongLength:
        m_length = (m_length << 8) | byte;
        if (--m_lengthBytesLeft == 0)
            m_awaits = Awaits::Payload;
        m_payloadLeft = m_length + maskBytes;
        return true;
    case Awaits::Payload: break;
    }
    return true;
}

FrameWatch::FrameWatch(QTcpSocket *socket)
    : QObject(socket)
    , m_socket(socket)
{
    connect(socket, &QTcpSocket::readyRead, this, &FrameWatch::look);
}

void FrameWatch::begin(std::function<void()> onBreach)
{
    m_onBreach = std::move(onBreach);
    // What the reader leaves after its turn is the beginning of a frame whose rest is still on its way.
    connect(m_socket, &QTcpSocket::readyRead, this, [this] { m_seen = m_socket->bytesAvailable(); });
    look();
}

void FrameWatch::look()
{
    if (!m_onBreach)
        return;
    const QByteArray all = m_isBroken ? QByteArray() : m_socket->peek(m_socket->bytesAvailable());
    const bool isFine = !m_isBroken && m_heads.follow(QByteArrayView(all).sliced(std::min(m_seen, all.size())));
    m_seen = all.size();
    if (isFine)
        return;
    m_socket->skip(m_socket->bytesAvailable());
    if (!std::exchange(m_isBroken, true))
        m_onBreach();
}

} // namespace http
