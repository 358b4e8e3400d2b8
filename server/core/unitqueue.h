#pragma once

// The bounded queue between the threads that ask for a write and the one thread that writes them in groups.

#include <atomic>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

class Tx;

// One unit of work, on the stack of the thread that waits for it.
struct WriteUnit
{
    explicit WriteUnit(const std::function<bool(Tx &)> &unitWork)
        : work(unitWork)
    {}

    const std::function<bool(Tx &)> &work;
    std::exception_ptr fault = {};
    std::atomic<int> answered = 0;
};

class UnitQueue
{
public:
    explicit UnitQueue(int unitsMax)
        : m_unitsMax(unitsMax)
    {}

    // Returns when the unit was answered, and throws its fault. Throws DbBusy when the queue is full or closed.
    void run(WriteUnit &unit);

    // For the writer: waits for work, replaces the content of group. False: closed and empty.
    bool take(std::vector<WriteUnit *> &group);
    // Adds what came meanwhile. False: nothing came.
    bool takeMore(std::vector<WriteUnit *> &group);
    static void answer(const std::vector<WriteUnit *> &group);

    void close();
    int waiting() const;
    qint64 refused() const { return m_refused.load(std::memory_order_relaxed); }

private:
    const int m_unitsMax;
    mutable std::mutex m_mutex;
    std::condition_variable m_came;
    std::vector<WriteUnit *> m_units;
    bool m_writerSleeps = false;
    bool m_closed = false;
    std::atomic<qint64> m_refused = 0;
};
