#pragma once

#include "server/core/db.h"

namespace settings {

// A value that somebody changed; the others have their standard.
struct ChangedSetting
{
    QString key;
    QString value;
    Instant changedAt;

    FIELDS(ChangedSetting, FIELD(key), FIELD(value), FIELD(changedAt))
};

// Who changed what and when, never rewritten.
struct SettingChange
{
    QString key;
    QString oldValue;
    QString newValue;
    Id<Account> changedBy;
    QString ip;
    QString requestId;
    Instant changedAt;

    FIELDS(SettingChange, FIELD(key), FIELD(oldValue), FIELD(newValue), FIELD(changedBy), FIELD(ip), FIELD(requestId),
           FIELD(changedAt))
};

class Store
{
public:
    QList<ChangedSetting> changed(Tx &tx);
    std::optional<ChangedSetting> find(Tx &tx, const QString &key);
    void put(Tx &tx, const ChangedSetting &setting);
    void record(Tx &tx, const SettingChange &change);
};

} // namespace settings
