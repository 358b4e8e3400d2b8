// What the check of the books asks of the refunds.

#include "server/core/known.h"
#include "server/refunds/store.h"

namespace refunds {

namespace {

struct GivenSum
{
    Id<Refund> id; // of whatever it is summed up for
    Money amount;

    FIELDS(GivenSum, FIELD(id), FIELD(amount))
};

// Of refunds that went through, by what stands in the column.
QHash<QUuid, Money> given(Tx &tx, const std::string &column, const QList<QUuid> &ids)
{
    std::string marks;
    sql::Values values;
    for (const QUuid &id : ids) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(Id<Refund>{id}));
    }
    QHash<QUuid, Money> out;
    if (ids.isEmpty())
        return out;
    for (const GivenSum &sum : tx.all<GivenSum>(
             "FROM (SELECT " + column + " AS id, CAST(sum(amount) AS BIGINT) AS amount FROM refunds WHERE " + column +
                 " IN (" + marks + ") AND status = 'processed' GROUP BY " + column + ") AS sums",
             values))
        out.insert(sum.id.uuid, sum.amount);
    return out;
}

} // namespace

QHash<QUuid, Money> Store::givenOf(Tx &tx, const QList<QUuid> &orders)
{
    return given(tx, "order_id", orders);
}

QHash<QUuid, Money> Store::givenBy(Tx &tx, const QList<QUuid> &disputes)
{
    return given(tx, "dispute_id", disputes);
}

std::pair<Money, Money> Store::givenBefore(Tx &tx, const DisputeRow &decided)
{
    const auto sum = [&](const std::string &when) {
        return Money{tx.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM refunds WHERE order_id = ?"
                               " AND status = 'processed' AND (dispute_id IS NULL OR dispute_id <> ?)"
                               " AND decided_at " +
                                   when + " ?",
                               decided.orderId, decided.id, decided.closedAt)};
    };
    return {sum("<"), sum("<=")};
}

QList<DisputeRow> Store::decidedAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<DisputeRow>("FROM disputes WHERE id > ? AND status = 'decided' ORDER BY id LIMIT ?", sql::idBytes(id),
                              limit);
}

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
