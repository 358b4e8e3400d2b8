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
    qint64 available = 0, held = 0, recharged = 0, spent = 0, owed = 0;
    qint64 takenBack = 0; // what has lessened what was recharged

    // What comes in pays what is owed, and what went back and is not there is owed.
    void gain(qint64 amount);
    void takeBack(qint64 amount);
};

struct Till
{
    Id<Vendor> id;
    bool isShared = false;
    qint64 released = 0, inPayouts = 0, owed = 0;

    // What is owed is paid first, and what is not there is owed.
    void gain(qint64 amount);
    void give(qint64 amount);
};

// What the accounts of the platform should have.
struct PlatformSums
{
    qint64 clearing = 0, commission = 0, tax = 0, bank = 0, fees = 0; // commission: without the tax within it
};

// What of a commission is tax, at 18 % within.
qint64 taxWithin(qint64 commission);

class Shard
{
public:
    Shard(quint64 seed, int number, const Ids &ids, const std::vector<Id<Vendor>> &shared);

    // Before the moves of one unit of work, which settles with at most one of the shared stores, as the market does: in
    // whatever order several stores' accounts were locked, each unit would wait for another's.
    void beginUnit() { m_sharedTill = int(below(m_sharedTills)); }
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
    static constexpr std::size_t remembered = 4'096; // of each kind, for repeats

    struct Deal
    {
        Move opening; // the hold of an order or the reserve of a payout
        qint64 escrow = 0;
        std::optional<Move> closing = {};
        qint64 refundable = 0;
        qint64 commission = 0, tax = 0, commissionBack = 0; // tax: of the commission
        bool isBounced = false;
    };

    std::optional<Move> recharge();
    std::optional<Move> hold();
    std::optional<Move> topUp();
    std::optional<Move> release();
    std::optional<Move> settle();
    std::optional<Move> refund();
    std::optional<Move> reserve();
    std::optional<Move> conclude();
    std::optional<Move> bounce();
    std::optional<Move> adjust();
    std::optional<Move> takeBack();
    std::optional<Move> settleGateway();
    std::optional<Move> close();
    std::optional<Move> repeat();
    Impossible impossibleRecharge();
    Impossible impossibleHold();
    Impossible impossibleClose();
    Impossible impossibleTopUp();
    Impossible impossibleRefund();
    Impossible impossiblePayout();
    Impossible impossibleBounce();
    Impossible impossibleTakeBack();
    Impossible impossibleSettleGateway();
    Impossible impossibleGiveBack();
    Move &takeOpen(std::vector<Deal> &open, Deal &taken);
    template <class Item>
    void keep(std::vector<Item> &items, const Item &item);
    // Any item of a list; nothing when it is empty.
    template <class Item>
    Item *anyOf(std::vector<Item> &items);
    int anyBuyer() { return int(below(qint64(purses.size()))); }
    int anyTill();
    int ownTill() { return m_sharedTills + int(below(qint64(tills.size()) - m_sharedTills)); }
    QUuid fresh() const { return m_ids.next<Order>().uuid; }

    std::mt19937_64 m_random;
    const Ids &m_ids;
    int m_sharedTills = 0, m_sharedTill = 0;
    std::vector<Deal> m_openOrders, m_closedOrders, m_openPayouts, m_closedPayouts;
    std::vector<Move> m_recharges, m_later; // later: top-ups, refunds, bounces, corrections …
};

template <class Item>
void Shard::keep(std::vector<Item> &items, const Item &item)
{
    if (items.size() < remembered)
        items.push_back(item);
    else
        items[below(remembered)] = item;
}

template <class Item>
Item *Shard::anyOf(std::vector<Item> &items)
{
    return items.empty() ? nullptr : &items[below(qint64(items.size()))];
}

} // namespace fault
