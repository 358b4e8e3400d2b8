#pragma once

// PostgreSQL behind Db, for several nodes on one database. Each unit of work runs SERIALIZABLE on a connection of a
// bounded pool and is run again, a bounded number of times, when PostgreSQL says that it collided with another one.
// Reads are REPEATABLE READ READ ONLY. A connection that a restart of the server has cut is made anew.

#include "server/core/clock.h"
#include "server/core/db.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

class PostgresHandle;

class PostgresDb final : public Db
{
public:
    struct Limits
    {
        int connections = 24;
        int waitMs = 5'000;  // for a free connection
        int tries = 40;      // of one unit of work
        int lockMs = 10'000; // for a lock of PostgreSQL
        int statementMs = 30'000;
        int reconnectMs = 1'000; // between two tries of the listener
    };

    // address: postgresql://user@host/database, everything libpq takes
    PostgresDb(const QString &address, const Clock &clock);
    PostgresDb(const QString &address, const Clock &clock, const Limits &limits);
    ~PostgresDb() override;

    Engine engine() const override { return Engine::Postgres; }
    DbFigures figures() const override;
    void onPublished(std::function<void()> wake) override;
    bool leads(std::string_view role) override;

protected:
    void runRead(const std::function<void(Tx &)> &work) override;
    void runWrite(const std::function<bool(Tx &)> &work) override;

private:
    class Borrowed;

    void tryWrite(PostgresHandle &handle, const std::function<bool(Tx &)> &work);
    std::unique_ptr<PostgresHandle> borrow();
    void giveBack(std::unique_ptr<PostgresHandle> handle);
    void listen(const std::function<void()> &wake);
    void stopListening();

    const QByteArray m_address;
    const Clock &m_clock;
    const Limits m_limits;

    std::mutex m_poolMutex;
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<PostgresHandle>> m_idle;
    int m_open = 0;

    std::thread m_listener;
    int m_stopSignal = -1; // an eventfd that ends the listener's wait
    std::atomic<bool> m_listening = false;

    std::mutex m_leadMutex;
    std::unique_ptr<PostgresHandle> m_leader; // holds the locks of the roles this process leads
    std::map<std::string, bool, std::less<>> m_leads;

    std::atomic<qint64> m_units = 0, m_refused = 0, m_retried = 0, m_waiting = 0, m_commitMicros = 0;
};
