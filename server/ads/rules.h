#pragma once

// Pure rules of advertising: when an ad runs, which one is drawn, when a slot is full, what counts as a view.

#include "shared/base/indiatime.h"
#include "shared/base/result.h"
#include "shared/contract/adroom.h"

#include <QByteArrayView>

#include <functional>

namespace ads {

constexpr int aheadDaysMax = 731;               // until a campaign begins
constexpr qint64 countEveryMs = 30 * minuteMs;  // one viewer counts once in this time
constexpr qint64 clickWithinMs = dayMs;         // a page may stay open so long before its ad is followed
constexpr qint64 imageGraceMs = hourMs;         // a page that was opened before the end may still fetch the picture
constexpr int imageCacheSeconds = 365 * 86'400; // its address changes with it (MED-12)
constexpr qint64 flushEveryMs = 10'000;         // how long counts may wait in memory
constexpr qint64 pendingMax = 1000;             // how many counts may wait there

// Everything that decides whether an ad may be shown at a time.
struct Window
{
    Instant startDate;
    Instant endDate;
    bool isActive = true;
    std::optional<qint64> impressionCap = {};
    qint64 impressions = 0;
};

AdState stateOf(const Window &window, Instant now);
BasisPoints ctrOf(qint64 impressions, qint64 clicks);
QString dayOf(Instant time); // "2026-11-20", as India's clocks show it

struct Candidate
{
    Id<Ad> id;
    Id<Ad> place; // placeOf()
    int priority = 0;
    int weight = 1;
};

// A whole number from 0 to one less than the bound, all equally likely.
using Draw = std::function<quint32(quint32 bound)>;

// As many as there are places: higher priority first, among equals by weight and without repeating; of a pair each
// half is as likely as the other.
QList<Id<Ad>> drawn(const QList<Candidate> &candidates, int places, const Draw &draw);

// Whether the slot has, for some viewer, no place left at some moment between start and end.
bool isFull(const QList<Booking> &bookings, int places, Instant start, Instant end);

inline auto noAd()
{
    return notFound(QLatin1StringView("ad"));
}

// Programs that say themselves that no person is looking.
bool isRobot(QByteArrayView agent);

// The address as it is stored and sent, or why it is none: only https, a host that the whole world knows by a name, no
// user or password.
Result<QString> checkedUrl(const QString &url);
Result<> checkWindow(Instant start, Instant end, Instant now);

} // namespace ads
