#include "server/discovery/misses.h"

#include "server/core/viewer.h"
#include "shared/base/geocell.h"
#include "shared/base/indiatime.h"

namespace discovery {

void Misses::note(const Caller &caller, const GeoPoint &place, Instant now)
{
    if (!geocell::isCounted(place.latitude, place.longitude))
        return;
    const Key key{geocell::at(place.latitude, place.longitude).id(), india::hourOf(now).ms};
    if (isFirst(caller, key.cell, now))
        m_tally.add(key);
}

bool Misses::isFirst(const Caller &caller, int cell, Instant now)
{
    const std::size_t who = caller.known ? qHash(caller.id) : qHash(viewerAddress(caller.ip));
    const quint64 fingerprint = qHashMulti(QHashSeed::globalSeed(), who, cell, india::dayOf(now).ms);
    return m_fingerprints[fingerprint % fingerprintCount].exchange(fingerprint, std::memory_order_relaxed) !=
           fingerprint;
}

QList<MissedSearches> Misses::take()
{
    QList<MissedSearches> out;
    for (const auto &[key, times] : m_tally.take())
        out += {.cell = key.cell, .hour = {key.hourMs}, .count = times};
    return out;
}

void Misses::giveBack(const QList<MissedSearches> &taken)
{
    for (const MissedSearches &each : taken)
        m_tally.add({each.cell, each.hour.ms}, each.count);
}

} // namespace discovery
