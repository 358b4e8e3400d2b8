#pragma once

// Campaigns as days of India's calendar, whatever zone the machine is set to: which of them are on screen, and how they
// lie beside each other in the lane of their slot.

#include "console/pages/ads/places.h"

#include <QDate>

namespace ads {

enum class Zoom { Day, Week, Month };

// The days that are on screen.
struct Stretch
{
    QDate from;
    int days = 35;

    QDate until() const { return from.addDays(days); } // the first day that is not
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

// Around a day, with a little of what was before it.
Stretch stretchAround(Zoom zoom, QDate day);
// A part further or back, so that some days stay in sight.
Stretch turned(Zoom zoom, const Stretch &stretch, int by);

QDate dayOf(Instant time);
// "14 Nov 2026"
QString dayText(QDate day);
Instant startOf(QDate day);
QDate firstDay(const Ad &ad);
QDate lastDay(const Ad &ad);
// The same time of the day, so many days later.
Instant shifted(Instant time, qint64 days);
// "14 – 26 Nov 2026"
QString spanText(QDate first, QDate last);
inline QString spanText(const Ad &ad)
{
    return spanText(firstDay(ad), lastDay(ad));
}

// An ad and its row within the lane.
struct Bar
{
    Ad ad;
    int track = 0;
};
// In the order of their start; each takes the highest row that is free for all of its days.
QList<Bar> packed(QList<Ad> ads);
int tracks(const QList<Bar> &bars);

// How much of the draw the ad has before the viewer who meets most of its rivals: its weight of all weights, in
// percent; the halves of an A/B pair share alike when they run at the same time.
int shareOf(const Ad &ad, const QList<Ad> &all, const Categories &categories);
// How many campaigns one viewer meets in its place at most while it runs, itself among them. With more than the slot
// rotates the server refuses it.
int crowdOf(const Ad &ad, const QList<Ad> &all, const Categories &categories);
inline bool isCrowded(const Ad &ad, const QList<Ad> &all, const Categories &categories)
{
    return crowdOf(ad, all, categories) > shapeOf(ad.slot).rotation;
}

} // namespace ads
