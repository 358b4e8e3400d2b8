#pragma once

// Pure rules of discovery: who is within reach of whom, and the order of what is found.

#include "shared/base/geo.h"
#include "shared/contract/discovery.h"

namespace discovery {

// Answers are made for the origin rounded to about a metre, so that the same place asks the same question.
inline GeoPoint rounded(const GeoPoint &point)
{
    constexpr double steps = 100'000;
    return {std::round(point.latitude * steps) / steps, std::round(point.longitude * steps) / steps};
}

// What is told, in lists and cursors alike: tens of metres are enough, and more would tell where somebody lives.
inline double shown(double distanceKm)
{
    return std::round(distanceKm * 100) / 100;
}

// What the caller looks around. Without an origin everything is in reach and nothing has a distance (SRCH-16).
struct Reach
{
    std::optional<GeoPoint> origin;
    double radiusKm = 0; // the smaller one of the platform's and the asked radius
};

// Where a store is, or nothing when it has not said so.
struct Place
{
    std::optional<GeoPoint> location;
    std::optional<int> radiusKm; // the store's own limit
};

// The distance as it is told when the store is in reach, nothing when it is not. The bounding band is asked first
// because it is one subtraction; the great circle decides (SRCH-03).
inline std::optional<double> distanceWithin(const Reach &reach, const Place &place)
{
    if (!reach.origin || !place.location)
        return std::nullopt;
    const double limitKm = place.radiusKm ? std::min(reach.radiusKm, double(*place.radiusKm)) : reach.radiusKm;
    if (std::abs(place.location->latitude - reach.origin->latitude) * geo::kmPerDegree > limitKm * 1.01 + 0.01)
        return std::nullopt;
    const double distanceKm = geo::distanceKm(reach.origin->latitude, reach.origin->longitude, place.location->latitude,
                                              place.location->longitude);
    return distanceKm <= limitKm ? std::optional(shown(distanceKm)) : std::nullopt;
}

// The band and the width outside of which nothing can be in reach of the origin.
struct Box
{
    double south;
    double north;
    double halfWidth; // in degrees of longitude
};

inline Box boxAround(const GeoPoint &origin, double radiusKm)
{
    const double km = radiusKm * 1.01 + 0.01;
    const double degrees = km / geo::kmPerDegree;
    const double south = origin.latitude - degrees;
    const double north = origin.latitude + degrees;
    constexpr double nearPole = 89.9;
    const double narrowest = std::cos(geo::radians(std::min(nearPole, std::max(std::abs(south), std::abs(north)))));
    const double sine = std::sin(km / geo::earthRadiusKm / 2) / narrowest;
    return {south, north, sine < 1 ? 2 * std::asin(sine) / geo::radians(1) : 180};
}

inline bool isWithinWidth(const Box &box, const GeoPoint &origin, const GeoPoint &location)
{
    const double apart = std::abs(location.longitude - origin.longitude);
    return std::min(apart, 360 - apart) <= box.halfWidth;
}

} // namespace discovery
