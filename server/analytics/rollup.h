#pragma once

// Counts what the books say. Whatever event asks for it, an order (or payment, payout, account, store) is looked up and
// what has not been counted of it yet is added, so it makes no difference how often or in which order events come, and
// a rebuild is the same thing done for everything.

#include "server/analytics/additions.h"
#include "server/analytics/rules.h"
#include "server/analytics/storebooks.h"

#include <span>

namespace analytics {

// What a fact adds to: so many orders and so much money, into the columns of that fact.
Counters countersOf(Fact fact, qint64 orders, Money amount, Money commission);

class Rollup
{
public:
    explicit Rollup(Books &books, RollupStore &store)
        : m_books(books)
        , m_store(store)
    {}

    // All of it in one transaction; several ids in ascending order with none left out between them.
    void catchUp(Tx &tx, const QList<qint64> &editions, Subject subject, const QList<QUuid> &ids);
    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Order> id)
    {
        catchUp(tx, editions, Subject::Orders, {id.uuid});
    }
    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Payment> id)
    {
        catchUp(tx, editions, Subject::Payments, {id.uuid});
    }
    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Payout> id)
    {
        catchUp(tx, editions, Subject::Payouts, {id.uuid});
    }
    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Account> id)
    {
        catchUp(tx, editions, Subject::Accounts, {id.uuid});
    }
    void catchUp(Tx &tx, const QList<qint64> &editions, Id<Vendor> id)
    {
        catchUp(tx, editions, Subject::Stores, {id.uuid});
    }
    // The same for orders whose facts are known, in the order of their ids.
    void count(Tx &tx, const QList<qint64> &editions, const QList<OrderFacts> &orders);

private:
    struct Unit
    {
        Tx &tx;
        Additions more = {};
    };
    // What is due of an order.
    struct Due
    {
        qint64 edition = 0;
        const OrderFacts *order = nullptr;
        qint64 facts = 0; // bits
    };

    void countPayment(Unit &unit, qint64 edition, Id<Payment> id);
    void countPayout(Unit &unit, qint64 edition, Id<Payout> id);
    void countAccount(Unit &unit, qint64 edition, Id<Account> id);
    void countStore(Unit &unit, qint64 edition, Id<Vendor> id);

    void countFact(Unit &unit, qint64 edition, const OrderFacts &order, Fact fact);
    void countSales(Unit &unit, qint64 edition, const OrderFacts &order, Fact fact, qint64 day);
    void countWon(Unit &unit, qint64 edition, const OrderFacts &order);
    // What is due of one buyer.
    void countBuyer(Unit &unit, std::span<const Due> dues);
    void countMonth(Unit &unit, qint64 edition, Id<Account> buyer, QList<BuyerMonth> &months, const BuyerMonth &more);
    void countStep(Unit &unit, qint64 edition, const OrderFacts &order, TradeStep step);
    // Adds to those of the subject's counts that have not been counted, bit by bit.
    void countOnce(Unit &unit, qint64 edition, const QUuid &subject, qint64 bit, Count figure, qint64 day, qint64 more);

    Books &m_books;
    RollupStore &m_store;
};

} // namespace analytics
