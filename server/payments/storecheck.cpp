// What the check of the books asks of the payments.

#include "server/payments/store.h"

namespace payments {

namespace {

struct KnownRow
{
    Id<KnownRow> id;

    FIELDS(KnownRow, FIELD(id))
};

} // namespace

QList<PaymentRow> Store::after(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<PaymentRow>("FROM payments WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
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
        for (const KnownRow &row : tx.all<KnownRow>("FROM payments WHERE id IN (" + marks + ")", values))
            out += row.id.uuid;
    return out;
}

} // namespace payments
