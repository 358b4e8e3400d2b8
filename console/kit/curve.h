#pragma once

// A smooth line through points that never leaves them upwards or downwards between two of them: no day is drawn higher
// or lower than it was (monotone cubic, Fritsch and Carlson).

#include <QList>
#include <QPointF>

namespace kit {

// The points with so many more between each two of them.
QList<QPointF> smooth(const QList<QPointF> &points, int between);

} // namespace kit
