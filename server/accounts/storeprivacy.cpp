// The statements of Store about consents, and about an account that is erased.

#include "server/accounts/rules.h"
#include "server/accounts/store.h"

namespace accounts {

void Store::insertConsent(Tx &tx, const ConsentRow &row)
{
    tx.insertNew("consents", row);
}

std::optional<Consent> Store::consent(Tx &tx, Id<Account> account, LegalDocument document, const QString &version)
{
    return tx.one<Consent>("FROM consents WHERE account_id = ? AND document = ? AND version = ?", account, document,
                           version);
}

QList<Consent> Store::consents(Tx &tx, Id<Account> account)
{
    constexpr int most = 200; // more versions than there will ever be
    return tx.all<Consent>("FROM consents WHERE account_id = ? ORDER BY at DESC, document LIMIT ?", account, most);
}

void Store::eraseConsentAddresses(Tx &tx, Id<Account> account)
{
    tx.run("UPDATE consents SET ip = '' WHERE account_id = ?", account);
}

void Store::erasePreferences(Tx &tx, Id<Account> account)
{
    tx.run("DELETE FROM preferences WHERE account_id = ?", account);
}

void Store::eraseAccount(Tx &tx, Id<Account> id)
{
    const QString name = erasedName(id.text());
    tx.run("UPDATE accounts SET username = ?2, username_key = ?3, email = NULL, email_key = NULL, phone = NULL,"
           " full_name = NULL, photo_id = NULL, is_active = 0, is_verified = 0, is_phone_verified = 0,"
           " is_profile_complete = 0, last_login = NULL, updated_at = ?4 WHERE id = ?1",
           id, name, key(name), tx.now());
}

void Store::eraseStore(Tx &tx, Id<Vendor> id)
{
    const QString name = erasedName(id.text());
    tx.run("UPDATE vendors SET store_name = ?2, store_key = ?3, owner_name = NULL, business_email = NULL,"
           " is_business_email_verified = 0, business_phone = NULL, description = NULL, logo_id = NULL,"
           " banner_id = NULL, street_address = NULL, city = NULL, pincode = NULL, state = NULL, location = NULL,"
           " latitude = NULL, longitude = NULL, business_hours = NULL, kyc_reason = NULL, is_open = 0, can_sell = 0,"
           " status = 'inactive', updated_at = ?4 WHERE id = ?1",
           id, name, key(name), tx.now());
}

} // namespace accounts
