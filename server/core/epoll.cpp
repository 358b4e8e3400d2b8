#include "server/core/epoll.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>

#include <cerrno>
#include <ctime>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace {

constexpr qint64 nsPerMs = 1'000'000;
constexpr int eventsPerTurn = 256;
constexpr std::array<quint32, 3> wanted = {EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr std::array<quint32, 3> answers = {EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP, EPOLLOUT | EPOLLERR | EPOLLHUP,
                                            EPOLLPRI};

qint64 nowNs()
{
    timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeFd(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_watched(256)
{
    if (m_epoll < 0 || m_wakeFd < 0)
        qFatal("the event loop cannot be created: errno %d", errno);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = m_wakeFd;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeFd, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_epoll);
    ::close(m_wakeFd);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted.store(false, std::memory_order_relaxed);
    Q_EMIT awake();
    m_isWoken.exchange(false, std::memory_order_acq_rel);
    QCoreApplication::sendPostedEvents();
    if (m_isInterrupted.load(std::memory_order_relaxed))
        return false;

    armDirty();
    int timeoutMs = 0;
    const bool mayWait = (flags & QEventLoop::WaitForMoreEvents) && !m_isWoken.load(std::memory_order_acquire);
    if (mayWait) {
        Q_EMIT aboutToBlock();
        // A slot of aboutToBlock may have posted something.
        timeoutMs = m_isWoken.load(std::memory_order_acquire) ? 0 : waitMs(flags);
    }
    int delivered = deliverSockets(flags, timeoutMs);
    if (mayWait)
        Q_EMIT awake();
    if (!(flags & QEventLoop::X11ExcludeTimers))
        delivered += deliverTimers();
    return delivered > 0 || m_isWoken.load(std::memory_order_relaxed);
}

int EpollDispatcher::waitMs(QEventLoop::ProcessEventsFlags flags) const
{
    if (m_queue.empty() || (flags & QEventLoop::X11ExcludeTimers))
        return -1;
    const qint64 left = m_queue.begin()->first - nowNs();
    return left <= 0 ? 0 : int((left + nsPerMs - 1) / nsPerMs);
}

int EpollDispatcher::deliverSockets(QEventLoop::ProcessEventsFlags flags, int timeoutMs)
{
    epoll_event events[eventsPerTurn];
    const int ready = epoll_wait(m_epoll, events, eventsPerTurn, timeoutMs);
    int delivered = 0;
    for (int i = 0; i < ready; ++i) {
        const int fd = events[i].data.fd;
        if (fd == m_wakeFd) {
            eventfd_t value;
            eventfd_read(m_wakeFd, &value);
            ++delivered;
            continue;
        }
        if (flags & QEventLoop::ExcludeSocketNotifiers)
            continue;
        for (std::size_t type = 0; type < answers.size(); ++type) {
            // Looked up anew each time: the slot before may have closed the socket.
            if (QSocketNotifier *notifier = m_watched[std::size_t(fd)].notifiers[type];
                notifier && (events[i].events & answers[type])) {
                QEvent event(QEvent::SockAct);
                QCoreApplication::sendEvent(notifier, &event);
                ++delivered;
            }
        }
    }
    return delivered;
}

int EpollDispatcher::deliverTimers()
{
    int delivered = 0;
    const qint64 now = nowNs();
    for (std::size_t left = m_queue.size(); left > 0 && !m_queue.empty() && m_queue.begin()->first <= now; --left) {
        const int id = m_queue.begin()->second;
        Timer &timer = m_timers.at(id);
        m_queue.erase(m_queue.begin());
        timer.dueNs += timer.intervalNs;
        if (timer.dueNs <= now) // late by more than one interval: the missed ones are not made up for
            timer.dueNs = now + std::max<qint64>(timer.intervalNs, 1);
        m_queue.emplace(timer.dueNs, id);
        if (timer.isRunning)
            continue;
        timer.isRunning = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        ++delivered;
        if (const auto it = m_timers.find(id); it != m_timers.end())
            it->second.isRunning = false;
    }
    return delivered;
}

void EpollDispatcher::markDirty(int fd)
{
    Watched &watched = m_watched[std::size_t(fd)];
    if (!watched.isDirty) {
        watched.isDirty = true;
        m_dirty.push_back(fd);
    }
}

// Changes are collected and told to the kernel once per turn; a write notifier that is switched on and off again by a
// flush costs no system call.
void EpollDispatcher::armDirty()
{
    for (const int fd : m_dirty) {
        Watched &watched = m_watched[std::size_t(fd)];
        watched.isDirty = false;
        arm(fd, watched);
    }
    m_dirty.clear();
}

void EpollDispatcher::arm(int fd, Watched &watched)
{
    epoll_event event{};
    event.data.fd = fd;
    for (std::size_t type = 0; type < wanted.size(); ++type)
        event.events |= watched.notifiers[type] ? wanted[type] : 0u;
    if (event.events == watched.armed)
        return;
    if (event.events == 0) {
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, nullptr);
    } else {
        // The number may belong to a new socket by now, so the kernel may know more or less than we remember.
        const int expected = watched.armed ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
        if (epoll_ctl(m_epoll, expected, fd, &event) != 0)
            epoll_ctl(m_epoll, expected == EPOLL_CTL_ADD ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event);
    }
    watched.armed = event.events;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto fd = std::size_t(notifier->socket());
    if (fd >= m_watched.size())
        m_watched.resize(fd + 256);
    m_watched[fd].notifiers[std::size_t(notifier->type())] = notifier;
    markDirty(int(fd));
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const qintptr fd = notifier->socket();
    if (fd < 0 || std::size_t(fd) >= m_watched.size())
        return;
    Watched &watched = m_watched[std::size_t(fd)];
    QSocketNotifier *&slot = watched.notifiers[std::size_t(notifier->type())];
    if (slot == notifier)
        slot = nullptr;
    const bool isLast = watched.notifiers == std::array<QSocketNotifier *, 3>{};
    if (isLast)
        arm(int(fd), watched); // at once: the descriptor may be closed right after
    else
        markDirty(int(fd));
}

void EpollDispatcher::registerTimer(int timerId, qint64 intervalMs, Qt::TimerType type, QObject *object)
{
    const qint64 due = nowNs() + intervalMs * nsPerMs;
    m_timers.insert_or_assign(timerId, Timer{intervalMs * nsPerMs, type, object, due});
    m_queue.emplace(due, timerId);
}

void EpollDispatcher::unqueue(int timerId, qint64 dueNs)
{
    const auto [first, last] = m_queue.equal_range(dueNs);
    for (auto it = first; it != last; ++it) {
        if (it->second == timerId) {
            m_queue.erase(it);
            return;
        }
    }
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    const auto it = m_timers.find(timerId);
    if (it == m_timers.end())
        return false;
    unqueue(timerId, it->second.dueNs);
    m_timers.erase(it);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers, [&](const auto &entry) {
               const bool isTheirs = entry.second.object == object;
               if (isTheirs)
                   unqueue(entry.first, entry.second.dueNs);
               return isTheirs;
           }) > 0;
}

QList<EpollDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> out;
    for (const auto &[id, timer] : m_timers)
        if (timer.object == object)
            out += TimerInfo(id, int(timer.intervalNs / nsPerMs), timer.type);
    return out;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto it = m_timers.find(timerId);
    return it == m_timers.end() ? -1 : int(std::max<qint64>(0, (it->second.dueNs - nowNs()) / nsPerMs));
}

void EpollDispatcher::wakeUp()
{
    if (!m_isWoken.exchange(true, std::memory_order_acq_rel) && QThread::currentThread() != thread())
        eventfd_write(m_wakeFd, 1);
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted.store(true);
    wakeUp();
}
