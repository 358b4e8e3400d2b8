#include "server/core/pools.h"

#include <sys/resource.h>
#include <unistd.h>

WorkerPool::WorkerPool(Size size)
    : m_waitingMax(std::size_t(size.waitingMax))
{
    m_threads.reserve(std::size_t(size.threads));
    for (int i = 0; i < size.threads; ++i)
        m_threads.emplace_back([this, niceness = size.niceness] { work(niceness); });
}

WorkerPool::~WorkerPool()
{
    close();
}

void WorkerPool::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosing = true;
    }
    m_ready.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

bool WorkerPool::reserve(Urgency urgency)
{
    constexpr std::size_t stepsBackFrom = 4; // of the queue a quarter
    const std::lock_guard lock(m_mutex);
    const std::size_t most =
        urgency == Urgency::StepsBack ? (m_waitingMax + stepsBackFrom - 1) / stepsBackFrom : m_waitingMax;
    if (m_isClosing || m_waiting.size() + m_reserved >= most)
        return false;
    ++m_reserved;
    return true;
}

void WorkerPool::run(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        --m_reserved;
        m_waiting.push_back(std::move(job));
    }
    m_ready.notify_one();
}

bool WorkerPool::offer(Job job)
{
    const bool isTaken = reserve();
    if (isTaken)
        run(std::move(job));
    return isTaken;
}

void WorkerPool::dropWaiting()
{
    std::deque<Job> dropped; // ends outside of the lock
    const std::lock_guard lock(m_mutex);
    m_isClosing = true;
    dropped.swap(m_waiting);
}

void WorkerPool::work(int niceness)
{
    if (niceness > 0) // on Linux a thread's own
        ::setpriority(PRIO_PROCESS, id_t(::gettid()), niceness);
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_ready.wait(lock, [this] { return m_isClosing || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        job();
        job = {};
        lock.lock();
    }
}
