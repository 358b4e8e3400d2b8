#include "server/core/ids.h"

#include "server/core/clock.h"

#include <QtEndian>

#include <sodium.h>

#include <array>

namespace {

constexpr int counterBits = 12;
constexpr quint64 counterStartMask = 0x7ff; // leaves the upper half of the counter for the same millisecond

} // namespace

// RFC 9562, version 7: 48 bits of time, then a counter that starts at a random place in each millisecond. When the
// counter overflows, or the clock stands still or jumps back, the ids run ahead of the clock but still grow.
QUuid Ids::make() const
{
    const quint64 now = quint64(m_clock.now().ms);
    std::array<quint8, 16> bytes;
    const std::lock_guard lock(m_mutex);
    if (m_randomUsed == m_random.size()) {
        randombytes_buf(m_random.data(), m_random.size());
        m_randomUsed = 0;
    }
    std::copy_n(m_random.begin() + m_randomUsed, bytes.size(), bytes.begin());
    m_randomUsed += bytes.size();

    const quint64 start = (quint64(bytes[6]) << 8 | bytes[7]) & counterStartMask;
    m_last = m_last >> counterBits >= now ? m_last + 1 : now << counterBits | start;
    const quint64 head = (m_last >> counterBits) << 16 | 0x7000 | (m_last & 0xfff);
    qToBigEndian(head, bytes.data());
    bytes[8] = quint8((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

QByteArray Ids::secret(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    randombytes_buf(random.data(), size_t(bytes));
    return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

quint32 Ids::below(quint32 bound)
{
    return randombytes_uniform(bound);
}
