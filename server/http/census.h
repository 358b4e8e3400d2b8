#pragma once

// Counts the open connections of all I/O threads, in total and per address.

#include <QHash>
#include <QHostAddress>

#include <mutex>
#include <optional>

namespace http {

// Addresses that belong to one subscriber: an IPv4 address, or the /64 network of an IPv6 one.
quint64 subscriberOf(const QHostAddress &address);

class Census
{
public:
    Census(int most, int mostPerSubscriber)
        : m_most(most)
        , m_mostPerSubscriber(mostPerSubscriber)
    {}

    // The right to be connected; given back by its end.
    class Seat
    {
    public:
        Seat() = default;
        Seat(Census &census, quint64 subscriber)
            : m_census(&census)
            , m_subscriber(subscriber)
        {}
        Seat(Seat &&other) noexcept
            : m_census(std::exchange(other.m_census, nullptr))
            , m_subscriber(other.m_subscriber)
        {}
        Seat &operator=(Seat &&other) noexcept
        {
            std::swap(m_census, other.m_census);
            std::swap(m_subscriber, other.m_subscriber);
            return *this;
        }
        ~Seat();

    private:
        Census *m_census = nullptr;
        quint64 m_subscriber = 0;
    };

    // A proxy of ours speaks for many subscribers and is only counted in total.
    enum class Kind { Subscriber, Proxy };
    std::optional<Seat> admit(const QHostAddress &address, Kind kind);

private:
    void leave(quint64 subscriber);

    const int m_most;
    const int m_mostPerSubscriber;
    std::mutex m_mutex;
    int m_connected = 0;
    QHash<quint64, int> m_perSubscriber;
};

} // namespace http
