#pragma once

// When two campaigns are in each other's way: the server refuses by it, the console says it beforehand. They compete
// where one viewer may meet both, which is where they stand in the same slot and whom they are for overlaps; what is
// not said of a campaign overlaps with everything. A category reaches everything below it.

#include "shared/contract/ads.h"

#include <algorithm>

namespace ads {

// Whom a campaign reaches.
struct Target
{
    std::optional<QString> region = {};
    QList<Id<Category>> categories = {}; // its own and those above it; empty: every page
    std::optional<Role> audience = {};
};

// A campaign that takes a place of a slot for some time.
struct Booking
{
    Id<Ad> place;
    Instant start;
    Instant end;
    Target target = {};
    int weight = 1;
};

// Two ads that are each other's partner are one candidate of the draw and one place of the slot.
inline Id<Ad> placeOf(Id<Ad> id, const std::optional<Id<Ad>> &partner)
{
    return partner && *partner < id ? *partner : id;
}

namespace room {

template <class T>
bool meet(const std::optional<T> &a, const std::optional<T> &b)
{
    return !a || !b || *a == *b;
}

inline bool overlap(const Target &a, const Target &b)
{
    const bool onOnePage = a.categories.isEmpty() || b.categories.isEmpty() ||
                           a.categories.contains(b.categories.constFirst()) ||
                           b.categories.contains(a.categories.constFirst());
    return onOnePage && meet(a.region, b.region) && meet(a.audience, b.audience);
}

// Whom both reach; they have to overlap. Of two categories one lies in the other.
inline Target both(const Target &a, const Target &b)
{
    return {.region = a.region ? a.region : b.region,
            .categories = a.categories.size() < b.categories.size() ? b.categories : a.categories,
            .audience = a.audience ? a.audience : b.audience};
}

inline bool covers(const Target &wide, const Target &narrow)
{
    return (!wide.region || wide.region == narrow.region) && (!wide.audience || wide.audience == narrow.audience) &&
           (wide.categories.isEmpty() || narrow.categories.contains(wide.categories.constFirst()));
}

} // namespace room

// How much the campaigns that one viewer meets weigh together at most. Whoever reaches every viewer that is left always
// counts; of the others each narrows down whom the rest may meet, which ends after a few steps because a target has
// only three parts.
inline int heaviest(const QList<Booking> &there, const Target &viewer = {})
{
    int sum = 0, most = 0;
    QList<Booking> narrower;
    for (const Booking &each : there) {
        if (room::covers(each.target, viewer))
            sum += each.weight;
        else if (room::overlap(each.target, viewer))
            narrower += each;
    }
    for (const Booking &each : std::as_const(narrower))
        most = std::max(most, heaviest(narrower, room::both(each.target, viewer)));
    return sum + most;
}

// Those that stand there at a time, of an A/B pair the heavier half.
inline QList<Booking> standing(const QList<Booking> &bookings, Instant time)
{
    QList<Booking> out;
    for (const Booking &each : bookings) {
        if (each.start > time || time >= each.end)
            continue;
        const auto half =
            std::find_if(out.begin(), out.end(), [&](const Booking &other) { return other.place == each.place; });
        if (half == out.end())
            out += each;
        else
            half->weight = std::max(half->weight, each.weight);
    }
    return out;
}

// The most that one viewer meets at a moment between start and end. It grows only where a booking begins, so only those
// moments have to be looked at.
inline int heaviestBetween(const QList<Booking> &bookings, Instant start, Instant end)
{
    QList<Booking> near;
    for (const Booking &each : bookings)
        if (each.start < end && each.end > start)
            near += each;
    int most = heaviest(standing(near, start));
    for (const Booking &each : std::as_const(near))
        if (each.start > start)
            most = std::max(most, heaviest(standing(near, each.start)));
    return most;
}

// Of a wish, a row or an ad; lineageOf: a category and those above it.
template <class Campaign, class LineageOf>
Target targetOf(const Campaign &campaign, LineageOf lineageOf)
{
    return {.region = campaign.region,
            .categories = campaign.categoryId ? lineageOf(*campaign.categoryId) : QList<Id<Category>>(),
            .audience = campaign.audience};
}

// The campaigns that compete with this one, whenever they run: neither itself nor its A/B partner.
template <class Campaign, class LineageOf>
QList<Campaign> rivalsOf(const Campaign &own, const QList<Campaign> &all, LineageOf lineageOf)
{
    const Target target = targetOf(own, lineageOf);
    QList<Campaign> out;
    for (const Campaign &each : all)
        if (each.slot == own.slot && each.id != own.id && own.partnerId != each.id &&
            room::overlap(target, targetOf(each, lineageOf)))
            out += each;
    return out;
}

// The places they take before those who may also see this one.
template <class Campaign, class LineageOf>
QList<Booking> bookingsOf(const Campaign &own, const QList<Campaign> &rivals, LineageOf lineageOf)
{
    const Target target = targetOf(own, lineageOf);
    QList<Booking> out;
    for (const Campaign &each : rivals)
        out += Booking{placeOf(each.id, each.partnerId), each.startDate, each.endDate,
                       room::both(target, targetOf(each, lineageOf))};
    return out;
}

} // namespace ads
