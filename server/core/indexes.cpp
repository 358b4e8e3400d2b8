#include "server/core/indexes.h"

QList<indexes::Index> indexes::takeDown(Tx &tx, std::string_view table)
{
    if (tx.engine() != Engine::Sqlite)
        return {};
    // Those without a text belong to a key of their table.
    const auto out = tx.all<Index>("FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
                                   " AND sql NOT LIKE 'CREATE UNIQUE %' AND ?1 IN ('', tbl_name)"
                                   " ORDER BY rowid",
                                   table);
    for (const Index &index : out)
        tx.run("DROP INDEX " + index.name.toStdString());
    return out;
}

void indexes::makeAgain(Tx &tx, const QList<Index> &indexes)
{
    for (const Index &index : indexes)
        tx.run(index.sql.toStdString());
}
