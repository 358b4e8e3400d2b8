// What the check of the books asks of the payments.

#include "server/core/known.h"
#include "server/payments/store.h"

namespace payments {

QList<PaymentRow> Store::after(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<PaymentRow>("FROM payments WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

QList<MoneyFlag> Store::bookedBetween(Tx &tx, Id<Payment> first, Id<Payment> last)
{
    constexpr int most = 10'000;
    return tx.all<MoneyFlag>("FROM money_flags WHERE status = 'booked' AND payment_id BETWEEN ? AND ? LIMIT ?", first,
                             last, most);
}

QSet<QUuid> Store::knownFlags(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM money_flags", ids);
}

QList<SettlementLineRow> Store::linesAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<SettlementLineRow>("FROM settlement_lines WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

QSet<QUuid> Store::knownLines(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM settlement_lines", ids);
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

QSet<QUuid> Store::knownRefunds(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM payment_refunds", ids);
}

QSet<QUuid> Store::knownClosures(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM wallet_closures", ids);
}

} // namespace payments
