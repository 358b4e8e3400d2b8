#pragma once

// Money that goes back to a buyer, and what happens when the two sides of an order do not agree. Orders and the books
// move the money; here is decided who gets how much of it.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/core/stopping.h"
#include "server/refunds/store.h"
#include "shared/contract/weighing.h"

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace auth {
class Service;
}
namespace ledger {
struct Place;
class Service;
struct Transaction;
} // namespace ledger
namespace orders {
struct Mover;
class Service;
struct MoneyRow;
struct Stake;
} // namespace orders
namespace settings {
class Service;
}
namespace storage {
class Service;
}
namespace weighing {
class Service;
}

namespace refunds {

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, orders::Service &orders, weighing::Service &weighing,
            ledger::Service &ledger, accounts::Service &accounts, auth::Service &auth, settings::Service &settings,
            storage::Service &storage, audit::Service &audit);

    Result<Refund> requestRefund(const Caller &caller, Id<Order> order, const RequestRefund &wish);
    Result<Refund> grantRefund(const Caller &caller, Id<Order> order, const RequestRefund &wish);
    Result<Refund> grantRefundOfPayment(const Caller &caller, Id<Payment> payment, const RequestRefund &wish);
    Result<QList<Refund>> listRefundsOf(const Caller &caller, Id<Order> order);
    Result<Page<Refund>> listRefunds(const Caller &caller, const ListRefunds &wish);
    Result<Page<Refund>> listAllRefunds(const Caller &caller, const ListRefunds &wish);
    Result<RefundDetail> readRefund(const Caller &caller, Id<Refund> id);
    Result<Refund> decideRefund(const Caller &caller, Id<Refund> id, const DecideRefund &wish);
    Result<RefundStatistics> refundStatistics(const Caller &caller, const AskStatistics &wish);

    Result<Dispute> openDispute(const Caller &caller, Id<Order> order, const OpenDispute &wish);
    Result<Page<Dispute>> listDisputes(const Caller &caller, const ListDisputes &wish);
    Result<Page<Dispute>> listAllDisputes(const Caller &caller, const ListDisputes &wish);
    Result<DisputeDetail> readDispute(const Caller &caller, Id<Dispute> id);
    Result<DisputeDetail> addStatement(const Caller &caller, Id<Dispute> id, const AddStatement &wish);
    Result<Dispute> withdrawDispute(const Caller &caller, Id<Dispute> id);
    Result<Dispute> decideDispute(const Caller &caller, Id<Dispute> id, const DecideDispute &wish);

    // A weight that somebody contests is a dispute; it moves no money, it only freezes it.
    Result<> onWeighTicketFlagged(Tx &tx, const WeighTicketFlagged &event);
    // When the server starts: orders whose disputes were opened by an earlier version, which held an escrow and nothing
    // else, know from then on that they are contested. Returns how many there were.
    int load();

    // What is contested of an order's weight ends when both sides have agreed to it.
    Result<> endContest(Tx &tx, Id<Order> order);
    // Of an order that has ended nothing is left to wait for.
    Result<> onOrderAdvanced(Tx &tx, const OrderAdvanced &event);

    // What time does: says of the disputes whose answer is late that they are, and how many those were. No money moves.
    int escalate(const Stopping &isStopping = goOn);

    // For a story of the past: what an admin has decided, who is not asked anew whether it is still him.
    Result<Refund> decidedBy(Tx &tx, const Caller &admin, Id<Refund> id, const DecideRefund &wish);
    Result<Dispute> decidedBy(Tx &tx, const Caller &admin, Id<Dispute> id, const DecideDispute &wish);

    personal::Parts exportOf(Tx &tx, const Account &account);
    // Whether something may still go back to somebody, or from his store.
    bool hasOpen(Tx &tx, const Account &account);

    // For the check of the books (books/service.h): looks at some refunds behind the place, moves it on and says the
    // first one in words of which the books say something else.
    std::optional<QString> difference(Tx &tx, ledger::Place &place);
    // The same of orders of which something went back, whose refunds have to be there, and of decided disputes.
    std::optional<QString> differenceOfOrders(Tx &tx, ledger::Place &place);
    std::optional<QString> differenceOfDisputes(Tx &tx, ledger::Place &place);
    // The first of these postings that is about refunds and has none.
    std::optional<QString> stray(Tx &tx, const QList<ledger::Transaction> &postings);

private:
    // What a dispute begins with, whoever opens it.
    struct Opening
    {
        DisputeKind kind = DisputeKind::Other;
        Actor by = Actor::Buyer;
        std::optional<Id<Account>> byId = {};
        DisputeWish wish = DisputeWish::Refund;
        std::optional<Money> amount = {};
        std::optional<Id<WeighTicket>> ticket = {};
        AddStatement said = {};
    };
    // Who somebody is to a dispute, or to an order.
    struct Seat
    {
        DisputeRow dispute;
        Actor actor = Actor::Buyer;
    };

    // Refunds.
    Result<Refund> granted(Tx &tx, const Caller &caller, Id<Order> order, const RequestRefund &wish);
    Result<Refund> add(Tx &tx, const Caller &caller, const orders::Stake &stake, const RequestRefund &wish,
                       RefundRow row);
    Result<> insert(Tx &tx, RefundRow &row);
    Result<QList<RefundLine>> sharesOf(Tx &tx, const RefundRow &row, const orders::Stake &stake);
    Result<> checkWish(Tx &tx, const orders::Stake &stake, const RequestRefund &wish, RefundRow &row);
    Result<Page<Refund>> page(const Scope &scope, const ListRefunds &wish);
    Result<Scope> scopeOf(const Caller &caller) const;
    Result<orders::Stake> stakeSeenBy(Tx &tx, const Caller &caller, Id<Order> order);

    // Deciding. Money is given, and what else waits is dismissed when nothing is left to wait for.
    enum class Left { Nothing, Something };
    bool needsAnother(const RefundRow &row, const orders::Stake &stake, Id<Account> admin) const;
    Result<Left> letGo(Tx &tx, const Caller &caller, const RefundRow &seen, RefundRow &next);
    Result<> give(Tx &tx, RefundRow &row, const orders::Stake &stake, const orders::Mover &mover);
    Result<> keep(Tx &tx, const Caller &caller, const RefundRow &seen, const RefundRow &next);
    Result<> dismissWaiting(Tx &tx, const Caller &caller, Id<Order> order, const QString &why);

    // Disputes.
    Result<DisputeRow> open(Tx &tx, const orders::Stake &stake, const Opening &opening);
    Result<> insert(Tx &tx, DisputeRow &row);
    Result<> checkTime(Tx &tx, const orders::Stake &stake) const;
    Result<> state(Tx &tx, Id<Dispute> dispute, Actor author, const std::optional<Id<Account>> &authorId,
                   const AddStatement &said);
    Result<Seat> seatOf(Tx &tx, const Caller &caller, Id<Dispute> id);
    std::optional<QString> wrongSum(Tx &tx, const QList<orders::MoneyRow> &of);
    Result<DisputeDetail> described(Tx &tx, const Seat &seat);
    QList<Dispute> described(Tx &tx, const QList<DisputeRow> &rows);
    Result<DisputeRow> takeBack(Tx &tx, const DisputeRow &seen, Actor by);
    Result<> close(Tx &tx, const Caller &caller, const DisputeRow &row, const DecideDispute &wish);
    Result<> decideInCash(Tx &tx, const orders::Stake &stake, const DecideDispute &wish, const orders::Mover &mover);
    Result<> giveDecided(Tx &tx, const DisputeRow &row, const orders::Stake &stake, const orders::Mover &mover);
    Result<Page<Dispute>> page(const Scope &scope, const ListDisputes &wish);

    QString nameOf(Tx &tx, Id<Account> admin);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    orders::Service &m_orders;
    weighing::Service &m_weighing;
    ledger::Service &m_ledger;
    accounts::Service &m_accounts;
    auth::Service &m_auth;
    settings::Service &m_settings;
    storage::Service &m_storage;
    audit::Service &m_audit;
    Store m_store;
};

} // namespace refunds
