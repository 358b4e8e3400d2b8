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

// Version 7 too: the time, the number where the counter stands, and a mix of subject and number for the random part.
// The mixing is that of splitmix64, which is a bijection of each half; equal results need equal times as well.
QUuid Ids::ofPast(Instant at, const QUuid &subject, quint32 number)
{
    const auto mixed = [](quint64 value) {
        value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9;
        value = (value ^ value >> 27) * 0x94d049bb133111eb;
        return value ^ value >> 31;
    };
    std::array<quint8, 16> bytes;
    quint64 high = quint64(subject.data1) << 32 | quint64(subject.data2) << 16 | subject.data3;
    quint64 low = 0;
    for (const uchar byte : subject.data4)
        low = low << 8 | byte;
    const quint64 rest = mixed(low ^ mixed(high + 0x9e3779b97f4a7c15 * (quint64(number) + 1)));
    qToBigEndian(quint64(at.ms) << 16 | 0x7000 | (number & 0xfff), bytes.data());
    qToBigEndian(rest, bytes.data() + 8);
    bytes[8] = quint8((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

QUuid Ids::from(quint64 head)
{
    std::array<quint8, 16> bytes{};
    qToBigEndian(std::max(head, quint64(1)), bytes.data()); // of zeros it would be none
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

Instant Ids::timeOf(const QUuid &id)
{
    return {qint64(quint64(id.data1) << 16 | id.data2)};
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
