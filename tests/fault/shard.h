#pragma once

// The buyers and stores of one thread as the books should have them, kept in the plainest way there is, and a source of
// moves. Which ones come follows from the seed alone. No two threads share a buyer; the stores that all of them settle
// with get no payouts, so that what must come out does not depend on who was first.

#include "server/core/ids.h"
#include "tests/fault/moves.h"

#include <random>

namespace fault {

struct Purse
{
    Id<Account> id;
    qint64 available = 0, held = 0, recharged = 0, spent = 0;
};

struct Till
{
    Id<Vendor> id;
    bool isShared = false;
    qint64 released = 0, inPayouts = 0;
};

// What the accounts of the platform should have.
struct PlatformSums
{
    qint64 clearing = 0, commission = 0, bank = 0;
};

class Shard
{
public:
    Shard(quint64 seed, int number, const Ids &ids, const std::vector<Id<Vendor>> &shared);

    // A move that must succeed; the model has made it already. Some are repeats, which change nothing.
    Move next();
    Impossible impossible();
    // A recharge that the model knows nothing of, for units that will not be kept.
    Move aside();

    Parties partiesOf(const Move &move) const { return {purses[move.buyer].id, tills[move.vendor].id}; }
    qint64 below(qint64 bound) { return qint64(m_random() % quint64(bound)); }

    std::vector<Purse> purses;
    std::vector<Till> tills;
    PlatformSums sums;
    qint64 repeats = 0;

private:
    struct Deal
    {
        Move opening; // the hold of an order or the reserve of a payout
        std::optional<Move> closing = {};
    };

    std::optional<Move> recharge();
    std::optional<Move> hold();
    std::optional<Move> release();
    std::optional<Move> settle();
    std::optional<Move> reserve();
    std::optional<Move> conclude();
    std::optional<Move> repeat();
    Impossible impossibleRecharge();
    Impossible impossibleHold();
    Impossible impossibleClose();
    Impossible impossiblePayout();
    Move &takeOpen(std::vector<Deal> &open, Deal &taken);
    void keep(std::vector<Deal> &closed, const Deal &deal);
    int anyBuyer() { return int(below(qint64(purses.size()))); }
    int ownTill() { return m_sharedTills + int(below(qint64(tills.size()) - m_sharedTills)); }
    QUuid fresh() const { return m_ids.next<Order>().uuid; }

    std::mt19937_64 m_random;
    const Ids &m_ids;
    int m_sharedTills = 0;
    std::vector<Deal> m_openOrders, m_closedOrders, m_openPayouts, m_closedPayouts;
    std::vector<Move> m_recharges;
};

} // namespace fault
