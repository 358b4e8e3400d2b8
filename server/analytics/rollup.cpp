#include "server/analytics/rollup.h"

#include <QSet>

#include <algorithm>

namespace analytics {

namespace {

std::optional<Instant> timeOf(const OrderFacts &order, Fact fact)
{
    switch (fact) {
    case Fact::Placed: return order.placedAt;
    case Fact::Confirmed: return order.confirmedAt;
    case Fact::Dispatched: return order.dispatchedAt;
    case Fact::Delivered: return order.deliveredAt;
    case Fact::Cancelled: return order.cancelledAt;
    case Fact::Settled: return order.settledAt;
    }
    return std::nullopt;
}

struct Ends
{
    Fact from;
    Fact to;
};

Ends endsOf(TradeStep step)
{
    switch (step) {
    case TradeStep::Confirm: return {Fact::Placed, Fact::Confirmed};
    case TradeStep::Dispatch: return {Fact::Confirmed, Fact::Dispatched};
    case TradeStep::Deliver: return {Fact::Dispatched, Fact::Delivered};
    case TradeStep::Settle: return {Fact::Delivered, Fact::Settled};
    }
    return {Fact::Placed, Fact::Confirmed};
}

sql::Blob keyOf(const QUuid &id)
{
    return {id.toRfc4122()};
}

// What a fact adds to: so many orders and so much money, into the columns of that fact.
Counters countersOf(Fact fact, qint64 orders, Money amount, Money commission)
{
    switch (fact) {
    case Fact::Placed: return {.ordersPlaced = orders, .placed = amount};
    case Fact::Cancelled: return {.ordersCancelled = orders, .cancelled = amount};
    case Fact::Settled: return {.ordersSettled = orders, .settled = amount, .commission = commission};
    case Fact::Confirmed:
    case Fact::Dispatched:
    case Fact::Delivered: return {};
    }
    return {};
}

// A line's part of its order: the first line stands for the order, the first one of each category for the category.
struct Part
{
    SoldLine line;
    qint64 orders = 0;
    qint64 categories = 0;
    Money total;
};

QList<Part> partsOf(const OrderFacts &order)
{
    QList<Part> parts;
    QSet<Id<Category>> met;
    for (const SoldLine &line : order.lines) {
        const bool isFirst = parts.isEmpty(), isFirstOfCategory = !met.contains(line.categoryId);
        met += line.categoryId;
        parts += Part{line, isFirst, isFirstOfCategory, isFirst ? order.totalAmount : Money{}};
    }
    return parts;
}

CellCounters countersOf(Fact fact, const Part &part)
{
    switch (fact) {
    case Fact::Placed:
        return {.placedOrders = part.orders,
                .placedCategories = part.categories,
                .placedLines = 1,
                .placedTotal = part.total,
                .placedGoods = part.line.lineTotal};
    case Fact::Cancelled:
        return {.cancelledOrders = part.orders,
                .cancelledCategories = part.categories,
                .cancelledLines = 1,
                .cancelledTotal = part.total,
                .cancelledGoods = part.line.lineTotal};
    case Fact::Settled:
        return {.settledOrders = part.orders,
                .settledCategories = part.categories,
                .settledLines = 1,
                .settledTotal = part.total,
                .settledGoods = part.line.lineTotal,
                .commission = part.line.commissionAmount};
    case Fact::Confirmed:
    case Fact::Dispatched:
    case Fact::Delivered: return {};
    }
    return {};
}

struct OfCategory
{
    Id<Category> id;
    Money goods;
    Money commission;
};

QList<OfCategory> byCategory(const OrderFacts &order)
{
    QList<OfCategory> out;
    for (const SoldLine &line : order.lines) {
        auto known = std::find_if(out.begin(), out.end(), [&](const OfCategory &c) { return c.id == line.categoryId; });
        if (known == out.end()) {
            out += OfCategory{line.categoryId, {}, {}};
            known = out.end() - 1;
        }
        known->goods = known->goods + line.lineTotal;
        known->commission = known->commission + line.commissionAmount;
    }
    return out;
}

Money commissionOf(const OrderFacts &order)
{
    Money sum;
    for (const SoldLine &line : order.lines)
        sum = sum + line.commissionAmount;
    return sum;
}

constexpr qint64 bit(Fact fact)
{
    return qint64(1) << int(fact);
}

} // namespace

void Rollup::catchUp(Tx &tx, const QList<qint64> &editions, Id<Order> id)
{
    if (const auto order = m_books.order(tx, id))
        for (const qint64 edition : editions)
            count(tx, edition, *order);
}

void Rollup::count(Tx &tx, qint64 edition, const OrderFacts &order)
{
    const qint64 counted = m_store.counted(tx, edition, order.id.uuid);
    qint64 known = 0;
    for (int i = 0; i < factCount; ++i)
        known |= timeOf(order, Fact(i)) ? bit(Fact(i)) : 0;
    if ((known & ~counted) == 0)
        return;
    m_store.setCounted(tx, edition, order.id.uuid, counted | known);
    for (int i = 0; i < factCount; ++i)
        if (known & ~counted & bit(Fact(i)))
            countFact(tx, edition, order, Fact(i));
}

void Rollup::countFact(Tx &tx, qint64 edition, const OrderFacts &order, Fact fact)
{
    const qint64 day = dayOf(timeOf(order, fact).value());
    switch (fact) {
    case Fact::Placed:
        countSales(tx, edition, order, fact, day);
        countBuyer(tx, edition, order);
        return;
    case Fact::Confirmed: return countStep(tx, edition, order, TradeStep::Confirm);
    case Fact::Dispatched: return countStep(tx, edition, order, TradeStep::Dispatch);
    case Fact::Delivered: return countStep(tx, edition, order, TradeStep::Deliver);
    case Fact::Cancelled: return countSales(tx, edition, order, fact, day);
    case Fact::Settled:
        countSales(tx, edition, order, fact, day);
        countWon(tx, edition, order);
        countStep(tx, edition, order, TradeStep::Settle);
        return;
    }
}

void Rollup::countSales(Tx &tx, qint64 edition, const OrderFacts &order, Fact fact, qint64 day)
{
    const auto add = [&](Cut cut, const sql::Blob &key, const Counters &more) {
        m_store.add(tx, Place{edition, cut, Grain::Day, day, key}, more);
    };
    const auto addMonth = [&](Cut cut, const sql::Blob &key, const Counters &more) {
        add(cut, key, more);
        m_store.add(tx, Place{edition, cut, Grain::Month, monthOf(day), key}, more);
    };
    const Counters ofOrder = countersOf(fact, 1, order.totalAmount, commissionOf(order));
    add(Cut::Market, {""}, ofOrder);
    add(Cut::State, {order.state.toUtf8()}, ofOrder);
    addMonth(Cut::Vendor, keyOf(order.vendorId.uuid), ofOrder);
    addMonth(Cut::City, {order.city.toUtf8()}, ofOrder);
    for (const OfCategory &category : byCategory(order))
        add(Cut::Category, keyOf(category.id.uuid), countersOf(fact, 1, category.goods, category.commission));
    for (const Part &part : partsOf(order)) {
        addMonth(Cut::Product, keyOf(part.line.productId.uuid),
                 countersOf(fact, 1, part.line.lineTotal, part.line.commissionAmount));
        m_store.add(tx, Cell{edition, order.vendorId, day, part.line.productId, part.line.categoryId, order.state},
                    countersOf(fact, part));
    }
}

// A settled order is also noted at the day it was placed, because the funnel follows the orders of a period.
void Rollup::countWon(Tx &tx, qint64 edition, const OrderFacts &order)
{
    const qint64 day = dayOf(order.placedAt);
    const auto add = [&](Cut cut, const sql::Blob &key) {
        m_store.add(tx, Place{edition, cut, Grain::Day, day, key}, Counters{.ordersWon = 1});
    };
    add(Cut::Market, {""});
    add(Cut::State, {order.state.toUtf8()});
    for (const OfCategory &category : byCategory(order))
        add(Cut::Category, keyOf(category.id.uuid));
    for (const Part &part : partsOf(order))
        m_store.add(tx, Cell{edition, order.vendorId, day, part.line.productId, part.line.categoryId, order.state},
                    CellCounters{.wonOrders = part.orders, .wonCategories = part.categories, .wonLines = 1});
}

void Rollup::countBuyer(Tx &tx, qint64 edition, const OrderFacts &order)
{
    const qint64 day = dayOf(order.placedAt), month = monthOf(day);
    m_store.addToDay(tx, edition, order.buyerId, day);

    const QList<BuyerMonth> months = m_store.monthsOf(tx, edition, order.buyerId);
    const auto has = [&](qint64 wanted) {
        return std::any_of(months.begin(), months.end(), [&](const BuyerMonth &m) { return m.month == wanted; });
    };
    const BuyerMonth more{month, 1, order.totalAmount};
    m_store.addToMonth(tx, edition, order.buyerId, more);
    const bool isNewMonth = !has(month);
    if (isNewMonth) {
        m_store.add(tx, edition, Count::BuyersActive, firstDayOf(month), 1);
        if (has(month - 1))
            m_store.add(tx, edition, Count::BuyersKept, firstDayOf(month), 1);
        if (has(month + 1))
            m_store.add(tx, edition, Count::BuyersKept, firstDayOf(month + 1), 1);
    }

    const qint64 known = months.isEmpty() ? month : months.constFirst().month;
    const qint64 cohort = qMin(known, month);
    // An order that is counted late may be the buyer's first: then he belongs to an earlier cohort with all he did.
    if (cohort < known)
        for (const BuyerMonth &each : months) {
            m_store.addToCohort(tx, edition, known, {each.month, -each.orders, -each.placed}, -1);
            m_store.addToCohort(tx, edition, cohort, each, 1);
        }
    m_store.addToCohort(tx, edition, cohort, more, isNewMonth ? 1 : 0);
}

void Rollup::countStep(Tx &tx, qint64 edition, const OrderFacts &order, TradeStep step)
{
    const auto [from, to] = endsOf(step);
    const auto start = timeOf(order, from), end = timeOf(order, to);
    if (!start || !end)
        return;
    const qint64 durationMs = qMax<qint64>(0, end->ms - start->ms);
    for (const Id<Vendor> vendor : {order.vendorId, Id<Vendor>{}})
        m_store.add(tx, StepPlace{edition, vendor, step, dayOf(*end), bucketOf(durationMs)}, durationMs);
}

void Rollup::countOnce(Tx &tx, qint64 edition, const QUuid &subject, qint64 bit, Count figure, qint64 day, qint64 more)
{
    const qint64 counted = m_store.counted(tx, edition, subject);
    if (counted & bit)
        return;
    m_store.setCounted(tx, edition, subject, counted | bit);
    m_store.add(tx, edition, figure, day, more);
}

// A payment that failed and was paid after all has not failed.
void Rollup::catchUp(Tx &tx, const QList<qint64> &editions, Id<Payment> id)
{
    constexpr qint64 failedBit = 1, paidBit = 2, amountBit = 4;
    const auto payment = m_books.payment(tx, id);
    if (!payment)
        return;
    for (const qint64 edition : editions) {
        if (payment->paidAt) {
            const qint64 day = dayOf(*payment->paidAt);
            if (m_store.counted(tx, edition, id.uuid) == failedBit) {
                m_store.setCounted(tx, edition, id.uuid, 0);
                m_store.add(tx, edition, Count::PaymentsFailed, dayOf(payment->createdAt), -1);
            }
            countOnce(tx, edition, id.uuid, paidBit, Count::PaymentsPaid, day, 1);
            countOnce(tx, edition, id.uuid, amountBit, Count::PaidIn, day, payment->amount.minor);
        } else if (payment->status == PaymentStatus::Failed) {
            countOnce(tx, edition, id.uuid, failedBit, Count::PaymentsFailed, dayOf(payment->createdAt), 1);
        }
    }
}

void Rollup::catchUp(Tx &tx, const QList<qint64> &editions, Id<Payout> id)
{
    const auto payout = m_books.processedPayout(tx, id);
    if (!payout)
        return;
    for (const qint64 edition : editions) {
        countOnce(tx, edition, id.uuid, 1, Count::PayoutsProcessed, dayOf(payout->processedAt), 1);
        countOnce(tx, edition, id.uuid, 2, Count::PaidOut, dayOf(payout->processedAt), payout->amount.minor);
    }
}

void Rollup::catchUp(Tx &tx, const QList<qint64> &editions, Id<Account> id)
{
    const auto account = m_books.account(tx, id);
    if (!account || account->role == Role::Admin)
        return;
    const Count figure = account->role == Role::Vendor        ? Count::VendorsJoined
                         : account->role == Role::Distributor ? Count::DistributorsJoined
                                                              : Count::BuyersJoined;
    for (const qint64 edition : editions)
        countOnce(tx, edition, id.uuid, 1, figure, dayOf(account->dateJoined), 1);
}

void Rollup::catchUp(Tx &tx, const QList<qint64> &editions, Id<Vendor> id)
{
    const StoreFacts store = m_books.store(tx, id);
    for (const qint64 edition : editions) {
        if (store.appliedAt)
            countOnce(tx, edition, id.uuid, 1, Count::StoresApplied, dayOf(*store.appliedAt), 1);
        if (store.approvedAt)
            countOnce(tx, edition, id.uuid, 2, Count::StoresApproved, dayOf(*store.approvedAt), 1);
    }
}

void Rollup::catchUp(Tx &tx, const QList<qint64> &editions, Subject subject, const QUuid &id)
{
    switch (subject) {
    case Subject::Orders: return catchUp(tx, editions, Id<Order>{id});
    case Subject::Payments: return catchUp(tx, editions, Id<Payment>{id});
    case Subject::Payouts: return catchUp(tx, editions, Id<Payout>{id});
    case Subject::Accounts: return catchUp(tx, editions, Id<Account>{id});
    case Subject::Stores: return catchUp(tx, editions, Id<Vendor>{id});
    }
}

} // namespace analytics
