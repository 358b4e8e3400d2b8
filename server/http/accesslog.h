#pragma once

// One JSON line per request, written by a thread of its own, so that a slow disk or terminal never holds up a reply.
// When it cannot keep up, lines are dropped and counted.

#include <QByteArray>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace http {

class AccessLog
{
public:
    explicit AccessLog(int descriptor);
    ~AccessLog();
    Q_DISABLE_COPY_MOVE(AccessLog)

    void add(QByteArrayView line);

private:
    void work();

    static constexpr qsizetype bytesMax = 4 * 1024 * 1024;
    static constexpr int pauseMs = 200;

    const int m_descriptor;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    QByteArray m_waiting;
    qint64 m_dropped = 0;
    bool m_isClosing = false;
    std::thread m_thread;
};

} // namespace http
