#pragma once

// The API keys that are good, in memory, so that a request with one needs no database; and how often each was used
// since that was last written down.

#include "server/core/caller.h"
#include "shared/contract/apikeys.h"

#include <QHash>

#include <shared_mutex>

namespace auth {

struct KnownKey
{
    Id<ApiKey> id;
    QStringList scopes;
    std::optional<Instant> expiresAt;
};

struct KeyUse
{
    qint64 calls = 0;
    Instant lastAt;
};

class Keyring
{
public:
    using Keys = QHash<QByteArray, KnownKey>; // by the hash of the key

    void replace(Keys keys);
    std::optional<KnownKey> find(const QByteArray &hash) const;

    void noteUse(Id<ApiKey> key, Instant now);
    QHash<Id<ApiKey>, KeyUse> takeUses();
    void giveBack(const QHash<Id<ApiKey>, KeyUse> &uses);

private:
    mutable std::shared_mutex m_mutex;
    Keys m_keys;
    QHash<Id<ApiKey>, KeyUse> m_uses;
};

} // namespace auth
