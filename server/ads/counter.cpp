#include "server/ads/counter.h"

namespace ads {

QByteArray Counter::keyOf(Deed deed, Id<Ad> ad, const QByteArray &viewer)
{
    return (deed == Deed::Impression ? 'i' : 'c') + ad.uuid.toRfc4122() + viewer;
}

const Counter::Seen *Counter::find(const QByteArray &key) const
{
    if (const auto found = m_young.constFind(key); found != m_young.cend())
        return &*found;
    const auto found = m_old.constFind(key);
    return found == m_old.cend() ? nullptr : &*found;
}

void Counter::remember(const QByteArray &key, const Seen &seen, Instant now)
{
    if (m_young.size() >= m_viewersMax || now.ms - m_youngSince.ms >= dayMs) {
        m_old = std::exchange(m_young, {});
        m_youngSince = now;
    }
    m_young.insert(key, seen);
}

bool Counter::isDue(Deed deed, Id<Ad> ad, const QByteArray &viewer, const Seen *before, Instant now) const
{
    if (deed == Deed::Impression)
        return !before || now.ms - before->last.ms >= countEveryMs;
    const Seen *view = find(keyOf(Deed::Impression, ad, viewer));
    return view && now.ms - view->last.ms < clickWithinMs && (!before || before->last < view->last);
}

bool Counter::note(Deed deed, Id<Ad> ad, const QByteArray &viewer, Instant now, const std::optional<Room> &room)
{
    const std::lock_guard lock(m_mutex);
    if (room && std::max(m_pendingViews.value(ad), room->waited) >= room->views)
        return false;
    const QByteArray key = keyOf(deed, ad, viewer);
    const Seen *before = find(key);
    if (!isDue(deed, ad, viewer, before, now))
        return false;
    // On the day of its view, or a day would have more clicks than views.
    const QString day = deed == Deed::Click ? find(keyOf(Deed::Impression, ad, viewer))->day : dayOf(now);
    remember(key, {now, day, 1 + (before && before->day == day ? before->views : 0)}, now);

    if (m_waiting == 0)
        m_flushedAt = now; // the wait begins with the first count
    ++m_waiting;
    Count &count = m_pending[{ad, day}];
    if (deed == Deed::Click) {
        ++count.clicks;
    } else {
        ++count.impressions;
        ++m_pendingViews[ad];
    }
    return true;
}

int Counter::viewsOfDay(Id<Ad> ad, const QByteArray &viewer, Instant now) const
{
    const std::lock_guard lock(m_mutex);
    const Seen *seen = find(keyOf(Deed::Impression, ad, viewer));
    return seen && seen->day == dayOf(now) ? seen->views : 0;
}

qint64 Counter::pendingViews(Id<Ad> ad) const
{
    const std::lock_guard lock(m_mutex);
    return m_pendingViews.value(ad);
}

Counter::Views Counter::pendingViews() const
{
    const std::lock_guard lock(m_mutex);
    return m_pendingViews;
}

bool Counter::isDue(Instant now) const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting >= pendingMax || (m_waiting > 0 && now.ms - m_flushedAt.ms >= flushEveryMs);
}

Counts Counter::take(Instant now)
{
    const std::lock_guard lock(m_mutex);
    m_flushedAt = now;
    m_waiting = 0;
    return std::exchange(m_pending, {});
}

void Counter::settle(const Counts &written)
{
    const std::lock_guard lock(m_mutex);
    for (auto it = written.cbegin(); it != written.cend(); ++it)
        if (const auto views = m_pendingViews.find(it.key().ad);
            views != m_pendingViews.end() && (*views -= it->impressions) <= 0)
            m_pendingViews.erase(views);
}

void Counter::giveBack(const Counts &counts)
{
    const std::lock_guard lock(m_mutex);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        m_pending[it.key()].impressions += it->impressions;
        m_pending[it.key()].clicks += it->clicks;
        m_waiting += it->impressions + it->clicks;
    }
}

} // namespace ads
