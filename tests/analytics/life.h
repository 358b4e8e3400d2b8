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

private:
    void place();
    void end(void (Observatory::*how)(const Order &));
    void walk();

    Observatory &m_market;
    QList<Order> m_open;
};
