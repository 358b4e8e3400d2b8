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
    QList<ledger::Transaction> about;
    QList<QUuid> ids;
    for (const ledger::Transaction &posting : postings)
        if (posting.step == ledger::Step::TopUp) {
            about += posting;
            ids += posting.subjectId.uuid;
        }
    const QSet<QUuid> known = m_store.known(tx, ids);
    for (const ledger::Transaction &posting : std::as_const(about))
        if (!known.contains(posting.subjectId.uuid))
            return QStringLiteral("%1 is of top-up %2, which is not there")
                .arg(names::text(posting.kind), posting.subjectId.text());
    return std::nullopt;
}

} // namespace weighing
