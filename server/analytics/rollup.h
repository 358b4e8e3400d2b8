#pragma once

// Counts what the books say. Whatever event asks for it, an order (or payment, payout, account, store) is looked up and
// what has not been counted of it yet is added, so it makes no difference how often or in which order events come, and
// a rebuild is the same thing done for everything.

#include "server/analytics/rules.h"
#include "server/analytics/storebooks.h"
#include "server/analytics/storerollup.h"

namespace analytics {

class Rollup
{
public:
    explicit Rollup(Books &books, RollupStore &store)
        : m_books(books)
        , m_store(store)
    {}

    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Order> id);
    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Payment> id);
    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Payout> id);
    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Account> id);
    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Vendor> id);
    void catchUp(Tx &tx, const QList<qint64> &editions, Subject subject, const QUuid &id);

    // What is due of an order whose facts are known.
    void count(Tx &tx, qint64 edition, const OrderFacts &order);

private:
    void countFact(Tx &tx, qint64 edition, const OrderFacts &order, Fact fact);
    void countSales(Tx &tx, qint64 edition, const OrderFacts &order, Fact fact, qint64 day);
    void countWon(Tx &tx, qint64 edition, const OrderFacts &order);
    void countBuyer(Tx &tx, qint64 edition, const OrderFacts &order);
    void countStep(Tx &tx, qint64 edition, const OrderFacts &order, TradeStep step);
    // Adds to those of the subject's counts that have not been counted, bit by bit.
    void countOnce(Tx &tx, qint64 edition, const QUuid &subject, qint64 bit, Count figure, qint64 day, qint64 more);

    Books &m_books;
    RollupStore &m_store;
};

} // namespace analytics
