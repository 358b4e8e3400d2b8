#include "tests/support/onepage.h"

#include <QtEndian>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr int backlog = 16;
constexpr int lookMs = 20;
constexpr int patienceMs = 2'000;

QByteArray received(int line)
{
    QByteArray out(65'536, Qt::Uninitialized);
    qsizetype size = 0;
    const auto isWhole = [&] {
        const QByteArray seen = out.first(size);
        const qsizetype end = seen.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const qsizetype at = seen.toLower().indexOf("content-length:");
        const qsizetype body = at < 0 || at > end ? 0 : seen.mid(at + 15, seen.indexOf('\r', at) - at - 15).toInt();
        return size >= end + 4 + body;
    };
    pollfd watched{line, POLLIN, 0};
    while (!isWhole() && size < out.size() && ::poll(&watched, 1, patienceMs) == 1) {
        const ssize_t got = ::read(line, out.data() + size, size_t(out.size() - size));
        if (got <= 0)
            break;
        size += got;
    }
    return out.first(size);
}

} // namespace

OnePage::OnePage()
{
    m_listening = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listening, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listening, backlog) != 0 ||
        ::getsockname(m_listening, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("cannot listen");
    m_port = qFromBigEndian(address.sin_port);
    answer(200, "{}");
    m_thread = std::thread([this] { serve(); });
}

OnePage::~OnePage()
{
    m_isOver = true;
    m_thread.join();
    ::close(m_listening);
}

void OnePage::answer(int status, const QByteArray &body)
{
    const std::lock_guard lock(m_mutex);
    m_reply = "HTTP/1.1 " + QByteArray::number(status) +
              " Said\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
              "\r\nConnection: close\r\n\r\n" + body;
}

QByteArrayList OnePage::asked()
{
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

void OnePage::serve()
{
    pollfd watched{m_listening, POLLIN, 0};
    while (!m_isOver) {
        if (::poll(&watched, 1, lookMs) != 1)
            continue;
        const int line = ::accept(m_listening, nullptr, nullptr);
        const QByteArray request = received(line);
        QByteArray reply;
        {
            const std::lock_guard lock(m_mutex);
            m_asked += request;
            reply = m_reply;
        }
        pollfd silent{line, 0, 0};
        while (m_isSilent && !m_isOver)
            ::poll(&silent, 1, lookMs);
        [[maybe_unused]] const ssize_t sent = ::send(line, reply.constData(), size_t(reply.size()), MSG_NOSIGNAL);
        ::close(line);
    }
}
