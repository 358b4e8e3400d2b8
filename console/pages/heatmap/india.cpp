#include "console/pages/heatmap/india.h"

#include <QFile>
#include <QtEndian>

#include <cmath>

namespace heatmap {

namespace {

constexpr double unitsPerDegree = 1'000;
constexpr double pi = 3.14159265358979323846;
constexpr qint64 fileMax = 1 << 20;

// Reads numbers from bytes and stops at their end, whatever they say.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {}
    template <class T>
    T next()
    {
        if (m_at + qsizetype(sizeof(T)) > m_bytes.size()) {
            m_at = m_bytes.size();
            return 0;
        }
        const T out = qFromLittleEndian<T>(m_bytes.data() + m_at);
        m_at += qsizetype(sizeof(T));
        return out;
    }
    QString letters()
    {
        const char first = next<char>();
        return QString::fromLatin1(QByteArray(1, first) + next<char>());
    }

private:
    const QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

QPainterPath readRing(Reader &in)
{
    QPolygonF ring;
    for (int points = in.next<quint16>(); points > 0; --points) {
        const double longitude = in.next<qint32>() / unitsPerDegree;
        ring += projected(in.next<qint32>() / unitsPerDegree, longitude);
    }
    QPainterPath out;
    out.addPolygon(ring);
    out.closeSubpath();
    return out;
}

} // namespace

QPointF projected(double latitude, double longitude)
{
    const double stretched = std::log(std::tan(pi / 4 + latitude * pi / 360)) * 180 / pi;
    return {longitude, -stretched};
}

double latitudeOf(const QPointF &place)
{
    return std::atan(std::exp(-place.y() * pi / 180)) * 360 / pi - 90;
}

India::India()
{
    QFile file(QStringLiteral(":/map/states.bin"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray bytes = file.read(fileMax);
    Reader in(bytes);
    for (int states = in.next<quint16>(); states > 0; --states) {
        State state{.region = QStringLiteral("IN-") + in.letters()};
        for (int rings = in.next<quint16>(); rings > 0; --rings)
            state.outline.addPath(readRing(in));
        state.bounds = state.outline.boundingRect();
        m_land.addPath(state.outline);
        m_bounds = m_bounds.united(state.bounds);
        m_states.push_back(std::move(state));
    }
    m_land.setFillRule(Qt::WindingFill);
}

const State *India::at(const QPointF &place) const
{
    for (const State &state : m_states)
        if (state.bounds.contains(place) && state.outline.contains(place))
            return &state;
    return nullptr;
}

const State *India::find(const QString &region) const
{
    for (const State &state : m_states)
        if (state.region == region)
            return &state;
    return nullptr;
}

} // namespace heatmap
