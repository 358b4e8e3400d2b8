// ADR-07, SRCH-16, CADM-06: pincodes lie where they are, so that distances and the map are right.

#include <QFile>
#include <QHash>
#include <QList>
#include <QPointF>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr double kilometresPerDegree = 111.2;
// Outlines are thinned to about a kilometre, and a pincode near a border or a coast has villages on either side.
constexpr double nearKilometres = 25;

QByteArray bytesOf(const QString &path)
{
    QFile file(QStringLiteral(RESOURCES "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// x is the longitude, y the latitude.
struct Area
{
    int pincode = 0;
    QPointF place;
    QByteArray state;
};

QList<Area> areas()
{
    // As resources/geo/convert.py has them.
    static constexpr std::array<const char *, 37> states = {"",   "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DH", "DL",
                                                            "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL", "LA", "LD",
                                                            "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "PB", "PY", "RJ",
                                                            "SK", "TN", "TR", "TS", "UK", "UP", "WB"};
    constexpr quint64 part = (quint64(1) << 19) - 1;
    const QByteArray file = bytesOf(QStringLiteral("geo/pincodes.bin"));
    QList<Area> out;
    for (qsizetype at = 0; at + 8 <= file.size(); at += 8) {
        const auto record = qFromLittleEndian<quint64>(file.constData() + at);
        out += Area{int(record >> 44) + 100'000,
                    {double(record >> 6 & part) / 10'000 + 60, double(record >> 25 & part) / 10'000},
                    states.at(record & 63)};
    }
    return out;
}

using Rings = QList<QList<QPointF>>;

QHash<QByteArray, Rings> outlines()
{
    const QByteArray file = bytesOf(QStringLiteral("map/states.bin"));
    qsizetype at = 0;
    const auto next = [&]<class Number>(Number) {
        const auto out = qFromLittleEndian<Number>(file.constData() + at);
        at += qsizetype(sizeof(Number));
        return out;
    };
    QHash<QByteArray, Rings> out;
    for (int states = next(quint16()); states > 0; --states) {
        Rings &rings = out[file.mid(at, 2)];
        at += 2;
        for (int left = next(quint16()); left > 0; --left) {
            QList<QPointF> ring;
            for (int points = next(quint16()); points > 0; --points) {
                const double east = next(qint32()) / 1000.0;
                ring += QPointF(east, next(qint32()) / 1000.0);
            }
            rings += ring;
        }
    }
    return out;
}

double distance(const QPointF &a, const QPointF &b)
{
    const double narrow = std::cos(a.y() * M_PI / 180);
    return kilometresPerDegree * std::hypot((a.x() - b.x()) * narrow, a.y() - b.y());
}

double distanceToSide(const QPointF &place, const QPointF &a, const QPointF &b)
{
    const QPointF side = b - a;
    const double length = QPointF::dotProduct(side, side);
    const double along = length == 0 ? 0 : qBound(0.0, QPointF::dotProduct(place - a, side) / length, 1.0);
    return distance(place, a + side * along);
}

// 0 inside.
double distanceTo(const Rings &rings, const QPointF &place)
{
    bool isInside = false;
    double nearest = 1e9;
    for (const QList<QPointF> &ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const QPointF &a = ring.at(i), &b = ring.at((i + 1) % ring.size());
            if ((a.y() > place.y()) != (b.y() > place.y()) &&
                place.x() < (b.x() - a.x()) * (place.y() - a.y()) / (b.y() - a.y()) + a.x())
                isInside = !isInside;
            nearest = qMin(nearest, distanceToSide(place, a, b));
        }
    }
    return isInside ? 0 : nearest;
}

// What the outlines leave out for being small: Lakshadweep, the Andamans and Nicobars, Diu, and Yanam, Mahe, Karaikal.
bool liesApart(const Area &area)
{
    static const QList<std::pair<QByteArray, QRectF>> all{
        {"LD", {71.5, 8.0, 2.5, 4.5}},   {"AN", {92.0, 6.5, 2.3, 7.5}},      {"DH", {70.8, 20.65, 0.3, 0.15}},
        {"PY", {82.1, 16.6, 0.3, 0.25}}, {"PY", {75.45, 11.65, 0.15, 0.15}}, {"PY", {79.6, 10.8, 0.3, 0.25}}};
    return std::any_of(all.cbegin(), all.cend(),
                       [&](const auto &each) { return each.first == area.state && each.second.contains(area.place); });
}

} // namespace

class GeoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPincodeLiesInOrNearItsState()
    {
        const QHash<QByteArray, Rings> states = outlines();
        const QList<Area> all = areas();

        int unnamed = 0;
        QStringList astray;
        for (const Area &area : all) {
            if (area.state.isEmpty())
                ++unnamed;
            else if (!liesApart(area) && distanceTo(states.value(area.state), area.place) > nearKilometres)
                astray += QStringLiteral("%1 (%2)").arg(area.pincode).arg(QString::fromLatin1(area.state));
        }

        QCOMPARE(states.size(), 36);
        QCOMPARE(all.size(), 19'586);
        QCOMPARE(astray.join(u' '), QString());
        QCOMPARE(unnamed, 1);
    }

    void wellKnownPlacesAreWhereTheyAre_data()
    {
        QTest::addColumn<int>("pincode");
        QTest::addColumn<QPointF>("place");
        QTest::newRow("Vadodara") << 390001 << QPointF(73.20, 22.30);
        QTest::newRow("Raipur") << 492001 << QPointF(81.63, 21.25);
        QTest::newRow("Delhi") << 110001 << QPointF(77.22, 28.63);
        QTest::newRow("Mumbai") << 400001 << QPointF(72.84, 18.94);
        QTest::newRow("Bengaluru") << 560001 << QPointF(77.60, 12.98);
        QTest::newRow("Kolkata") << 700001 << QPointF(88.35, 22.57);
        QTest::newRow("Chennai") << 600001 << QPointF(80.29, 13.09);
        QTest::newRow("Pune") << 411001 << QPointF(73.87, 18.52);
        QTest::newRow("Guwahati") << 781001 << QPointF(91.75, 26.19);
        // These lay on another island of Lakshadweep.
        QTest::newRow("Kavaratti") << 682555 << QPointF(72.64, 10.57);
        QTest::newRow("Minicoy") << 682559 << QPointF(73.05, 8.28);
        // These lay in Maharashtra, in Raipur and in Telangana.
        QTest::newRow("Aurangabad in Bihar") << 824101 << QPointF(84.37, 24.75);
        QTest::newRow("Bikaner") << 334002 << QPointF(73.31, 28.02);
        QTest::newRow("Agartala") << 799001 << QPointF(91.28, 23.83);
    }
    void wellKnownPlacesAreWhereTheyAre()
    {
        QFETCH(int, pincode);
        QFETCH(QPointF, place);

        const QList<Area> all = areas();
        const auto found =
            std::find_if(all.cbegin(), all.cend(), [&](const Area &area) { return area.pincode == pincode; });

        QVERIFY(found != all.cend());
        constexpr double kilometres = 15;
        QVERIFY2(distance(found->place, place) < kilometres,
                 qPrintable(QStringLiteral("%1 N %2 E").arg(found->place.y()).arg(found->place.x())));
    }

    // The map's cities are offered by their names; each stands at the centre of its pincode.
    void everyCityStandsAtItsPincode()
    {
        QHash<int, QPointF> places;
        for (const Area &area : areas())
            places.insert(area.pincode, area.place);

        int cities = 0;
        for (const QByteArray &line : bytesOf(QStringLiteral("geo/cities.csv")).split('\n')) {
            const QList<QByteArray> parts = line.split(',');
            if (parts.size() != 5)
                continue;
            ++cities;
            const QPointF place(parts.at(4).toDouble(), parts.at(3).toDouble());
            QVERIFY2(distance(places.value(parts.at(2).toInt()), place) < 0.1, line.constData());
        }

        QCOMPARE(cities, 95);
    }
};

QTEST_GUILESS_MAIN(GeoTest)
#include "tst_geo.moc"
