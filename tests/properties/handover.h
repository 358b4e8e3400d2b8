#pragma once

// An order of which some lines are weighed, said yes and no to, paid for, refunded and disputed at random, and what of
// it and its money is as it must be.

#include "server/core/outbox.h"
#include "tests/money/world.h"

// What everybody hears goes on at once, as it does in the market.
struct Scales
{
    World world;
    Outbox outbox{*world.db};

    Scales();
};

// What was agreed to is kept in the plainest way there is.
class Handover
{
public:
    struct Line
    {
        Money price;
        Quantity ordered;
    };

    Handover(Scales &scales, const std::vector<Line> &lines);

    // What a number chooses is done when it may be done.
    void step(int choice, qint64 amount);

    // Both sides say yes to everything that can still be said yes to.
    void bringHome();

    // One of them disputes what can still be disputed, and it is decided.
    void endInDispute(qint64 amount);

    // What is wrong with the order and its money; empty when nothing is.
    QString problem();

    bool isSettled() { return stakeNow().settledAt.has_value(); }
    bool isDecided() const { return m_decided.has_value(); }
    Id<Order> id() const { return m_order.id; }

private:
    static constexpr qint64 walletPaise = 100'000'000; // in the buyer's wallet, before the order

    struct Ticket
    {
        Id<WeighTicket> id;
        std::size_t line = 0;
        Quantity net;
        bool counts = true;
    };

    void say(int choice, qint64 amount);
    void record(qint64 amount);
    void takeBack(Id<WeighTicket> ticket);
    void agreeToAll();
    void pay();
    void goOn();
    void waitInSilence();
    // A part of what is held, seldom all of it.
    void refund(qint64 amount);
    void dispute(qint64 amount);
    std::optional<Dispute> openDispute();
    void withdraw(qint64 amount);
    void decide(qint64 amount);

    orders::Stake stakeNow();
    // Of a line: the sum of its tickets that count; nothing while there are none.
    std::optional<Quantity> weighedOf(std::size_t line) const;
    std::size_t lineCount() const { return std::size_t(m_order.lines.size()); }
    Money priceOf(std::size_t line, Quantity quantity) const;
    Money estimate() const;
    Money charge() const;
    WeighTicketStatus statusOf(const Ticket &ticket);
    // A line of which all tickets were taken back is to be weighed again.
    bool isHole(std::size_t line) const;
    bool isAccepted();

    // Both have accepted everything, and the buyer is asked for nothing more.
    bool isAgreed();
    // At stake is what the tickets say when both have accepted them. Before that it is the estimate, and what they say
    // beyond it as far as it is held; a refund since the last word may still be missing in it.
    QString problemOfStake(const orders::Stake &stake);
    QString problemOfWaiting(const orders::Stake &stake);
    QString problemOfReturn(const orders::Stake &stake, const Wallet &wallet);
    QString problemOfDecision(const orders::Stake &stake, const Wallet &wallet);
    QString problemOfCharge(const orders::Stake &stake, const Wallet &wallet);
    QString problemOfShares(const orders::Stake &stake, Money due);
    Money got(const char *kind);

    World &m_world;
    Outbox &m_outbox;
    const Customer m_buyer;
    Order m_order;
    Money m_agreedTo;
    Money m_refunded;     // by refunds, decisions apart
    qint64 m_refunds = 0; // decisions that give something back among them
    std::optional<std::pair<Money, Money>> m_decided;
    std::optional<Id<Dispute>> m_regretted; // about weights that both had accepted already
    bool m_isGivenBack = false;             // by whoever refunded or decided about all of it
    std::vector<Ticket> m_tickets;
};
