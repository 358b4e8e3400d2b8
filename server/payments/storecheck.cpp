// What the check of the books asks of the payments.

#include "server/core/known.h"
#include "server/payments/store.h"

namespace payments {

QList<PaymentRow> Store::after(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<PaymentRow>("FROM payments WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM payments", ids);
}

QList<ClosureRow> Store::closuresAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<ClosureRow>("FROM wallet_closures WHERE id > ? AND status = 'done' ORDER BY id LIMIT ?",
                              sql::idBytes(id), limit);
}

QSet<QUuid> Store::knownClosures(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM wallet_closures", ids);
}

} // namespace payments
