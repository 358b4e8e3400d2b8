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
    };

    // Writers mostly wait for the group commit; with fewer threads the groups would stay small.
    static constexpr Size forWrites{.threads = 64, .waitingMax = 4096};
    static constexpr Size forHeavyWork(int cores) { return {.threads = cores > 1 ? cores - 1 : 1, .waitingMax = 64}; }

    explicit WorkerPool(Size size);
    ~WorkerPool();

    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    // A place in the queue; false when it is full. Who has one must use it.
    [[nodiscard]] bool reserve();
    void run(Job job);

    // Both in one step. False: the job is dropped.
    [[nodiscard]] bool offer(Job job);

    // Takes nothing more, finishes what it has taken and ends its threads.
    void close();

    // Waits until nothing is running or waiting. False: the time was over first.
    bool waitIdle(int timeoutMs);

private:
    void work();

    const std::size_t m_waitingMax;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::condition_variable m_idle;
    std::deque<Job> m_waiting;
    std::size_t m_reserved = 0;
    int m_running = 0;
    bool m_isClosing = false;
    std::vector<std::thread> m_threads;
};
