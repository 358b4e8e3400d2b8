// Whether the books say of top-ups what the top-ups say.

#include "server/ledger/service.h"
#include "server/weighing/service.h"

namespace weighing {

namespace {

constexpr int topUpsPerPiece = 200;

} // namespace

std::optional<QString> Service::difference(Tx &tx, ledger::Place &place)
{
    const QList<TopUpRow> rows = m_store.topUpsAfter(tx, place.after.uuid, topUpsPerPiece);
    place.isAtEnd = rows.size() < topUpsPerPiece;
    QList<QUuid> ids;
    for (const TopUpRow &row : rows)
        ids += row.id.uuid;
    QHash<QUuid, Money> held;
    for (const ledger::Movement &move : m_ledger.movements(tx, ids))
        if (move.kind == PostingKind::TopUp)
            held.insert(move.subjectId.uuid, move.amount);
    for (const TopUpRow &row : rows) {
        place.after = {row.id.uuid};
        const Money due = row.status == TopUpStatus::Paid ? row.amount : Money{};
        const Money found = held.value(row.id.uuid);
        if (found != due)
            return QStringLiteral("top-up %1 of %2 is %3, the books held %4")
                .arg(row.id.text(), row.amount.text(), names::text(row.status), found.text());
    }
    return std::nullopt;
}

std::optional<QString> Service::stray(Tx &tx, const QList<ledger::Transaction> &postings)
{
    return ledger::stray(postings, {QStringLiteral("top-up"), ledger::subjectsOf({ledger::Step::TopUp}),
                                    [&](const QList<QUuid> &ids) { return m_store.known(tx, ids); }});
}

} // namespace weighing
