#pragma once

// One connection to PostgreSQL with its prepared statements. The only room that knows libpq.

#include "server/core/db.h"

#include <unordered_map>

struct pg_conn;
struct pg_result;

// The unit has left no trace and may be run again: a collision with another one, or a cut connection before COMMIT.
class TryAgain : public DbBusy
{
    using DbBusy::DbBusy;
};

// Used by one thread at a time.
class PostgresHandle
{
public:
    // lockMs, statementMs: how long PostgreSQL may wait for a lock and work on one statement.
    PostgresHandle(const QByteArray &address, int lockMs, int statementMs);
    ~PostgresHandle();
    PostgresHandle(const PostgresHandle &) = delete;
    PostgresHandle &operator=(const PostgresHandle &) = delete;

    bool isConnected() const;

    // A statement without parameters and rows.
    void run(const char *text);

    // Begins, over a new connection when a restart of the server has cut this one.
    void begin(const char *text);

    // Never throws: for the way back after a fault.
    void rollBack();

    qint64 execute(std::string_view text, sql::Params values, sql::RowSink sink);

    // For a listener: what to wait on, and whether notifications have come.
    int socket() const;
    bool takeNotifications();

private:
    class Parameters;
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    void configure();
    const std::string &prepared(std::string_view text, const Parameters &parameters);
    void check(const pg_result *answer, std::string_view text) const;

    pg_conn *m_connection;
    const std::string m_settings;
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> m_statements; // text to name
    quint64 m_names = 0;
};
