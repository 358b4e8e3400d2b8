// What the check of the books asks of the top-ups.

#include "server/core/known.h"
#include "server/weighing/store.h"

namespace weighing {

QList<TopUpRow> Store::topUpsAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<TopUpRow>("FROM weigh_top_ups WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &topUps)
{
    return knownAmong(tx, "FROM weigh_top_ups", topUps);
}

} // namespace weighing
