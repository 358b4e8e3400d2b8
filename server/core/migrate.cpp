#include "server/core/migrate.h"

#include "server/core/db.h"
#include "server/core/sqltext.h"

#include <map>

namespace {

constexpr qint64 migrationLock = 0x6b616261; // any number that nothing else locks

struct AppliedScript
{
    QString owner;
    int version = 0;

    FIELDS(AppliedScript, FIELD(owner), FIELD(version))
};

// A table of millions of rows is made anew for longer than any other statement may take, and a second node that starts
// meanwhile waits for it. Until the end of the transaction.
void takeAllTime(Tx &tx)
{
    if (tx.engine() != Engine::Postgres)
        return;
    tx.run("SET LOCAL statement_timeout = 0");
    tx.run("SET LOCAL lock_timeout = 0");
}

void prepareVersions(Db &db)
{
    const Result<> prepared = db.write([](Tx &tx) -> Result<> {
        takeAllTime(tx);
        // CREATE TABLE IF NOT EXISTS of two starting nodes can collide on PostgreSQL.
        if (tx.engine() == Engine::Postgres)
            tx.run("SELECT pg_advisory_xact_lock(?)", migrationLock);
        tx.run(sqltext::forEngine("CREATE TABLE IF NOT EXISTS schema_versions (owner TEXT NOT NULL, version @int NOT"
                                  " NULL, applied_at @int NOT NULL, PRIMARY KEY (owner, version)) @strict",
                                  tx.engine()));
        return {};
    });
    if (!prepared)
        throw DbFault("the table of schema versions cannot be made");
}

void refuseNewer(Db &db, const std::vector<migrate::Script> &scripts)
{
    std::map<QString, int> known;
    for (const migrate::Script &script : scripts) {
        int &version = known[QString::fromUtf8(script.owner.data(), qsizetype(script.owner.size()))];
        version = std::max(version, script.version);
    }
    constexpr int mostScripts = 10'000;
    const auto applied =
        db.read([&](Tx &tx) { return tx.all<AppliedScript>("FROM schema_versions LIMIT ?", mostScripts); });
    for (const AppliedScript &script : applied)
        if (!known.contains(script.owner) || script.version > known[script.owner])
            throw DbFault("the database is newer than this program: " + script.owner.toStdString() + " has version " +
                          std::to_string(script.version));
}

// The row is written first: it is the lock that makes a second node wait and then find the script applied.
Result<bool> applyScript(Tx &tx, const migrate::Script &script)
{
    takeAllTime(tx);
    if (tx.run("INSERT INTO schema_versions (owner, version, applied_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
               script.owner, script.version, tx.now()) == 0)
        return false;
    for (const std::string &statement : sqltext::statements(sqltext::forEngine(script.sql, tx.engine())))
        tx.run(statement);
    return true;
}

} // namespace

int migrate::pending(Db &db)
{
    prepareVersions(db);
    refuseNewer(db, scripts());
    const auto isApplied = [](Tx &tx, const Script &script) {
        return tx.number("count(*) FROM schema_versions WHERE owner = ? AND version = ?", script.owner,
                         script.version) != 0;
    };
    return db.read([&](Tx &tx) {
        return int(std::count_if(scripts().begin(), scripts().end(),
                                 [&](const Script &script) { return !isApplied(tx, script); }));
    });
}

int migrate::run(Db &db)
{
    return run(db, scripts());
}

int migrate::run(Db &db, const std::vector<Script> &scripts)
{
    prepareVersions(db);
    refuseNewer(db, scripts);
    int applied = 0;
    for (const Script &script : scripts) {
        try {
            const Result<bool> fresh = db.write([&](Tx &tx) { return applyScript(tx, script); });
            applied += fresh.value() ? 1 : 0;
        } catch (const DbFault &fault) {
            throw DbFault("schema " + std::string(script.owner) + " " + std::to_string(script.version) + ": " +
                          fault.what());
        }
    }
    return applied;
}
