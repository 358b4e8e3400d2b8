#pragma once

// The database of a TestDb under the clock of the story, as the command's reads it.

#include "server/core/postgres.h"
#include "server/core/sqlite.h"
#include "tests/support/testdb.h"

#include <memory>

inline std::unique_ptr<Db> underClock(const TestDb &db, Engine engine, const Clock &clock)
{
    if (engine == Engine::Sqlite)
        return std::make_unique<SqliteDb>(db.address(), clock);
    return std::make_unique<PostgresDb>(db.address(), clock);
}
