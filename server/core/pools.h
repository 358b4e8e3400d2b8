#pragma once

// Threads for work that must not hold up an I/O thread. Both the number of threads and the number of waiting jobs are
// bounded: who finds the queue full is told so at once instead of waiting for ever.

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

class WorkerPool
{
public:
    using Job = std::packaged_task<void()>; // the only callable of C++20 that may own what it moves

    struct Size
    {
        int threads;
        int waitingMax;
        int niceness = 0; // how far its threads step back behind the others
    };

    // Writers mostly wait for the group commit; with fewer threads the groups would stay small.
    static constexpr Size forWrites(int threads) { return {.threads = threads, .waitingMax = 4096}; }

    explicit WorkerPool(Size size);
    ~WorkerPool();

    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    // A place in the queue; false when it is full. Who has one must use it. Who can step back leaves some places free
    // for those who cannot.
    enum class Urgency { Normal, StepsBack };
    [[nodiscard]] bool reserve(Urgency urgency = Urgency::Normal);
    void run(Job job);

    // Both in one step. False: the job is dropped.
    [[nodiscard]] bool offer(Job job);

    // Takes nothing more, finishes what it has taken and ends its threads.
    void close();

    // Takes nothing more and drops what waits. What runs goes on; close() waits for it.
    void dropWaiting();

private:
    void work(int niceness);

    const std::size_t m_waitingMax;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::deque<Job> m_waiting;
    std::size_t m_reserved = 0;
    bool m_isClosing = false;
    std::vector<std::thread> m_threads;
};
