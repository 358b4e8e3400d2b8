#include "server/orders/rules.h"

namespace orders {

namespace {

// Crockford's letters: none looks like another.
constexpr QLatin1StringView letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int bitsPerLetter = 5;

} // namespace

QList<OrderStatus> nextStatuses(OrderStatus from, Actor actor)
{
    QList<OrderStatus> next;
    for (const Transition &each : transitions)
        if (each.from == from && each.to != OrderStatus::Cancelled && (each.actors & only(actor)) != 0)
            next += each.to;
    return next;
}

Commission commissionFor(std::optional<BasisPoints> vendor, std::optional<BasisPoints> category, BasisPoints global)
{
    if (vendor)
        return {*vendor, QStringLiteral("vendor")};
    if (category)
        return {*category, QStringLiteral("category")};
    return {global, QStringLiteral("global")};
}

bool isWithinReach(const std::optional<GeoPoint> &store, const std::optional<GeoPoint> &address, qint64 radiusKm,
                   std::optional<int> storeRadiusKm)
{
    if (!store || !address)
        return false;
    const qint64 reachKm = qMin(radiusKm, qint64(storeRadiusKm.value_or(int(radiusKm))));
    return geo::distanceKm(store->latitude, store->longitude, address->latitude, address->longitude) <= double(reachKm);
}

QString orderNumberOf(const QUuid &id)
{
    constexpr int timeBits = 40; // of the 48: enough until 2039, then the numbers begin anew
    constexpr int counterBits = 12, randomBits = 8;
    constexpr int count = (timeBits + counterBits + randomBits) / bitsPerLetter;
    constexpr int group = 4;

    const quint64 time = (quint64(id.data1) << 16 | id.data2) & ((quint64(1) << timeBits) - 1);
    const quint64 counter = id.data3 & ((1u << counterBits) - 1);
    const quint64 number = (time << counterBits | counter) << randomBits | id.data4[7];
    QString text = QStringLiteral("KW");
    for (int i = 0; i < count; ++i) {
        if (i % group == 0)
            text += u'-';
        text += letters[qsizetype(number >> (count - 1 - i) * bitsPerLetter & 31)];
    }
    return text;
}

QString trackingIdOf(const QByteArray &randomBytes)
{
    QString text = QStringLiteral("TRK-");
    quint32 waiting = 0;
    int bits = 0;
    for (const char byte : randomBytes) {
        waiting = waiting << 8 | quint8(byte);
        for (bits += 8; bits >= bitsPerLetter; bits -= bitsPerLetter)
            text += letters[qsizetype(waiting >> (bits - bitsPerLetter) & 31)];
    }
    return text;
}

QString summaryOf(const QList<OrderLine> &lines)
{
    if (lines.size() != 1)
        return QStringLiteral("%1 products").arg(lines.size());
    const OrderLine &line = lines.constFirst();
    return QStringLiteral("%1, %2 %3").arg(line.title, line.orderedQuantity.text(), names::text(line.unit));
}

} // namespace orders
