#include "tests/console/pages/samples.h"

namespace samples {

namespace {

StatusGroup groupOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Placed: return StatusGroup::Pending;
    case OrderStatus::Confirmed:
    case OrderStatus::Packed:
    case OrderStatus::Shipped:
    case OrderStatus::OutForDelivery: return StatusGroup::Active;
    case OrderStatus::Delivered:
    case OrderStatus::Completed: return StatusGroup::Done;
    case OrderStatus::Cancelled:
    case OrderStatus::Failed:
    case OrderStatus::Refunded: return StatusGroup::Cancelled;
    }
    return StatusGroup::Pending;
}

QList<OrderStatus> nextOf(OrderStatus status)
{
    if (status < OrderStatus::Delivered)
        return {OrderStatus(int(status) + 1)};
    return {};
}

} // namespace

OrderCard card(int number, const QString &buyer, const QString &store, const QString &summary, OrderStatus status,
               qint64 paise)
{
    OrderCard card{.id = id<Order>(number),
                   .orderNumber = QStringLiteral("KW-1M5T-0V9Q-2%1").arg(number),
                   .vendorId = id<Vendor>(1),
                   .storeName = store,
                   .customerName = buyer,
                   .city = QStringLiteral("Pune"),
                   .summary = summary,
                   .orderStatus = status,
                   .statusGroup = groupOf(status),
                   .escrowStatus = EscrowStatus::Held,
                   .totalAmount = {paise},
                   .placedAt = now.after((number - 391) * 7 * minuteMs)};
    if (status == OrderStatus::Completed)
        card.escrowStatus = EscrowStatus::Released;
    if (status == OrderStatus::Cancelled)
        card.escrowStatus = EscrowStatus::Refunded;
    if (status == OrderStatus::Placed)
        card.dueAt = now.after((391 - number) * 18 * minuteMs + 10 * minuteMs);
    card.updatedAt = card.placedAt;
    return card;
}

QList<OrderCard> cards()
{
    using enum OrderStatus;
    return {card(390, "Karthik Kulkarni", "Coastal Copper Works", "Copper wire, 46 kg", Placed, 3'564'071),
            card(389, "Lakshmi Bose", "E-Cycle India", "Laptop boards, 100 kg", OutForDelivery, 7'842'148),
            card(388, "Meera Nair", "Sharma Metals & Alloys", "Copper wire, 46 kg", Shipped, 4'146'520),
            card(387, "Priya Patel", "E-Cycle India", "Laptop boards, 67 kg", Confirmed, 4'896'783),
            card(386, "Vikram Iyer", "GreenScrap Co.", "Aluminium cans, 521 kg", Placed, 1'177'497),
            card(385, "Imran Das", "Shree Ganesh Traders", "Mixed iron scrap, 360 kg", OutForDelivery, 7'363'897),
            card(384, "Aman Joshi", "Bharat Polymers", "HDPE drums, 72 pieces", Delivered, 3'088'538),
            card(383, "Lakshmi Singh", "Shree Ganesh Traders", "Newspaper, 240 kg", Confirmed, 693'558),
            card(382, "Aman Reddy", "Sharma Metals & Alloys", "Copper wire, 60 kg", Packed, 9'757'884),
            card(381, "Divya Bose", "Metro Recyclers", "Aluminium cans, 145 kg", Completed, 5'666'779),
            card(380, "Priya Kulkarni", "E-Cycle India", "3 products", Cancelled, 2'048'183),
            card(379, "Fatima Khan", "GreenScrap Co.", "HDPE drums, 241 kg", Packed, 9'824'785),
            card(378, "Karthik Das", "Bharat Polymers", "Mixed iron scrap, 81 kg", Confirmed, 5'823'937),
            card(377, "Rohit Reddy", "Lucknow Paper Mart", "Newspaper, 900 kg", Placed, 6'186'698)};
}

Order order(const OrderCard &card, Role viewer)
{
    Order order{.id = card.id,
                .orderNumber = card.orderNumber,
                .trackingId = QStringLiteral("TRK-%1").arg(card.orderNumber.right(4)),
                .buyerId = id<Account>(2),
                .vendorId = card.vendorId,
                .storeName = card.storeName,
                .customerName = card.customerName,
                .customerPhone = QStringLiteral("+919800012345"),
                .deliveryAddress = {.id = id<Address>(1),
                                    .streetAddress = QStringLiteral("14 Karve Road, Kothrud"),
                                    .city = QStringLiteral("Pune"),
                                    .pincode = QStringLiteral("411038"),
                                    .state = QStringLiteral("Maharashtra"),
                                    .country = QStringLiteral("India")},
                .subtotal = card.totalAmount,
                .totalAmount = card.totalAmount,
                .commissionAmount = BasisPoints{450}.of(card.totalAmount),
                .orderStatus = card.orderStatus,
                .statusGroup = card.statusGroup,
                .escrowStatus = card.escrowStatus,
                .placedAt = card.placedAt,
                .updatedAt = card.updatedAt,
                .nextStatuses = nextOf(card.orderStatus)};
    order.lines = {{.id = id<OrderLine>(1),
                    .productId = id<Product>(1),
                    .title = card.summary.section(u',', 0, 0),
                    .sku = QStringLiteral("CU-BB-46"),
                    .unitPrice = {75'000},
                    .listedQuantity = {120'000},
                    .orderedQuantity = {46'000},
                    .lineTotal = card.totalAmount,
                    .commissionRate = BasisPoints{450},
                    .commissionAmount = order.commissionAmount,
                    .commissionLevel = QStringLiteral("category")}};
    for (int step = 0; step <= int(card.orderStatus) && step <= int(OrderStatus::Completed); ++step) {
        order.history += {.status = OrderStatus(step),
                          .actor = step == 0 ? Actor::Buyer : Actor::Vendor,
                          .actorName = step == 0 ? card.customerName : QStringLiteral("Ravi S."),
                          .at = card.placedAt.after(step * 40 * minuteMs)};
    }
    order.mayCancel = card.orderStatus < OrderStatus::Shipped || viewer == Role::Admin;
    if (card.orderStatus >= OrderStatus::Delivered)
        order.vendorConfirmedAt = card.placedAt.after(4 * hourMs);
    if (card.orderStatus == OrderStatus::Completed)
        order.buyerConfirmedAt = order.settledAt = card.placedAt.after(5 * hourMs);
    return order;
}

Payout payout(int number, const QString &store, PayoutStatus status, qint64 paise)
{
    Payout payout{.id = id<Payout>(number),
                  .payoutNumber = QStringLiteral("PO-2026-%1").arg(800 + number),
                  .vendorId = id<Vendor>(number),
                  .storeName = store,
                  .amount = {paise},
                  .ordersCount = 3,
                  .bankAccountMasked = QStringLiteral("•••• %1").arg(6620 + number * 37),
                  .bankIfsc = QStringLiteral("HDFC0000123"),
                  .bankAccountHolder = QStringLiteral("RAVI SHARMA"),
                  .status = status,
                  .requestedAt = now.after(-number * 5 * hourMs)};
    if (status == PayoutStatus::Processed) {
        payout.transactionReference = QStringLiteral("N324261234567%1").arg(number);
        payout.processedAt = now.after(-number * hourMs);
        payout.processedBy = QStringLiteral("Ananya Rao");
    }
    if (status == PayoutStatus::Failed)
        payout.failureReason = QStringLiteral("The account holder's name does not match the store.");
    return payout;
}

PayoutDetail payoutDetail(const Payout &payout)
{
    PayoutDetail detail{.payout = payout};
    const qint64 share = payout.amount.minor / 3;
    for (int i = 0; i < 3; ++i) {
        const Money net{i == 2 ? payout.amount.minor - 2 * share : share};
        const Money commission = BasisPoints{450}.of(net);
        detail.earnings += {.orderId = id<Order>(300 + i),
                            .orderNumber = QStringLiteral("KW-1M5T-0V9Q-1%1").arg(301 + i * 17),
                            .gross = net + commission,
                            .commission = commission,
                            .net = net,
                            .settledAt = payout.requestedAt.after(-(i + 1) * 20 * hourMs),
                            .payoutId = payout.id,
                            .payoutNumber = payout.payoutNumber,
                            .payoutStatus = payout.status};
    }
    return detail;
}

QList<Payout> payouts()
{
    return {payout(1, "Sharma Metals & Alloys", PayoutStatus::Requested, 12'480'050),
            payout(2, "GreenScrap Co.", PayoutStatus::Requested, 4'310'000),
            payout(3, "Coastal Copper Works", PayoutStatus::Requested, 38'912'275),
            payout(4, "E-Cycle India", PayoutStatus::Requested, 981'240),
            payout(5, "Lucknow Paper Mart", PayoutStatus::Requested, 2'760'500)};
}

} // namespace samples
