#pragma once

// Answers for a time (SRCH-12). Whoever makes an answer takes the number of the generation before he
// reads; an answer that was read before a change is not kept after it. A change begins a new generation.

#include "server/core/clock.h"

#include <QByteArray>
#include <QHash>

#include <array>
#include <atomic>
#include <mutex>
#include <optional>

namespace discovery {

template <class Answer>
class Cache
{
public:
    struct Kept
    {
        Answer answer;
        Instant until;
    };

    Cache(int entries, const std::atomic<quint64> &generation)
        : m_entriesPerShard(entries / shardCount)
        , m_generation(generation)
    {}

    std::optional<Kept> find(const QByteArray &key, Instant now)
    {
        Shard &shard = shardOf(key);
        const std::lock_guard lock(shard.mutex);
        const auto found = shard.entries.constFind(key);
        if (found == shard.entries.cend() || found->generation != m_generation || found->kept.until <= now)
            return std::nullopt;
        return found->kept;
    }

    void keep(const QByteArray &key, const Kept &kept, quint64 generation)
    {
        if (m_entriesPerShard == 0 || generation != m_generation)
            return;
        Shard &shard = shardOf(key);
        const std::lock_guard lock(shard.mutex);
        // A full shard starts anew: cheaper than keeping an order, and what is asked often is back at once.
        if (shard.entries.size() >= m_entriesPerShard)
            shard.entries.clear();
        shard.entries.insert(key, {kept, generation});
    }

private:
    static constexpr int shardCount = 16; // so that the I/O threads seldom wait for each other

    struct Entry
    {
        Kept kept;
        quint64 generation;
    };
    struct Shard
    {
        std::mutex mutex;
        QHash<QByteArray, Entry> entries;
    };
    Shard &shardOf(const QByteArray &key) { return m_shards[qHash(key) % shardCount]; }

    const int m_entriesPerShard;
    const std::atomic<quint64> &m_generation;
    std::array<Shard, shardCount> m_shards;
};

} // namespace discovery
