#pragma once

// One line per request, in the format of the log, written by a thread of its own, so that a slow disk or terminal never
// holds up a reply. When it cannot keep up, lines are dropped and counted.

#include "server/core/config.h"

#include <QByteArray>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace http {

struct Call;

// A request that was answered.
struct Visited
{
    const Call &call;
    int status = 0;
    qint64 bytes = 0;
    qint64 tookUs = 0;
};

// The line as it is written, with its end; for tests too.
QByteArray accessLine(LogFormat format, const Visited &visited);

class AccessLog
{
public:
    AccessLog(int descriptor, LogFormat format);
    ~AccessLog();
    Q_DISABLE_COPY_MOVE(AccessLog)

    void add(const Visited &visited);
    // Writes now what has been added; for a process that is about to end without destructors.
    void flush();

private:
    void work();
    QByteArray takeLines();

    static constexpr qsizetype bytesMax = 4 * 1024 * 1024;
    static constexpr int pauseMs = 200;

    const int m_descriptor;
    const LogFormat m_format;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    QByteArray m_waiting;
    qint64 m_dropped = 0;
    bool m_isClosing = false;
    std::thread m_thread;
};

} // namespace http
