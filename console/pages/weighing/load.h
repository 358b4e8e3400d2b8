#pragma once

// What lies on a scale, which says kilograms, in the unit of the line that it is weighed for.

#include "shared/base/share.h"
#include "shared/contract/catalog.h"

namespace weighing {

struct Load
{
    Quantity gross;
    Quantity tare;
};

constexpr Quantity inUnit(Quantity kilograms, Unit unit)
{
    constexpr qint64 kilogramsPerTonne = 1'000;
    return unit == Unit::Ton ? Quantity{roundedQuotient(kilograms.milli, kilogramsPerTonne)} : kilograms;
}

// The goods are rounded once, and gross is what they and the tare make: each rounded by itself would charge up to a
// kilogram that is not there.
constexpr Load loadOf(Quantity gross, Quantity tare, Unit unit)
{
    const Quantity empty = inUnit(tare, unit);
    return {.gross = empty + inUnit(gross - tare, unit), .tare = empty};
}

} // namespace weighing
