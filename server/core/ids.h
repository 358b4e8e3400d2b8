#pragma once

#include "shared/base/values.h"

#include <algorithm>
#include <array>
#include <mutex>

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

    // The id of something that happened at a known time, before this program knew of it (histories that are taken in).
    // It follows from what it belongs to and a number: taken in twice, it is the same id and meets its unique key.
    template <class T>
    static Id<T> past(Instant at, const QUuid &subject, quint32 number)
    {
        return {ofPast(at, subject, number)};
    }

    // Before every id that is made from then on. A clock that is set back makes ids run ahead of it: who narrows a
    // search by times looks at slackMs more on both sides.
    template <class T>
    static Id<T> firstOf(Instant at)
    {
        return {from(quint64(std::clamp(at.ms, qint64(0), timeMax)) << 16)};
    }
    static Instant timeOf(const QUuid &id);
    static constexpr qint64 slackMs = hourMs;
    static constexpr qint64 timeMax = (qint64(1) << 48) - 1; // that an id can say

    // Unguessable text for tokens and links: bytes of randomness as base64url.
    static QByteArray secret(int bytes);
    static quint32 below(quint32 bound); // uniform, for one-time codes

private:
    QUuid make() const;
    static QUuid from(quint64 head);
    static QUuid ofPast(Instant at, const QUuid &subject, quint32 number);

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    mutable quint64 m_last = 0;                     // milliseconds and counter of the newest id
    mutable std::array<quint8, 1024> m_random = {}; // fetched for many ids at once; ids are no secrets
    mutable std::size_t m_randomUsed = 1024;
};
