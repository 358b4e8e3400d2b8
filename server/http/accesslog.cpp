#include "server/http/accesslog.h"

#include <cerrno>
#include <chrono>
#include <unistd.h>

namespace http {

namespace {

void writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), std::size_t(bytes.size()));
        if (written < 0 && errno != EINTR)
            return;
        bytes = bytes.sliced(std::max<qsizetype>(written, 0));
    }
}

} // namespace

AccessLog::AccessLog(int descriptor)
    : m_descriptor(descriptor)
    , m_thread([this] { work(); })
{}

AccessLog::~AccessLog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosing = true;
    }
    m_ready.notify_one();
    m_thread.join();
}

void AccessLog::add(QByteArrayView line)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() + line.size() > bytesMax) {
        ++m_dropped;
        return;
    }
    m_waiting.append(line);
}

void AccessLog::work()
{
    std::unique_lock lock(m_mutex);
    for (bool isLast = false; !isLast;) {
        m_ready.wait_for(lock, std::chrono::milliseconds(pauseMs), [this] { return m_isClosing; });
        isLast = m_isClosing;
        QByteArray lines = std::exchange(m_waiting, {});
        if (m_dropped > 0)
            lines += "{\"dropped_lines\":" + QByteArray::number(std::exchange(m_dropped, 0)) + "}\n";
        lock.unlock();
        writeAll(m_descriptor, lines);
        lock.lock();
    }
}

} // namespace http
