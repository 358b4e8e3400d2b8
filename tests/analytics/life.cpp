#include "tests/analytics/life.h"

#include "tests/support/property.h"

void Life::step()
{
    m_market.passMinutes(*rc::gen::inRange<qint64>(0, 3'000));
    switch (*rc::gen::inRange(0, 10)) {
    case 0:
    case 1:
    case 2: return place();
    case 3: return end(&Observatory::cancel);
    case 4:
    case 5: return end(&Observatory::settle);
    case 6:
    case 7: return walk();
    case 8: return m_market.pass(*rc::gen::inRange(0, 40));
    default: return m_market.count();
    }
}

analytics::Span Life::someDays(qint64 firstDay)
{
    const int steps = *rc::gen::inRange(1, 8);
    for (int i = 0; i < steps; ++i)
        step();
    m_market.count();
    const qint64 lastPossible = qMin<qint64>(m_market.today() - firstDay, periodDaysMax - 1);
    const qint64 from = *rc::gen::inRange<qint64>(0, lastPossible + 1);
    return {firstDay + from, firstDay + *rc::gen::inRange<qint64>(from, lastPossible + 1)};
}

void Life::place()
{
    const Customer &who = m_market.buyers.at(*rc::gen::inRange<qsizetype>(0, m_market.buyers.size()));
    QList<PlaceOrderLine> lines;
    for (const Id<Product> product : {m_market.iron, m_market.carton, m_market.world.store.copper, m_market.brass})
        if (*rc::gen::inRange(0, 2) == 1)
            lines += PlaceOrderLine{product, {*rc::gen::inRange<qint64>(100, 5'000)}, {}};
    if (lines.isEmpty())
        return;
    const auto placed = m_market.world.orders.placeOrder(who.caller, {.addressId = who.address, .lines = lines});
    if (placed)
        m_open += placed->orders;
}

void Life::end(void (Observatory::*how)(const Order &))
{
    if (m_open.isEmpty())
        return;
    const Order order = m_open.takeAt(*rc::gen::inRange<qsizetype>(0, m_open.size()));
    if (m_market.world.read(order.id).orderStatus == OrderStatus::Placed)
        (m_market.*how)(order);
}

void Life::walk()
{
    if (m_open.isEmpty())
        return;
    const Order &order = m_open.at(*rc::gen::inRange<qsizetype>(0, m_open.size()));
    const QList<OrderStatus> next = m_market.world.read(order.id).nextStatuses;
    if (!next.isEmpty() && next.constFirst() != OrderStatus::Completed)
        m_market.step(order, next.constFirst());
}
