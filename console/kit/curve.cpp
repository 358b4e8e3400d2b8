#include "console/kit/curve.h"

#include <cmath>

namespace kit {

namespace {

// How steep the line is at each point.
QList<double> slopes(const QList<QPointF> &points)
{
    const qsizetype last = points.size() - 1;
    QList<double> rises;
    for (qsizetype i = 0; i < last; ++i)
        rises += (points.at(i + 1).y() - points.at(i).y()) / (points.at(i + 1).x() - points.at(i).x());
    QList<double> out{rises.first()};
    for (qsizetype i = 1; i < last; ++i)
        out += rises.at(i - 1) * rises.at(i) <= 0 ? 0.0 : (rises.at(i - 1) + rises.at(i)) / 2;
    out += rises.last();
    for (qsizetype i = 0; i < last; ++i) {
        if (rises.at(i) == 0) {
            out[i] = out[i + 1] = 0;
            continue;
        }
        const double a = out.at(i) / rises.at(i);
        const double b = out.at(i + 1) / rises.at(i);
        if (const double size = a * a + b * b; size > 9) {
            out[i] = 3 / std::sqrt(size) * a * rises.at(i);
            out[i + 1] = 3 / std::sqrt(size) * b * rises.at(i);
        }
    }
    return out;
}

} // namespace

QList<QPointF> smooth(const QList<QPointF> &points, int between)
{
    if (points.size() < 3)
        return points;
    const QList<double> steep = slopes(points);
    QList<QPointF> out{points.first()};
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QPointF from = points.at(i);
        const QPointF to = points.at(i + 1);
        const double width = to.x() - from.x();
        for (int k = 1; k <= between; ++k) {
            const double t = double(k) / (between + 1);
            const double t2 = t * t;
            const double t3 = t2 * t;
            out += {from.x() + width * t, (2 * t3 - 3 * t2 + 1) * from.y() + (t3 - 2 * t2 + t) * width * steep.at(i) +
                                              (3 * t2 - 2 * t3) * to.y() + (t3 - t2) * width * steep.at(i + 1)};
        }
        out += to;
    }
    return out;
}

} // namespace kit
