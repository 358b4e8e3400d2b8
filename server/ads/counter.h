#pragma once

// Views and clicks that were counted but not written yet, and who was counted when. It lives in memory only: a crash
// loses at most the counts of some seconds, and of a viewer nothing is ever stored.

#include "server/ads/rules.h"

#include <QHash>

#include <mutex>

namespace ads {

enum class Deed { Impression, Click };

struct Count
{
    qint64 impressions = 0;
    qint64 clicks = 0;
};

// What was counted of an ad on a day.
struct DayKey
{
    Id<Ad> ad;
    QString day;

    friend bool operator==(const DayKey &, const DayKey &) = default;
    friend size_t qHash(const DayKey &key, size_t seed = 0) { return qHashMulti(seed, key.ad, key.day); }
};
using Counts = QHash<DayKey, Count>;

class Counter
{
public:
    explicit Counter(qsizetype viewersMax = 200'000)
        : m_viewersMax(viewersMax)
    {}

    // False when this viewer was counted for the same deed within the interval. A click belongs to a view: it counts
    // when the viewer was counted as having seen the ad lately and has not followed it since, on the day of that view.
    // A view is not counted either, and no click of it, when as many wait as there is room for.
    struct Room
    {
        qint64 views = 0;  // until the cap, by what is written
        qint64 waited = 0; // when that was not read yet; what has been written since is not in it
    };
    bool note(Deed deed, Id<Ad> ad, const QByteArray &viewer, Instant now, const std::optional<Room> &room = {});
    // How often the viewer was counted as having seen the ad on this day.
    int viewsOfDay(Id<Ad> ad, const QByteArray &viewer, Instant now) const;

    // Views that are not known to be written, also while they are. Asked before what is written, they may count twice,
    // but never not at all.
    using Views = QHash<Id<Ad>, qint64>;
    Views pendingViews() const;
    qint64 pendingViews(Id<Ad> ad) const;
    // Whether so much or for so long waits that it is to be written.
    bool isDue(Instant now) const;
    // What waits, to be written; how that ended is said afterwards.
    Counts take(Instant now);
    void settle(const Counts &written);
    void giveBack(const Counts &counts); // that could not be written, and wait again

private:
    struct Seen
    {
        Instant last;
        QString day;
        int views = 0;
    };
    using Memory = QHash<QByteArray, Seen>;

    static QByteArray keyOf(Deed deed, Id<Ad> ad, const QByteArray &viewer);
    bool isDue(Deed deed, Id<Ad> ad, const QByteArray &viewer, const Seen *before, Instant now) const;
    const Seen *find(const QByteArray &key) const;
    void remember(const QByteArray &key, const Seen &seen, Instant now);

    const qsizetype m_viewersMax;
    mutable std::mutex m_mutex;
    // Two halves: what was not met again while the young half filled up is forgotten, so the memory stays small.
    Memory m_young, m_old;
    Instant m_youngSince;
    Counts m_pending;
    Views m_pendingViews;
    qint64 m_waiting = 0;
    Instant m_flushedAt;
};

} // namespace ads
