#include "server/http/peers.h"

namespace http {

QString Proxies::client(const QHostAddress &peer, QByteArrayView forwardedFor) const
{
    QHostAddress known = peer;
    while (contains(known) && !forwardedFor.isEmpty()) {
        const qsizetype comma = forwardedFor.lastIndexOf(',');
        const QHostAddress said(QString::fromLatin1(forwardedFor.sliced(comma + 1).trimmed()));
        if (said.isNull())
            break;
        known = said;
        forwardedFor = comma < 0 ? QByteArrayView() : forwardedFor.first(comma);
    }
    return textOf(known);
}

bool isHostAllowed(const QList<QByteArray> &allowed, QByteArrayView host)
{
    if (allowed.isEmpty())
        return true;
    const qsizetype colon = host.startsWith('[') ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':');
    const QByteArray name = (colon < 0 ? host : host.first(colon)).toByteArray().toLower();
    return std::any_of(allowed.begin(), allowed.end(), [&](const QByteArray &entry) {
        return entry == name || (entry.startsWith('.') && (name.endsWith(entry) || name == entry.sliced(1)));
    });
}

} // namespace http
