#include "server/auth/service.h"

#include "server/audit/service.h"
#include "server/auth/rules.h"
#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/settings/service.h"

#include <QJsonArray>

namespace auth {

using settings::Key;

namespace {

constexpr auto issuer = "kabaadwala";
constexpr auto audience = "kabaadwala-api";

constexpr int sweepBatch = 1000; // rows of each table in one transaction: others want to write too

// Why a session is limited, as a claim: an activation link never becomes more, a profile can be completed, an app can
// be set up and an e-mail address be verified, which count from the next token.
constexpr auto limitedByOrigin = "activation";
constexpr auto limitedByFactor = "factor";
constexpr auto limitedByAddress = "email";
constexpr auto limitedByProfile = "profile";

QJsonArray namesOf(const QList<Permission> &permissions)
{
    QJsonArray out;
    for (const Permission permission : permissions)
        out += QString(names::text(permission));
    return out;
}

QList<Permission> permissionsIn(const QJsonArray &list)
{
    QList<Permission> out;
    for (const QJsonValue &name : list)
        if (const auto permission = names::fromText<Permission>(name.toString()))
            out += *permission;
    return out;
}

auto unauthenticated()
{
    return failure(ErrorCode::Unauthenticated, QStringLiteral("Please sign in."));
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, settings::Service &settings,
                 audit::Service &audit, const Secrets &secrets, Outside outside)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_accounts(accounts)
    , m_settings(settings)
    , m_audit(audit)
    , m_secrets(secrets)
    , m_outside(std::move(outside))
    , m_google(m_outside.google)
    , m_guard(settings)
    , m_tokens(secrets.keys("auth.access_tokens"), QLatin1String(issuer), QLatin1String(audience))
    , m_codeKeys(secrets.keys("auth.codes"))
    , m_refreshKeys(secrets.keys("auth.refresh_tokens"))
{}

Result<Caller> Service::callerOf(QByteArrayView accessToken) const
{
    if (isApiKey(accessToken))
        return integrationOf(accessToken);
    std::optional<Verified> known = m_memory.verified(accessToken);
    if (!known) {
        LET(verified, verify(accessToken));
        m_memory.remember(accessToken, verified);
        known = verified;
    }
    if (known->expiresAt <= m_clock.now())
        return failure(ErrorCode::TokenExpired, QStringLiteral("This access token has expired."));
    if (isRevoked(known->caller.sessionId))
        return unauthenticated();
    if (known->isForProfile && m_memory.isComplete(known->caller.id)) {
        known->caller.limited = false;
        known->caller.limitedBy.clear();
    }
    return std::move(known->caller);
}

bool Service::isRevoked(Id<Session> session) const
{
    if (m_memory.isRevoked(session))
        return true;
    if (m_memory.knowsAllRevoked(m_clock.now()))
        return false;
    try {
        const auto row = m_db.read([&](Tx &tx) { return m_store.session(tx, session); });
        return !row || row->revokedAt;
    } catch (const std::exception &fault) {
        qWarning("auth: a session that may have ended is refused: %s", fault.what());
        return true;
    }
}

Result<Verified> Service::verify(QByteArrayView accessToken) const
{
    LET(claims, m_tokens.check(accessToken, m_clock.now()));

    const auto role = names::fromText<Role>(claims.value(QLatin1String("role")).toString());
    const QString limited = claims.value(QLatin1String("limited")).toString();
    Verified out{.caller = {.id = Id<Account>::parse(claims.value(QLatin1String("sub")).toString()),
                            .role = role.value_or(Role::Buyer),
                            .known = true,
                            .limited = !limited.isEmpty(),
                            .limitedBy = limited,
                            .superAdmin = claims.value(QLatin1String("super")).toBool(),
                            .permissions = permissionsIn(claims.value(QLatin1String("permissions")).toArray()),
                            .sessionId = Id<Session>::parse(claims.value(QLatin1String("sid")).toString()),
                            .language = claims.value(QLatin1String("language")).toString()},
                 .expiresAt = {claims.value(QLatin1String("exp")).toInteger() * secondMs},
                 .isForProfile = limited == QLatin1String(limitedByProfile)};
    if (const auto vendor = Id<Vendor>::parse(claims.value(QLatin1String("vendor")).toString()); !vendor.isNull())
        out.caller.vendorId = vendor;
    if (!role || out.caller.id.isNull() || out.caller.sessionId.isNull())
        return unauthenticated();
    return out;
}

void Service::load()
{
    const Instant now = m_clock.now();
    const Instant since = now.after(now.ms - lastTokenEnd(now).ms);
    for (const SessionRow &session : m_db.read([&](Tx &tx) { return m_store.revokedSince(tx, since); }))
        m_memory.revoke(session.id, lastTokenEnd(*session.revokedAt));
    loadKeys();
}

void Service::noteRevoked(const SessionsRevoked &event)
{
    const Instant now = m_clock.now();
    if (event.sessionId)
        return m_memory.revoke(*event.sessionId, lastTokenEnd(now));
    const Instant since = now.after(now.ms - lastTokenEnd(now).ms);
    const auto ended = m_db.read([&](Tx &tx) { return m_store.revokedSince(tx, event.accountId, since); });
    for (const SessionRow &session : ended)
        m_memory.revoke(session.id, lastTokenEnd(*session.revokedAt));
}

void Service::noteCompleted(const ProfileCompleted &event)
{
    const qint64 ttlMs =
        std::max({accessTtlMs(Role::Buyer), accessTtlMs(Role::Distributor), accessTtlMs(Role::Vendor)});
    m_memory.complete(event.accountId, m_clock.now().after(ttlMs));
}

void Service::forgetEnded()
{
    m_memory.forget(m_clock.now());
}

int Service::sweep()
{
    int removed = 0;
    int batch = 0;
    do {
        batch = m_db.write([&](Tx &tx) -> Result<int> { return m_store.sweep(tx, tx.now(), sweepBatch); }).value_or(0);
        removed += batch;
    } while (batch >= sweepBatch);
    return removed;
}

void Service::endExpired()
{
    qsizetype told = 0;
    do {
        told = m_db.write([&](Tx &tx) -> Result<qsizetype> {
                       const QList<SessionRow> ended = m_store.endExpired(tx, tx.now(), sweepBatch);
                       for (const SessionRow &session : ended)
                           tx.publish(SessionsRevoked{session.accountId, session.id, QStringLiteral("expired")});
                       return ended.size();
                   })
                   .value_or(0);
    } while (told >= sweepBatch);
}

QString Service::hashOf(const QByteArray &secret)
{
    return QString::fromLatin1(crypto::sha256(secret).toHex());
}

Caller Service::asAccount(const Caller &caller, const Account &account)
{
    Caller out = caller;
    out.id = account.id;
    out.role = account.role;
    out.known = true;
    return out;
}

namespace {

struct Lifetime
{
    Key access, refresh;
};

Lifetime lifetimeOf(Role role)
{
    using enum Key;
    switch (role) {
    case Role::Buyer: return {AuthBuyerAccessTtlMinutes, AuthBuyerRefreshTtlHours};
    case Role::Distributor: return {AuthDistributorAccessTtlMinutes, AuthDistributorRefreshTtlHours};
    case Role::Vendor: return {AuthVendorAccessTtlMinutes, AuthVendorRefreshTtlHours};
    case Role::Admin: return {AuthAdminAccessTtlMinutes, AuthAdminRefreshTtlHours};
    }
    return {AuthAccessTtlMinutes, AuthRefreshTtlHours};
}

} // namespace

// A role's own minutes may be 0, which takes the general ones, but not less than those can be (C01).
qint64 Service::accessTtlMs(Role role) const
{
    const qint64 own = m_settings.whole(lifetimeOf(role).access);
    const qint64 least = settings::definition(Key::AuthAccessTtlMinutes).min;
    return (own > 0 ? std::max(own, least) : m_settings.whole(Key::AuthAccessTtlMinutes)) * minuteMs;
}

qint64 Service::refreshTtlMs(Role role) const
{
    const qint64 own = m_settings.whole(lifetimeOf(role).refresh);
    return (own > 0 ? own : m_settings.whole(Key::AuthRefreshTtlHours)) * hourMs;
}

// When the last access token that was made until this time has ended, whatever the lifetime was meanwhile.
Instant Service::lastTokenEnd(Instant from) const
{
    return from.after(settings::definition(Key::AuthAccessTtlMinutes).max * minuteMs);
}

SessionTokens Service::openSession(Tx &tx, const Account &account, const Caller &caller, SessionOrigin origin,
                                   const std::optional<QString> &device)
{
    const SessionRow session{.id = m_ids.next<Session>(),
                             .accountId = account.id,
                             .origin = origin,
                             .device = device,
                             .ip = caller.ip,
                             .createdAt = tx.now(),
                             .lastSeenAt = tx.now(),
                             .expiresAt = tx.now().after(refreshTtlMs(account.role))};
    const QByteArray refresh = Ids::secret(32);
    // Told by the event only, so that nothing is remembered of an end that is not committed.
    for (const SessionRow &ended : m_store.insertSession(tx, session))
        tx.publish(SessionsRevoked{account.id, ended.id, QStringLiteral("too_many")});
    m_store.insertRefresh(tx, {hashOf(refresh), session.id, tx.now(), {}});
    m_accounts.noteSignIn(tx, account.id);
    return tokensOf(tx, account, session, refresh);
}

SessionTokens Service::tokensOf(Tx &tx, const Account &account, const SessionRow &session,
                                const QByteArray &refresh) const
{
    const bool isActivation = session.origin == SessionOrigin::Activation;
    const bool isWithoutApp = lacksTotp(tx, account);
    const bool isLimited = isActivation || isWithoutApp || !account.isVerified || !account.isProfileComplete;
    QJsonObject claims{{QStringLiteral("sub"), account.id.text()},
                       {QStringLiteral("role"), QString(names::text(account.role))},
                       {QStringLiteral("sid"), session.id.text()},
                       {QStringLiteral("language"), account.language}};
    if (account.vendorId && account.role == Role::Vendor) // who was a vendor keeps the store for another day
        claims.insert(QStringLiteral("vendor"), account.vendorId->text());
    if (account.role == Role::Admin) {
        claims.insert(QStringLiteral("super"), account.isSuperAdmin);
        claims.insert(QStringLiteral("permissions"), namesOf(m_accounts.permissionsOf(tx, account.id)));
    }
    if (isLimited)
        claims.insert(QStringLiteral("limited"), QLatin1String(isActivation          ? limitedByOrigin
                                                               : isWithoutApp        ? limitedByFactor
                                                               : !account.isVerified ? limitedByAddress
                                                                                     : limitedByProfile));

    const qint64 ttlMs = accessTtlMs(account.role);
    return {.accessToken = QString::fromLatin1(m_tokens.issue(claims, tx.now(), ttlMs)),
            .accessExpiresAt = {tx.now().after(ttlMs).ms / secondMs * secondMs}, // tokens know whole seconds
            .refreshToken = QString::fromLatin1(refresh),
            .refreshExpiresAt = session.expiresAt,
            .isLimited = isLimited,
            .account = account};
}

} // namespace auth
