#pragma once

// Indexes that only make reading faster are in the way of a mass of new rows: each row has to find its place in every
// one of them. Taken down before and made again afterwards, out of sorted rows, they cost a fraction of that. Both
// happen in the transaction of the rows, so nobody ever sees them missing, and what is rolled back is as it was. Unique
// ones stay, because they refuse rows. On PostgreSQL all stay: there it would lock the tables against everybody.

#include "server/core/db.h"

namespace indexes {

struct Index
{
    QString name;
    QString sql; // that made it

    FIELDS(Index, FIELD(name), FIELD(sql))
};

// table: of this one only; empty: of all.
QList<Index> takeDown(Tx &tx, std::string_view table = {});
void makeAgain(Tx &tx, const QList<Index> &indexes);

} // namespace indexes
