#include "server/discovery/cache.h"

namespace discovery {

std::optional<Page<ProductCard>> Cache::find(const QByteArray &key, Instant now)
{
    Shard &shard = shardOf(key);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.entries.constFind(key);
    if (found == shard.entries.cend() || found->generation != m_generation || found->until <= now)
        return std::nullopt;
    return found->answer;
}

void Cache::keep(const QByteArray &key, const Page<ProductCard> &answer, quint64 generation, Instant now)
{
    if (m_entriesPerShard == 0 || generation != m_generation)
        return;
    Shard &shard = shardOf(key);
    const std::lock_guard lock(shard.mutex);
    // A full shard starts anew: cheaper than keeping an order, and what is asked often is back at once.
    if (shard.entries.size() >= m_entriesPerShard)
        shard.entries.clear();
    shard.entries.insert(key, {answer, generation, now.after(ttlMs)});
}

void Cache::forget()
{
    ++m_generation;
}

} // namespace discovery
