#pragma once

// Searches that found nothing, by place and hour. Somebody who asks again in the same place on the same day is counted
// once, and whoever is not signed in is the household that the address belongs to: the last askers are remembered by a
// fingerprint in a table of fixed size, so a crowd can push one of them out, and then that one counts again.

#include "server/core/caller.h"
#include "server/core/tally.h"
#include "shared/contract/discovery.h"

#include <atomic>
#include <memory>

namespace discovery {

class Misses
{
public:
    struct Key
    {
        int cell = 0;
        qint64 hourMs = 0;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.cell, key.hourMs); }
    };

    // Places outside of India are not counted.
    void note(const Caller &caller, const GeoPoint &place, Instant now);

    QList<MissedSearches> take();
    void giveBack(const QList<MissedSearches> &taken);

private:
    static constexpr std::size_t fingerprintCount = 65'536;

    bool isFirst(const Caller &caller, int cell, Instant now);

    Tally<Key> m_tally;
    std::unique_ptr<std::atomic<quint64>[]> m_fingerprints = std::make_unique<std::atomic<quint64>[]>(fingerprintCount);
};

} // namespace discovery
