#pragma once

// The database as the capabilities see it, whichever engine is behind it. Four verbs on Tx: insert() adds a row, run()
// changes rows and says how many, one() finds at most one, all() lists. Column lists come from the row's type.
//
// SQL is written once for SQLite and PostgreSQL: "?" or "?1" marks a parameter, ids are 16 bytes, enums their wire
// names, times, money and quantities whole numbers, lists and nested structs JSON text.

#include "server/core/caller.h"
#include "server/core/sqlvalue.h"
#include "shared/base/json.h"

#include <array>
#include <functional>
#include <stdexcept>
#include <string>

// A fault of ours or of the disk, never something a user can cause. Only the door and the job runner catch it.
class DbFault : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

enum class Engine { Sqlite, Postgres };

// The database cannot take this work now: the queue is full, the disk is full, or the engine is out of reach. The door
// answers 503 with Retry-After.
class DbBusy : public DbFault
{
    using DbFault::DbFault;
};

// What /metrics shows of the database.
struct DbFigures
{
    qint64 units = 0;   // units of work written
    qint64 groups = 0;  // durable commits
    qint64 refused = 0; // because the queue was full
    qint64 retried = 0; // serialisation failures
    qint64 queued = 0;  // waiting now
    qint64 commitMicros = 0;
};

class Tx
{
public:
    virtual ~Tx() = default;
    virtual Engine engine() const = 0;

    // The time of this transaction, from the injected clock.
    Instant now() const { return m_now; }

    // The number of changed rows. A conditional change must look at it.
    template <class... Args>
    qint64 run(std::string_view statement, const Args &...args)
    {
        return execute(statement, std::array<sql::Value, sizeof...(Args)>{sql::value(args)...}, {});
    }

    // The same for statements that are put together at run time, like the lists below.
    qint64 run(std::string_view statement, const sql::Values &args) { return execute(statement, args, {}); }

    template <fields::Contract T>
    void insert(std::string_view table, const T &row)
    {
        execute(sql::insertInto<T>(table), sql::values(row), {});
    }

    // False when a row with the same key is there already; the table's unique constraint decides.
    template <fields::Contract T>
    bool insertNew(std::string_view table, const T &row)
    {
        return execute(sql::insertInto<T>(table) + " ON CONFLICT DO NOTHING", sql::values(row), {}) == 1;
    }

    // from: everything after the column list, "FROM orders WHERE id = ?".
    template <fields::Contract T, class... Args>
    std::optional<T> one(std::string_view from, const Args &...args)
    {
        std::optional<T> out;
        execute(sql::select<T>(from), std::array<sql::Value, sizeof...(Args)>{sql::value(args)...},
                [&](const sql::Row &row) { out = sql::read<T>(row); });
        return out;
    }

    template <fields::Contract T, class... Args>
    QList<T> all(std::string_view from, const Args &...args)
    {
        QList<T> out;
        execute(sql::select<T>(from), std::array<sql::Value, sizeof...(Args)>{sql::value(args)...},
                [&](const sql::Row &row) { out += sql::read<T>(row); });
        return out;
    }

    // The same for lists whose condition is put together at run time; only constant text of ours is joined, values
    // always travel as parameters.
    template <fields::Contract T>
    QList<T> all(std::string_view from, const sql::Values &args)
    {
        QList<T> out;
        execute(sql::select<T>(from), args, [&](const sql::Row &row) { out += sql::read<T>(row); });
        return out;
    }

    // A single number: "count(*) FROM orders WHERE buyer_id = ?".
    template <class... Args>
    qint64 number(std::string_view expression, const Args &...args)
    {
        qint64 out = 0;
        execute("SELECT " + std::string(expression), std::array<sql::Value, sizeof...(Args)>{sql::value(args)...},
                [&](const sql::Row &row) { out = row.integer(0); });
        return out;
    }

    // News for the other capabilities, delivered after the commit (core/outbox.h). E has a static topic.
    template <class E>
    void publish(const E &event)
    {
        publishEvent(E::topic, json::bytes(event));
    }

protected:
    // Changed rows, or rows read.
    virtual qint64 execute(std::string_view statement, sql::Params values, sql::RowSink sink) = 0;
    void publishEvent(std::string_view topic, const QByteArray &body);

    Instant m_now;
    bool m_published = false; // the outbox is to be woken after the commit
};

class Db
{
public:
    virtual ~Db() = default;
    virtual Engine engine() const = 0;
    virtual DbFigures figures() const = 0;

    // Called after each commit that published an event, on PostgreSQL also for commits of the other nodes, from a
    // thread of the database. One listener, core/outbox.h; after onPublished({}) it is not called any more.
    virtual void onPublished(std::function<void()> wake) = 0;

    // Whether this process is the one that does what only one may do, such as a schedule. On SQLite always; on
    // PostgreSQL one node per role, and another one when it goes away.
    virtual bool leads(std::string_view role) = 0;

    // Whether reading and writing work, by doing both: after a fault of the disk only the first may. Refuses or throws.
    Result<> answers();

    // Removes keys and replies of keyed calls from before that time, at most limit of them; returns how many.
    qint64 forgetReplies(Instant before, int limit);

    // Work on one consistent snapshot. Returns what the work returns.
    template <class Work>
    auto read(Work &&work)
    {
        std::optional<std::invoke_result_t<Work, Tx &>> out;
        runRead([&](Tx &tx) { out.emplace(work(tx)); });
        return std::move(*out);
    }

    // A serialisable unit of work: commits when the Result is a value, rolls back when it is an error or an exception
    // leaves it, and returns only after the commit is durable. The work may run more than once (PostgreSQL retries
    // serialisation failures), so it must not touch anything but the transaction and its own locals.
    template <class Work>
    auto write(Work &&work)
    {
        std::optional<std::invoke_result_t<Work, Tx &>> out;
        runWrite([&](Tx &tx) {
            out.emplace(work(tx));
            return out->has_value();
        });
        return std::move(*out);
    }

    // The same for an entry. When the call is keyed, key and reply are stored in this transaction, and a repeat is
    // answered from there without running the work.
    template <class Work>
    auto write(const Caller &caller, Work &&work)
    {
        using Out = std::invoke_result_t<Work, Tx &>;
        return write([&](Tx &tx) -> Out {
            if (!caller.repeat)
                return work(tx);
            LET(fresh, claimKey(tx, caller));
            if (!fresh) {
                if constexpr (std::is_void_v<typename Out::value_type>)
                    return Out();
                else
                    return typename Out::value_type{};
            }
            Out out = work(tx);
            if (out) {
                if constexpr (std::is_void_v<typename Out::value_type>)
                    storeReply(tx, caller, "null");
                else
                    storeReply(tx, caller, json::bytes(*out));
            }
            return out;
        });
    }

protected:
    // Stands around the work of a unit. A unit inside a unit is a programming error (entries never call entries): it
    // would wait for itself for ever on one engine and be a second transaction on the other.
    class UnitMark
    {
    public:
        UnitMark();
        ~UnitMark();
        UnitMark(const UnitMark &) = delete;
        UnitMark &operator=(const UnitMark &) = delete;
    };
    static void refuseNesting();

    virtual void runRead(const std::function<void(Tx &)> &work) = 0;
    virtual void runWrite(const std::function<bool(Tx &)> &work) = 0;

private:
    // False: the key was used before with the same body; caller.repeat->reply then holds the stored reply.
    static Result<bool> claimKey(Tx &tx, const Caller &caller);
    static void storeReply(Tx &tx, const Caller &caller, const QByteArray &data);
};
