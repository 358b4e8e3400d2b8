#include "server/settings/store.h"

namespace settings {

QList<ChangedSetting> Store::changed(Tx &tx)
{
    return tx.all<ChangedSetting>("FROM settings ORDER BY key LIMIT 1000");
}

std::optional<ChangedSetting> Store::find(Tx &tx, const QString &key)
{
    return tx.one<ChangedSetting>("FROM settings WHERE key = ?", key);
}

void Store::put(Tx &tx, const ChangedSetting &setting)
{
    tx.run("INSERT INTO settings (key, value, changed_at) VALUES (?1, ?2, ?3)"
           " ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at",
           setting.key, setting.value, setting.changedAt);
}

} // namespace settings
