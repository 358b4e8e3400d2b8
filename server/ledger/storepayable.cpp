// The statements of Store about what stores can be paid.

#include "server/ledger/store.h"

namespace ledger {

namespace {

struct PayableRow
{
    Id<Vendor> ownerId;

    FIELDS(PayableRow, FIELD(ownerId))
};

} // namespace

QList<Id<Vendor>> Store::storesWith(Tx &tx, Money least, const std::optional<Id<Vendor>> &after, int limit)
{
    const auto rows = tx.all<PayableRow>("FROM ledger_accounts WHERE kind = 'vendor_payable' AND owner_id > ?"
                                         " AND balance >= ? ORDER BY owner_id LIMIT ?",
                                         sql::idBytes(after.value_or(Id<Vendor>()).uuid), least, limit);
    QList<Id<Vendor>> out;
    for (const PayableRow &row : rows)
        out += row.ownerId;
    return out;
}

} // namespace ledger
