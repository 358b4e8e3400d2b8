// What Service gives and forgets of one person (PRIV-02, PRIV-03).

#include "server/auth/service.h"

namespace auth {

namespace {

// A session as its owner is told of it, also when it has ended.
struct PastSession
{
    std::optional<QString> device;
    QString ip;
    Instant createdAt;
    Instant lastSeenAt;
    Instant expiresAt;
    std::optional<Instant> revokedAt;

    FIELDS(PastSession, FIELD(device), FIELD(ip), FIELD(createdAt), FIELD(lastSeenAt), FIELD(expiresAt),
           FIELD(revokedAt))
};

struct LinkedIdentity
{
    IdentityProvider provider = IdentityProvider::Google;
    Instant linkedAt;

    FIELDS(LinkedIdentity, FIELD(provider), FIELD(linkedAt))
};

} // namespace

// Nothing that lets somebody in.
personal::Parts Service::exportOf(Tx &tx, Id<Account> account)
{
    QList<PastSession> sessions;
    for (const SessionRow &row : m_store.sessions(tx, account, personal::rowsMax))
        sessions += PastSession{row.device, row.ip, row.createdAt, row.lastSeenAt, row.expiresAt, row.revokedAt};
    QList<LinkedIdentity> identities;
    for (const IdentityRow &row : m_store.identities(tx, account))
        identities += LinkedIdentity{row.provider, row.linkedAt};
    return {personal::part("sessions", sessions), personal::part("identities", identities)};
}

void Service::eraseOf(Tx &tx, Id<Account> account)
{
    revokeAll(tx, account, QStringLiteral("erased"));
    m_store.forgetWaysIn(tx, account);
}

} // namespace auth
