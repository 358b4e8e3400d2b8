#include "server/core/postgres.h"

#include "server/core/postgreshandle.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <random>

using std::chrono::steady_clock;

namespace {

class PostgresTx final : public Tx
{
public:
    PostgresTx(PostgresHandle &handle, Instant now)
        : m_handle(handle)
    {
        m_now = now;
    }
    Engine engine() const override { return Engine::Postgres; }

protected:
    qint64 execute(std::string_view statement, sql::Params values, sql::RowSink sink) override
    {
        return m_handle.execute(statement, values, sink);
    }

private:
    PostgresHandle &m_handle;
};

// Both sides of a collision wait differently long, longer with each try.
void waitBeforeTry(int tries)
{
    constexpr int longestMs = 100;
    thread_local std::minstd_rand random(std::random_device{}());
    std::uniform_int_distribution<int> micros(0, 1'000 * std::min(1 << std::min(tries, 10), longestMs));
    std::this_thread::sleep_for(std::chrono::microseconds(micros(random)));
}

// A number for an advisory lock that every node computes alike.
qint64 lockOf(std::string_view role)
{
    quint64 hash = 14695981039346656037u; // FNV-1a
    for (const char c : role)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return static_cast<qint64>(hash);
}

} // namespace

// A connection of the pool for the time of one unit.
class PostgresDb::Borrowed
{
public:
    explicit Borrowed(PostgresDb &db)
        : handle(db.borrow())
        , m_db(db)
    {}
    ~Borrowed() { m_db.giveBack(std::move(handle)); }
    Borrowed(const Borrowed &) = delete;
    Borrowed &operator=(const Borrowed &) = delete;

    std::unique_ptr<PostgresHandle> handle;

private:
    PostgresDb &m_db;
};

PostgresDb::PostgresDb(const QString &address, const Clock &clock)
    : PostgresDb(address, clock, Limits())
{}

PostgresDb::PostgresDb(const QString &address, const Clock &clock, const Limits &limits)
    : m_address(address.toUtf8())
    , m_clock(clock)
    , m_limits(limits)
    , m_stopSignal(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    giveBack(borrow()); // a wrong address is better said now
}

PostgresDb::~PostgresDb()
{
    stopListening();
    ::close(m_stopSignal);
}

DbFigures PostgresDb::figures() const
{
    return {.units = m_units,
            .groups = m_units,
            .refused = m_refused,
            .retried = m_retried,
            .queued = m_waiting,
            .commitMicros = m_commitMicros};
}

std::unique_ptr<PostgresHandle> PostgresDb::borrow()
{
    {
        std::unique_lock lock(m_poolMutex);
        ++m_waiting;
        const bool free = m_returned.wait_for(lock, std::chrono::milliseconds(m_limits.waitMs),
                                              [&] { return !m_idle.empty() || m_open < m_limits.connections; });
        --m_waiting;
        if (!free) {
            ++m_refused;
            throw DbBusy("no database connection is free");
        }
        if (!m_idle.empty()) {
            std::unique_ptr<PostgresHandle> handle = std::move(m_idle.back());
            m_idle.pop_back();
            return handle;
        }
        ++m_open;
    }
    try {
        return std::make_unique<PostgresHandle>(m_address, m_limits.lockMs, m_limits.statementMs);
    } catch (...) {
        giveBack({});
        throw;
    }
}

void PostgresDb::giveBack(std::unique_ptr<PostgresHandle> handle)
{
    {
        const std::lock_guard lock(m_poolMutex);
        if (handle && handle->isConnected())
            m_idle.push_back(std::move(handle));
        else
            --m_open;
    }
    m_returned.notify_one();
}

void PostgresDb::runRead(const std::function<void(Tx &)> &work)
{
    refuseNesting();
    const Borrowed borrowed(*this);
    PostgresHandle &handle = *borrowed.handle;
    handle.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    try {
        PostgresTx tx(handle, m_clock.now());
        const UnitMark mark;
        work(tx);
    } catch (...) {
        handle.rollBack();
        throw;
    }
    handle.run("COMMIT");
}

void PostgresDb::runWrite(const std::function<bool(Tx &)> &work)
{
    refuseNesting();
    const Borrowed borrowed(*this);
    for (int tries = 1;; ++tries) {
        try {
            tryWrite(*borrowed.handle, work);
            ++m_units;
            return;
        } catch (const TryAgain &) {
            if (tries >= m_limits.tries)
                throw;
        }
        ++m_retried;
        waitBeforeTry(tries);
    }
}

void PostgresDb::tryWrite(PostgresHandle &handle, const std::function<bool(Tx &)> &work)
{
    handle.begin("BEGIN ISOLATION LEVEL SERIALIZABLE");
    bool keep = false;
    try {
        PostgresTx tx(handle, m_clock.now());
        const UnitMark mark;
        keep = work(tx);
    } catch (...) {
        handle.rollBack();
        throw;
    }
    const auto start = steady_clock::now();
    try {
        handle.run(keep ? "COMMIT" : "ROLLBACK");
    } catch (const TryAgain &cut) {
        // Cut while committing: nobody knows whether it is there, so it must not be run again.
        if (keep && !handle.isConnected())
            throw DbFault(cut.what());
        throw;
    }
    m_commitMicros += std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - start).count();
}

void PostgresDb::onPublished(std::function<void()> wake)
{
    stopListening();
    if (!wake)
        return;
    m_listening = true;
    m_listener = std::thread([this, wake = std::move(wake)] { listen(wake); });
}

void PostgresDb::stopListening()
{
    if (!m_listener.joinable())
        return;
    m_listening = false;
    eventfd_write(m_stopSignal, 1);
    m_listener.join();
    eventfd_t drained = 0;
    eventfd_read(m_stopSignal, &drained);
}

void PostgresDb::listen(const std::function<void()> &wake)
{
    std::unique_ptr<PostgresHandle> handle;
    while (m_listening) {
        pollfd waits[] = {{m_stopSignal, POLLIN, 0}, {-1, POLLIN, 0}};
        try {
            if (!handle || !handle->isConnected()) {
                handle = std::make_unique<PostgresHandle>(m_address, m_limits.lockMs, m_limits.statementMs);
                handle->run("LISTEN outbox");
                wake(); // something may have come while nobody listened
            }
            waits[1].fd = handle->socket();
        } catch (const DbFault &) {
            handle.reset();
        }
        ::poll(waits, 2, handle ? -1 : m_limits.reconnectMs);
        if (handle && waits[1].revents != 0 && handle->takeNotifications())
            wake();
    }
}

// A session lock on a connection of its own; when the connection or the process ends, another node takes over.
bool PostgresDb::leads(std::string_view role)
{
    const std::lock_guard lock(m_leadMutex);
    try {
        if (!m_leader || !m_leader->isConnected()) {
            m_leads.clear();
            m_leader = std::make_unique<PostgresHandle>(m_address, m_limits.lockMs, m_limits.statementMs);
        }
        const auto known = m_leads.find(role);
        if (known != m_leads.end() && known->second) {
            m_leader->run("SELECT 1"); // still connected, so still holding the lock
            return true;
        }
        qint64 got = 0;
        const std::array<sql::Value, 1> values{lockOf(role)};
        m_leader->execute("SELECT pg_try_advisory_lock(?)", values, [&](const sql::Row &row) { got = row.integer(0); });
        m_leads[std::string(role)] = got == 1;
        return got == 1;
    } catch (const DbFault &) {
        m_leader.reset();
        return false;
    }
}
