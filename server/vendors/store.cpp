#include "server/vendors/store.h"

namespace vendors {

void Store::put(Tx &tx, const CodeRow &row)
{
    remove(tx, row.vendorId);
    tx.insert("business_email_codes", row);
}

std::optional<CodeRow> Store::find(Tx &tx, Id<Vendor> id)
{
    return tx.one<CodeRow>("FROM business_email_codes WHERE vendor_id = ?", id);
}

bool Store::countGuess(Tx &tx, Id<Vendor> id, int guessesMax)
{
    return tx.run("UPDATE business_email_codes SET guesses = guesses + 1 WHERE vendor_id = ? AND guesses < ?", id,
                  guessesMax) == 1;
}

void Store::close(Tx &tx, Id<Vendor> id, Instant now)
{
    tx.run("UPDATE business_email_codes SET expires_at = ? WHERE vendor_id = ?", now, id);
}

void Store::remove(Tx &tx, Id<Vendor> id)
{
    tx.run("DELETE FROM business_email_codes WHERE vendor_id = ?", id);
}

} // namespace vendors
