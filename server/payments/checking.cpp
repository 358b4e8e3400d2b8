// Whether the books say of payments what the payments say.

#include "server/ledger/service.h"
#include "server/payments/service.h"

namespace payments {

namespace {

constexpr int paymentsPerPiece = 200;

struct Credit
{
    Money amount;
    Id<LedgerAccount> to;
};

bool isCredited(PaymentStatus status)
{
    return status == PaymentStatus::Paid || status == PaymentStatus::Refunded;
}

std::optional<QString> problemOf(const PaymentRow &payment, const Credit &credit)
{
    const bool isOwn = credit.to == ledger::key(ledger::available(payment.accountId));
    const Money due = isCredited(payment.status) ? payment.amount : Money{};
    if (credit.amount == due && (isOwn || due == Money{}))
        return std::nullopt;
    const bool isOthers = credit.amount > Money{} && !isOwn;
    return QStringLiteral("payment %1 of %2 is %3, the books credited %4")
        .arg(payment.id.text(), payment.amount.text(), names::text(payment.status),
             isOthers ? QStringLiteral("somebody else") : credit.amount.text());
}

} // namespace

std::optional<QString> Service::difference(Tx &tx, ledger::Place &place)
{
    const QList<PaymentRow> rows = m_store.after(tx, place.after.uuid, paymentsPerPiece);
    place.isAtEnd = rows.size() < paymentsPerPiece;
    QList<QUuid> ids;
    for (const PaymentRow &row : rows)
        ids += row.id.uuid;
    QHash<QUuid, Credit> credits;
    for (const ledger::Movement &move : m_ledger.movements(tx, ids))
        if (move.kind == PostingKind::Recharge)
            credits.insert(move.subjectId.uuid, {move.amount, move.creditId});
    for (const PaymentRow &row : rows) {
        place.after = {row.id.uuid};
        if (const auto found = problemOf(row, credits.value(row.id.uuid)))
            return found;
    }
    if (const auto found = wrongBooking(tx, rows))
        return found;
    return place.isAtEnd ? wrongClosure(tx) : std::nullopt;
}

// What left a wallet again, by the payments, by what admins have booked and by the books.
std::optional<QString> Service::wrongBooking(Tx &tx, const QList<PaymentRow> &rows)
{
    if (rows.isEmpty())
        return std::nullopt;
    QList<QUuid> ways;
    QHash<QUuid, QUuid> payments;
    for (const MoneyFlag &flag : m_store.bookedBetween(tx, rows.constFirst().id, rows.constLast().id)) {
        ways += flag.id.uuid;
        payments.insert(flag.id.uuid, flag.paymentId->uuid);
    }
    QHash<QUuid, Money> gone;
    for (const ledger::Movement &move : m_ledger.movements(tx, ways))
        if (move.kind == PostingKind::RechargeBack) {
            Money &sum = gone[payments.value(move.subjectId.uuid)];
            sum = sum + move.amount;
        }
    for (const PaymentRow &row : rows)
        if (gone.value(row.id.uuid) != row.returnedAmount)
            return QStringLiteral("of payment %1 went back %2, the books took back %3")
                .arg(row.id.text(), row.returnedAmount.text(), gone.value(row.id.uuid).text());
    return std::nullopt;
}

// There are few of them: somebody leaves with a balance a few times a month.
std::optional<QString> Service::wrongClosure(Tx &tx)
{
    QUuid after;
    for (bool isAtEnd = false; !isAtEnd;) {
        const QList<ClosureRow> rows = m_store.closuresAfter(tx, after, paymentsPerPiece);
        isAtEnd = rows.size() < paymentsPerPiece;
        QList<QUuid> ids;
        for (const ClosureRow &row : rows)
            ids += row.id.uuid;
        QHash<QUuid, Money> posted;
        for (const ledger::Movement &move : m_ledger.movements(tx, ids))
            if (move.kind == PostingKind::Closure)
                posted[move.subjectId.uuid] = posted.value(move.subjectId.uuid) + move.amount;
        for (const ClosureRow &row : rows) {
            after = row.id.uuid;
            if (posted.value(row.id.uuid) != row.amount)
                return QStringLiteral("closure %1 gave back %2, the books say %3")
                    .arg(row.id.text(), row.amount.text(), posted.value(row.id.uuid).text());
        }
    }
    return std::nullopt;
}

// What a line took out of what lies at its provider, and what the provider kept of it.
std::optional<QString> Service::differenceOfSettlements(Tx &tx, ledger::Place &place)
{
    const QList<SettlementLineRow> rows = m_store.linesAfter(tx, place.after.uuid, paymentsPerPiece);
    place.isAtEnd = rows.size() < paymentsPerPiece;
    QList<QUuid> ids;
    for (const SettlementLineRow &row : rows)
        ids += row.id.uuid;
    const auto clearing = ledger::key(ledger::gatewayClearing), fees = ledger::key(ledger::gatewayFees);
    QHash<QUuid, Money> gross, kept;
    for (const ledger::Movement &move : m_ledger.movements(tx, ids)) {
        if (move.kind != PostingKind::GatewaySettle)
            continue;
        const QUuid line = move.subjectId.uuid;
        if (move.creditId == clearing)
            gross[line] = gross.value(line) + move.amount;
        if (move.debitId == clearing)
            gross[line] = gross.value(line) - move.amount;
        if (move.debitId == fees)
            kept[line] = kept.value(line) + move.amount;
        if (move.creditId == fees)
            kept[line] = kept.value(line) - move.amount;
    }
    for (const SettlementLineRow &row : rows) {
        place.after = {row.id.uuid};
        const Money posted = gross.value(row.id.uuid), fee = kept.value(row.id.uuid);
        if (posted != row.gross || fee != row.fee)
            return QStringLiteral("settlement line %1 of %2 is %3 with a fee of %4, the books say %5 with a fee of %6")
                .arg(row.lineRef, row.provider, row.gross.text(), row.fee.text(), posted.text(), fee.text());
    }
    return std::nullopt;
}

std::optional<QString> Service::stray(Tx &tx, const QList<ledger::Transaction> &postings)
{
    if (const auto found =
            ledger::stray(postings, {QStringLiteral("payment"), ledger::subjectsOf({ledger::Step::Recharge}),
                                     [&](const QList<QUuid> &ids) { return m_store.known(tx, ids); }}))
        return found;
    if (const auto found =
            ledger::stray(postings, {QStringLiteral("flag"), ledger::subjectsOf({ledger::Step::RechargeBack}),
                                     [&](const QList<QUuid> &ids) { return m_store.knownFlags(tx, ids); }}))
        return found;
    if (const auto found = ledger::stray(
            postings,
            {QStringLiteral("closure"), ledger::subjectsOf({ledger::Step::Closure}),
             [&](const QList<QUuid> &ids) { return m_store.knownClosures(tx, ids) + m_store.knownRefunds(tx, ids); }}))
        return found;
    return ledger::stray(postings,
                         {QStringLiteral("settlement line"), ledger::subjectsOf({ledger::Step::GatewaySettle}),
                          [&](const QList<QUuid> &ids) { return m_store.knownLines(tx, ids); }});
}

} // namespace payments
