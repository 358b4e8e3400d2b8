#include "server/auth/keyring.h"

#include <mutex>

namespace auth {

void Keyring::replace(Keys keys)
{
    const std::unique_lock lock(m_mutex);
    m_keys = std::move(keys);
}

std::optional<KnownKey> Keyring::find(const QByteArray &hash) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_keys.constFind(hash);
    return found != m_keys.cend() ? std::optional(*found) : std::nullopt;
}

void Keyring::noteUse(Id<ApiKey> key, Instant now)
{
    const std::unique_lock lock(m_mutex);
    KeyUse &use = m_uses[key];
    ++use.calls;
    use.lastAt = now;
}

QHash<Id<ApiKey>, KeyUse> Keyring::takeUses()
{
    const std::unique_lock lock(m_mutex);
    return std::exchange(m_uses, {});
}

void Keyring::giveBack(const QHash<Id<ApiKey>, KeyUse> &uses)
{
    const std::unique_lock lock(m_mutex);
    for (auto it = uses.cbegin(); it != uses.cend(); ++it) {
        KeyUse &use = m_uses[it.key()];
        use.calls += it->calls;
        use.lastAt = std::max(use.lastAt, it->lastAt);
    }
}

} // namespace auth
