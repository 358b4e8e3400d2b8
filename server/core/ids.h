#pragma once

#include "shared/base/values.h"

#include <atomic>

class Clock;

// New UUIDv7 ids: they sort by time of creation, and within one millisecond by a counter. Safe from any thread.
class Ids
{
public:
    explicit Ids(const Clock &clock)
        : m_clock(clock)
    {}

    template <class T>
    Id<T> next() const
    {
        return {make()};
    }

    // Unguessable text for tokens and links: bytes of randomness as base64url.
    static QByteArray secret(int bytes);
    static quint32 below(quint32 bound); // uniform, for one-time codes

private:
    QUuid make() const;

    const Clock &m_clock;
    mutable std::atomic<quint64> m_last = 0; // milliseconds and counter of the newest id
};
