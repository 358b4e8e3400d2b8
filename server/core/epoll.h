#pragma once

// An event loop over epoll. Debian's Qt polls every open socket on each turn, which makes one turn with 10,000 idle
// connections twenty times as dear; here a turn costs what is ready. One instance per thread, handed to
// QThread::setEventDispatcher() or QCoreApplication::setEventDispatcher() before the loop starts.

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <map>
#include <unordered_map>
#include <vector>

class EpollDispatcher : public QAbstractEventDispatcher
{
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 intervalMs, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;

private:
    struct Watched
    {
        std::array<QSocketNotifier *, 3> notifiers{}; // by QSocketNotifier::Type
        quint32 armed = 0;                            // what epoll knows
        bool isDirty = false;
    };
    struct Timer
    {
        qint64 intervalNs;
        Qt::TimerType type;
        QObject *object;
        qint64 dueNs;
        bool isRunning = false; // a timer does not fire again inside its own slot
    };

    void markDirty(int fd);
    void armDirty();
    void arm(int fd, Watched &watched);
    int waitMs(QEventLoop::ProcessEventsFlags flags) const;
    int deliverSockets(QEventLoop::ProcessEventsFlags flags, int timeoutMs);
    int deliverTimers();
    void unqueue(int timerId, qint64 dueNs);

    int m_epoll = -1;
    int m_wakeFd = -1;
    std::atomic<bool> m_isWoken{false};
    std::atomic<bool> m_isInterrupted{false};
    std::vector<Watched> m_watched; // by file descriptor
    std::vector<int> m_dirty;
    std::unordered_map<int, Timer> m_timers;
    std::multimap<qint64, int> m_queue; // due time -> timer id
};
