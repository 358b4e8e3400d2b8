#pragma once

// The books of the market as they are read to be counted. Nothing is written here.

#include "server/core/db.h"
#include "shared/contract/analyticsdepth.h"
#include "shared/contract/payouts.h"

namespace analytics {

struct SoldLine
{
    Id<Product> productId;
    Id<Category> categoryId; // by which it was sold, whatever the product has become since
    Money lineTotal;
    Money placedTotal; // before it was weighed
    Money commissionAmount;
};

struct OrderFacts
{
    Id<Order> id;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Money totalAmount;
    Money placedAmount; // before it was weighed
    QString city;
    QString state;
    Instant placedAt;
    std::optional<Instant> reachedAt = {}; // its store
    std::optional<Instant> confirmedAt = {};
    bool isConfirmedByPerson = false; // and not by its payment
    std::optional<Instant> dispatchedAt = {};
    std::optional<Instant> deliveredAt = {};
    std::optional<Instant> cancelledAt = {};
    std::optional<Instant> settledAt = {};
    QList<SoldLine> lines = {};
};

struct PaymentFacts
{
    Money amount;
    Instant createdAt;
    PaymentStatus status = PaymentStatus::Pending;
    std::optional<Instant> paidAt; // by the ledger

    FIELDS(PaymentFacts, FIELD(amount), FIELD(createdAt), FIELD(status), FIELD(paidAt))
};

struct PayoutFacts
{
    Money amount;
    Instant processedAt;
    std::optional<Instant> returnedAt; // the bank sent it back

    FIELDS(PayoutFacts, FIELD(amount), FIELD(processedAt), FIELD(returnedAt))
};

struct AccountFacts
{
    Role role = Role::Buyer;
    Instant dateJoined;

    FIELDS(AccountFacts, FIELD(role), FIELD(dateJoined))
};

struct StoreFacts
{
    std::optional<Instant> appliedAt;
    std::optional<Instant> approvedAt;

    FIELDS(StoreFacts, FIELD(appliedAt), FIELD(approvedAt))
};

// What counts of the texts of an order.
QString stateOf(const Json &deliveryAddress);
Id<Category> categoryOf(const Json &productSnapshot);

// What is walked through when everything is counted again.
enum class Subject { Orders, Payments, Payouts, Accounts, Stores };

class Books
{
public:
    // Those from the first one to the last one, in the order of ids.
    QList<OrderFacts> orders(Tx &tx, Id<Order> first, Id<Order> last);
    std::optional<PaymentFacts> payment(Tx &tx, Id<Payment> id);
    std::optional<PayoutFacts> payoutThatLeft(Tx &tx, Id<Payout> id);
    std::optional<AccountFacts> account(Tx &tx, Id<Account> id);
    StoreFacts store(Tx &tx, Id<Vendor> id);

    // In the order of ids, after that one.
    QList<QUuid> next(Tx &tx, Subject subject, const QUuid &after, int limit);
};

} // namespace analytics
