#include "server/http/ratelimit.h"

#include <QtEndian>

namespace http {

namespace {

constexpr qint64 msPerSecond = 1000;

enum Kind { Address, Anonymous, Account, AccountBurst, Store, Class };

// Auth and one-time codes are counted per address, because there is no account yet; the rest per account.
bool isCountedPerAddress(Rate rate)
{
    return isForSigningIn(rate) || rate == Rate::Webhook;
}

int secondsUp(qint64 ms)
{
    return int((ms + msPerSecond - 1) / msPerSecond);
}

} // namespace

void RateLimiter::Verdict::tighten(const Verdict &other)
{
    if (other.limit == 0)
        return;
    const bool isTighter =
        limit == 0 || (isAllowed && !other.isAllowed) || (isAllowed == other.isAllowed && other.remaining < remaining);
    if (isTighter)
        *this = other;
}

RateLimiter::Verdict RateLimiter::takeForAddress(const RateLimits &limits, quint64 subscriber, Rate rate, qint64 nowMs)
{
    Verdict verdict;
    if (rate != Rate::Webhook) // a gateway calls for all its customers from a few addresses
        verdict = take(m_addresses, {Address, 0, subscriber}, limits.perAddress, nowMs);
    if (verdict.isAllowed && isCountedPerAddress(rate))
        verdict.tighten(take(m_addresses, {Class + int(rate), 0, subscriber}, limits.of(rate), nowMs));
    return verdict;
}

RateLimiter::Verdict RateLimiter::takeForCaller(const RateLimits &limits, quint64 subscriber, const Caller &caller,
                                                Rate rate, qint64 nowMs)
{
    if (caller.isIntegration())
        return take(m_accounts, keyOf(Class + int(rate), caller.apiKeyId.uuid), limits.of(rate), nowMs);
    if (!caller.known) {
        const bool hasOwnCount = isCountedPerAddress(rate);
        return hasOwnCount ? Verdict{} : take(m_addresses, {Anonymous, 0, subscriber}, limits.anonymous, nowMs);
    }
    Verdict verdict;
    if (caller.role == Role::Admin) {
        verdict = take(m_accounts, keyOf(Account, caller.id.uuid), limits.admin, nowMs);
    } else if (caller.role == Role::Vendor) {
        verdict = take(m_accounts, keyOf(Store, caller.vendorId ? caller.vendorId->uuid : caller.id.uuid), limits.store,
                       nowMs);
    } else {
        verdict = take(m_accounts, keyOf(AccountBurst, caller.id.uuid), limits.buyerBurst, nowMs);
        if (verdict.isAllowed)
            verdict.tighten(take(m_accounts, keyOf(Account, caller.id.uuid), limits.buyer, nowMs));
    }
    if (verdict.isAllowed && !isCountedPerAddress(rate))
        verdict.tighten(take(m_accounts, keyOf(Class + int(rate), caller.id.uuid), limits.of(rate), nowMs));
    return verdict;
}

RateLimiter::Key RateLimiter::keyOf(int kind, const QUuid &uuid)
{
    return {kind, quint64(uuid.data1) << 32 | quint64(uuid.data2) << 16 | uuid.data3,
            qFromBigEndian<quint64>(uuid.data4)};
}

RateLimiter::Verdict RateLimiter::take(Table &table, const Key &key, const Allowance &allowance, qint64 nowMs)
{
    if (allowance.amount == 0)
        return {};
    Shard &shard = table.shards[qHash(key) % shardCount];
    {
        const std::lock_guard lock(shard.mutex);
        if (shard.buckets.size() >= m_bucketsPerShard && !shard.buckets.contains(key))
            sweep(shard, nowMs);
        if (shard.buckets.size() < m_bucketsPerShard || shard.buckets.contains(key))
            return draw(shard.buckets[key], allowance, nowMs);
    }
    // A stranger in a flood shares what one address has with all the others that are new; whoever was known before
    // keeps a count of their own, and nobody who was refused is forgotten.
    const std::lock_guard lock(table.rest.mutex);
    return draw(table.rest.buckets[{key.kind, 0, 0}], allowance, nowMs);
}

RateLimiter::Verdict RateLimiter::draw(Bucket &bucket, const Allowance &allowance, qint64 nowMs)
{
    const qint64 periodMs = allowance.periodSeconds * msPerSecond;
    const qint64 full = allowance.amount * periodMs;
    if (bucket.periodMs == 0)
        bucket = {.level = full, .atMs = nowMs};
    bucket.level = std::min(full, bucket.level + (nowMs - bucket.atMs) * allowance.amount);
    bucket.atMs = nowMs;

    Verdict verdict{.isAllowed = bucket.level >= periodMs, .limit = allowance.amount};
    if (verdict.isAllowed)
        bucket.level -= periodMs;
    else
        verdict.retrySeconds = std::max(1, secondsUp((periodMs - bucket.level) / allowance.amount));
    verdict.remaining = int(bucket.level / periodMs);
    verdict.resetSeconds = secondsUp((full - bucket.level) / allowance.amount);
    bucket.fullAtMs = nowMs + (full - bucket.level) / allowance.amount;
    bucket.periodMs = periodMs;
    return verdict;
}

// Forgets the buckets that are full or nearly so, which hardly differ from new ones: that gives back a quarter of an
// allowance at most, and an empty bucket stays. Looking at all of them takes a while, so it is done once in a second.
void RateLimiter::sweep(Shard &shard, qint64 nowMs)
{
    constexpr qint64 restMs = 1000;
    if (shard.sweptAtMs > nowMs - restMs)
        return;
    shard.sweptAtMs = nowMs;
    shard.buckets.removeIf([&](const auto &entry) {
        const Bucket &bucket = entry.value();
        return bucket.fullAtMs - nowMs <= bucket.periodMs / 4;
    });
}

} // namespace http
