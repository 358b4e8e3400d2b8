#pragma once

// What is traded: the products of the stores, the orders of the buyers and what became of each.

#include "server/demo/calendar.h"
#include "server/demo/plan.h"

namespace demo {

class Bazaar
{
public:
    Bazaar(const Tables &tables, const Calendar &calendar, const PriceBook &prices, const Terms &terms, quint64 seed);

    void openShelves(Plan &plan);
    void trade(Plan &plan);

private:
    // Stores of one city, the large ones likelier.
    struct Street
    {
        std::vector<int> stores;
        Lots lots;
    };

    void stock(Chance &chance, Plan &plan, int store);
    void callOn(Plan &plan);
    int storeFor(Chance &chance, const Plan &plan, const BuyerEntry &buyer, int usual, Instant at) const;
    void fillCart(Chance &chance, Plan &plan, OrderEntry &order);
    LineEntry lineOf(Chance &chance, const Plan &plan, const OrderEntry &order, int product) const;
    std::pair<BasisPoints, RateLevel> rateOf(const Plan &plan, const ProductEntry &product) const;
    void walk(Chance &chance, const Plan &plan, OrderEntry &order) const;
    bool isRefused(Chance &chance, const Plan &plan, OrderEntry &order) const;
    void conclude(Chance &chance, const Plan &plan, OrderEntry &order) const;

    const Tables &m_tables;
    const Calendar &m_calendar;
    const PriceBook &m_prices;
    const Terms &m_terms;
    const quint64 m_seed;
    std::vector<Street> m_streets; // by city
    Lots m_goods;
};

// The commission of a good and which level it came from.
std::pair<BasisPoints, RateLevel> rateFor(const Terms &terms, const StoreEntry &store, const QString &category);
Money distributorPrice(Money price);

} // namespace demo
