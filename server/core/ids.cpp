#include "server/core/ids.h"

#include "server/core/clock.h"

#include <QtEndian>

#include <sodium.h>

#include <array>

namespace {

constexpr int counterBits = 12;
constexpr quint64 counterStartMask = 0x7ff; // leaves the upper half of the counter for the same millisecond

// The random part of ids, fetched from the kernel for many ids at once. Ids are no secrets; secrets are fetched singly.
void fillRandom(std::array<quint8, 16> &id)
{
    struct Store
    {
        std::array<quint8, 1024> bytes;
        std::size_t used = 1024;
    };
    thread_local Store store;
    if (store.used == store.bytes.size()) {
        randombytes_buf(store.bytes.data(), store.bytes.size());
        store.used = 0;
    }
    std::copy_n(store.bytes.begin() + store.used, id.size(), id.begin());
    store.used += id.size();
}

} // namespace

// RFC 9562, version 7: 48 bits of time, then a counter that starts at a random place in each millisecond. When the
// counter overflows, or the clock stands still or jumps back, the ids run ahead of the clock but still grow.
QUuid Ids::make() const
{
    std::array<quint8, 16> bytes;
    fillRandom(bytes);

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
