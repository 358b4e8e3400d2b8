// What the check of the books asks of the top-ups.

#include "server/weighing/store.h"

namespace weighing {

namespace {

struct KnownRow
{
    Id<KnownRow> id;

    FIELDS(KnownRow, FIELD(id))
};

} // namespace

QList<TopUpRow> Store::topUpsAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<TopUpRow>("FROM weigh_top_ups WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &topUps)
{
    std::string marks;
    sql::Values values;
    for (const QUuid &id : topUps) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(Id<KnownRow>{id}));
    }
    QSet<QUuid> out;
    if (!topUps.isEmpty())
        for (const KnownRow &row : tx.all<KnownRow>("FROM weigh_top_ups WHERE id IN (" + marks + ")", values))
            out += row.id.uuid;
    return out;
}

} // namespace weighing
