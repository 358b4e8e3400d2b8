#pragma once

// Which of many ids have a row.

#include "server/core/db.h"

#include <QSet>

// from: the table that is looked into, "FROM orders".
QSet<QUuid> knownAmong(Tx &tx, std::string_view from, const QList<QUuid> &ids);
