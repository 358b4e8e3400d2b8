#pragma once

// Who really is at the other end, and which names and origins we answer to.

#include "server/core/networks.h"

#include <QList>

namespace http {

// The proxies whose X-Forwarded-For is believed.
class Proxies
{
public:
    explicit Proxies(const QStringList &networks = {})
        : m_networks(networks)
    {}

    bool contains(const QHostAddress &address) const { return m_networks.contains(address); }

    // The rightmost address of the chain that is not one of our proxies: what stands left of it is hearsay.
    QString client(const QHostAddress &peer, QByteArrayView forwardedFor) const;

private:
    Networks m_networks;
};

// "market.example" or ".example" (and everything below). An empty list allows every name.
bool isHostAllowed(const QList<QByteArray> &allowed, QByteArrayView host);

} // namespace http
