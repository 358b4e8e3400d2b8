// Ordering again what was ordered before, and what a buyer has bought altogether.

#include "server/accounts/service.h"
#include "server/core/permit.h"
#include "server/orders/parcel.h"
#include "server/orders/rules.h"
#include "server/settings/service.h"

namespace orders {

namespace {

// Why a line cannot be had any more, in words that a buyer reads beside it.
QString obstacle(const OrderLine &line, const Error &why)
{
    if (why.code == ErrorCode::NotFound)
        return QStringLiteral("%1 is not offered any more").arg(line.title);
    if (why.code == ErrorCode::OutOfStock)
        return QStringLiteral("%1 is not in stock in this quantity").arg(line.title);
    if (why.code == ErrorCode::BelowMinimum)
        return QStringLiteral("%1 is sold in larger quantities only").arg(line.title);
    return QStringLiteral("%1 cannot be ordered: %2").arg(line.title, why.message);
}

// Nobody pays what he has not seen.
tl::unexpected<Error> dearer(Money total)
{
    return tl::unexpected(Error{.code = ErrorCode::PriceChanged,
                                .message = QStringLiteral("All of it comes to %1 today.").arg(total.text()),
                                .details = "{\"total\":\"" + total.text().toLatin1() + "\"}"});
}

} // namespace

// At today's prices and from the shelves of today. Everything that stands in the way is said at once, and then nothing
// is ordered.
Result<PlacedOrders> Service::reorder(const Caller &caller, Id<Order> id, const Reorder &wish)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<PlacedOrders> {
        LET(before, seenBy(tx, caller, id));
        const auto active = wish.addressId ? std::nullopt : m_accounts.activeAddressOf(tx, caller.id);
        if (!wish.addressId && !active)
            return refusal(QStringLiteral("address_id"), QStringLiteral("is required: there is no active address"));
        LET(address, m_accounts.addressOf(tx, caller.id, wish.addressId ? *wish.addressId : active->id));

        const QList<OrderLine> bought = m_store.lines(tx, before.id);
        QList<PlaceOrderLine> lines;
        for (const OrderLine &line : bought)
            lines += {line.productId, line.orderedQuantity, std::nullopt};
        const Shelf shelf = takeFromShelves(tx, caller, lines);
        const QList<FieldError> obstacles = obstaclesOf(bought, shelf, address);
        if (!obstacles.isEmpty())
            return failure(ErrorCode::Conflict, QStringLiteral("Not everything of this order can be had now."),
                           obstacles);
        LET(parcels, parcelsOf(lines, shelf, address));
        Money total;
        for (const auto &parcel : parcels)
            total = total + parcel.subtotal;
        if (total > wish.expectedTotal.value_or(before.subtotal))
            return dearer(total);
        return placeParcels(tx, caller, parcels, address, {.notes = wish.notes});
    });
}

QList<FieldError> Service::obstaclesOf(const QList<OrderLine> &lines, const Shelf &shelf, const Address &address) const
{
    const qint64 radiusKm = m_settings.whole(settings::Key::DiscoveryRadiusKm);
    QList<FieldError> out;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QString place = QStringLiteral("lines.%1").arg(at);
        if (const auto refused = shelf.refusals.find(at); refused != shelf.refusals.end()) {
            out += FieldError{place, obstacle(lines[at], refused->second)};
            continue;
        }
        const Vendor &vendor = shelf.taken[at]->vendor;
        if (!isWithinReach(vendor.location, address.location, radiusKm, vendor.radiusKm))
            out += FieldError{
                place, QStringLiteral("%1 does not deliver %2 to this address").arg(vendor.storeName, lines[at].title)};
    }
    return out;
}

BuyerFigures Service::figuresOf(Tx &tx, Id<Account> buyer)
{
    BuyerFigures out;
    for (const StatusCount &each : m_store.counts(tx, {.buyer = buyer})) {
        const StatusGroup group = groupOf(each.orderStatus);
        out.all += each.orders;
        out.open += group == StatusGroup::Pending || group == StatusGroup::Active ? each.orders : 0;
    }
    return out;
}

QList<OrderCard> Service::newestOf(Tx &tx, Id<Account> buyer, int limit)
{
    QList<OrderCard> out;
    for (const CardRow &row : m_store.list(tx, {.buyer = buyer}, {}, {}, {}, std::nullopt, limit))
        out += cardOf(row);
    return out;
}

} // namespace orders
