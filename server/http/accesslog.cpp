#include "server/http/accesslog.h"

#include "server/http/request.h"
#include "shared/base/json.h"

#include <cerrno>
#include <chrono>
#include <climits>
#include <unistd.h>

namespace http {

namespace {

// Whole lines, as many as a pipe takes in one piece, so that they do not mix with the lines of log.cpp.
qsizetype pieceOf(QByteArrayView lines)
{
    if (lines.size() <= PIPE_BUF)
        return lines.size();
    const qsizetype end = lines.first(PIPE_BUF).lastIndexOf('\n');
    return end < 0 ? PIPE_BUF : end + 1;
}

void writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), std::size_t(pieceOf(bytes)));
        if (written < 0 && errno != EINTR)
            return;
        bytes = bytes.sliced(std::max<qsizetype>(written, 0));
    }
}

QByteArray jsonLine(const Visited &visited)
{
    const Call &call = visited.call;
    constexpr qsizetype usualSize = 400;
    QByteArray line;
    line.reserve(usualSize);
    {
        json::Pen pen(line);
        pen.put("{\"at\":");
        pen.instant(call.time);
        pen.put(",\"request_id\":\"");
        pen.put(QByteArrayView(call.caller.requestId));
        pen.put("\",\"ip\":");
        pen.string(call.caller.ip);
        pen.put(",\"method\":\"");
        pen.put(QByteArrayView(call.method));
        pen.put("\",\"path\":\"");
        pen.put(QByteArrayView(call.path));
        pen.put("\",\"status\":");
        pen.number(qint64(visited.status));
        pen.put(",\"bytes\":");
        pen.number(visited.bytes);
        pen.put(",\"us\":");
        pen.number(visited.tookUs);
        if (call.caller.known) {
            pen.put(",\"account\":");
            pen.uuid(call.caller.id.uuid);
        }
        pen.put("}\n");
    }
    return line;
}

// "2026-09-21T14:13:20.000Z info    access: GET /api/v1/products 200 1234 bytes 567 us 127.0.0.1 <request> <account>"
QByteArray textLine(const Visited &visited)
{
    const Call &call = visited.call;
    QByteArray line = call.time.text().toLatin1() + " info    access: ";
    line.reserve(256);
    // What could not be read as a request has neither.
    line += call.method.isEmpty() ? "- -" : call.method + ' ' + call.path;
    line += ' ' + QByteArray::number(visited.status) + ' ';
    line += QByteArray::number(visited.bytes) + " bytes " + QByteArray::number(visited.tookUs) + " us ";
    line += call.caller.ip.toLatin1() + ' ' + call.caller.requestId;
    if (call.caller.known)
        line += ' ' + call.caller.id.text().toLatin1();
    return line + '\n';
}

QByteArray droppedLine(LogFormat format, qint64 count)
{
    const QByteArray number = QByteArray::number(count);
    return format == LogFormat::Json ? "{\"dropped_lines\":" + number + "}\n"
                                     : "access: " + number + " lines were dropped\n";
}

} // namespace

QByteArray accessLine(LogFormat format, const Visited &visited)
{
    return format == LogFormat::Json ? jsonLine(visited) : textLine(visited);
}

AccessLog::AccessLog(int descriptor, LogFormat format)
    : m_descriptor(descriptor)
    , m_format(format)
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

void AccessLog::add(const Visited &visited)
{
    const QByteArray line = accessLine(m_format, visited);
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() + line.size() > bytesMax) {
        ++m_dropped;
        return;
    }
    m_waiting.append(line);
}

void AccessLog::flush()
{
    std::unique_lock lock(m_mutex);
    const QByteArray lines = takeLines();
    lock.unlock();
    writeAll(m_descriptor, lines);
}

QByteArray AccessLog::takeLines()
{
    QByteArray lines = std::exchange(m_waiting, {});
    if (const qint64 dropped = std::exchange(m_dropped, 0); dropped > 0)
        lines += droppedLine(m_format, dropped);
    return lines;
}

void AccessLog::work()
{
    std::unique_lock lock(m_mutex);
    for (bool isLast = false; !isLast;) {
        m_ready.wait_for(lock, std::chrono::milliseconds(pauseMs), [this] { return m_isClosing; });
        isLast = m_isClosing;
        const QByteArray lines = takeLines();
        lock.unlock();
        writeAll(m_descriptor, lines);
        lock.lock();
    }
}

} // namespace http
