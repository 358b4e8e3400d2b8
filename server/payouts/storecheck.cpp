// What the check of the books asks of the payouts.

#include "server/payouts/store.h"

namespace payouts {

namespace {

struct KnownRow
{
    Id<KnownRow> id;

    FIELDS(KnownRow, FIELD(id))
};

} // namespace

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &ids)
{
    std::string marks;
    sql::Values values;
    for (const QUuid &id : ids) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(Id<KnownRow>{id}));
    }
    QSet<QUuid> out;
    if (!ids.isEmpty())
        for (const KnownRow &row : tx.all<KnownRow>("FROM payouts WHERE id IN (" + marks + ")", values))
            out += row.id.uuid;
    return out;
}

Money Store::waiting(Tx &tx, Id<Vendor> vendor)
{
    return {tx.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM payouts WHERE vendor_id = ?"
                      " AND status IN ('requested', 'approved')",
                      vendor)};
}

} // namespace payouts
