#include "server/refunds/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/core/readable.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/refunds/rules.h"
#include "server/refunds/words.h"

#include <algorithm>
#include <numeric>

namespace refunds {

namespace {

constexpr QLatin1StringView refundWord("refund");
constexpr QLatin1StringView orderWord("order");

Actor actorOf(const Caller &caller)
{
    if (caller.isAdmin())
        return Actor::Admin;
    return caller.vendorId ? Actor::Vendor : Actor::Buyer;
}

auto wasInCash()
{
    return failure(
        ErrorCode::Conflict,
        QStringLiteral("This order is paid to the store in cash: the market has nothing of it to give back."));
}

// Every line with its part of what was paid, and what of it was refunded before.
QList<LineLeft> linesLeft(const orders::Stake &stake, const QList<RefundRow> &processed)
{
    QList<Money> totals;
    Money sum;
    for (const orders::StakeLine &line : stake.lines) {
        totals += line.total;
        sum = sum + line.total;
    }
    const QList<Money> paid = sum == stake.paid ? totals : spread(stake.paid, totals);
    QList<LineLeft> out;
    QList<Money> rest;
    Money over;
    for (qsizetype i = 0; i < stake.lines.size(); ++i) {
        const orders::StakeLine &line = stake.lines[i];
        LineLeft left{line.id, line.title, paid[i], line.commission, {}};
        for (const RefundRow &refund : processed)
            for (const RefundLine &part : refund.lines)
                if (part.lineId == line.id)
                    left.refunded = left.refunded + part.amount;
        // Weighed lighter than what was refunded of it before: that is taken off the other lines.
        over = over + std::max(left.refunded - left.total, Money{});
        left.refunded = std::min(left.refunded, left.total);
        rest += left.left();
        out += left;
    }
    const Money most = std::accumulate(rest.begin(), rest.end(), Money{});
    const QList<Money> taken = spread(std::min(over, most), rest);
    for (qsizetype i = 0; i < out.size(); ++i)
        out[i].refunded = out[i].refunded + taken[i];
    return out;
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, orders::Service &orders, weighing::Service &weighing,
                 ledger::Service &ledger, accounts::Service &accounts, auth::Service &auth, settings::Service &settings,
                 storage::Service &storage, audit::Service &audit)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_orders(orders)
    , m_weighing(weighing)
    , m_ledger(ledger)
    , m_accounts(accounts)
    , m_auth(auth)
    , m_settings(settings)
    , m_storage(storage)
    , m_audit(audit)
{}

Result<Refund> Service::requestRefund(const Caller &caller, Id<Order> order, const RequestRefund &wish)
{
    LET(vendor, storeOf(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<Refund> {
        const auto stake = m_orders.stakeOf(tx, order);
        if (!stake || stake->vendor != vendor)
            return notFound(orderWord);
        return add(tx, caller, *stake, wish, {.requestedBy = Actor::Vendor});
    });
}

// Whoever may approve refunds need not ask himself; processing it stays a step of its own.
Result<Refund> Service::grantRefund(const Caller &caller, Id<Order> order, const RequestRefund &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    return m_db.write(caller, [&](Tx &tx) { return granted(tx, caller, order, wish); });
}

// A payment that was for several orders says nothing of which of them is meant.
Result<Refund> Service::grantRefundOfPayment(const Caller &caller, Id<Payment> payment, const RequestRefund &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    return m_db.write(caller, [&](Tx &tx) -> Result<Refund> {
        LET(paid, m_orders.paidBy(tx, payment));
        if (paid.size() == 1)
            return granted(tx, caller, paid.constFirst().id, wish);
        QStringList numbers;
        for (const orders::OrderRow &order : paid)
            numbers += order.orderNumber;
        if (numbers.isEmpty())
            return failure(ErrorCode::Conflict,
                           QStringLiteral("This payment recharged a wallet; it was for no order."));
        return failure(
            ErrorCode::ValidationFailed,
            QStringLiteral("This payment was for several orders: %1.").arg(numbers.join(QStringLiteral(", "))));
    });
}

Result<Refund> Service::granted(Tx &tx, const Caller &caller, Id<Order> order, const RequestRefund &wish)
{
    const auto stake = m_orders.stakeOf(tx, order);
    if (!stake)
        return notFound(orderWord);
    return add(tx, caller, *stake, wish,
               {.status = RefundStatus::Approved,
                .requestedBy = Actor::Admin,
                .decidedBy = nameOf(tx, caller.id),
                .decidedById = caller.id,
                .approvedAt = tx.now()});
}

Result<Refund> Service::add(Tx &tx, const Caller &caller, const orders::Stake &stake, const RequestRefund &wish,
                            RefundRow row)
{
    MUST(checkWish(tx, stake, wish, row));
    row.orderId = stake.id;
    row.orderNumber = stake.orderNumber;
    row.buyerId = stake.buyer;
    row.vendorId = stake.vendor;
    row.vendorAccountId = stake.vendorAccount;
    row.storeName = stake.storeName;
    row.reason = wish.reason;
    row.text = wish.text;
    row.requestedById = caller.id;
    row.requestedAt = tx.now();
    MUST(insert(tx, row));
    m_audit.record(tx, caller, "refunds.requested", "refund", row.id.text(), audited(row, row.text));
    publish(tx, row);
    return toldTo(row.requestedBy, describe(row));
}

// What waits counts as if it were given: all wishes together never ask for more than was paid.
Result<> Service::checkWish(Tx &tx, const orders::Stake &stake, const RequestRefund &wish, RefundRow &row)
{
    if (wish.reason == RefundReason::Dispute)
        return refusal(QStringLiteral("reason"), QStringLiteral("is kept for the decision of a dispute"));
    if (wish.amount && !wish.lines.isEmpty())
        return refusal(QStringLiteral("amount"), QStringLiteral("is the sum of the lines and not said beside them"));
    if (stake.method == PaymentMethodKind::Cod)
        return wasInCash();
    const QList<RefundRow> waiting = m_store.waitingOf(tx, stake.id, waitingPerOrderMax);
    const auto isOfThisSide = [&](const RefundRow &other) { return other.requestedBy == row.requestedBy; };
    if (std::count_if(waiting.begin(), waiting.end(), isOfThisSide) >= waitingPerSideMax ||
        m_store.countProcessed(tx, stake.id) >= processedPerOrderMax)
        return failure(ErrorCode::Conflict, QStringLiteral("There are too many refunds of this order."));
    Money left = stake.left();
    for (const RefundRow &other : waiting)
        left = left - other.amount;
    const bool isUnpaid = stake.payment == PaymentStatus::Pending || stake.payment == PaymentStatus::Failed;
    if (stake.status == OrderStatus::Cancelled || stake.status == OrderStatus::Failed || isUnpaid || left <= Money{})
        return failure(ErrorCode::Conflict, QStringLiteral("Nothing of this order can be refunded."));
    row.amount = wish.amount.value_or(left);
    if (!wish.lines.isEmpty()) {
        for (const RefundLineWish &line : wish.lines)
            row.lines += RefundLine{.lineId = line.lineId, .amount = line.amount};
        row.amount = amountOf(row.lines);
    }
    if (row.amount > left)
        return refusal(QStringLiteral("amount"), QStringLiteral("is more than the %1 that are left").arg(left.text()));
    if (row.lines.isEmpty())
        return {};
    LET(lines, sharesOf(tx, row, stake));
    row.lines = lines; // with their titles; the commission is said anew when it is processed
    return {};
}

Result<> Service::insert(Tx &tx, RefundRow &row)
{
    for (int attempt = 0; attempt < readable::attemptsMax; ++attempt) {
        row.id = m_ids.next<Refund>();
        row.refundNumber = readable::number(QLatin1StringView("RF"), row.id.uuid);
        if (m_store.insertNew(tx, row))
            return {};
    }
    return failure(ErrorCode::Unavailable, QStringLiteral("No refund number is free at the moment."));
}

Result<QList<Refund>> Service::listRefundsOf(const Caller &caller, Id<Order> order)
{
    return m_db.read([&](Tx &tx) -> Result<QList<Refund>> {
        LET(stake, stakeSeenBy(tx, caller, order));
        QList<Refund> out;
        for (const RefundRow &row : m_store.ofOrder(tx, stake.id, refundsPerOrderMax))
            out += toldTo(actorOf(caller), describe(row));
        return out;
    });
}

// Somebody else's order looks like no order (C58).
Result<orders::Stake> Service::stakeSeenBy(Tx &tx, const Caller &caller, Id<Order> order)
{
    if (caller.role == Role::Admin)
        MUST(permit(caller, Permission::ManageOrders));
    auto stake = m_orders.stakeOf(tx, order);
    const bool isParty = stake && (stake->buyer == caller.id || (caller.vendorId && stake->vendor == *caller.vendorId));
    if (!isParty && !(stake && caller.isAdmin()))
        return notFound(orderWord);
    return std::move(*stake);
}

Result<Scope> Service::scopeOf(const Caller &caller) const
{
    switch (caller.role) {
    case Role::Buyer:
    case Role::Distributor: return Scope{.buyer = caller.id};
    case Role::Vendor: {
        LET(vendor, storeOf(caller));
        return Scope{.vendor = vendor};
    }
    case Role::Admin: break;
    }
    // An admin is no party of any order; what he may see stands in the list of all.
    return Scope{.buyer = caller.id};
}

Result<Page<Refund>> Service::listRefunds(const Caller &caller, const ListRefunds &wish)
{
    LET(scope, scopeOf(caller));
    LET(own, page(scope, wish));
    for (Refund &refund : own.items)
        refund = toldTo(actorOf(caller), refund);
    return std::move(own);
}

Result<Page<Refund>> Service::listAllRefunds(const Caller &caller, const ListRefunds &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    return page({}, wish);
}

Result<Page<Refund>> Service::page(const Scope &scope, const ListRefunds &wish)
{
    LET(before, cursor::idOf<Refund>(wish.cursor));
    QList<Refund> out;
    for (const RefundRow &row :
         m_db.read([&](Tx &tx) { return m_store.list(tx, scope, wish, before, wish.limit + 1); }))
        out += describe(row);
    return cursor::pageById(std::move(out), wish.limit);
}

Result<RefundDetail> Service::readRefund(const Caller &caller, Id<Refund> id)
{
    if (caller.role == Role::Admin)
        MUST(permit(caller, Permission::ManageOrders));
    return m_db.read([&](Tx &tx) -> Result<RefundDetail> {
        const auto row = m_store.find(tx, id);
        if (!row)
            return notFound(refundWord);
        const auto stake = stakeSeenBy(tx, caller, row->orderId);
        if (!stake)
            return notFound(refundWord);
        const Actor reader = actorOf(caller);
        RefundDetail out{.refund = toldTo(reader, describe(*row)),
                         .customerName = stake->customerName,
                         .money = describe(*stake),
                         .needsAnother = needsAnother(*row, *stake, caller.id)};
        if (reader == Actor::Buyer)
            out.money.commission = {}; // what the store pays the market is between the two
        for (const RefundRow &other : m_store.ofOrder(tx, row->orderId, refundsPerOrderMax))
            if (other.id != id)
                out.others += toldTo(reader, describe(other));
        return out;
    });
}

// Two different wishes are told apart by whether the store named lines.
Result<QList<RefundLine>> Service::sharesOf(Tx &tx, const RefundRow &row, const orders::Stake &stake)
{
    const QList<RefundRow> processed = m_store.processedOf(tx, stake.id, 2 * processedPerOrderMax);
    return shareOut(linesLeft(stake, processed), row.lines, row.amount);
}

QString Service::nameOf(Tx &tx, Id<Account> admin)
{
    const auto account = m_accounts.find(tx, admin);
    return account ? account->username : accounts::marketName();
}

} // namespace refunds
