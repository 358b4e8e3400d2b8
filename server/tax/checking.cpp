// Whether the books say of payments to the tax office what was entered.

#include "server/ledger/service.h"
#include "server/tax/service.h"

#include <QHash>

namespace tax {

namespace {

constexpr int depositsPerPiece = 200;

} // namespace

std::optional<QString> Service::difference(Tx &tx, ledger::Place &place)
{
    const QList<DepositRow> rows = m_store.depositsAfter(tx, Id<TaxDeposit>{place.after.uuid}, depositsPerPiece);
    place.isAtEnd = rows.size() < depositsPerPiece;
    QList<QUuid> ids;
    for (const DepositRow &row : rows)
        ids += row.id.uuid;
    QHash<QUuid, Money> paid;
    for (const ledger::Movement &move : m_ledger.movements(tx, ids))
        if (move.kind == PostingKind::TaxDeposit) {
            Money &sum = paid[move.subjectId.uuid];
            sum = sum + move.amount;
        }
    for (const DepositRow &row : rows) {
        place.after = {row.id.uuid};
        const Money inBooks = paid.value(row.id.uuid);
        if (inBooks != row.amount)
            return QStringLiteral("the challan %1 is of %2, the books paid %3")
                .arg(row.challan, row.amount.text(), inBooks.text());
    }
    return std::nullopt;
}

std::optional<QString> Service::stray(Tx &tx, const QList<ledger::Transaction> &postings)
{
    return ledger::stray(postings, {QStringLiteral("deposit"), ledger::subjectsOf({ledger::Step::Deposit}),
                                    [&](const QList<QUuid> &ids) { return m_store.known(tx, ids); }});
}

} // namespace tax
