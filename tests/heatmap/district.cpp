#include "tests/heatmap/district.h"

#include <QTest>

namespace {

struct OrderRow
{
    Id<Order> id;
    QString orderNumber;
    QString trackingId;
    Id<Order> checkoutId;
    Id<Account> buyerId;
    Role buyerRole = Role::Buyer;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    QString region = QStringLiteral("IN-MH");
    QString storeName = QStringLiteral("Iron Yard");
    QString customerName = QStringLiteral("somebody");
    QString customerPhone = QStringLiteral("+919800000002");
    QString city = QStringLiteral("Mumbai");
    QString summary = QStringLiteral("Copper wire, 1 kg");
    Address deliveryAddress;
    Money subtotal;
    Money discountAmount;
    Money taxAmount;
    Money deliveryCharges;
    Money totalAmount;
    Money commissionAmount;
    PaymentStatus paymentStatus = PaymentStatus::Paid;
    PaymentMethodKind paymentMethod = PaymentMethodKind::Escrow;
    OrderStatus orderStatus = OrderStatus::Placed;
    EscrowStatus escrowStatus = EscrowStatus::Held;
    Instant placedAt, reachedAt;
    Instant updatedAt;
    qint64 version = 1;

    FIELDS(OrderRow, FIELD(id), FIELD(orderNumber), FIELD(trackingId), FIELD(checkoutId), FIELD(buyerId),
           FIELD(buyerRole), FIELD(vendorId), FIELD(vendorAccountId), FIELD(region), FIELD(storeName),
           FIELD(customerName), FIELD(customerPhone), FIELD(city), FIELD(summary), FIELD(deliveryAddress),
           FIELD(subtotal), FIELD(discountAmount), FIELD(taxAmount), FIELD(deliveryCharges), FIELD(totalAmount),
           FIELD(commissionAmount), FIELD(paymentStatus), FIELD(paymentMethod), FIELD(orderStatus), FIELD(escrowStatus),
           FIELD(placedAt), FIELD(reachedAt), FIELD(updatedAt), FIELD(version))
};

} // namespace

Id<Account> District::newcomer()
{
    const QString name = QStringLiteral("buyer%1").arg(++m_people);
    const auto made = db->write([&](Tx &tx) {
        return accounts.create(
            tx,
            {.username = name, .email = name + QStringLiteral("@example.org"), .isActive = true, .isVerified = true});
    });
    return made->id;
}

Id<Order> District::write(Id<Account> who, const GeoPoint &place, Instant at, Money total)
{
    OrderRow row{.id = ids.next<Order>(),
                 .buyerId = who,
                 .vendorId = store.id,
                 .vendorAccountId = store.caller.id,
                 .subtotal = total,
                 .totalAmount = total,
                 .placedAt = at,
                 .reachedAt = at,
                 .updatedAt = at};
    row.orderNumber = QStringLiteral("KW-") + row.id.text();
    row.trackingId = QStringLiteral("TRK-") + row.id.text();
    row.checkoutId = row.id;
    row.deliveryAddress = {.id = {row.id.uuid},
                           .recipientName = QStringLiteral("somebody"),
                           .recipientPhone = QStringLiteral("+919800000002"),
                           .streetAddress = QStringLiteral("2 Hill Road"),
                           .city = QStringLiteral("Mumbai"),
                           .pincode = QStringLiteral("400050"),
                           .state = QStringLiteral("Maharashtra"),
                           .country = QStringLiteral("India"),
                           .location = place};
    const Result<> written = db->write([&](Tx &tx) -> Result<> {
        tx.insert("orders", row);
        tx.publish(OrderPlaced{.orderId = row.id,
                               .orderNumber = row.orderNumber,
                               .buyerId = who,
                               .vendorId = store.id,
                               .vendorAccountId = store.caller.id,
                               .total = total,
                               .card = {.id = row.id, .orderNumber = row.orderNumber, .vendorId = store.id}});
        return {};
    });
    Q_ASSERT(written);
    return row.id;
}

void District::orderFrom(const GeoPoint &place, int people, Instant at)
{
    for (int i = 0; i < people; ++i)
        write(newcomer(), place, at, copperPrice);
}

void District::setMinimum(int people)
{
    QVERIFY(settings.changeSetting(admin, QStringLiteral("heatmap.minimum_people"), {QString::number(people)}));
}

void District::settle()
{
    outbox.drain();
    heatmap.addUp();
}

void District::letPass(qint64 durationMs)
{
    db.clock.advance(durationMs);
    settle();
}
