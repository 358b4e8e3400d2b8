// Whether the books say of an order's money what the order says.

#include "server/ledger/service.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"

namespace orders {

namespace {

constexpr int ordersPerPiece = 200;

// What was posted for an order.
struct Escrow
{
    Money held; // with its top-ups
    std::optional<PostingKind> closedBy = {};
    Money spent; // and not given back
    Money fees;  // the commission in it, with its tax
    bool isBuyers = true;
    Money charged = {}; // of commission, for what was paid in cash
};

bool isFee(Id<LedgerAccount> account)
{
    static const auto income = ledger::key(ledger::commissionIncome), tax = ledger::key(ledger::gstDue);
    return account == income || account == tax;
}

void add(Escrow &escrow, const ledger::Movement &move, Id<Account> buyer)
{
    switch (move.kind) {
    case PostingKind::Hold:
    case PostingKind::TopUp:
        escrow.held = escrow.held + move.amount;
        escrow.isBuyers &= move.creditId == ledger::key(ledger::held(buyer));
        return;
    case PostingKind::Settle:
        escrow.closedBy = move.kind;
        if (move.creditId != ledger::key(ledger::available(buyer)))
            escrow.spent = escrow.spent + move.amount;
        if (isFee(move.creditId))
            escrow.fees = escrow.fees + move.amount;
        return;
    case PostingKind::Release: escrow.closedBy = move.kind; return;
    case PostingKind::Refund:
        escrow.spent = escrow.spent - move.amount;
        if (isFee(move.debitId))
            escrow.fees = escrow.fees - move.amount;
        return;
    case PostingKind::CodCommission:
        escrow.closedBy = move.kind;
        escrow.charged = escrow.charged + move.amount;
        return;
    case PostingKind::Recharge:
    case PostingKind::PayoutReserve:
    case PostingKind::PayoutComplete:
    case PostingKind::PayoutReturn:
    case PostingKind::PayoutBounce:
    case PostingKind::Adjust:
    case PostingKind::Reverse:
    case PostingKind::TaxWithhold:
    case PostingKind::TaxDeposit:
    case PostingKind::RechargeBack:
    case PostingKind::DebtPaid:
    case PostingKind::GatewaySettle:
    case PostingKind::Closure: return;
    }
}

QString end(const Escrow &escrow)
{
    return escrow.closedBy ? names::text(*escrow.closedBy).toString() : QStringLiteral("nothing");
}

std::optional<PostingKind> endOf(EscrowStatus status)
{
    switch (status) {
    case EscrowStatus::Held:
    case EscrowStatus::Disputed: return std::nullopt;
    case EscrowStatus::Released: return PostingKind::Settle;
    case EscrowStatus::Refunded: return PostingKind::Release;
    }
    return std::nullopt;
}

// Of an order in cash the books know nothing but the commission, once it is paid.
std::optional<QString> cashProblemOf(const MoneyRow &order, const Escrow &escrow)
{
    const Money due = order.paymentStatus == PaymentStatus::Paid ? order.commissionAmount : Money{};
    if (escrow.held == Money{} && escrow.charged == due)
        return std::nullopt;
    return QStringLiteral("order %1 owes %2 as a sale in cash, the books held %3 and charged %4 for it")
        .arg(order.orderNumber, due.text(), escrow.held.text(), escrow.charged.text());
}

std::optional<QString> problemOf(const MoneyRow &order, const Escrow &escrow)
{
    if (order.paymentMethod == PaymentMethodKind::Cod)
        return cashProblemOf(order, escrow);
    if (!order.escrowStatus || isUnpaid(order))
        return escrow.held == Money{} ? std::nullopt
                                      : std::optional(QStringLiteral("order %1 has no escrow, the books held %2 for it")
                                                          .arg(order.orderNumber, escrow.held.text()));
    if (escrow.closedBy != endOf(*order.escrowStatus))
        return QStringLiteral("the escrow of order %1 is %2, the books ended it with %3")
            .arg(order.orderNumber, names::text(*order.escrowStatus), end(escrow));
    // The tolerance of its day is held beyond what it costs. What is given back may have been weighed meanwhile.
    const bool isGivenBack = order.escrowStatus == EscrowStatus::Refunded;
    const Money due = order.totalAmount - order.refundedAmount;
    const Money least = isGivenBack ? order.placedAmount : std::max(order.placedAmount, due);
    if (escrow.held < least || !escrow.isBuyers)
        return QStringLiteral("order %1 needs %2 of its buyer, the books held %3")
            .arg(order.orderNumber, least.text(), escrow.isBuyers ? escrow.held.text() : QStringLiteral("another's"));
    if (order.escrowStatus == EscrowStatus::Released && escrow.spent != due)
        return QStringLiteral("order %1 has brought %2, its postings say %3")
            .arg(order.orderNumber, due.text(), escrow.spent.text());
    const Money commission = order.commissionAmount - order.refundedCommission;
    if (order.escrowStatus == EscrowStatus::Released && escrow.fees != commission)
        return QStringLiteral("the commission of order %1 is %2, its postings say %3")
            .arg(order.orderNumber, commission.text(), escrow.fees.text());
    return std::nullopt;
}

// An order that was refunded for more than it weighs is worth what was refunded, and its lines are not.
std::optional<QString> lineProblemOf(const MoneyRow &order, const LineSum &lines)
{
    const bool isRefunded = order.refundedAmount > Money{} && order.refundedAmount == order.totalAmount;
    if (lines.total != order.subtotal && !(isRefunded && lines.total < order.subtotal))
        return QStringLiteral("the lines of order %1 come to %2, the order to %3")
            .arg(order.orderNumber, lines.total.text(), order.subtotal.text());
    if (lines.commission != order.commissionAmount)
        return QStringLiteral("the commissions of the lines of order %1 come to %2, that of the order to %3")
            .arg(order.orderNumber, lines.commission.text(), order.commissionAmount.text());
    return std::nullopt;
}

} // namespace

std::optional<QString> Service::difference(Tx &tx, ledger::Place &place)
{
    const QList<MoneyRow> rows = m_store.moneyAfter(tx, place.after.uuid, ordersPerPiece);
    place.isAtEnd = rows.size() < ordersPerPiece;
    QList<QUuid> ids;
    QList<Id<Order>> orders;
    QHash<QUuid, Id<Account>> buyers;
    for (const MoneyRow &row : rows) {
        ids += row.id.uuid;
        orders += row.id;
        buyers.insert(row.id.uuid, row.buyerId);
    }
    QHash<QUuid, Escrow> escrows;
    for (const ledger::Movement &move : m_ledger.movements(tx, ids)) {
        const QUuid order = move.orderId ? move.orderId->uuid : move.subjectId.uuid;
        add(escrows[order], move, buyers.value(order));
    }
    QHash<QUuid, LineSum> lines;
    for (const LineSum &sum : m_store.lineSums(tx, orders))
        lines.insert(sum.orderId.uuid, sum);
    for (const MoneyRow &row : rows) {
        place.after = {row.id.uuid};
        if (const auto found = problemOf(row, escrows.value(row.id.uuid)))
            return found;
        if (const auto found = lineProblemOf(row, lines.value(row.id.uuid)))
            return found;
    }
    return std::nullopt;
}

std::optional<QString> Service::stray(Tx &tx, const QList<ledger::Transaction> &postings)
{
    const auto of = [](const ledger::Transaction &posting) -> std::optional<QUuid> {
        const auto order = ledger::orderOf(posting.step, posting.subjectId.uuid, posting.orderId);
        return order ? std::optional(order->uuid) : std::nullopt;
    };
    return ledger::stray(
        postings, {QStringLiteral("order"), of, [&](const QList<QUuid> &ids) { return m_store.known(tx, ids); }});
}

} // namespace orders
