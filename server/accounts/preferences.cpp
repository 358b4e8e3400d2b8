// The part of Service that knows how people want to hear of news (ACC-05).

#include "server/accounts/service.h"

namespace accounts {

PutPreferences Service::channelsOf(Tx &tx, Id<Account> id)
{
    const PreferencesRow row = m_store.preferences(tx, id).value_or(PreferencesRow{});
    return {row.email, row.sms, row.push, row.whatsapp, row.inApp, std::nullopt};
}

Result<Preferences> Service::preferencesOf(Tx &tx, Id<Account> id)
{
    const auto account = m_store.find(tx, id);
    if (!account)
        return notFound(QLatin1StringView("account"));
    const auto saved = m_store.preferences(tx, id);
    const PreferencesRow row = saved.value_or(PreferencesRow{});
    return Preferences{.email = row.email,
                       .sms = row.sms,
                       .push = row.push,
                       .whatsapp = row.whatsapp,
                       .inApp = row.inApp,
                       .language = account->language,
                       .savedAt = saved ? std::optional(row.savedAt) : std::nullopt};
}

Result<Preferences> Service::readPreferences(const Caller &caller)
{
    return m_db.read([&](Tx &tx) { return preferencesOf(tx, caller.id); });
}

Result<Preferences> Service::savePreferences(const Caller &caller, const PutPreferences &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Preferences> {
        m_store.savePreferences(tx, caller.id, wish, tx.now());
        if (wish.language)
            m_store.setLanguage(tx, caller.id, *wish.language);
        noteCompleteness(tx, caller.id);
        return preferencesOf(tx, caller.id);
    });
}

} // namespace accounts
