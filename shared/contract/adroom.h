#pragma once

// When two campaigns are in each other's way: the server refuses by it, the console says it beforehand. They compete
// where one viewer may meet both, which is where they stand in the same slot and whom they are for overlaps; what is
// not said of a campaign overlaps with everything. A category reaches everything below it.

#include "shared/contract/ads.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <vector>

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

// Where a booking begins or ends before those whom it reaches: so much more or less weighs there from then on.
struct Turn
{
    Instant time;
    int weight = 0;
    const Target *target = nullptr;
};
using Turns = std::vector<Turn>;

// An A/B pair is one place that weighs as much as the heavier half that stands there: its windows are cut where one of
// them begins or ends.
inline QList<Booking> apart(const QList<Booking> &halves)
{
    std::vector<Instant> cuts;
    for (const Booking &each : halves)
        cuts.insert(cuts.end(), {each.start, each.end});
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    QList<Booking> out;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        Booking piece{.start = cuts[i], .end = cuts[i + 1], .weight = 0};
        for (const Booking &each : halves)
            if (each.start <= piece.start && piece.end <= each.end && each.weight > piece.weight)
                std::tie(piece.place, piece.target, piece.weight) = std::tie(each.place, each.target, each.weight);
        if (piece.weight > 0)
            out += piece;
    }
    return out;
}

// What stands at some moment between two of them, from the first on, each place once.
inline QList<Booking> between(const QList<Booking> &bookings, Instant start, Instant end)
{
    QHash<Id<Ad>, QList<Booking>> places;
    for (const Booking &each : bookings)
        if (each.start < each.end)
            places[each.place] += each;
    QList<Booking> out;
    for (const QList<Booking> &place : std::as_const(places))
        out += place.size() == 1 ? place : apart(place);
    out.removeIf([&](const Booking &each) { return each.start >= end || each.end <= start; });
    for (Booking &each : out)
        each.start = std::max(each.start, start);
    return out;
}

// In their order, at one moment what ends before what begins. They point to the bookings.
inline Turns turnsOf(const QList<Booking> &bookings)
{
    Turns out;
    for (const Booking &each : bookings) {
        out.push_back({each.start, each.weight, &each.target});
        out.push_back({each.end, -each.weight, &each.target});
    }
    std::sort(out.begin(), out.end(),
              [](const Turn &a, const Turn &b) { return std::tie(a.time, a.weight) < std::tie(b.time, b.weight); });
    return out;
}

template <class Kept>
Turns only(const Turns &turns, Kept kept)
{
    Turns out;
    std::copy_if(turns.begin(), turns.end(), std::back_inserter(out),
                 [&](const Turn &turn) { return kept(*turn.target); });
    return out;
}

// The different values of a part that somebody named. Who is none of them meets nobody whom the others do not meet, so
// that "nobody in particular" is only looked at when no value is named.
template <class Value>
std::vector<std::optional<Value>> named(const Turns &turns, std::optional<Value> Target::*part)
{
    std::vector<std::optional<Value>> out;
    for (const Turn &turn : turns)
        if (turn.target->*part && std::find(out.begin(), out.end(), turn.target->*part) == out.end())
            out.push_back(turn.target->*part);
    if (out.empty())
        out.emplace_back();
    return out;
}

// The same of the pages: a category and what lies above it.
inline QList<QList<Id<Category>>> pages(const Turns &turns)
{
    QHash<Id<Category>, QList<Id<Category>>> out;
    for (const Turn &turn : turns)
        if (!turn.target->categories.isEmpty())
            out.insert(turn.target->categories.constFirst(), turn.target->categories);
    return out.isEmpty() ? QList<QList<Id<Category>>>{{}} : out.values();
}

// Calls look with what one viewer meets, for every kind of viewer that the targets tell apart: of a region, a role, and
// a page. So many kinds at most as regions × roles × categories are named, whatever number of bookings there is.
template <class Look>
void eachViewer(const Turns &all, Look look)
{
    for (const auto &region : named(all, &Target::region)) {
        const Turns there = only(all, [&](const Target &each) { return !each.region || each.region == region; });
        for (const auto &role : named(there, &Target::audience)) {
            const Turns seen = only(there, [&](const Target &each) { return !each.audience || each.audience == role; });
            for (const QList<Id<Category>> &page : pages(seen))
                look(only(seen, [&](const Target &each) {
                    return each.categories.isEmpty() || page.contains(each.categories.constFirst());
                }));
        }
    }
}

} // namespace room

// The most that what one viewer meets at a moment between start and end weighs together.
inline int heaviestBetween(const QList<Booking> &bookings, Instant start, Instant end)
{
    const QList<Booking> there = room::between(bookings, start, end);
    int most = 0;
    room::eachViewer(room::turnsOf(there), [&](const room::Turns &met) {
        int sum = 0;
        for (const room::Turn &turn : met)
            most = std::max(most, sum += turn.weight);
    });
    return most;
}

// The first moment from `from` on when a campaign of that length finds one of the places before every viewer; each
// booking weighs what it takes of them.
inline Instant firstFree(const QList<Booking> &bookings, int places, Instant from, qint64 lengthMs)
{
    std::vector<std::pair<Instant, Instant>> full; // from, until
    const Instant ever{std::numeric_limits<qint64>::max()};
    const QList<Booking> there = room::between(bookings, from, ever);
    room::eachViewer(room::turnsOf(there), [&](const room::Turns &met) {
        int sum = 0;
        for (const room::Turn &turn : met) {
            const int before = std::exchange(sum, sum + turn.weight);
            if (before < places && sum >= places)
                full.emplace_back(turn.time, ever);
            else if (before >= places && sum < places)
                full.back().second = turn.time;
        }
    });
    std::sort(full.begin(), full.end());
    Instant out = from;
    for (const auto &[start, end] : full) {
        if (start >= out.after(lengthMs))
            break;
        out = std::max(out, end);
    }
    return out;
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
