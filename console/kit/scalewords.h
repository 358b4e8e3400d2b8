#pragma once

// What scales say, a line at a time. Understood are the continuous protocols of the trade: Mettler Toledo SICS, A&D,
// and Toledo's own, which is counted in bytes.

#include "shared/base/values.h"

#include <QByteArray>
#include <QByteArrayView>

namespace kit {

struct ScaleReading
{
    Quantity kilograms;
    bool isStable = false; // does not move any more
    bool isWithin = true;  // what the scale can weigh

    friend bool operator==(const ScaleReading &, const ScaleReading &) = default;
};

// Empty: the line is no reading, or one in a unit that is not of this trade.
std::optional<ScaleReading> readScale(QByteArrayView line);

// Cuts what arrives into lines: at line ends, and before each start of a Toledo frame. What is no end of anything is
// thrown away.
class ScaleLines
{
public:
    QList<QByteArray> take(QByteArrayView bytes);

private:
    static constexpr qsizetype lineMax = 64;
    QByteArray m_begun;
};

} // namespace kit
