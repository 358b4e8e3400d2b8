// SQL of how buyers like to pay.

#include "server/buyers/store.h"

namespace buyers {

QList<MethodRow> Store::methods(Tx &tx, Id<Account> id)
{
    return tx.all<MethodRow>("FROM saved_methods WHERE account_id = ? ORDER BY is_default DESC, id DESC LIMIT ?", id,
                             savedMethodsMax);
}

bool Store::insertMethod(Tx &tx, const MethodRow &row)
{
    return tx.insertNew("saved_methods", row);
}

bool Store::removeMethod(Tx &tx, Id<Account> id, Id<SavedMethod> method)
{
    return tx.run("DELETE FROM saved_methods WHERE account_id = ? AND id = ?", id, method) == 1;
}

void Store::withoutDefault(Tx &tx, Id<Account> id)
{
    tx.run("UPDATE saved_methods SET is_default = 0 WHERE account_id = ? AND is_default = 1", id);
}

void Store::chooseDefault(Tx &tx, Id<Account> id)
{
    tx.run("UPDATE saved_methods SET is_default = 1 WHERE id = (SELECT id FROM saved_methods WHERE account_id = ?1"
           " ORDER BY id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM saved_methods WHERE account_id = ?1"
           " AND is_default = 1)",
           id);
}

void Store::eraseMethods(Tx &tx, Id<Account> id)
{
    tx.run("DELETE FROM saved_methods WHERE account_id = ?", id);
}

} // namespace buyers
