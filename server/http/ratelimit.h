#pragma once

// How often one address, account or store may call (C26). Token buckets in whole numbers: a bucket starts full and
// refills evenly; an empty one refuses. Shared by the I/O threads.

#include "server/core/caller.h"

#include <QHash>

#include <array>
#include <limits>
#include <mutex>

namespace http {

struct Allowance
{
    int amount = 0; // 0: unlimited
    int periodSeconds = 60;
};

// The numbers stand in the settings (rate.…) and nowhere else; what nobody fills in is unlimited.
struct RateLimits
{
    Allowance perAddress;
    Allowance anonymous;
    Allowance buyer;
    Allowance buyerBurst;
    Allowance store;
    Allowance admin;

    // By Rate, on top of the above and also for admins.
    std::array<Allowance, namesOf(Rate{}).names.size()> byRate;

    const Allowance &of(Rate rate) const { return byRate[std::size_t(rate)]; }
};

class RateLimiter
{
public:
    // What the strictest bucket says.
    struct Verdict
    {
        bool isAllowed = true;
        int limit = 0; // 0: nothing was counted
        int remaining = 0;
        int resetSeconds = 0; // until full again
        int retrySeconds = 0; // until the next call is allowed

        void tighten(const Verdict &other);
    };

    static constexpr int bucketsPerShardMax = 20'000;
    RateLimiter()
        : RateLimiter(bucketsPerShardMax)
    {}
    explicit RateLimiter(int bucketsPerShard)
        : m_bucketsPerShard(bucketsPerShard)
    {}

    // Before it is known who calls.
    Verdict takeForAddress(const RateLimits &limits, quint64 subscriber, Rate rate, qint64 nowMs);
    // Afterwards.
    Verdict takeForCaller(const RateLimits &limits, quint64 subscriber, const Caller &caller, Rate rate, qint64 nowMs);

private:
    struct Key
    {
        int kind;
        quint64 high;
        quint64 low;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.kind, key.high, key.low); }
    };
    struct Bucket
    {
        qint64 level = 0; // tokens times the period in ms, so that refilling needs no fractions
        qint64 atMs = 0;
        qint64 fullAtMs = 0;
        qint64 periodMs = 0; // from empty to full
    };
    struct Shard
    {
        std::mutex mutex;
        QHash<Key, Bucket> buckets;
        qint64 sweptAtMs = std::numeric_limits<qint64>::min();
    };

    static constexpr int shardCount = 16;

    // Everybody can come from many addresses, and nobody has many accounts: they do not take each other's room.
    struct Table
    {
        std::array<Shard, shardCount> shards;
        Shard rest; // one bucket per kind, for all who found no room
    };

    static Key keyOf(int kind, const QUuid &uuid);
    static Verdict draw(Bucket &bucket, const Allowance &allowance, qint64 nowMs);
    static void sweep(Shard &shard, qint64 nowMs);
    Verdict take(Table &table, const Key &key, const Allowance &allowance, qint64 nowMs);

    const int m_bucketsPerShard;
    Table m_addresses;
    Table m_accounts;
};

} // namespace http
