// The statements about how people want to hear of news, and whether their profile is complete.

#include "server/accounts/store.h"

namespace accounts {

std::optional<PreferencesRow> Store::preferences(Tx &tx, Id<Account> id)
{
    return tx.one<PreferencesRow>("FROM preferences WHERE account_id = ?", id);
}

void Store::savePreferences(Tx &tx, Id<Account> id, const PutPreferences &wish, Instant now)
{
    tx.run("INSERT INTO preferences (account_id, email, sms, push, whatsapp, in_app, saved_at)"
           " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET email = excluded.email,"
           " sms = excluded.sms, push = excluded.push, whatsapp = excluded.whatsapp, in_app = excluded.in_app,"
           " saved_at = excluded.saved_at",
           id, wish.email, wish.sms, wish.push, wish.whatsapp, wish.inApp, now);
}

void Store::setLanguage(Tx &tx, Id<Account> id, const QString &language)
{
    tx.run("UPDATE accounts SET language = ?2, updated_at = ?3 WHERE id = ?1 AND language <> ?2", id, language,
           tx.now());
}

// The three phases: name and phone, an address or a store, preferences (AUTH-30).
bool Store::noteCompleteness(Tx &tx, Id<Account> id)
{
    tx.run("UPDATE accounts SET is_profile_complete = 0 WHERE id = ?1 AND role <> 'admin' AND is_profile_complete = 1"
           " AND (NOT EXISTS (SELECT 1 FROM preferences WHERE account_id = ?1) OR (role <> 'vendor'"
           " AND NOT EXISTS (SELECT 1 FROM addresses WHERE account_id = ?1)))",
           id);
    return tx.run("UPDATE accounts SET is_profile_complete = 1 WHERE id = ?1 AND is_profile_complete = 0"
                  " AND full_name IS NOT NULL AND phone IS NOT NULL"
                  " AND EXISTS (SELECT 1 FROM preferences WHERE account_id = ?1)"
                  " AND (role = 'vendor' OR EXISTS (SELECT 1 FROM addresses WHERE account_id = ?1))",
                  id) == 1;
}

} // namespace accounts
