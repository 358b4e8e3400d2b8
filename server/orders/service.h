#pragma once

// The life of an order from the held money to the settled one.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/core/stopping.h"
#include "server/orders/history.h"
#include "server/orders/stake.h"
#include "server/orders/store.h"
#include "shared/contract/checkout.h"
#include "shared/contract/escrow.h"
#include "shared/contract/ordersums.h"
#include "shared/contract/reorder.h"
#include "shared/contract/storeorders.h"

#include <functional>

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace auth {
class Service;
}
namespace catalog {
class Service;
struct Reserved;
} // namespace catalog
namespace ledger {
struct Place;
class Service;
struct Transaction;
} // namespace ledger
namespace payments {
class Service;
struct Opened;
struct PaymentRow;
} // namespace payments
namespace settings {
class Service;
}

namespace orders {

// Who an order is between, for capabilities that write to them.
struct Parties
{
    Id<Account> buyer;
    Id<Vendor> vendor;
    Id<Account> vendorAccount;
    QString orderNumber;
    QString storeName;
    QString customerName;
};

// How a store trades.
struct StoreFigures
{
    qint64 open = 0;
    qint64 completed = 0;
    qint64 cancelled = 0;
    Money settledSales;
    Money commission; // of what is settled
    Money held;
};

// What a buyer has bought.
struct BuyerFigures
{
    qint64 all = 0;
    qint64 open = 0; // placed or on their way
};

// What the tax office asks of a line: what it is, how much of it was settled and at which price.
struct SoldLine
{
    Id<OrderLine> id;
    QString title;
    QString hsn;         // as the store had declared when it was ordered; may be empty
    BasisPoints gstRate; // likewise
    Unit unit = Unit::Kg;
    Quantity quantity;
    Money lineTotal;
};

struct SoldOrder
{
    Id<Order> id;
    QString orderNumber;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    QString region;
    QString customerName;
    QString customerPhone;
    Address deliveryAddress;
    Money gross; // what the store was settled for, the commission within
    Instant settledAt;
    QList<SoldLine> lines;
};

// What an order costs by what was handed over.
struct Charged
{
    QList<OrderLine> lines;
    Money subtotal;
    Money total;
    Money commission;
};

// One move of an order: who, where to and why.
struct Mover
{
    Actor actor = Actor::System;
    std::optional<Id<Account>> id = {};
    std::optional<QString> name = {};
    std::optional<QString> reason = {};
};

constexpr int ordersInPayoutMax = 10'000;

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, catalog::Service &catalog, ledger::Service &ledger,
            payments::Service &payments, accounts::Service &accounts, auth::Service &auth, settings::Service &settings,
            audit::Service &audit);

    Result<PlacedOrders> placeOrder(const Caller &caller, const PlaceOrder &wish);
    Result<Payment> payOrder(const Caller &caller, const PayOrder &wish);
    Result<PlacedOrders> payInCash(const Caller &caller, const PayInCash &wish);
    Result<Quote> calculateTotal(const Caller &caller, const CalculateTotal &wish);
    Result<PlacedOrders> reorder(const Caller &caller, Id<Order> id, const Reorder &wish);
    Result<Page<OrderCard>> listOrders(const Caller &caller, const ListOrders &wish);
    Result<Page<OrderCard>> listVendorOrders(const Caller &caller, const ListOrders &wish);
    Result<Page<OrderCard>> listAllOrders(const Caller &caller, const ListOrders &wish);
    // By its id, for whoever knows stores as a list.
    Result<Page<OrderCard>> listStoreOrders(const Caller &caller, Id<Vendor> store, const ListOrders &wish);
    Result<Page<OrderCard>> listCustomerOrders(const Caller &caller, const ListCustomerOrders &wish);
    Result<Page<StoreCustomer>> listCustomers(const Caller &caller, const ListCustomers &wish);
    // The lists as files. One that would be longer than a file may be is refused, and never cut.
    Result<FileBody> exportOrders(const Caller &caller, const ListOrders &wish);
    Result<FileBody> exportVendorOrders(const Caller &caller, const ListOrders &wish);
    Result<QList<OrderDay>> listOrderDays(const Caller &caller, const ListOrderDays &wish);
    Result<OrderSum> sumOrders(const Caller &caller, const ListOrders &wish);
    Result<OrderCounts> countVendorOrders(const Caller &caller);
    Result<OrderCounts> countAllOrders(const Caller &caller);
    Result<Order> readOrder(const Caller &caller, Id<Order> id);
    Result<Order> advanceOrder(const Caller &caller, Id<Order> id, const AdvanceOrder &wish);
    Result<Order> markShipped(const Caller &caller, Id<Order> id, const MarkShipped &wish);
    Result<Order> cancelOrder(const Caller &caller, Id<Order> id, const CancelOrder &wish);
    Result<Order> confirmDelivery(const Caller &caller, Id<Order> id);
    Result<Order> releaseEscrow(const Caller &caller, Id<Order> id);
    Result<Page<EscrowRecord>> listEscrow(const Caller &caller, const ListOrders &wish);
    Result<EscrowRecord> readEscrow(const Caller &caller, Id<Order> id);

    // What time does; each order in its own transaction. They say how many orders changed.
    int completeOverdue(const Stopping &isStopping = ::goOn);
    int cancelUnconfirmed(const Stopping &isStopping = ::goOn);
    int cancelUnpaid(const Stopping &isStopping = ::goOn);

    // What payments tell of the money for a checkout (payments/checkouts.h). True when orders have waited for it.
    Result<bool> onlinePaid(Tx &tx, Id<PlacedOrders> checkout);
    Result<bool> onlineFailed(Tx &tx, Id<PlacedOrders> checkout, const QString &reason);
    bool isAwaited(Tx &tx, Id<PlacedOrders> checkout) { return !m_store.awaited(tx, checkout).isEmpty(); }

    // What a payment was for: nothing of a recharge.
    Result<QList<OrderRow>> paidBy(Tx &tx, Id<Payment> payment);

    std::optional<Parties> partiesOf(Tx &tx, Id<Order> id);

    // For whoever decides about money that the two sides do not agree on (stake.h). Each is refused with Conflict when
    // the order has changed since the stake was seen.
    std::optional<Stake> stakeOf(Tx &tx, Id<Order> id);
    QSet<QUuid> contestedAmong(Tx &tx, const QList<Id<Order>> &ids);
    QHash<Id<Order>, Money> leftOf(Tx &tx, const QList<Id<Order>> &ids); // of each what its stake says (Stake::left)
    // A contested order is neither completed, cancelled, settled nor paid out until it is thawed or divided. What is
    // thawed goes on where it waited.
    Result<> freeze(Tx &tx, const Stake &seen);
    Result<> thaw(Tx &tx, const Stake &seen);
    // For a dispute from before orders knew that they are contested. False when this one knows it.
    bool contestSince(Tx &tx, Id<Order> id, Instant since) { return m_store.contestSince(tx, id, since); }
    // The part goes back to the buyer. Of money that is still held it is left out when the rest is settled, and when
    // nothing remains the order ends here; of settled money the books have to be told by the caller.
    Result<> refund(Tx &tx, const Stake &seen, const Given &part, const Mover &mover);
    // Ends an order that was to be paid in cash and is not: nobody pays.
    Result<> endInCash(Tx &tx, const Stake &seen, const Mover &mover);
    // Ends what was frozen: the part goes to the buyer, the rest to the store.
    Result<> divide(Tx &tx, const Stake &seen, const Given &part, const Mover &mover);

    // Whether somebody buys or sells something that is not over, or whose money is still held.
    bool hasOpen(Tx &tx, const Account &party);
    Money heldFor(Tx &tx, Id<Vendor> vendor);
    Money commissionOf(Tx &tx, Id<Vendor> vendor); // of all settled orders
    StoreFigures figuresOf(Tx &tx, Id<Vendor> vendor);
    BuyerFigures figuresOf(Tx &tx, Id<Account> buyer);
    QList<OrderCard> newestOf(Tx &tx, Id<Account> buyer, int limit);
    // Who has open orders at the store, each once, in the order of their ids.
    QList<Id<Account>> openBuyersOf(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Account>> &after, int limit);

    // What weighing needs of orders: the order as it is, what it costs by what was handed over, and the two steps by
    // which a weight reaches it. Noting weights makes the money wait; agreeing to them lets it go, and completes the
    // order when both parties have confirmed its delivery before.
    std::optional<OrderRow> orderOf(Tx &tx, Id<Order> id);
    QList<OrderLine> linesOf(Tx &tx, Id<Order> id);
    Result<Charged> chargeOf(Tx &tx, const OrderRow &order);
    Result<> noteWeights(Tx &tx, OrderRow &order, const QList<Weighed> &weights);
    Result<> agreeToWeights(Tx &tx, OrderRow &order);
    // Orders of a store that can be weighed now, newest first.
    QList<CardRow> toWeigh(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Order>> &before, int limit);

    // Settled orders of a store, newest first.
    QList<SettledOrder> settledOf(Tx &tx, Id<Vendor> vendor, const std::optional<SettledBefore> &before, int limit);

    // Settled orders that no payout has yet, oldest first, marked as the payout's; an order has at most one (PAYO-04).
    // What is contested is left out.
    QList<SettledOrder> takeForPayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout);
    // What contested orders have brought that no payout has: it waits with them.
    Money contestedOf(Tx &tx, Id<Vendor> vendor);
    // An order of the payout that its sides contest by now, if there is one: what was taken before is still here.
    std::optional<SettledOrder> contestedIn(Tx &tx, Id<Payout> payout);
    QList<SettledOrder> ordersOfPayout(Tx &tx, Id<Payout> payout);
    void returnFromPayout(Tx &tx, Id<Payout> payout);
    QList<SettledOrder> settledAmong(Tx &tx, const QList<Id<Order>> &ids);

    // Nothing while an order is not settled.
    std::optional<SoldOrder> soldOf(Tx &tx, Id<Order> id);
    QList<Id<Order>> settledAfter(Tx &tx, const std::optional<Id<Order>> &id, int limit); // by their ids

    personal::Parts exportOf(Tx &tx, const Account &account);
    // Orders stay: they are what invoices and the books are made of.
    void eraseOf(Tx &tx, Id<Account> buyer);

    // Takes in orders from another system (history.h). Buyers, stores and products have to be there.
    Result<> adopt(Tx &tx, const QList<PastOrder> &past);

    // For the check of the books (books/service.h): looks at some orders behind the place, moves it on and says the
    // first one in words of which the books say something else.
    std::optional<QString> difference(Tx &tx, ledger::Place &place);
    // For the same check of what goes back: orders of these ids, and those of which something was refunded.
    QList<MoneyRow> moneyOf(Tx &tx, const QList<Id<Order>> &ids) { return m_store.moneyOf(tx, ids); }
    QList<MoneyRow> refundedAfter(Tx &tx, const QUuid &id, int limit) { return m_store.refundedAfter(tx, id, limit); }
    // The first of these postings that is about orders and has none.
    std::optional<QString> stray(Tx &tx, const QList<ledger::Transaction> &postings);

private:
    struct Parcel;
    struct Shelf;
    using Shelve = std::function<Result<catalog::Reserved>(const PlaceOrderLine &line, Role priceRole)>;
    struct Terms;

    // Taking in.
    Result<> adoptOne(Tx &tx, const PastOrder &past, const Vendor &vendor);
    Result<OrderRow> rowOf(const PastOrder &past, const Vendor &vendor) const;
    void adoptHistory(Tx &tx, const PastOrder &past, const OrderRow &row);

    EscrowRecord escrowOf(Tx &tx, const OrderRow &order);

    // Placing.
    Shelf takeFromShelves(Tx &tx, const Caller &caller, const QList<PlaceOrderLine> &lines);
    Shelf lookAtShelves(Tx &tx, const Caller &caller, const QList<PlaceOrderLine> &lines);
    Shelf shelved(Tx &tx, const Caller &caller, const QList<PlaceOrderLine> &lines, const Shelve &shelve);
    Result<QList<Parcel>> parcelsOf(const QList<PlaceOrderLine> &lines, const Shelf &shelf, const Address &address);
    Result<PlacedOrders> placeParcels(Tx &tx, const Caller &caller, const QList<Parcel> &parcels,
                                      const Address &address, const Terms &terms);
    Result<PlacedOrders> place(Tx &tx, const Caller &caller, const PlaceOrder &wish);
    QList<FieldError> obstaclesOf(const QList<OrderLine> &lines, const Shelf &shelf, const Address &address) const;
    Result<> pack(Parcel &parcel, Quantity quantity, const catalog::Reserved &reserved, qsizetype at);
    Money toleranceOf(const Parcel &parcel) const;
    Result<Order> insertOrder(Tx &tx, const Parcel &parcel, Money further, OrderRow order);
    void announce(Tx &tx, const OrderRow &order);

    // Paying online.
    Result<PlacedOrders> placeOnline(const Caller &caller, const PlaceOrder &wish);
    Result<std::optional<payments::Opened>> opened(const payments::PaymentRow &row);
    Result<payments::PaymentRow> askedFor(Tx &tx, const Caller &caller, const PlaceOrder &wish);
    Result<> refuseOther(Tx &tx, const payments::PaymentRow &earlier, const PlaceOrder &wish);
    Result<> take(Tx &tx, OrderRow &order);
    Result<> endUnpaid(Tx &tx, QList<OrderRow> orders, OrderStatus to, const Mover &mover);
    Result<int> cancelCheckoutOf(Tx &tx, Id<Order> id);

    // Paying in cash.
    Result<> permitCash(Money sum) const;
    Result<> cancelInCash(Tx &tx, OrderRow &order, const Mover &mover);
    Result<> takeCash(Tx &tx, OrderRow &order);

    Result<Quote> quoted(Tx &tx, const Caller &caller, const CalculateTotal &wish);

    // Moving. Each makes the row it is given what is stored now.
    Result<> store(Tx &tx, OrderRow &order, OrderRow next);
    Result<> move(Tx &tx, OrderRow &order, OrderRow next, const Mover &mover);
    Result<> step(Tx &tx, OrderRow &order, OrderRow next, const Mover &mover);
    Result<> moveTo(Tx &tx, OrderRow &order, OrderStatus to, const Mover &mover,
                    const std::optional<QString> &carrier = {});
    Result<> complete(Tx &tx, OrderRow &order, const Mover &mover);
    Result<> cancel(Tx &tx, OrderRow &order, const Mover &mover);
    static bool endsWithReceipt(const OrderRow &order);
    QList<OrderLine> linesByShelf(Tx &tx, Id<Order> id);
    Result<> stakeEstimate(Tx &tx, OrderRow &order);
    Result<> chargeAs(Tx &tx, OrderRow &order, const Charged &charge);
    Result<> requireWeights(Tx &tx, const OrderRow &order, Actor by);
    Result<> goOn(Tx &tx, OrderRow &order);
    void shelveRest(Tx &tx, const OrderRow &order);
    Result<> settle(Tx &tx, OrderRow &order, const std::optional<Id<Account>> &releasedBy);
    Result<> pay(Tx &tx, const OrderRow &order);
    void restock(Tx &tx, const OrderRow &order, const Mover &mover);
    static Result<> refuseDisputed(const OrderRow &order);
    Result<OrderRow> seenAs(Tx &tx, const Stake &seen);
    Result<> endRefunded(Tx &tx, OrderRow &order, const Mover &mover);
    // Gives what is due behind the one it is told, nothing at the end.
    using NextDue = std::function<QList<Due>(Tx &tx, const Due &last)>;
    using MoveDue = std::function<Result<int>(Tx &tx, Id<Order> id)>; // says how many orders have moved
    int walk(const NextDue &next, const MoveDue &move, const Stopping &isStopping);
    int tried(Id<Order> id, const MoveDue &move);
    Result<int> moveDue(Tx &tx, Id<Order> id, OrderStatus from, OrderStatus to, const QString &reason);
    Result<> permitForced(Tx &tx, const Caller &caller, const OrderRow &before, const OrderRow &after);
    void note(Tx &tx, const Caller &caller, const OrderRow &before, const OrderRow &after, const Mover &mover);

    // What a caller may see and do.
    Result<OrderRow> seenBy(Tx &tx, const Caller &caller, Id<Order> id);
    Mover moverOf(Tx &tx, const Caller &caller, const OrderRow &order, const std::optional<QString> &reason);
    OrderStatus buyerCancelUntil() const;
    Order described(Tx &tx, Actor reader, const OrderRow &row);
    Order describe(const OrderRow &row, Actor reader, QList<OrderLine> lines, QList<StatusChange> history) const;
    OrderCard cardOf(const CardRow &row) const;
    OrderCard cardOf(const OrderRow &row) const;
    Result<Page<OrderCard>> page(const Scope &scope, const ListOrders &wish);
    Result<FileBody> file(const Scope &scope, Actor reader, const ListOrders &wish);
    QList<Overdue> overdue(OrderUrgency urgency) const;
    Result<OrderCounts> counts(const Scope &scope);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    catalog::Service &m_catalog;
    ledger::Service &m_ledger;
    payments::Service &m_payments;
    accounts::Service &m_accounts;
    auth::Service &m_auth;
    settings::Service &m_settings;
    audit::Service &m_audit;
    Store m_store;
};

} // namespace orders
