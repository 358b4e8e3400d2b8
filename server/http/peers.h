#pragma once

// Who really is at the other end, and which names and origins we answer to.

#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <optional>

namespace http {

// An address as text; an IPv4 address never in its IPv6 clothes.
QString textOf(const QHostAddress &address);

// The proxies whose X-Forwarded-For is believed.
class Proxies
{
public:
    Proxies() = default;
    explicit Proxies(const QStringList &networks); // "10.0.0.0/8", "::1"

    bool contains(const QHostAddress &address) const;

    // The rightmost address of the chain that is not one of our proxies: what stands left of it is hearsay.
    QString client(const QHostAddress &peer, QByteArrayView forwardedFor) const;

private:
    QList<QPair<QHostAddress, int>> m_networks;
};

// "market.example" or ".example" (and everything below). An empty list allows every name.
bool isHostAllowed(const QList<QByteArray> &allowed, QByteArrayView host);

} // namespace http
