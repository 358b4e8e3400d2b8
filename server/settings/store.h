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

class Store
{
public:
    QList<ChangedSetting> changed(Tx &tx);
    std::optional<ChangedSetting> find(Tx &tx, const QString &key);
    void put(Tx &tx, const ChangedSetting &setting);
};

} // namespace settings
