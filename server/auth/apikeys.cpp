// The entries of Service about the keys of other programs (REP-06, CADM-18).

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/rules.h"
#include "server/auth/service.h"
#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/permit.h"

#include <QScopeGuard>

namespace auth {

namespace {

constexpr QByteArrayView keyMark("kbk_");
constexpr int keyRandomBytes = 32;
constexpr qsizetype shownLength = 10; // of a key, so that people can tell one from another
constexpr QLatin1StringView keyWord("API key");

struct AuditedKey
{
    QString name;
    QString prefix;
    QList<ReportName> scopes;
    std::optional<Instant> expiresAt;

    FIELDS(AuditedKey, FIELD(name), FIELD(prefix), FIELD(scopes), FIELD(expiresAt))
};

Json audited(const ApiKey &key)
{
    return {json::bytes(AuditedKey{key.name, key.prefix, key.scopes, key.expiresAt})};
}

ApiKey described(const KeyRow &row)
{
    return {row.id,        row.name,      row.prefix,    row.scopes,     row.createdBy,
            row.createdAt, row.expiresAt, row.revokedAt, row.lastUsedAt, row.calls};
}

} // namespace

bool Service::isApiKey(QByteArrayView bearer)
{
    return bearer.startsWith(keyMark);
}

Result<Caller> Service::integrationOf(QByteArrayView key) const
{
    const auto known = m_keys.find(crypto::sha256(key).toHex());
    if (!known)
        return failure(ErrorCode::Unauthenticated, QStringLiteral("This API key is not valid."));
    const Instant now = m_clock.now();
    if (known->expiresAt && *known->expiresAt <= now)
        return failure(ErrorCode::TokenExpired, QStringLiteral("This API key has expired."));
    m_keys.noteUse(known->id, now);
    return Caller{.apiKeyId = known->id, .scopes = known->scopes};
}

void Service::loadKeys()
{
    Keyring::Keys keys;
    for (const KeyRow &row : m_db.read([&](Tx &tx) { return m_store.openKeys(tx); })) {
        KnownKey known{.id = row.id, .expiresAt = row.expiresAt};
        for (const ReportName scope : row.scopes)
            known.scopes += QString(names::text(scope));
        keys.insert(row.keyHash.toLatin1(), known);
    }
    m_keys.replace(std::move(keys));
}

void Service::noteKeyUse()
{
    const auto uses = m_keys.takeUses();
    if (uses.isEmpty())
        return;
    auto taken = qScopeGuard([&] { m_keys.giveBack(uses); }); // for the next time, when nothing was written
    if (m_db.write([&](Tx &tx) -> Result<> {
            for (auto use = uses.cbegin(); use != uses.cend(); ++use)
                m_store.noteKeyUse(tx, use.key(), use->calls, use->lastAt);
            return {};
        }))
        taken.dismiss();
}

Result<QList<ApiKey>> Service::listApiKeys(const Caller &caller)
{
    MUST(permit(caller, Permission::ManageSettings));
    return m_db.read([&](Tx &tx) -> Result<QList<ApiKey>> {
        QList<ApiKey> out;
        for (const KeyRow &row : m_store.keys(tx))
            out += described(row);
        return out;
    });
}

// Nobody hands out what is not open to themselves.
Result<> Service::mayOpen(const Caller &caller, const QList<ReportName> &scopes)
{
    MUST(permit(caller, Permission::ReadReports));
    for (const ReportName scope : scopes)
        if (const Permission further = permissionOf(scope); further != Permission::None)
            MUST(permit(caller, further));
    return {};
}

Result<NewApiKey> Service::createApiKey(const Caller &caller, const CreateApiKey &wish)
{
    MUST(permit(caller, Permission::ManageSettings));
    MUST(mayOpen(caller, wish.scopes));
    const QByteArray secret = keyMark.toByteArray() + Ids::secret(keyRandomBytes);
    auto made = m_db.write(caller, [&](Tx &tx) -> Result<NewApiKey> {
        if (m_store.countOpenKeys(tx) >= apiKeysMax)
            return failure(ErrorCode::TooManyRequests,
                           QStringLiteral("There are %1 keys already. Revoke one first.").arg(apiKeysMax));
        const auto owner = m_accounts.find(tx, caller.id);
        KeyRow row{.id = m_ids.next<ApiKey>(),
                   .name = wish.name,
                   .prefix = QString::fromLatin1(secret.first(shownLength)),
                   .keyHash = hashOf(secret),
                   .createdBy = owner ? owner->username : QString(),
                   .createdById = caller.id,
                   .createdAt = tx.now()};
        for (const ReportName scope : wish.scopes)
            if (!row.scopes.contains(scope))
                row.scopes += scope;
        if (wish.days)
            row.expiresAt = tx.now().after(*wish.days * dayMs);
        m_store.insertKey(tx, row);
        const ApiKey key = described(row);
        m_audit.record(tx, caller, "auth.api_key_created", "api_key", row.id.text(), audited(key));
        tx.publish(ApiKeysChanged{row.id});
        return NewApiKey{key, QString::fromLatin1(secret)};
    });
    loadKeys();
    return made;
}

// Whoever made a key has seen it, and it works from anywhere: it opens no more than its maker may still read.
void Service::narrowKeys(Tx &tx, const Caller &caller, Id<Account> maker)
{
    const auto account = m_accounts.find(tx, maker);
    Caller today;
    if (account && mayEnter(*account))
        today = Caller{.id = maker,
                       .role = account->role,
                       .known = true,
                       .superAdmin = account->isSuperAdmin,
                       .permissions = m_accounts.permissionsOf(tx, maker)};
    for (KeyRow row : m_store.openKeysOf(tx, maker)) {
        if (mayOpen(today, row.scopes))
            continue;
        if (!m_store.revokeKey(tx, row.id, tx.now()))
            continue;
        row.revokedAt = tx.now();
        m_audit.record(tx, caller, "auth.api_key_revoked", "api_key", row.id.text(), audited(described(row)));
        tx.publish(ApiKeysChanged{row.id});
    }
}

Result<ApiKey> Service::revokeApiKey(const Caller &caller, Id<ApiKey> id)
{
    MUST(permit(caller, Permission::ManageSettings));
    const auto revoked = m_db.write(caller, [&](Tx &tx) -> Result<ApiKey> {
        // Revoking twice is no mistake; the first time counts.
        const bool isNew = m_store.revokeKey(tx, id, tx.now());
        const auto row = m_store.key(tx, id);
        if (!row)
            return notFound(keyWord);
        const ApiKey key = described(*row);
        if (isNew) {
            m_audit.record(tx, caller, "auth.api_key_revoked", "api_key", id.text(), audited(key));
            tx.publish(ApiKeysChanged{id});
        }
        return key;
    });
    loadKeys();
    return revoked;
}

} // namespace auth
