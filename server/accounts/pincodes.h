#pragma once

// The centres of India's pincode areas: a sorted blob inside the program, searched in place. Nothing is loaded.

#include "shared/contract/accounts.h"

namespace accounts {

struct PincodeArea
{
    GeoPoint centre;
    QString region; // ISO 3166-2, "IN-MH"
};

class Pincodes
{
public:
    std::optional<GeoPoint> centreOf(const QString &pincode) const;
    // ISO 3166-2 of the state the pincode lies in, "IN-MH"; empty when the pincode is unknown.
    QString regionOf(const QString &pincode) const;
    // All whose state is known, in the order of their pincodes.
    QList<PincodeArea> areas() const;
};

} // namespace accounts
