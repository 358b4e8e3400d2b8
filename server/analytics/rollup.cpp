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
    std::optional<Instant> from;
    std::optional<Instant> to;
};

// A store takes its time from when it hears of the order; what its payment has confirmed took it none.
Ends endsOf(TradeStep step, const OrderFacts &order)
{
    const auto between = [&](Fact from, Fact to) { return Ends{timeOf(order, from), timeOf(order, to)}; };
    switch (step) {
    case TradeStep::Confirm: return order.isConfirmedByPerson ? Ends{order.reachedAt, order.confirmedAt} : Ends{};
    case TradeStep::Dispatch: return between(Fact::Confirmed, Fact::Dispatched);
    case TradeStep::Deliver: return between(Fact::Dispatched, Fact::Delivered);
    case TradeStep::Settle: return between(Fact::Delivered, Fact::Settled);
    }
    return {};
}

sql::Blob keyOf(const QUuid &id)
{
    return {id.toRfc4122()};
}

// An order that is weighed costs something else afterwards; what was placed stays what it was.
OrderFacts asPlaced(OrderFacts order)
{
    order.totalAmount = order.placedAmount;
    for (SoldLine &line : order.lines)
        line.lineTotal = line.placedTotal;
    return order;
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

QList<OfCategory> categoriesOf(const OrderFacts &order)
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

// Rows that only this subject or buyer has are written first, each kind in the order of its keys, and what many share
// comes last: so units that meet never wait for each other in a circle.
void Rollup::catchUp(Tx &tx, const QList<qint64> &editions, Subject subject, const QList<QUuid> &ids)
{
    if (ids.isEmpty())
        return;
    if (subject == Subject::Orders)
        return count(tx, editions, m_books.orders(tx, {ids.constFirst()}, {ids.constLast()}));
    Unit unit{tx};
    for (const qint64 edition : editions) {
        for (const QUuid &id : ids) {
            switch (subject) {
            case Subject::Orders: break;
            case Subject::Payments: countPayment(unit, edition, {id}); break;
            case Subject::Payouts: countPayout(unit, edition, {id}); break;
            case Subject::Accounts: countAccount(unit, edition, {id}); break;
            case Subject::Stores: countStore(unit, edition, {id}); break;
            }
        }
    }
    unit.more.write(tx, m_store);
}

void Rollup::count(Tx &tx, const QList<qint64> &editions, const QList<OrderFacts> &orders)
{
    if (orders.isEmpty())
        return;
    Unit unit{tx};
    std::vector<Due> all;
    for (const qint64 edition : editions) {
        const auto before = m_store.counted(tx, edition, orders.constFirst().id.uuid, orders.constLast().id.uuid);
        for (const OrderFacts &order : orders) {
            const qint64 counted = before.value(order.id.uuid);
            qint64 known = 0;
            for (int i = 0; i < factCount; ++i)
                known |= timeOf(order, Fact(i)) ? bit(Fact(i)) : 0;
            if ((known & ~counted) == 0)
                continue;
            m_store.setCounted(tx, edition, order.id.uuid, counted | known);
            all.push_back({edition, &order, known & ~counted});
        }
    }
    const auto key = [](const Due &due) { return std::tie(due.edition, due.order->buyerId.uuid); };
    std::stable_sort(all.begin(), all.end(), [&](const Due &a, const Due &b) { return key(a) < key(b); });
    for (auto run = all.cbegin(); run != all.cend();) {
        const auto end = std::find_if(run, all.cend(), [&](const Due &due) { return key(due) != key(*run); });
        countBuyer(unit, {run, end});
        run = end;
    }
    for (const Due &due : all)
        for (int i = 0; i < factCount; ++i)
            if (due.facts & bit(Fact(i)))
                countFact(unit, due.edition, *due.order, Fact(i));
    unit.more.write(tx, m_store);
}

void Rollup::countFact(Unit &unit, qint64 edition, const OrderFacts &order, Fact fact)
{
    const qint64 day = dayOf(timeOf(order, fact).value());
    switch (fact) {
    case Fact::Placed: return countSales(unit, edition, order, fact, day);
    case Fact::Confirmed: return countStep(unit, edition, order, TradeStep::Confirm);
    case Fact::Dispatched: return countStep(unit, edition, order, TradeStep::Dispatch);
    case Fact::Delivered: return countStep(unit, edition, order, TradeStep::Deliver);
    case Fact::Cancelled: return countSales(unit, edition, order, fact, day);
    case Fact::Settled:
        countSales(unit, edition, order, fact, day);
        countWon(unit, edition, order);
        countStep(unit, edition, order, TradeStep::Settle);
        return;
    }
}

void Rollup::countSales(Unit &unit, qint64 edition, const OrderFacts &seen, Fact fact, qint64 day)
{
    const OrderFacts order = fact == Fact::Placed ? asPlaced(seen) : seen;
    const auto add = [&](Cut cut, const sql::Blob &key, const Counters &more) {
        unit.more.add(Place{edition, cut, Grain::Day, day, key}, more);
    };
    const auto addMonth = [&](Cut cut, const sql::Blob &key, const Counters &more) {
        add(cut, key, more);
        unit.more.add(Place{edition, cut, Grain::Month, monthOf(day), key}, more);
    };
    const Counters ofOrder = countersOf(fact, 1, order.totalAmount, commissionOf(order));
    add(Cut::Market, {""}, ofOrder);
    add(Cut::State, {order.state.toUtf8()}, ofOrder);
    addMonth(Cut::Vendor, keyOf(order.vendorId.uuid), ofOrder);
    addMonth(Cut::City, {order.city.toUtf8()}, ofOrder);
    for (const OfCategory &category : categoriesOf(order))
        add(Cut::Category, keyOf(category.id.uuid), countersOf(fact, 1, category.goods, category.commission));
    for (const Part &part : partsOf(order)) {
        addMonth(Cut::Product, keyOf(part.line.productId.uuid),
                 countersOf(fact, 1, part.line.lineTotal, part.line.commissionAmount));
        unit.more.add(Cell{edition, order.vendorId, day, part.line.productId, part.line.categoryId, order.state},
                      countersOf(fact, part));
    }
}

// A settled order is also noted at the day it was placed, because the funnel follows the orders of a period.
void Rollup::countWon(Unit &unit, qint64 edition, const OrderFacts &order)
{
    const qint64 day = dayOf(order.placedAt);
    const auto add = [&](Cut cut, const sql::Blob &key) {
        unit.more.add(Place{edition, cut, Grain::Day, day, key}, Counters{.ordersWon = 1});
    };
    add(Cut::Market, {""});
    add(Cut::State, {order.state.toUtf8()});
    add(Cut::Vendor, keyOf(order.vendorId.uuid));
    for (const OfCategory &category : categoriesOf(order))
        add(Cut::Category, keyOf(category.id.uuid));
    for (const Part &part : partsOf(order))
        unit.more.add(Cell{edition, order.vendorId, day, part.line.productId, part.line.categoryId, order.state},
                      CellCounters{.wonOrders = part.orders, .wonCategories = part.categories, .wonLines = 1});
}

void Rollup::countBuyer(Unit &unit, std::span<const Due> dues)
{
    const qint64 edition = dues.front().edition;
    const Id<Account> buyer = dues.front().order->buyerId;
    std::map<qint64, qint64> days; // the orders of each
    std::map<qint64, BuyerMonth> more;
    for (const Due &due : dues) {
        if (!(due.facts & bit(Fact::Placed)))
            continue;
        const qint64 day = dayOf(due.order->placedAt), month = monthOf(day);
        ++days[day];
        BuyerMonth &ofMonth = more[month];
        ofMonth = {month, ofMonth.orders + 1, ofMonth.placed + due.order->placedAmount};
    }
    if (days.empty())
        return;
    for (const qint64 day : m_store.addToDays(unit.tx, edition, buyer, days))
        unit.more.add(edition, Count::BuyersOfDay, day, 1);
    QList<BuyerMonth> months = m_store.monthsOf(unit.tx, edition, buyer);
    for (const auto &[month, ofMonth] : more)
        countMonth(unit, edition, buyer, months, ofMonth);
}

// months: those of the buyer that are counted already, in their order; afterwards with this one.
void Rollup::countMonth(Unit &unit, qint64 edition, Id<Account> buyer, QList<BuyerMonth> &months,
                        const BuyerMonth &more)
{
    const qint64 month = more.month;
    const auto has = [&](qint64 wanted) {
        return std::any_of(months.begin(), months.end(), [&](const BuyerMonth &m) { return m.month == wanted; });
    };
    m_store.addToMonth(unit.tx, edition, buyer, more);
    const bool isNewMonth = !has(month);
    if (isNewMonth) {
        unit.more.add(edition, Count::BuyersActive, firstDayOf(month), 1);
        if (has(month - 1))
            unit.more.add(edition, Count::BuyersKept, firstDayOf(month), 1);
        if (has(month + 1))
            unit.more.add(edition, Count::BuyersKept, firstDayOf(month + 1), 1);
    }

    const qint64 known = months.isEmpty() ? month : months.constFirst().month;
    const qint64 cohort = qMin(known, month);
    // An order that is counted late may be the buyer's first: then he belongs to an earlier cohort with all he did.
    if (cohort < known)
        for (const BuyerMonth &each : std::as_const(months)) {
            unit.more.addToCohort(edition, known, {each.month, -each.orders, -each.placed}, -1);
            unit.more.addToCohort(edition, cohort, each, 1);
        }
    unit.more.addToCohort(edition, cohort, more, isNewMonth ? 1 : 0);

    const auto place =
        std::find_if(months.begin(), months.end(), [&](const BuyerMonth &m) { return m.month >= month; });
    if (isNewMonth)
        months.insert(place, more);
    else
        *place = {month, place->orders + more.orders, place->placed + more.placed};
}

void Rollup::countStep(Unit &unit, qint64 edition, const OrderFacts &order, TradeStep step)
{
    const auto [start, end] = endsOf(step, order);
    if (!start || !end)
        return;
    const qint64 durationMs = qMax<qint64>(0, end->ms - start->ms);
    for (const Id<Vendor> vendor : {order.vendorId, Id<Vendor>{}})
        unit.more.add(StepPlace{edition, vendor, step, dayOf(*end), bucketOf(durationMs)}, durationMs);
}

void Rollup::countOnce(Unit &unit, qint64 edition, const QUuid &subject, qint64 bit, Count figure, qint64 day,
                       qint64 more)
{
    const qint64 counted = m_store.counted(unit.tx, edition, subject);
    if (counted & bit)
        return;
    m_store.setCounted(unit.tx, edition, subject, counted | bit);
    unit.more.add(edition, figure, day, more);
}

// A payment that failed and was paid after all has not failed.
void Rollup::countPayment(Unit &unit, qint64 edition, Id<Payment> id)
{
    constexpr qint64 failedBit = 1, paidBit = 2, amountBit = 4;
    const auto payment = m_books.payment(unit.tx, id);
    if (!payment)
        return;
    if (payment->paidAt) {
        const qint64 day = dayOf(*payment->paidAt);
        if (m_store.counted(unit.tx, edition, id.uuid) == failedBit) {
            m_store.setCounted(unit.tx, edition, id.uuid, 0);
            unit.more.add(edition, Count::PaymentsFailed, dayOf(payment->createdAt), -1);
        }
        countOnce(unit, edition, id.uuid, paidBit, Count::PaymentsPaid, day, 1);
        countOnce(unit, edition, id.uuid, amountBit, Count::PaidIn, day, payment->amount.minor);
    } else if (payment->status == PaymentStatus::Failed) {
        countOnce(unit, edition, id.uuid, failedBit, Count::PaymentsFailed, dayOf(payment->createdAt), 1);
    }
}

// What the bank has sent back was not paid out after all.
void Rollup::countPayout(Unit &unit, qint64 edition, Id<Payout> id)
{
    constexpr qint64 countBit = 1, amountBit = 2;
    const auto payout = m_books.payoutThatLeft(unit.tx, id);
    if (!payout)
        return;
    const qint64 day = dayOf(payout->processedAt);
    if (!payout->returnedAt) {
        countOnce(unit, edition, id.uuid, countBit, Count::PayoutsProcessed, day, 1);
        countOnce(unit, edition, id.uuid, amountBit, Count::PaidOut, day, payout->amount.minor);
    } else if (m_store.counted(unit.tx, edition, id.uuid) == (countBit | amountBit)) {
        m_store.setCounted(unit.tx, edition, id.uuid, 0);
        unit.more.add(edition, Count::PayoutsProcessed, day, -1);
        unit.more.add(edition, Count::PaidOut, day, -payout->amount.minor);
    }
}

} // namespace analytics
