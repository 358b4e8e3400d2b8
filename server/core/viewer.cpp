#include "server/core/viewer.h"

#include <algorithm>

#include <arpa/inet.h>

QString viewerAddress(const QString &ip)
{
    constexpr std::size_t networkBytes = 8;
    in6_addr address{};
    if (inet_pton(AF_INET6, ip.toLatin1().constData(), &address) != 1 || IN6_IS_ADDR_V4MAPPED(&address))
        return ip;
    std::fill(std::begin(address.s6_addr) + networkBytes, std::end(address.s6_addr), std::uint8_t(0));
    char text[INET6_ADDRSTRLEN] = {};
    inet_ntop(AF_INET6, &address, text, sizeof text);
    return QString::fromLatin1(text);
}
