#pragma once

// One connection to a SQLite file with its prepared statements.

#include "server/core/db.h"

#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

// Used by one thread at a time.
class SqliteHandle
{
public:
    // Draft writes as fast as it can: what it has written is on the disk only after the file was closed and synced.
    enum class Mode { Write, Draft, Read };

    // busyMs: how long to wait when another process holds the file.
    SqliteHandle(const QByteArray &path, Mode mode, int busyMs);
    ~SqliteHandle();
    SqliteHandle(const SqliteHandle &) = delete;
    SqliteHandle &operator=(const SqliteHandle &) = delete;

    qint64 execute(std::string_view text, sql::Params values, sql::RowSink sink);
    void run(std::string_view text) { execute(text, {}, {}); }

    bool inTransaction() const;
    // Whether something refers to what is not there, where the schema allows that until the transaction ends.
    bool hasOpenReferences() const;
    // After the last fault, or since the log could not be copied into the file, nobody knows what the disk holds.
    bool hasDiskFault() const;

    // Never throws: for the way back after a fault.
    void rollBack();

    // Between transactions, so that statements with ever new texts do not fill the memory.
    void forgetSurplus();

private:
    struct TextHash
    {
        using is_transparent = void;
        // Long statements differ where they begin or where they end; to read all of it for each row takes a while.
        std::size_t operator()(std::string_view text) const
        {
            constexpr std::size_t part = 48;
            const std::hash<std::string_view> hash;
            if (text.size() <= 2 * part)
                return hash(text);
            return hash(text.substr(0, part)) ^ 31 * hash(text.substr(text.size() - part)) ^ text.size();
        }
    };

    void configure(Mode mode);
    static int copyLog(void *self, sqlite3 *db, const char *name, int pages);
    qint64 step(sqlite3_stmt *statement, std::string_view text, sql::RowSink sink);
    sqlite3_stmt *prepared(std::string_view text);
    void forgetStatements();
    int primaryError() const;
    [[noreturn]] void fail(std::string_view text) const;

    sqlite3 *m_db = nullptr;
    bool m_hasCopyFault = false;
    std::unordered_map<std::string, sqlite3_stmt *, TextHash, std::equal_to<>> m_statements;
};
