#pragma once

// Everything that stands in the tables, as one text: equal before and after means that nothing was changed.

#include "server/core/db.h"

QByteArray fingerprint(Db &db);
// The tables whose lines differ.
QByteArray changedTables(const QByteArray &before, const QByteArray &after);
