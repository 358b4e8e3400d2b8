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
    std::array<quint8, 16> bytes;
    randombytes_buf(bytes.data(), bytes.size());

    const quint64 start = (quint64(bytes[6]) << 8 | bytes[7]) & counterStartMask;
    const quint64 wanted = quint64(m_clock.now().ms) << counterBits | start;
    quint64 last = m_last.load(std::memory_order_relaxed);
    quint64 next;
    do {
        next = last >> counterBits >= wanted >> counterBits ? last + 1 : wanted;
    } while (!m_last.compare_exchange_weak(last, next, std::memory_order_relaxed));

    const quint64 head = (next >> counterBits) << 16 | 0x7000 | (next & 0xfff);
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
