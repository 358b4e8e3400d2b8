#include "server/http/census.h"

#include <QtEndian>

namespace http {

quint64 subscriberOf(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return v4;
    const Q_IPV6ADDR v6 = address.toIPv6Address();
    return qFromBigEndian<quint64>(v6.c);
}

Census::Seat::~Seat()
{
    if (m_census)
        m_census->leave(m_subscriber);
}

std::optional<Census::Seat> Census::admit(const QHostAddress &address, Kind kind)
{
    constexpr quint64 proxies = ~0ull;
    const quint64 subscriber = kind == Kind::Proxy ? proxies : subscriberOf(address);
    const std::lock_guard lock(m_mutex);
    int &count = m_perSubscriber[subscriber];
    if (m_connected >= m_most || (kind == Kind::Subscriber && count >= m_mostPerSubscriber)) {
        if (count == 0)
            m_perSubscriber.remove(subscriber);
        return std::nullopt;
    }
    ++count;
    ++m_connected;
    return Seat(*this, subscriber);
}

void Census::leave(quint64 subscriber)
{
    const std::lock_guard lock(m_mutex);
    --m_connected;
    if (const auto it = m_perSubscriber.find(subscriber); it != m_perSubscriber.end() && --it.value() == 0)
        m_perSubscriber.erase(it);
}

} // namespace http
