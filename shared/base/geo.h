#pragma once

// Distances on the globe. Exact enough for trade: the mean earth radius is at most 0.35 % off.

#include <algorithm>
#include <cmath>

namespace geo {

constexpr double earthRadiusKm = 6371.0088;
constexpr double kmPerDegree = 111.19508;

inline double radians(double degrees)
{
    return degrees * 0.017453292519943295;
}

// Great-circle distance by the haversine formula.
inline double distanceKm(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
{
    const double sinLatitude = std::sin(radians(latitudeB - latitudeA) / 2);
    const double sinLongitude = std::sin(radians(longitudeB - longitudeA) / 2);
    const double a = sinLatitude * sinLatitude +
                     std::cos(radians(latitudeA)) * std::cos(radians(latitudeB)) * sinLongitude * sinLongitude;
    return 2 * earthRadiusKm * std::asin(std::min(1.0, std::sqrt(a)));
}

} // namespace geo
