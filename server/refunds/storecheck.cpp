// What the check of the books asks of the refunds.

#include "server/core/known.h"
#include "server/refunds/store.h"

namespace refunds {

QList<RefundRow> Store::after(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<RefundRow>("FROM refunds WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

QList<DisputeRow> Store::openAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<DisputeRow>("FROM disputes WHERE id > ? AND status IN ('open', 'answered') ORDER BY id LIMIT ?",
                              sql::idBytes(id), limit);
}

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM refunds", ids);
}

} // namespace refunds
