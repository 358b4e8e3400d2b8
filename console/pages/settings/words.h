#pragma once

// How settings are spoken of: their areas, units, values and bounds.

#include "shared/contract/settings.h"

namespace settings {

// What stands before the first dot of a key: "auth" of "auth.lock_after".
QString areaOf(const QString &key);
QString areaName(const QString &area);

// What a setting is about; the server's own sentence in the user's language.
QString description(const Setting &setting);

// "minutes" of "auth.lock_minutes"; empty where the number says all.
QString unit(const Setting &setting);

// A value as people read it: "30 minutes", "₹100.00", "2.00 %", "On".
QString shown(const Setting &setting, const QString &value);
QString choiceName(const QString &choice);

// Whether the server would take it.
bool isGood(const Setting &setting, const QString &value);
QString bounds(const Setting &setting);

} // namespace settings
