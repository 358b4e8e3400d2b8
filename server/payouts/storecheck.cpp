// What the check of the books asks of the payouts.

#include "server/core/known.h"
#include "server/payouts/store.h"

namespace payouts {

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM payouts", ids);
}

QHash<QUuid, ShareSum> Store::shareSums(Tx &tx, const QList<QUuid> &payouts)
{
    std::string marks;
    sql::Values values;
    for (const QUuid &id : payouts) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(Id<Payout>{id}));
    }
    QHash<QUuid, ShareSum> out;
    if (payouts.isEmpty())
        return out;
    for (const ShareSum &sum :
         tx.all<ShareSum>("FROM (SELECT payout_id, CAST(sum(net) AS BIGINT) AS net, count(*) AS orders,"
                          " CAST(sum(is_current) AS BIGINT) AS current FROM payout_orders WHERE payout_id IN (" +
                              marks + ") GROUP BY payout_id) AS sums",
                          values))
        out.insert(sum.payoutId.uuid, sum);
    return out;
}

Money Store::waiting(Tx &tx, Id<Vendor> vendor)
{
    return {tx.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM payouts WHERE vendor_id = ?"
                      " AND status IN ('requested', 'approved')",
                      vendor)};
}

} // namespace payouts
