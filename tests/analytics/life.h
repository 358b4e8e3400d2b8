#pragma once

// Random days in the life of the market. Events are delivered now and then, as in a busy one.

#include "tests/analytics/observatory.h"

class Life
{
public:
    explicit Life(Observatory &market)
        : m_market(market)
    {}

    void step();
    // Some steps that are counted, and then some of the days since then.
    analytics::Span someDays(qint64 firstDay);

private:
    void place();
    void end(void (Observatory::*how)(const Order &));
    void walk();

    Observatory &m_market;
    QList<Order> m_open;
};
