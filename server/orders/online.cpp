// Orders that are paid through a gateway. They wait with their stock taken until the gateway has said how their one
// payment ends; then wallet, escrow and orders change in one transaction (C14), and only then do their stores hear of
// them (C11).

#include "server/catalog/service.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "server/settings/service.h"

#include <algorithm>
#include <numeric>

namespace orders {

namespace {

// A key of its own among those of the payments: a recharge may have been sent with the same one.
std::optional<QString> keyOf(const Caller &caller)
{
    return caller.repeat ? std::optional(QStringLiteral("orders ") + QString::fromLatin1(caller.repeat->key))
                         : std::nullopt;
}

auto otherBody()
{
    return failure(ErrorCode::IdempotencyMismatch,
                   QStringLiteral("This Idempotency-Key was used with another request body."));
}

auto notAwaited()
{
    return failure(ErrorCode::Conflict, QStringLiteral("This order does not wait for a payment."));
}

} // namespace

// Two transactions with the gateway between them, as a recharge does it. A call that dies in the middle is continued by
// its repeat, which finds the payment by the same key, or by payOrder(); what nobody continues is ended by the job.
Result<PlacedOrders> Service::placeOnline(const Caller &caller, const PlaceOrder &wish)
{
    // Whether this call was answered before is asked first, or a key that comes with another body would take stock.
    if (caller.repeat) {
        const auto before = m_db.write(caller, [](Tx &) -> Result<PlacedOrders> { return notAwaited(); });
        if (before || before.error().code == ErrorCode::IdempotencyMismatch)
            return before;
    }
    LET(asked, m_db.write([&](Tx &tx) { return askedFor(tx, caller, wish); }));
    LET(open, opened(asked));
    return m_db.write(caller, [&](Tx &tx) -> Result<PlacedOrders> {
        if (!open)
            return notAwaited();
        LET(payment, m_payments.payable(tx, asked, *open));
        PlacedOrders placed{.checkoutId = asked.checkoutId->text(), .payment = payment};
        for (const OrderRow &order : m_store.ofCheckout(tx, *asked.checkoutId))
            placed.orders += described(tx, Actor::Buyer, order);
        return placed;
    });
}

Result<payments::PaymentRow> Service::askedFor(Tx &tx, const Caller &caller, const PlaceOrder &wish)
{
    const auto key = keyOf(caller);
    if (const auto earlier = key ? m_payments.askedBy(tx, caller.id, *key) : std::nullopt) {
        MUST(refuseOther(tx, *earlier, wish));
        return *earlier;
    }
    if (!m_ledger.wallet(tx, caller.id).isActive)
        return failure(ErrorCode::BalanceFrozen,
                       QStringLiteral("This money is frozen: nothing new can be done with it."));
    LET(placed, place(tx, caller, wish));
    Money total;
    for (const auto &order : placed.orders)
        total = total + order.totalAmount;
    return m_payments.ask(tx, caller,
                          {.checkout = {QUuid::fromString(placed.checkoutId)},
                           .amount = total,
                           .instrument = wish.instrument,
                           .provider = wish.provider,
                           .requestKey = key});
}

// The same key with another wish is no repeat.
Result<> Service::refuseOther(Tx &tx, const payments::PaymentRow &earlier, const PlaceOrder &wish)
{
    if (!earlier.checkoutId || earlier.instrument != wish.instrument ||
        (wish.provider && *wish.provider != earlier.provider))
        return otherBody();
    qsizetype same = 0, all = 0;
    for (const OrderRow &order : m_store.ofCheckout(tx, *earlier.checkoutId)) {
        if (order.deliveryAddress.id != wish.addressId || order.notes != wish.notes)
            return otherBody();
        for (const OrderLine &line : m_store.lines(tx, order.id)) {
            const auto isIt = [&](const PlaceOrderLine &wished) {
                return wished.productId == line.productId && wished.quantity == line.orderedQuantity;
            };
            ++all;
            same += std::any_of(wish.lines.begin(), wish.lines.end(), isIt) ? 1 : 0;
        }
    }
    if (same != all || all != wish.lines.size())
        return otherBody();
    return {};
}

// Nothing when its orders have ended before anything could be paid for them.
Result<std::optional<payments::Opened>> Service::opened(const payments::PaymentRow &row)
{
    const bool isAwaited =
        row.checkoutId && m_db.read([&](Tx &tx) { return !m_store.awaited(tx, *row.checkoutId).isEmpty(); });
    if (!isAwaited && !row.gatewayOrderId)
        return std::optional<payments::Opened>();
    LET(order, m_payments.openAtGateway(row));
    return std::optional(order);
}

Result<Payment> Service::payOrder(const Caller &caller, const PayOrder &wish)
{
    MUST(permitBuyer(caller));
    LET(row, m_db.read([&](Tx &tx) -> Result<payments::PaymentRow> {
        LET(order, seenBy(tx, caller, wish.orderId));
        const auto found = m_payments.paymentOf(tx, order.checkoutId);
        if (!found)
            return notAwaited();
        return *found;
    }));
    LET(open, opened(row));
    return m_db.write(caller, [&](Tx &tx) -> Result<Payment> {
        if (!open || m_store.awaited(tx, *row.checkoutId).isEmpty())
            return notAwaited();
        return m_payments.payable(tx, row, *open);
    });
}

Result<QList<OrderRow>> Service::paidBy(Tx &tx, Id<Payment> payment)
{
    const auto row = m_payments.find(tx, payment);
    if (!row)
        return notFound(QLatin1StringView("payment"));
    return row->checkoutId ? m_store.ofCheckout(tx, *row->checkoutId) : QList<OrderRow>();
}

Result<bool> Service::onlinePaid(Tx &tx, Id<PlacedOrders> checkout)
{
    QList<OrderRow> waiting = m_store.awaited(tx, checkout);
    if (waiting.isEmpty())
        return false;
    // What came into a wallet that was closed meanwhile stays there, and what was owed is paid before anything else.
    const Wallet wallet = m_ledger.wallet(tx, waiting.constFirst().buyerId);
    const Money wanted = std::accumulate(waiting.begin(), waiting.end(), Money{},
                                         [](Money sum, const OrderRow &order) { return sum + order.totalAmount; });
    if (!wallet.isActive || wallet.available < wanted) {
        const QString reason = wallet.isActive ? QStringLiteral("The money has paid what the wallet owed.")
                                               : QStringLiteral("The wallet is closed.");
        MUST(endUnpaid(tx, waiting, OrderStatus::Failed, {.reason = reason}));
        return false;
    }
    for (OrderRow &order : waiting)
        MUST(take(tx, order));
    return true;
}

// Exactly what was asked of the gateway is held: what a scale finds beyond it is paid as everywhere.
Result<> Service::take(Tx &tx, OrderRow &order)
{
    OrderRow paid = order;
    paid.paymentStatus = PaymentStatus::Paid;
    paid.escrowStatus = EscrowStatus::Held;
    paid.reachedAt = tx.now();
    MUST(store(tx, order, std::move(paid)));
    MUST(m_ledger.hold(tx, order.buyerId, order.id, order.totalAmount,
                       QStringLiteral("Order %1").arg(order.orderNumber)));
    announce(tx, order);
    if (!m_settings.truth(settings::Key::OrdersAutoConfirmOnPayment))
        return {};
    OrderRow confirmed = order;
    confirmed.orderStatus = OrderStatus::Confirmed;
    return move(tx, order, std::move(confirmed), {.reason = QStringLiteral("The order is paid.")});
}

Result<bool> Service::onlineFailed(Tx &tx, Id<PlacedOrders> checkout, const QString &reason)
{
    const QList<OrderRow> waiting = m_store.awaited(tx, checkout);
    if (waiting.isEmpty())
        return false;
    MUST(endUnpaid(tx, waiting, OrderStatus::Failed,
                   {.reason = reason.isEmpty() ? QStringLiteral("The payment failed.") : reason}));
    return true;
}

// The shelves of all of them are visited in one order, as placing does it.
Result<> Service::endUnpaid(Tx &tx, QList<OrderRow> orders, OrderStatus to, const Mover &mover)
{
    QList<OrderLine> lines;
    for (OrderRow &order : orders) {
        OrderRow next = order;
        next.orderStatus = to;
        next.paymentStatus = PaymentStatus::Failed;
        MUST(move(tx, order, std::move(next), mover));
        lines += m_store.lines(tx, order.id);
    }
    std::sort(lines.begin(), lines.end(),
              [](const OrderLine &a, const OrderLine &b) { return a.productId < b.productId; });
    for (const OrderLine &line : lines)
        m_catalog.restore(tx, line.productId, line.orderedQuantity, StockCause::Cancel,
                          mover.id.value_or(Id<Account>()));
    return {};
}

// Says how many orders that were; none when they were paid meanwhile.
Result<int> Service::cancelCheckoutOf(Tx &tx, Id<Order> id)
{
    const auto order = m_store.find(tx, id);
    const QList<OrderRow> waiting = order ? m_store.awaited(tx, order->checkoutId) : QList<OrderRow>();
    MUST(endUnpaid(tx, waiting, OrderStatus::Cancelled, {.reason = QStringLiteral("The order was not paid in time.")}));
    return int(waiting.size());
}

} // namespace orders
