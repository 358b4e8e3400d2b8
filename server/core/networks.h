#pragma once

// Some part of all addresses: "10.0.0.0/8, ::1" as the operator writes it.

#include <QHostAddress>
#include <QStringList>

// An address as text; an IPv4 address never in its IPv6 clothes.
QString textOf(const QHostAddress &address);

class Networks
{
public:
    Networks() = default;
    explicit Networks(const QStringList &texts); // those that are none are left out: see wrong()

    // The first that is neither an address nor a network.
    static std::optional<QString> wrong(const QStringList &texts);

    bool isEmpty() const { return m_networks.isEmpty(); }
    bool contains(const QHostAddress &address) const;

private:
    QList<QPair<QHostAddress, int>> m_networks;
};
