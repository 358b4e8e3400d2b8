#include "server/orders/service.h"

#include "server/accounts/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/orders/rules.h"
#include "server/settings/service.h"

namespace orders {

namespace {

constexpr QLatin1StringView orderWord("order");

// As whom somebody looks at an order; empty: it is none of theirs.
std::optional<Actor> readerOf(const Caller &caller, const OrderRow &order)
{
    switch (caller.role) {
    case Role::Buyer:
    case Role::Distributor: return order.buyerId == caller.id ? std::optional(Actor::Buyer) : std::nullopt;
    case Role::Vendor:
        return caller.vendorId == order.vendorId && !isUnpaid(order) ? std::optional(Actor::Vendor) : std::nullopt;
    case Role::Admin: return Actor::Admin;
    }
    return std::nullopt;
}

void withoutCommission(OrderLine &line)
{
    line.commissionRate.reset();
    line.commissionAmount.reset();
    line.commissionLevel.reset();
    line.commissionAt.reset();
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, catalog::Service &catalog, ledger::Service &ledger,
                 payments::Service &payments, accounts::Service &accounts, auth::Service &auth,
                 settings::Service &settings, audit::Service &audit)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_catalog(catalog)
    , m_ledger(ledger)
    , m_payments(payments)
    , m_accounts(accounts)
    , m_auth(auth)
    , m_settings(settings)
    , m_audit(audit)
{}

Result<Page<OrderCard>> Service::listOrders(const Caller &caller, const ListOrders &wish)
{
    MUST(permitBuyer(caller));
    return page({.buyer = caller.id}, wish);
}

Result<Page<OrderCard>> Service::listVendorOrders(const Caller &caller, const ListOrders &wish)
{
    LET(vendor, storeOf(caller));
    return page({.vendor = vendor}, wish);
}

Result<Page<OrderCard>> Service::listAllOrders(const Caller &caller, const ListOrders &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    return page({}, wish);
}

Result<Page<OrderCard>> Service::page(const Scope &scope, const ListOrders &wish)
{
    LET(before, cursor::idOf<Order>(wish.cursor));
    const auto wanted = wantedStatuses(wish);
    if (!wanted)
        return Page<OrderCard>{.limit = wish.limit};
    const QList<Overdue> late = wish.urgency ? overdue(*wish.urgency) : QList<Overdue>();
    const auto rows =
        m_db.read([&](Tx &tx) { return m_store.list(tx, scope, wish, *wanted, late, before, wish.limit + 1); });
    QList<OrderCard> cards;
    cards.reserve(rows.size());
    for (const CardRow &row : rows)
        cards += cardOf(row);
    return cursor::pageById(std::move(cards), wish.limit);
}

Result<OrderSum> Service::sumOrders(const Caller &caller, const ListOrders &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    const auto wanted = wantedStatuses(wish);
    if (!wanted)
        return OrderSum{};
    const QList<Overdue> late = wish.urgency ? overdue(*wish.urgency) : QList<Overdue>();
    return m_db.read([&](Tx &tx) -> Result<OrderSum> {
        const OrderTotal found = m_store.sum(tx, wish, *wanted, late, orderSumMax);
        return OrderSum{.count = found.orders, .amount = found.amount, .isWhole = found.isWhole == 1};
    });
}

// The same targets by which the dashboards count (analytics).
QList<Overdue> Service::overdue(OrderUrgency urgency) const
{
    using enum OrderStatus;
    const auto since = [&](settings::Key minutes) {
        return m_clock.now().after(-m_settings.whole(minutes) * minuteMs);
    };
    if (urgency == OrderUrgency::AtRisk) {
        const qint64 cancelMs = m_settings.whole(settings::Key::OrdersUnconfirmedCancelMinutes) * minuteMs;
        return {{Placed, m_clock.now().after(-cancelMs * riskNumerator / riskDenominator)}};
    }
    const Instant dispatch = since(settings::Key::OrdersDispatchTargetMinutes);
    const Instant deliver = since(settings::Key::OrdersDeliverTargetMinutes);
    return {{Placed, since(settings::Key::OrdersConfirmTargetMinutes)},
            {Confirmed, dispatch},
            {Packed, dispatch},
            {Shipped, deliver},
            {OutForDelivery, deliver}};
}

Result<OrderCounts> Service::countVendorOrders(const Caller &caller)
{
    LET(vendor, storeOf(caller));
    return counts({.vendor = vendor});
}

Result<OrderCounts> Service::countAllOrders(const Caller &caller)
{
    MUST(permit(caller, Permission::ManageOrders));
    return counts({});
}

Result<OrderCounts> Service::counts(const Scope &scope)
{
    return m_db.read([&](Tx &tx) -> Result<OrderCounts> {
        OrderCounts counts{.held = m_store.held(tx, scope)};
        for (const auto &[status, orders] : m_store.counts(tx, scope)) {
            counts.all += orders;
            switch (status) {
            case OrderStatus::Placed: counts.placed += orders; break;
            case OrderStatus::Confirmed: counts.confirmed += orders; break;
            case OrderStatus::Packed: counts.packed += orders; break;
            case OrderStatus::Shipped: counts.shipped += orders; break;
            case OrderStatus::OutForDelivery: counts.outForDelivery += orders; break;
            case OrderStatus::Delivered: counts.delivered += orders; break;
            case OrderStatus::Completed: counts.completed += orders; break;
            case OrderStatus::Cancelled:
            case OrderStatus::Failed:
            case OrderStatus::Refunded: counts.cancelled += orders; break;
            }
        }
        return counts;
    });
}

Result<Order> Service::readOrder(const Caller &caller, Id<Order> id)
{
    return m_db.read([&](Tx &tx) -> Result<Order> {
        LET(row, seenBy(tx, caller, id));
        return described(tx, *readerOf(caller, row), row);
    });
}

// Somebody else's order looks like no order (C58).
Result<OrderRow> Service::seenBy(Tx &tx, const Caller &caller, Id<Order> id)
{
    if (caller.role == Role::Admin)
        MUST(permit(caller, Permission::ManageOrders));
    auto row = m_store.find(tx, id);
    if (!row || !readerOf(caller, *row))
        return notFound(orderWord);
    return std::move(*row);
}

Mover Service::moverOf(Tx &tx, const Caller &caller, const OrderRow &order, const std::optional<QString> &reason)
{
    Mover mover{.actor = readerOf(caller, order).value_or(Actor::System), .id = caller.id, .reason = reason};
    switch (mover.actor) {
    case Actor::Buyer: mover.name = order.customerName; break;
    case Actor::Vendor: mover.name = order.storeName; break;
    case Actor::Admin:
        if (const auto account = m_accounts.find(tx, caller.id))
            mover.name = account->username;
        break;
    case Actor::System: break;
    }
    return mover;
}

OrderStatus Service::buyerCancelUntil() const
{
    return names::fromText<OrderStatus>(m_settings.choice(settings::Key::OrdersBuyerCancelUntil))
        .value_or(OrderStatus::Packed);
}

Order Service::described(Tx &tx, Actor reader, const OrderRow &row)
{
    return describe(row, reader, m_store.lines(tx, row.id), m_store.history(tx, row.id));
}

Order Service::describe(const OrderRow &row, Actor reader, QList<OrderLine> lines, QList<StatusChange> history) const
{
    // What the store pays the market is between the two, and who of the market acted is not told outside of it.
    if (reader == Actor::Buyer)
        for (OrderLine &line : lines)
            withoutCommission(line);
    if (reader != Actor::Admin)
        for (StatusChange &change : history)
            if (change.actor == Actor::Admin)
                change.actorName = accounts::marketName();
    const bool isPaid = !isUnpaid(row);
    const bool mayCancel = !waitsForDecision(row, OrderStatus::Cancelled);
    const bool mayReceive = !endsWithReceipt(row) || !waitsForDecision(row, OrderStatus::Completed);
    QList<OrderStatus> next = isPaid ? nextStatuses(row.orderStatus, reader) : QList<OrderStatus>();
    next.removeIf([&](OrderStatus to) { return waitsForDecision(row, to); });
    const auto unlessBuyer = [&](Money sum) { return reader == Actor::Buyer ? std::nullopt : std::optional(sum); };
    return {.id = row.id,
            .orderNumber = row.orderNumber,
            .trackingId = row.trackingId,
            .buyerId = row.buyerId,
            .vendorId = row.vendorId,
            .storeName = row.storeName,
            .customerName = row.customerName,
            .customerPhone = row.customerPhone,
            .deliveryAddress = row.deliveryAddress,
            .lines = lines,
            .subtotal = row.subtotal,
            .discountAmount = row.discountAmount,
            .taxAmount = row.taxAmount,
            .deliveryCharges = row.deliveryCharges,
            .totalAmount = row.totalAmount,
            .commissionAmount = unlessBuyer(row.commissionAmount),
            .refundedAmount = row.refundedAmount,
            .refundedCommission = unlessBuyer(row.refundedCommission),
            .isWeighed = row.weighState != WeighState::Unweighed,
            .paymentStatus = row.paymentStatus,
            .paymentMethod = row.paymentMethod,
            .orderStatus = row.orderStatus,
            .statusGroup = groupOf(row.orderStatus),
            .escrowStatus = isPaid ? row.escrowStatus : std::nullopt,
            .contestedAt = row.contestedAt,
            .notes = row.notes,
            .carrier = row.carrier,
            .vendorConfirmedAt = row.vendorConfirmedAt,
            .buyerConfirmedAt = row.buyerConfirmedAt,
            .settledAt = row.settledAt,
            .estimatedDelivery = row.estimatedDelivery,
            .placedAt = row.placedAt,
            .updatedAt = row.updatedAt,
            .history = history,
            .nextStatuses = next,
            .mayCancel = mayCancel && mayMove(row.orderStatus, OrderStatus::Cancelled, reader, buyerCancelUntil()),
            .mayConfirmReceipt = mayReceive && mayConfirmReceipt(row.orderStatus, reader) && !row.buyerConfirmedAt};
}

OrderCard Service::cardOf(const CardRow &row) const
{
    const bool isPaid = !isUnpaid(row);
    OrderCard card{.id = row.id,
                   .orderNumber = row.orderNumber,
                   .vendorId = row.vendorId,
                   .storeName = row.storeName,
                   .customerName = row.customerName,
                   .city = row.city,
                   .summary = row.summary,
                   .orderStatus = row.orderStatus,
                   .statusGroup = groupOf(row.orderStatus),
                   .escrowStatus = isPaid ? row.escrowStatus : std::nullopt,
                   .totalAmount = row.totalAmount,
                   .placedAt = row.placedAt,
                   .updatedAt = row.updatedAt,
                   .paymentMethod = row.paymentMethod,
                   .paymentStatus = row.paymentStatus,
                   .refundedAmount = row.refundedAmount,
                   .contestedAt = row.contestedAt};
    const auto waits =
        isPaid ? settings::Key::OrdersUnconfirmedCancelMinutes : settings::Key::OrdersUnpaidCancelMinutes;
    if (row.orderStatus == OrderStatus::Placed)
        card.dueAt = row.reachedAt.value_or(row.placedAt).after(m_settings.whole(waits) * minuteMs);
    return card;
}

OrderCard Service::cardOf(const OrderRow &row) const
{
    return cardOf({row.id, row.orderNumber, row.vendorId, row.storeName, row.customerName, row.city, row.summary,
                   row.orderStatus, row.escrowStatus, row.totalAmount, row.placedAt, row.updatedAt, row.paymentMethod,
                   row.paymentStatus, row.reachedAt, row.refundedAmount, row.contestedAt});
}

std::optional<Parties> Service::partiesOf(Tx &tx, Id<Order> id)
{
    const auto row = m_store.find(tx, id);
    if (!row)
        return std::nullopt;
    return Parties{row->buyerId,     row->vendorId,  row->vendorAccountId,
                   row->orderNumber, row->storeName, row->customerName};
}

bool Service::hasOpen(Tx &tx, const Account &party)
{
    return m_store.hasOpen(tx, party.id, party.vendorId);
}

Money Service::heldFor(Tx &tx, Id<Vendor> vendor)
{
    return m_store.held(tx, {.vendor = vendor});
}

Money Service::commissionOf(Tx &tx, Id<Vendor> vendor)
{
    return m_store.commission(tx, vendor);
}

QList<SettledOrder> Service::settledOf(Tx &tx, Id<Vendor> vendor, const std::optional<SettledBefore> &before, int limit)
{
    return m_store.settled(tx, vendor, before, limit);
}

QList<SettledOrder> Service::takeForPayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout)
{
    m_store.takeForPayout(tx, vendor, payout, ordersInPayoutMax);
    return ordersOfPayout(tx, payout);
}

Money Service::contestedOf(Tx &tx, Id<Vendor> vendor)
{
    return m_store.contested(tx, vendor);
}

std::optional<SettledOrder> Service::contestedIn(Tx &tx, Id<Payout> payout)
{
    return m_store.contestedIn(tx, payout);
}

QList<SettledOrder> Service::ordersOfPayout(Tx &tx, Id<Payout> payout)
{
    return m_store.ofPayout(tx, payout, ordersInPayoutMax);
}

void Service::returnFromPayout(Tx &tx, Id<Payout> payout)
{
    m_store.returnFromPayout(tx, payout);
}

} // namespace orders
