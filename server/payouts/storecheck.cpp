// What the check of the books asks of the payouts.

#include "server/core/known.h"
#include "server/payouts/store.h"

namespace payouts {

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM payouts", ids);
}

Money Store::waiting(Tx &tx, Id<Vendor> vendor)
{
    return {tx.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM payouts WHERE vendor_id = ?"
                      " AND status IN ('requested', 'approved')",
                      vendor)};
}

} // namespace payouts
