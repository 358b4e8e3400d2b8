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

constexpr int numberAttempts = 3;
constexpr QLatin1StringView refundWord("refund");
constexpr QLatin1StringView orderWord("order");

struct AuditedRefund
{
    RefundStatus status = RefundStatus::Requested;
    Money amount;
    std::optional<Money> fromVendor;
    std::optional<Money> fromCommission;
    std::optional<QString> reason;

    FIELDS(AuditedRefund, FIELD(status), FIELD(amount), FIELD(fromVendor), FIELD(fromCommission), FIELD(reason))
};

tl::unexpected<Error> changedMeanwhile()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The refund has changed meanwhile."));
}

Actor actorOf(const Caller &caller)
{
    if (caller.isAdmin())
        return Actor::Admin;
    return caller.vendorId ? Actor::Vendor : Actor::Buyer;
}

bool isWaiting(RefundStatus status)
{
    return status == RefundStatus::Requested || status == RefundStatus::Approved;
}

// Every line with its part of what was paid, and what of it was refunded before.
QList<LineLeft> linesLeft(const orders::Stake &stake, const QList<RefundRow> &refunds)
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
        for (const RefundRow &refund : refunds)
            for (const RefundLine &part : refund.lines)
                if (refund.status == RefundStatus::Processed && part.lineId == line.id)
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

Service::Service(Db &db, const Clock &clock, const Ids &ids, orders::Service &orders, ledger::Service &ledger,
                 accounts::Service &accounts, settings::Service &settings, storage::Service &storage,
                 audit::Service &audit)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_orders(orders)
    , m_ledger(ledger)
    , m_accounts(accounts)
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
    return m_db.write(caller, [&](Tx &tx) -> Result<Refund> {
        const auto stake = m_orders.stakeOf(tx, order);
        if (!stake)
            return notFound(orderWord);
        return add(tx, caller, *stake, wish,
                   {.status = RefundStatus::Approved,
                    .requestedBy = Actor::Admin,
                    .decidedBy = nameOf(tx, caller.id),
                    .decidedById = caller.id,
                    .approvedAt = tx.now()});
    });
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
    m_audit.record(tx, caller, "refunds.requested", "refund", row.id.text(),
                   {json::bytes(AuditedRefund{row.status, row.amount, {}, {}, row.text})});
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
    const QList<RefundRow> others = m_store.ofOrder(tx, stake.id, refundsPerOrderMax);
    if (others.size() >= refundsPerOrderMax)
        return failure(ErrorCode::Conflict, QStringLiteral("There are too many refunds of this order."));
    Money left = stake.left();
    for (const RefundRow &other : others)
        if (isWaiting(other.status))
            left = left - other.amount;
    if (stake.status == OrderStatus::Cancelled || stake.status == OrderStatus::Failed || left <= Money{})
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
    LET(lines, shareOut(linesLeft(stake, others), row.lines, row.amount));
    row.lines = lines; // with their titles; the commission is said anew when it is processed
    return {};
}

Result<> Service::insert(Tx &tx, RefundRow &row)
{
    for (int attempt = 0; attempt < numberAttempts; ++attempt) {
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
    MUST(permit(caller, Permission::ManageOrders));
    return m_db.read([&](Tx &tx) -> Result<RefundDetail> {
        const auto row = m_store.find(tx, id);
        const auto stake = row ? m_orders.stakeOf(tx, row->orderId) : std::nullopt;
        if (!stake)
            return notFound(refundWord);
        RefundDetail out{.refund = describe(*row), .customerName = stake->customerName, .money = describe(*stake)};
        for (const RefundRow &other : m_store.ofOrder(tx, row->orderId, refundsPerOrderMax))
            if (other.id != id)
                out.others += describe(other);
        return out;
    });
}

Result<Refund> Service::decideRefund(const Caller &caller, Id<Refund> id, const DecideRefund &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    const bool isRejected = wish.status == RefundStatus::Rejected;
    if (isRejected && !wish.reason)
        return refusal(QStringLiteral("reason"), QStringLiteral("is required"));
    return m_db.write(caller, [&](Tx &tx) -> Result<Refund> {
        const auto seen = m_store.find(tx, id);
        if (!seen)
            return notFound(refundWord);
        if (!mayBecome(seen->status, wish.status))
            return failure(ErrorCode::IllegalTransition, QStringLiteral("A refund that is %1 cannot become %2.")
                                                             .arg(names::text(seen->status), names::text(wish.status)));
        RefundRow next = *seen;
        next.status = wish.status;
        next.decidedBy = nameOf(tx, caller.id);
        next.decidedById = caller.id;
        if (isRejected)
            next.refusal = wish.reason;
        (wish.status == RefundStatus::Approved ? next.approvedAt : next.decidedAt) = tx.now();
        if (wish.status == RefundStatus::Processed) {
            MUST(m_ledger.booksAreSound(tx));
            if (m_store.openOf(tx, seen->orderId))
                return failure(ErrorCode::Conflict, QStringLiteral("The order is disputed; the decision comes first."));
            const auto stake = m_orders.stakeOf(tx, seen->orderId);
            MUST(give(tx, next, *stake,
                      {.actor = Actor::Admin, .id = caller.id, .name = next.decidedBy, .reason = next.text}));
        }
        if (!m_store.change(tx, seen->status, next))
            return changedMeanwhile();
        const AuditedRefund said{next.status, next.amount, next.fromVendor, next.fromCommission, next.refusal};
        m_audit.record(tx, caller, "refunds." + names::text(next.status).toString().toStdString(), "refund", id.text(),
                       {json::bytes(said)});
        publish(tx, next);
        return describe(next);
    });
}

// The order first, whose version is the fence; the books refuse what would be more than the order has brought.
Result<> Service::give(Tx &tx, RefundRow &row, const orders::Stake &stake, const orders::Mover &mover)
{
    LET(lines, sharesOf(tx, row, stake));
    row.lines = lines;
    // The last part takes all that is left, also when a weight has changed the lines between two of them.
    const Money commissionLeft = stake.commission - stake.refundedCommission;
    row.fromCommission = row.amount == stake.left() ? commissionLeft : std::min(commissionOf(lines), commissionLeft);
    row.fromVendor = row.amount - *row.fromCommission;
    const orders::Given part{row.amount, *row.fromCommission};
    MUST(stake.escrow == EscrowStatus::Disputed ? m_orders.divide(tx, stake, part, mover)
                                                : m_orders.refund(tx, stake, part, mover));
    if (stake.settledAt)
        MUST(m_ledger.refund(tx, row.buyerId, row.orderId, row.vendorId, row.id.uuid,
                             {*row.fromVendor, *row.fromCommission},
                             QStringLiteral("Refund %1 of order %2").arg(row.refundNumber, row.orderNumber)));
    tx.publish(RefundProcessed{.refundId = row.id,
                               .orderId = row.orderId,
                               .orderNumber = row.orderNumber,
                               .buyerId = row.buyerId,
                               .vendorId = row.vendorId,
                               .amount = row.amount,
                               .fromVendor = *row.fromVendor,
                               .fromCommission = *row.fromCommission,
                               .wasSettled = stake.settledAt.has_value(),
                               .isWhole = row.amount == stake.left()});
    return {};
}

// Two different wishes are told apart by whether the store named lines.
Result<QList<RefundLine>> Service::sharesOf(Tx &tx, const RefundRow &row, const orders::Stake &stake)
{
    return shareOut(linesLeft(stake, m_store.ofOrder(tx, stake.id, refundsPerOrderMax)), row.lines, row.amount);
}

QString Service::nameOf(Tx &tx, Id<Account> admin)
{
    const auto account = m_accounts.find(tx, admin);
    return account ? account->username : accounts::marketName();
}

} // namespace refunds
