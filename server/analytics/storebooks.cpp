#include "server/analytics/storebooks.h"

namespace analytics {

namespace {

struct OrderRow
{
    Id<Order> id;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    Money totalAmount;
    Money placedAmount;
    QString city;
    Json deliveryAddress;
    Instant placedAt;
    std::optional<Instant> reachedAt;
    std::optional<Instant> settledAt;
    PaymentStatus paymentStatus = PaymentStatus::Paid;

    FIELDS(OrderRow, FIELD(id), FIELD(buyerId), FIELD(vendorId), FIELD(totalAmount), FIELD(placedAmount), FIELD(city),
           FIELD(deliveryAddress), FIELD(placedAt), FIELD(reachedAt), FIELD(settledAt), FIELD(paymentStatus))
};

struct LineRow
{
    Id<Order> orderId;
    Id<Product> productId;
    Money lineTotal;
    Money placedTotal;
    Money commissionAmount;
    Json productSnapshot;

    FIELDS(LineRow, FIELD(orderId), FIELD(productId), FIELD(lineTotal), FIELD(placedTotal), FIELD(commissionAmount),
           FIELD(productSnapshot))
};

struct Step
{
    Id<Order> orderId;
    OrderStatus status = OrderStatus::Placed;
    Actor actor = Actor::System;
    Instant at;

    FIELDS(Step, FIELD(orderId), FIELD(status), FIELD(actor), FIELD(at))
};

// The one member of a snapshot that matters here; the snapshot may be of another version.
struct SoldAs
{
    Id<Category> categoryId;

    FIELDS(SoldAs, FIELD(categoryId))
};

struct SentTo
{
    QString state;

    FIELDS(SentTo, FIELD(state))
};

struct IdRow
{
    Id<IdRow> id;

    FIELDS(IdRow, FIELD(id))
};

template <class T>
T partOf(const Json &snapshot)
{
    const auto document = json::document(snapshot.text);
    if (!document)
        throw DbFault("a snapshot in an order is not JSON");
    const auto part = json::read<T>(*document, json::Reader::Source::Reply);
    if (!part)
        throw DbFault("a snapshot in an order lacks what it was made for");
    return *part;
}

void keepFirst(std::optional<Instant> &at, Instant time)
{
    if (!at)
        at = time;
}

void note(OrderFacts &facts, const Step &step)
{
    switch (step.status) {
    case OrderStatus::Confirmed:
        facts.isConfirmedByPerson |= step.actor != Actor::System;
        return keepFirst(facts.confirmedAt, step.at);
    case OrderStatus::Shipped:
    case OrderStatus::OutForDelivery: return keepFirst(facts.dispatchedAt, step.at);
    case OrderStatus::Delivered: return keepFirst(facts.deliveredAt, step.at);
    case OrderStatus::Cancelled: return keepFirst(facts.cancelledAt, step.at);
    case OrderStatus::Placed:
    case OrderStatus::Packed:
    case OrderStatus::Completed:
    case OrderStatus::Failed:
    case OrderStatus::Refunded: return;
    }
}

std::string_view tableOf(Subject subject)
{
    switch (subject) {
    case Subject::Orders: return "FROM orders WHERE id > ? ORDER BY id LIMIT ?";
    case Subject::Payments: return "FROM payments WHERE id > ? ORDER BY id LIMIT ?";
    case Subject::Payouts: return "FROM payouts WHERE id > ? ORDER BY id LIMIT ?";
    case Subject::Accounts: return "FROM accounts WHERE id > ? ORDER BY id LIMIT ?";
    case Subject::Stores: return "FROM vendors WHERE id > ? ORDER BY id LIMIT ?";
    }
    return {};
}

} // namespace

QString stateOf(const Json &deliveryAddress)
{
    return partOf<SentTo>(deliveryAddress).state;
}

Id<Category> categoryOf(const Json &productSnapshot)
{
    return partOf<SoldAs>(productSnapshot).categoryId;
}

// Three walks side by side; to look for the rows of each order takes several times as long.
QList<OrderFacts> Books::orders(Tx &tx, Id<Order> first, Id<Order> last)
{
    const auto rows = tx.all<OrderRow>("FROM orders WHERE id >= ? AND id <= ? ORDER BY id", first, last);
    const auto steps =
        tx.all<Step>("FROM order_history WHERE order_id >= ? AND order_id <= ? ORDER BY order_id, id", first, last);
    const auto lines = tx.all<LineRow>(
        "FROM order_lines WHERE order_id >= ? AND order_id <= ? ORDER BY order_id, position", first, last);
    auto step = steps.cbegin();
    auto line = lines.cbegin();
    QList<OrderFacts> out;
    out.reserve(rows.size());
    for (const OrderRow &row : rows) {
        OrderFacts facts{.id = row.id,
                         .buyerId = row.buyerId,
                         .vendorId = row.vendorId,
                         .totalAmount = row.totalAmount,
                         .placedAmount = row.placedAmount,
                         .city = row.city,
                         .state = stateOf(row.deliveryAddress),
                         .placedAt = row.placedAt,
                         .reachedAt = row.reachedAt,
                         .settledAt = row.settledAt};
        for (; step != steps.cend() && step->orderId == row.id; ++step)
            note(facts, *step);
        for (; line != lines.cend() && line->orderId == row.id; ++line)
            facts.lines += SoldLine{line->productId, categoryOf(line->productSnapshot), line->lineTotal,
                                    line->placedTotal, line->commissionAmount};
        // What is not paid is none yet; it is counted when its store hears of it.
        if (row.paymentStatus != PaymentStatus::Pending && row.paymentStatus != PaymentStatus::Failed)
            out += facts;
    }
    return out;
}

std::optional<PaymentFacts> Books::payment(Tx &tx, Id<Payment> id)
{
    return tx.one<PaymentFacts>("FROM (SELECT p.amount, p.created_at, p.status, t.created_at AS paid_at FROM payments p"
                                " LEFT JOIN ledger_transactions t ON t.subject_id = p.id AND t.step = 'recharge'"
                                " WHERE p.id = ?) AS paid",
                                id);
}

std::optional<PayoutFacts> Books::payoutThatLeft(Tx &tx, Id<Payout> id)
{
    return tx.one<PayoutFacts>("FROM payouts WHERE id = ? AND (status = 'processed' OR returned_at IS NOT NULL)", id);
}

std::optional<AccountFacts> Books::account(Tx &tx, Id<Account> id)
{
    return tx.one<AccountFacts>("FROM accounts WHERE id = ?", id);
}

StoreFacts Books::store(Tx &tx, Id<Vendor> id)
{
    return tx
        .one<StoreFacts>("FROM (SELECT min(submitted_at) AS applied_at,"
                         " min(CASE WHEN status = 'verified' THEN decided_at END) AS approved_at"
                         " FROM kyc_submissions WHERE vendor_id = ?) AS known",
                         id)
        .value_or(StoreFacts{});
}

QList<QUuid> Books::next(Tx &tx, Subject subject, const QUuid &after, int limit)
{
    QList<QUuid> out;
    for (const IdRow &row : tx.all<IdRow>(tableOf(subject), sql::idBytes(after), limit))
        out += row.id.uuid;
    return out;
}

} // namespace analytics
