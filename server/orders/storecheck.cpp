// What the check of the books asks of the orders.

#include "server/orders/store.h"

namespace orders {

namespace {

struct KnownRow
{
    Id<KnownRow> id;

    FIELDS(KnownRow, FIELD(id))
};

} // namespace

QList<MoneyRow> Store::moneyAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<MoneyRow>("FROM orders WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

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
        for (const KnownRow &row : tx.all<KnownRow>("FROM orders WHERE id IN (" + marks + ")", values))
            out += row.id.uuid;
    return out;
}

} // namespace orders
