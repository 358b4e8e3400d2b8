#include "server/core/unitqueue.h"

#include "server/core/db.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

// std::atomic::wait would first yield the processor several times; with more callers than cores that costs more than
// the sleep it hopes to avoid.
void sleepWhileZero(std::atomic<int> &word)
{
    static_assert(sizeof(word) == sizeof(int));
    while (word.load(std::memory_order_acquire) == 0)
        ::syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 0, nullptr, nullptr, 0);
}

void wakeSleeper(std::atomic<int> *word)
{
    ::syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
}

} // namespace

void UnitQueue::run(WriteUnit &unit)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            throw DbBusy("the database is closing");
        if (int(m_units.size()) >= m_unitsMax) {
            m_refused.fetch_add(1, std::memory_order_relaxed);
            throw DbBusy("too many writes are waiting");
        }
        m_units.push_back(&unit);
        wake = std::exchange(m_writerSleeps, false);
    }
    if (wake)
        m_came.notify_one();
    sleepWhileZero(unit.answered);
    if (unit.fault)
        std::rethrow_exception(unit.fault);
}

bool UnitQueue::take(std::vector<WriteUnit *> &group)
{
    group.clear();
    std::unique_lock lock(m_mutex);
    while (m_units.empty() && !m_closed) {
        m_writerSleeps = true;
        m_came.wait(lock);
    }
    m_writerSleeps = false;
    group.swap(m_units);
    return !group.empty();
}

bool UnitQueue::takeMore(std::vector<WriteUnit *> &group)
{
    const std::lock_guard lock(m_mutex);
    if (m_units.empty())
        return false;
    group.insert(group.end(), m_units.begin(), m_units.end());
    m_units.clear();
    return true;
}

void UnitQueue::answer(const std::vector<WriteUnit *> &group)
{
    for (WriteUnit *unit : group) {
        // After the store the waiting thread may be gone with its stack; the wake-up needs only the address.
        std::atomic<int> *const word = &unit->answered;
        word->store(1, std::memory_order_release);
        wakeSleeper(word);
    }
}

void UnitQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_came.notify_one();
}

int UnitQueue::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_units.size());
}
