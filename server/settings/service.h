#pragma once

// What admins may tune while the server runs. Reading is a load from memory; a change is durable, recorded with who
// made it, and reaches every node by its event.

#include "server/core/db.h"
#include "server/settings/rules.h"
#include "server/settings/store.h"
#include "shared/contract/settings.h"

#include <atomic>
#include <mutex>

namespace audit {
class Service;
}

namespace settings {

class Service
{
public:
    Service(Db &db, audit::Service &audit);

    // Each asks for the setting's own type.
    qint64 whole(Key key) const;
    Money money(Key key) const;
    BasisPoints rate(Key key) const;
    bool truth(Key key) const;
    QString choice(Key key) const;

    // Takes over what the database says; at start and after a change on another node.
    void load();

    Result<QList<Setting>> listSettings(const Caller &caller);
    Result<Setting> changeSetting(const Caller &caller, const QString &name, const ChangeSetting &wish);
    Result<QList<Setting>> changeSettings(const Caller &caller, const ChangeSettings &wish);
    Result<Page<SettingChange>> listSettingHistory(const Caller &caller, const QString &name,
                                                   const ListSettingHistory &wish);

private:
    QString current(Tx &tx, const Definition &setting);
    Setting change(Tx &tx, const Caller &caller, const Definition &setting, qint64 value);
    qint64 at(Key key, SettingType type) const;

    Db &m_db;
    audit::Service &m_audit;
    Store m_store;
    std::mutex m_loadMutex;
    std::array<std::atomic<qint64>, keyCount> m_values;
};

} // namespace settings
