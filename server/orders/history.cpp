#include "server/orders/history.h"

#include "server/accounts/service.h"
#include "server/core/ids.h"
#include "server/core/readable.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"
#include "server/settings/service.h"

#include <QHash>

namespace orders {

namespace {

// What the numbers of an order's rows begin with, so that they differ.
constexpr quint32 lineNumbers = 100, historyNumbers = 300, trackingNumber = 500;

auto refused(const PastOrder &past, const QString &problem)
{
    return failure(ErrorCode::ValidationFailed,
                   QStringLiteral("%1 cannot be taken in: %2").arg(numberOf(past.id), problem));
}

Result<> checkChanges(const PastOrder &past, OrderStatus buyerUntil, Instant now)
{
    if (past.changes.isEmpty() || past.changes.constFirst().status != OrderStatus::Placed)
        return refused(past, QStringLiteral("it was never placed"));
    for (qsizetype i = 1; i < past.changes.size(); ++i) {
        const PastChange &from = past.changes[i - 1], &to = past.changes[i];
        if (!mayMove(from.status, to.status, to.actor, buyerUntil))
            return refused(past,
                           QStringLiteral("%1 cannot become %2").arg(names::text(from.status), names::text(to.status)));
        if (to.at < from.at)
            return refused(past, QStringLiteral("its steps go back in time"));
    }
    // Lists and sums of a time look only where ids of that time are.
    if (std::abs(Ids::timeOf(past.id.uuid).ms - past.changes.constFirst().at.ms) > Ids::slackMs)
        return refused(past, QStringLiteral("its id is not of the time when it was placed"));
    if (past.changes.constLast().at > now)
        return refused(past, QStringLiteral("it lies in the future"));
    return {};
}

// The time at which the order came to a status.
std::optional<Instant> timeOf(const PastOrder &past, OrderStatus status)
{
    for (const PastChange &change : past.changes)
        if (change.status == status)
            return change.at;
    return std::nullopt;
}

} // namespace

QString numberOf(Id<Order> id)
{
    return readable::number(QLatin1StringView("KW"), id.uuid);
}

Result<> Service::adopt(Tx &tx, const QList<PastOrder> &past)
{
    QHash<Id<Vendor>, Vendor> vendors;
    for (const PastOrder &order : past) {
        if (!vendors.contains(order.vendorId)) {
            const auto vendor = m_accounts.vendor(tx, order.vendorId);
            if (!vendor)
                return notFound(QLatin1StringView("store"));
            vendors.insert(order.vendorId, *vendor);
        }
        MUST(adoptOne(tx, order, vendors[order.vendorId]));
    }
    return {};
}

Result<> Service::adoptOne(Tx &tx, const PastOrder &past, const Vendor &vendor)
{
    MUST(checkChanges(past, buyerCancelUntil(), tx.now()));
    if (!isWithinReach(vendor.location, past.deliveryAddress.location,
                       m_settings.whole(settings::Key::DiscoveryRadiusKm), vendor.radiusKm))
        return refused(past, QStringLiteral("the store does not deliver there"));
    LET(row, rowOf(past, vendor));
    const bool isDelivered = row.vendorConfirmedAt.has_value(), isSettled = row.settledAt.has_value();
    QList<OrderLine> lines;
    for (const PastLine &line : past.lines) {
        const auto total = lineTotal(line.product.price, line.ordered);
        if (!total || *total <= Money{} || line.ordered > line.listed)
            return refused(past, QStringLiteral("a line is not possible"));
        lines += {.id = Ids::past<OrderLine>(row.placedAt, past.id.uuid, lineNumbers + quint32(lines.size())),
                  .productId = line.product.id,
                  .title = line.product.title,
                  .sku = line.product.sku,
                  .unit = line.product.unit,
                  .unitPrice = line.product.price,
                  .listedQuantity = line.listed,
                  .orderedQuantity = line.ordered,
                  .deliveredQuantity = isDelivered ? std::optional(line.ordered) : std::nullopt,
                  .settledQuantity = isSettled ? std::optional(line.ordered) : std::nullopt,
                  .lineTotal = *total,
                  .commissionRate = line.commissionRate,
                  .commissionAmount = line.commissionRate.of(*total),
                  .commissionLevel = line.commissionLevel,
                  .commissionAt = row.placedAt};
        row.subtotal = row.subtotal + lines.constLast().lineTotal;
        row.commissionAmount = row.commissionAmount + line.commissionRate.of(*total);
    }
    row.totalAmount = row.subtotal;
    row.placedAmount = row.totalAmount;
    row.summary = summaryOf(lines);
    if (!m_store.insertNew(tx, row))
        return failure(ErrorCode::AlreadyExists, QStringLiteral("%1 is there already.").arg(row.orderNumber));
    for (qsizetype at = 0; at < lines.size(); ++at)
        m_store.insertPast(tx, row.id, int(at) + 1, lines[at], past.lines[at].product);
    adoptHistory(tx, past, row);
    return {};
}

Result<OrderRow> Service::rowOf(const PastOrder &past, const Vendor &vendor) const
{
    const PastChange &last = past.changes.constLast();
    OrderRow row{.id = past.id,
                 .orderNumber = numberOf(past.id),
                 .checkoutId = past.checkoutId,
                 .buyerId = past.buyerId,
                 .buyerRole = past.buyerRole,
                 .vendorId = vendor.id,
                 .vendorAccountId = vendor.accountId,
                 .region = vendor.region.value_or(QString()),
                 .storeName = vendor.storeName,
                 .customerName = past.customerName,
                 .customerPhone = past.customerPhone,
                 .customerEmail = past.customerEmail,
                 .city = past.deliveryAddress.city,
                 .deliveryAddress = past.deliveryAddress,
                 .orderStatus = last.status,
                 .notes = past.notes,
                 .carrier = past.carrier,
                 .vendorConfirmedAt = timeOf(past, OrderStatus::Delivered),
                 .buyerConfirmedAt = past.buyerConfirmedAt,
                 .settledAt = timeOf(past, OrderStatus::Completed),
                 .payoutId = past.payoutId,
                 .placedAt = past.changes.constFirst().at,
                 .reachedAt = past.changes.constFirst().at,
                 .updatedAt = std::max(last.at, past.buyerConfirmedAt.value_or(last.at)),
                 .version = past.changes.size() + (past.buyerConfirmedAt ? 1 : 0) + (past.payoutId ? 1 : 0)};
    const QUuid tracking = Ids::past<Order>(row.placedAt, past.id.uuid, trackingNumber).uuid;
    row.trackingId = readable::code(QLatin1StringView("TRK"), tracking.toRfc4122().last(trackingBytes));
    if (row.settledAt) {
        row.escrowStatus = EscrowStatus::Released;
        ++row.version;
    }
    if (last.status == OrderStatus::Cancelled) {
        row.escrowStatus = EscrowStatus::Refunded;
        row.paymentStatus = PaymentStatus::Refunded;
    }
    if (past.payoutId && !row.settledAt)
        return refused(past, QStringLiteral("a payout took what was not settled"));
    const auto lastWay = timeOf(past, OrderStatus::OutForDelivery);
    if (past.buyerConfirmedAt && (!lastWay || *past.buyerConfirmedAt < *lastWay))
        return refused(past, QStringLiteral("the receipt was confirmed before it was on its way"));
    return row;
}

void Service::adoptHistory(Tx &tx, const PastOrder &past, const OrderRow &row)
{
    std::optional<OrderStatus> from;
    quint32 number = historyNumbers;
    for (const PastChange &change : past.changes) {
        HistoryRow step{.id = Ids::past<StatusChange>(change.at, past.id.uuid, number++),
                        .orderId = past.id,
                        .fromStatus = from,
                        .status = change.status,
                        .actor = change.actor,
                        .reason = change.reason,
                        .at = change.at};
        if (change.actor == Actor::Buyer) {
            step.actorId = row.buyerId;
            step.actorName = row.customerName;
        } else if (change.actor == Actor::Vendor) {
            step.actorId = row.vendorAccountId;
            step.actorName = row.storeName;
        }
        m_store.insert(tx, step);
        from = change.status;
    }
}

QList<SettledOrder> Service::settledAmong(Tx &tx, const QList<Id<Order>> &ids)
{
    QList<SettledOrder> orders;
    for (const Id<Order> id : ids)
        if (const auto order = m_store.settledOne(tx, id))
            orders += *order;
    return orders;
}

} // namespace orders
