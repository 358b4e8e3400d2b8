#include "server/orders/rules.h"

namespace orders {

QList<OrderStatus> nextStatuses(OrderStatus from, Actor actor)
{
    QList<OrderStatus> next;
    for (const Transition &each : transitions)
        if (each.from == from && each.to != OrderStatus::Cancelled && (each.actors & only(actor)) != 0)
            next += each.to;
    return next;
}

std::optional<QList<OrderStatus>> wantedStatuses(const ListOrders &wish)
{
    QList<OrderStatus> wanted;
    if (!wish.status && !wish.group)
        return wanted;
    for (const QString &name : names::all<OrderStatus>()) {
        const OrderStatus status = names::fromText<OrderStatus>(name).value();
        if (wish.status.value_or(status) == status && wish.group.value_or(groupOf(status)) == groupOf(status))
            wanted += status;
    }
    return wanted.isEmpty() ? std::nullopt : std::optional(wanted);
}

namespace {

void add(Charge &sum, OrderLine line, Money total)
{
    line.lineTotal = total;
    const Money commission = line.commissionRate.value_or(BasisPoints()).of(total);
    line.commissionAmount = commission;
    sum.subtotal = sum.subtotal + total;
    sum.commission = sum.commission + commission;
    sum.lines += std::move(line);
}

} // namespace

std::optional<Charge> chargeFor(QList<OrderLine> lines)
{
    Charge out;
    for (OrderLine &line : lines) {
        const auto total = lineTotal(line.unitPrice, line.deliveredQuantity.value_or(line.orderedQuantity));
        if (!total || *total <= Money{} || *total > lineTotalMax)
            return std::nullopt;
        add(out, std::move(line), *total);
    }
    return out;
}

Charge cutTo(const Charge &charge, Money most)
{
    const qint64 coins = charge.lines.size(); // that are not divided
    const __int128 whole = charge.subtotal.minor - coins, divided = most.minor - coins;
    Charge out;
    qint64 before = 0;
    for (const OrderLine &line : charge.lines) {
        before += line.lineTotal.minor - 1;
        const Money upTo{qint64(divided * before / whole) + out.lines.size() + 1};
        add(out, line, upTo - out.subtotal);
    }
    return out;
}

bool isWithinReach(const std::optional<GeoPoint> &store, const std::optional<GeoPoint> &address, qint64 radiusKm,
                   std::optional<int> storeRadiusKm)
{
    if (!store || !address)
        return false;
    const qint64 reachKm = qMin(radiusKm, qint64(storeRadiusKm.value_or(int(radiusKm))));
    return geo::distanceKm(store->latitude, store->longitude, address->latitude, address->longitude) <= double(reachKm);
}

QString carriedBy(const QString &carrier, const std::optional<QString> &trackingNumber)
{
    return trackingNumber ? carrier.trimmed() + u' ' + trackingNumber->trimmed() : carrier.trimmed();
}

Result<> refuseRepeated(const QList<PlaceOrderLine> &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i)
        for (qsizetype earlier = 0; earlier < i; ++earlier)
            if (lines[i].productId == lines[earlier].productId)
                return refusal(lineField(i, "product_id"), QStringLiteral("is ordered twice"));
    return {};
}

QString summaryOf(const QList<OrderLine> &lines)
{
    if (lines.size() != 1)
        return QStringLiteral("%1 products").arg(lines.size());
    const OrderLine &line = lines.constFirst();
    return QStringLiteral("%1, %2 %3").arg(line.title, line.orderedQuantity.text(), names::text(line.unit));
}

} // namespace orders
