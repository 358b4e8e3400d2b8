// The entries of Service that keep a session going and end it.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/rules.h"
#include "server/auth/service.h"
#include "server/core/clock.h"

namespace auth {

namespace {

// As a value of the transaction: that a stolen token ended its session has to be committed.
Result<SessionTokens> ended()
{
    return failure(ErrorCode::Unauthenticated, QStringLiteral("This session has ended. Please sign in again."));
}

} // namespace

// Made from the token it replaces, so that a lost reply can be given again without keeping the token anywhere.
QByteArray Service::successorOf(const QByteArray &key, const QString &refreshToken, Id<Session> session)
{
    return crypto::hmacSha256(key, session.text().toLatin1() + ':' + refreshToken.toLatin1())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// The same answer again, when the first one may have been lost. Keys may have been rotated in between.
std::optional<QByteArray> Service::repeatedSuccessor(Tx &tx, const QString &refreshToken,
                                                     const RefreshRow &replaced) const
{
    if (tx.now().ms - replaced.replacedAt->ms > graceMs)
        return std::nullopt;
    for (const QByteArray &key : m_refreshKeys) {
        const QByteArray successor = successorOf(key, refreshToken, replaced.sessionId);
        const auto next = m_store.refresh(tx, hashOf(successor));
        if (next && !next->replacedAt)
            return successor;
    }
    return std::nullopt;
}

void Service::endReused(Tx &tx, const Caller &caller, const SessionRow &session)
{
    m_store.revokeSession(tx, session.id, session.accountId, tx.now());
    m_audit.record(tx, caller, "auth.refresh_reused", "account", session.accountId.text());
    tx.publish(SessionsRevoked{session.accountId, session.id, QStringLiteral("refresh_reused")});
}

Result<SessionTokens> Service::refreshSession(const Caller &caller, const RefreshSession &wish)
{
    std::optional<Id<Session>> reused;
    LET(tokens, m_db.write([&](Tx &tx) -> Result<Result<SessionTokens>> {
        reused.reset();
        const QString hash = hashOf(wish.refreshToken.toUtf8());
        const auto row = m_store.refresh(tx, hash);
        const auto session = row ? m_store.session(tx, row->sessionId) : std::nullopt;
        if (!session || session->revokedAt || session->expiresAt <= tx.now())
            return ended();
        const auto account = m_accounts.find(tx, session->accountId);
        if (const Result<> entry = mayEnter(*account); !entry)
            return Result<SessionTokens>(tl::unexpected(entry.error()));

        QByteArray successor = successorOf(m_refreshKeys.constFirst(), wish.refreshToken, session->id);
        if (m_store.replaceRefresh(tx, hash, tx.now())) {
            m_store.insertRefresh(tx, {hashOf(successor), session->id, tx.now(), {}});
        } else {
            const auto repeated = repeatedSuccessor(tx, wish.refreshToken, *row);
            if (!repeated) {
                endReused(tx, caller, *session);
                reused = session->id;
                return ended();
            }
            successor = *repeated;
        }
        m_store.touchSession(tx, session->id, caller.ip, tx.now());
        return Result<SessionTokens>(tokensOf(tx, *account, *session, successor));
    }));
    if (reused)
        m_memory.revoke(*reused, lastTokenEnd(m_clock.now()));
    return tokens;
}

Result<> Service::signOut(const Caller &caller)
{
    MUST(m_db.write(caller, [&](Tx &tx) -> Result<> {
        // Signing out twice is no mistake.
        if (m_store.revokeSession(tx, caller.sessionId, caller.id, tx.now())) {
            m_audit.record(tx, caller, "auth.signed_out", "account", caller.id.text());
            tx.publish(SessionsRevoked{caller.id, caller.sessionId, QStringLiteral("signed_out")});
        }
        return {};
    }));
    m_memory.revoke(caller.sessionId, lastTokenEnd(m_clock.now()));
    return {};
}

Result<QList<Session>> Service::listSessions(const Caller &caller)
{
    return m_db.read([&](Tx &tx) -> Result<QList<Session>> { return sessionsOf(tx, caller.id, caller.sessionId); });
}

Result<> Service::revokeSession(const Caller &caller, Id<Session> id)
{
    MUST(m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (!m_store.revokeSession(tx, id, caller.id, tx.now()))
            return notFound(QLatin1StringView("session"));
        m_audit.record(tx, caller, "auth.session_revoked", "account", caller.id.text());
        tx.publish(SessionsRevoked{caller.id, id, QStringLiteral("revoked")});
        return {};
    }));
    m_memory.revoke(id, lastTokenEnd(m_clock.now()));
    return {};
}

} // namespace auth
