#include "server/auth/memory.h"

#include <mutex>

namespace auth {

namespace {

// A view for looking up without copying the token.
QByteArray viewed(QByteArrayView token)
{
    return QByteArray::fromRawData(token.data(), token.size());
}

// False when there is no room for it.
template <class Notices, class Key>
bool note(Notices &notices, const Key &key, Instant until)
{
    const bool hasRoom = notices.size() < Memory::noticesMax || notices.contains(key);
    if (hasRoom)
        notices[key] = std::max(notices.value(key), until);
    return hasRoom;
}

} // namespace

std::optional<Verified> Memory::verified(QByteArrayView token) const
{
    const QByteArray key = viewed(token);
    const std::shared_lock lock(m_mutex);
    if (const auto found = m_young.constFind(key); found != m_young.cend())
        return *found;
    const auto found = m_old.constFind(key);
    return found != m_old.cend() ? std::optional(*found) : std::nullopt;
}

void Memory::remember(QByteArrayView token, const Verified &verified)
{
    const std::unique_lock lock(m_mutex);
    if (m_young.size() >= tokensMax) {
        m_old.swap(m_young);
        m_young.clear();
    }
    m_young.insert(token.toByteArray(), verified);
}

void Memory::revoke(Id<Session> session, Instant until)
{
    const std::unique_lock lock(m_mutex);
    if (!note(m_ended, session, until))
        m_incompleteUntil = std::max(m_incompleteUntil, until);
}

bool Memory::isRevoked(Id<Session> session) const
{
    const std::shared_lock lock(m_mutex);
    return m_ended.contains(session);
}

bool Memory::knowsAllRevoked(Instant now) const
{
    const std::shared_lock lock(m_mutex);
    return m_incompleteUntil < now;
}

void Memory::complete(Id<Account> account, Instant until)
{
    const std::unique_lock lock(m_mutex);
    note(m_complete, account, until);
}

bool Memory::isComplete(Id<Account> account) const
{
    const std::shared_lock lock(m_mutex);
    return m_complete.contains(account);
}

void Memory::forget(Instant now)
{
    const std::unique_lock lock(m_mutex);
    m_ended.removeIf([&](const auto &notice) { return notice.value() < now; });
    m_complete.removeIf([&](const auto &notice) { return notice.value() < now; });
}

} // namespace auth
