#pragma once

// Answers of the product list, for five minutes at most (SRCH-12). Whoever makes an answer takes the number of the
// generation before he reads; an answer that was read before a change is not kept after it.

#include "server/core/clock.h"
#include "shared/contract/discovery.h"

#include <QHash>

#include <array>
#include <atomic>
#include <mutex>

namespace discovery {

class Cache
{
public:
    static constexpr qint64 ttlMs = 300'000;

    explicit Cache(int entries)
        : m_entriesPerShard(entries / shardCount)
    {}

    quint64 generation() const { return m_generation; }
    std::optional<Page<ProductCard>> find(const QByteArray &key, Instant now);
    void keep(const QByteArray &key, const Page<ProductCard> &answer, quint64 generation, Instant now);
    void forget();

private:
    static constexpr int shardCount = 16; // so that the I/O threads seldom wait for each other

    struct Entry
    {
        Page<ProductCard> answer;
        quint64 generation;
        Instant until;
    };
    struct Shard
    {
        std::mutex mutex;
        QHash<QByteArray, Entry> entries;
    };
    Shard &shardOf(const QByteArray &key) { return m_shards[qHash(key) % shardCount]; }

    const int m_entriesPerShard;
    std::array<Shard, shardCount> m_shards;
    std::atomic<quint64> m_generation = 1;
};

} // namespace discovery
