// Whether the books say of payments to the tax office what was entered, and of payouts what was withheld by months.

#include "server/ledger/service.h"
#include "server/tax/service.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace tax {

namespace {

constexpr int rowsPerPiece = 200;

} // namespace

// Two tables in one walk: each piece goes no further than the one of them that has more.
std::optional<QString> Service::difference(Tx &tx, ledger::Place &place)
{
    QList<DepositRow> deposits = m_store.depositsAfter(tx, Id<TaxDeposit>{place.after.uuid}, rowsPerPiece);
    QList<PayoutTax> withheld = m_store.withheldAfter(tx, Id<Payout>{place.after.uuid}, rowsPerPiece);
    QList<QUuid> ends;
    if (deposits.size() == rowsPerPiece)
        ends += deposits.constLast().id.uuid;
    if (withheld.size() == rowsPerPiece)
        ends += withheld.constLast().payoutId.uuid;
    place.isAtEnd = ends.isEmpty();
    if (!ends.isEmpty()) {
        const QUuid end = *std::min_element(ends.cbegin(), ends.cend());
        deposits.removeIf([&](const DepositRow &row) { return end < row.id.uuid; });
        withheld.removeIf([&](const PayoutTax &row) { return end < row.payoutId.uuid; });
        place.after = {end};
    }
    const auto found = wrongDeposit(tx, deposits);
    return found ? found : wrongWithheld(tx, withheld);
}

std::optional<QString> Service::wrongDeposit(Tx &tx, const QList<DepositRow> &rows)
{
    QList<QUuid> ids;
    for (const DepositRow &row : rows)
        ids += row.id.uuid;
    QHash<QUuid, Money> paid;
    for (const ledger::Movement &move : m_ledger.movements(tx, ids))
        if (move.kind == PostingKind::TaxDeposit) {
            Money &sum = paid[move.subjectId.uuid];
            sum = sum + move.amount;
        }
    QSet<QUuid> reversed;
    for (const ReversalRow &row : m_store.reversals(tx, rows))
        reversed.insert(row.depositId.uuid);
    for (const DepositRow &row : rows) {
        const Money inBooks = paid.value(row.id.uuid);
        if (inBooks != row.amount)
            return QStringLiteral("the challan %1 is of %2, the books paid %3")
                .arg(row.challan, row.amount.text(), inBooks.text());
        const auto posting = m_ledger.posting(tx, row.id.uuid, ledger::Step::Deposit);
        const bool isBack = posting && m_ledger.posting(tx, posting->id.uuid, ledger::Step::Reverse).has_value();
        if (isBack != reversed.contains(row.id.uuid))
            return QStringLiteral("the challan %1 is %2, the books say otherwise")
                .arg(row.challan, isBack ? QStringLiteral("paid") : QStringLiteral("taken back"));
    }
    return std::nullopt;
}

// The months of a payout are together what was posted of it.
std::optional<QString> Service::wrongWithheld(Tx &tx, const QList<PayoutTax> &rows)
{
    QList<QUuid> ids;
    for (const PayoutTax &row : rows)
        ids += row.payoutId.uuid;
    const QUuid tcsDue = ledger::key(ledger::tcsDue).uuid;
    QHash<QUuid, ledger::Withheld> posted;
    for (const ledger::Movement &move : m_ledger.movements(tx, ids))
        if (move.kind == PostingKind::TaxWithhold) {
            ledger::Withheld &sum = posted[move.subjectId.uuid];
            Money &part = move.creditId.uuid == tcsDue ? sum.tcs : sum.tds;
            part = part + move.amount;
        }
    for (const PayoutTax &row : rows) {
        const ledger::Withheld inBooks = posted.value(row.payoutId.uuid);
        if (inBooks.tcs != row.tcs || inBooks.tds != row.tds)
            return QStringLiteral("of payout %1 TCS of %2 and TDS of %3 are withheld, the books say %4 and %5")
                .arg(row.payoutId.text(), row.tcs.text(), row.tds.text(), inBooks.tcs.text(), inBooks.tds.text());
    }
    return std::nullopt;
}

std::optional<QString> Service::stray(Tx &tx, const QList<ledger::Transaction> &postings)
{
    const auto found = ledger::stray(postings, {QStringLiteral("deposit"), ledger::subjectsOf({ledger::Step::Deposit}),
                                                [&](const QList<QUuid> &ids) { return m_store.known(tx, ids); }});
    if (found)
        return found;
    for (const ledger::Transaction &posting : postings) {
        if (posting.step == ledger::Step::Withhold && !m_store.isWithheld(tx, {posting.subjectId.uuid}))
            return QStringLiteral("tax_withhold is of payout %1, for which no month says so")
                .arg(posting.subjectId.text());
        const auto reversed =
            posting.step == ledger::Step::Reverse ? m_ledger.posting(tx, posting.subjectId) : std::nullopt;
        if (reversed && reversed->kind == PostingKind::TaxDeposit && !m_store.reversal(tx, {reversed->subjectId.uuid}))
            return QStringLiteral("reverse is of the payment %1 to the tax office, which stands")
                .arg(reversed->subjectId.text());
    }
    return std::nullopt;
}

} // namespace tax
