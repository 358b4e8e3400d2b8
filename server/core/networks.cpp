#include "server/core/networks.h"

#include <algorithm>

namespace {

QPair<QHostAddress, int> parsed(const QString &text)
{
    return QHostAddress::parseSubnet(text.contains(u'/')   ? text
                                     : text.contains(u':') ? text + QStringLiteral("/128")
                                                           : text + QStringLiteral("/32"));
}

bool isOne(const QPair<QHostAddress, int> &network)
{
    return !network.first.isNull();
}

} // namespace

QString textOf(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4).toString() : address.toString();
}

Networks::Networks(const QStringList &texts)
{
    for (const QString &text : texts)
        if (const auto network = parsed(text); isOne(network))
            m_networks += network;
}

std::optional<QString> Networks::wrong(const QStringList &texts)
{
    const auto found =
        std::find_if(texts.begin(), texts.end(), [](const QString &text) { return !isOne(parsed(text)); });
    return found == texts.end() ? std::nullopt : std::optional(*found);
}

bool Networks::contains(const QHostAddress &address) const
{
    if (m_networks.isEmpty())
        return false;
    const QHostAddress plain(textOf(address));
    return std::any_of(m_networks.begin(), m_networks.end(),
                       [&](const auto &network) { return plain.isInSubnet(network); });
}
