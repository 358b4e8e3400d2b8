#pragma once

// Weigh-to-settle: at handover the store records what was weighed, both parties accept or contest it, and the order is
// charged by the weight as far as its money is held. More than that needs the buyer's word.

#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/core/stopping.h"
#include "server/weighing/store.h"
#include "shared/contract/weighing.h"

#include <functional>

class Clock;
class Secrets;

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace ledger {
struct Place;
class Service;
struct Transaction;
} // namespace ledger
namespace orders {
class Service;
struct OrderRow;
} // namespace orders
namespace settings {
class Service;
}
namespace storage {
class Service;
}

namespace weighing {

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, const Secrets &secrets, orders::Service &orders,
            ledger::Service &ledger, settings::Service &settings, storage::Service &storage, audit::Service &audit);

    Result<Page<WeighDeskOrder>> listWeighDesk(const Caller &caller, const ListWeighDesk &wish);
    Result<WeighTicket> recordWeighTicket(const Caller &caller, Id<Order> order, const RecordWeighTicket &wish);
    Result<Page<WeighTicket>> listWeighTickets(const Caller &caller, Id<Order> order, const ListWeighTickets &wish);
    Result<WeighTicket> readWeighTicket(const Caller &caller, Id<WeighTicket> id);
    Result<WeighTicket> acceptWeighTicket(const Caller &caller, Id<WeighTicket> id);
    Result<WeighTicket> flagWeighTicket(const Caller &caller, Id<WeighTicket> id, const FlagWeighTicket &wish);
    Result<WeighTicket> voidWeighTicket(const Caller &caller, Id<WeighTicket> id, const VoidWeighTicket &wish);
    Result<Settlement> readSettlement(const Caller &caller, Id<Order> order);
    Result<Settlement> payTopUp(const Caller &caller, Id<Order> order, const PayTopUp &wish);
    Result<Settlement> declineTopUp(const Caller &caller, Id<Order> order, const DeclineTopUp &wish);

    // What time does; each order in its own transaction. They say how many changed. A question that nobody answers is a
    // no; a weight that nobody contests is accepted, like the receipt of goods.
    int expireTopUps(const Stopping &isStopping = goOn);
    int acceptSilent();

    // Looks whether every ticket is as it was recorded and none is missing; says the first that is not, in words.
    std::optional<QString> verify(const std::function<bool()> &isToStop = {});

    // The numbers of an order's tickets that both parties have accepted, for whoever writes its invoice.
    QList<qint64> numbersOf(Tx &tx, Id<Order> order);

    // Whether somebody contests it, and nobody has given in yet.
    bool isContested(Tx &tx, Id<WeighTicket> ticket);
    // Disputes end what was contested of an order when both have agreed to its weights, in the transaction in which
    // they do, so that the order goes on with it.
    void endContestsBy(std::function<Result<>(Tx &, Id<Order>)> end) { m_endContest = std::move(end); }
    // The dispute of an order was taken back by one side. What this side contests waits for both again, and its time
    // begins anew; what the other one contests is told again, because no dispute stands in its way any more.
    Result<> takeUpAgain(Tx &tx, Id<Order> order, Actor by);

    personal::Parts exportOf(Tx &tx, const Account &account);

    // For the check of the books (books/service.h): looks at some top-ups behind the place, moves it on and says the
    // first one in words of which the books say something else.
    std::optional<QString> difference(Tx &tx, ledger::Place &place);
    // The first of these postings that is about top-ups and has none.
    std::optional<QString> stray(Tx &tx, const QList<ledger::Transaction> &postings);

private:
    // Who somebody is at an order.
    struct Seat;
    // A ticket with its order and what is said to it.
    struct Case;

    Result<Seat> seatOf(Tx &tx, const Caller &caller, Id<Order> order);
    Result<Case> caseOf(Tx &tx, const Caller &caller, Id<WeighTicket> id);
    WeighTicket describe(const TicketRow &row, const Standing &standing) const;
    WeighTicket describe(Tx &tx, const Case &at, Id<Account> reader);

    // Recording.
    Result<> checkReading(const RecordWeighTicket &wish, const orders::OrderRow &order, Instant now) const;
    Result<> claimPhotos(Tx &tx, const Caller &caller, const RecordWeighTicket &wish);
    Result<TicketRow> rowOf(Tx &tx, const Caller &caller, const orders::OrderRow &order, const RecordWeighTicket &wish);
    Result<> number(Tx &tx, TicketRow &row);
    QByteArray sealOf(const QByteArray &key, const TicketRow &row) const;
    bool isGenuine(const TicketRow &row) const;
    std::optional<QString> verifyDesk(Tx &tx, const Desk &desk, qint64 &after, QByteArray &seal);

    // Answering.
    // What somebody has just said to a ticket, and what follows from it.
    struct Word
    {
        WeighAct act = WeighAct::Accepted;
        Actor by = Actor::System;
        std::optional<QString> reason = {};
    };
    Result<> say(Tx &tx, Case &at, Standing next, const Word &word);
    void record(Tx &tx, const Caller &caller, const Case &at, const Word &word);
    void publish(Tx &tx, const Case &at, const Word &word);
    void publishFlag(Tx &tx, const Case &at);
    Result<> contestNewest(Tx &tx, const Seat &seat, Actor by, const QString &reason);

    // What follows from the weights of an order: it waits, asks for more money, or is charged.
    Result<> weighUp(Tx &tx, orders::OrderRow &order);
    Result<> askForMore(Tx &tx, const orders::OrderRow &order, Money missing);
    Result<> withdrawQuestion(Tx &tx, const orders::OrderRow &order);
    void publish(Tx &tx, const orders::OrderRow &order, const TopUpRow &row);
    Result<Settlement> settlementOf(Tx &tx, const Seat &seat);
    template <class Work>
    int forEach(const QList<Id<Order>> &orders, Work &&work);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    orders::Service &m_orders;
    ledger::Service &m_ledger;
    settings::Service &m_settings;
    storage::Service &m_storage;
    audit::Service &m_audit;
    const QList<QByteArray> m_sealKeys; // the first one seals
    Store m_store;
    std::function<Result<>(Tx &, Id<Order>)> m_endContest;
};

} // namespace weighing
