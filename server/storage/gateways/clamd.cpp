#include "server/storage/gateways/clamd.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QtEndian>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace storage {

namespace {

Q_LOGGING_CATEGORY(lcScan, "storage.scan")

constexpr qsizetype chunkBytes = 64 << 10;
constexpr qsizetype replyBytes = 4 << 10; // longer ones are none of clamd's

// One connection; everything that is done with it together has until the deadline.
class Line
{
public:
    Line(const QString &address, int forMs)
        : m_deadline(forMs)
    {
        if (address.startsWith(u'/'))
            openLocal(address.toLocal8Bit());
        else
            openRemote(address.section(u':', 0, -2).toLatin1(), address.section(u':', -1).toLatin1());
    }
    ~Line() { close(); }
    Q_DISABLE_COPY_MOVE(Line)

    bool send(const char *bytes, qsizetype size)
    {
        while (size > 0) {
            if (!waitFor(POLLOUT))
                return false;
            const ssize_t sent = ::send(m_socket, bytes, std::size_t(size), MSG_NOSIGNAL);
            if (sent < 0 && errno != EAGAIN && errno != EINTR)
                return false;
            bytes += std::max<ssize_t>(sent, 0);
            size -= std::max<ssize_t>(sent, 0);
        }
        return true;
    }

    // Up to the end that is a NUL; empty when it did not come.
    QByteArray reply()
    {
        QByteArray out;
        char part[256];
        while (out.size() < replyBytes && waitFor(POLLIN)) {
            const ssize_t got = ::recv(m_socket, part, sizeof part, 0);
            if (got < 0 && (errno == EAGAIN || errno == EINTR))
                continue;
            if (got <= 0)
                break;
            out.append(part, got);
            if (const qsizetype end = out.indexOf('\0'); end >= 0)
                return out.first(end);
        }
        return {};
    }

private:
    void close()
    {
        if (m_socket >= 0)
            ::close(m_socket);
        m_socket = -1;
    }

    bool waitFor(short events) const
    {
        if (m_socket < 0)
            return false;
        pollfd wanted{m_socket, events, 0};
        const int ready = ::poll(&wanted, 1, int(std::max<qint64>(m_deadline.remainingTime(), 0)));
        return ready > 0 && (wanted.revents & (events | POLLHUP));
    }

    bool connectTo(const sockaddr *address, socklen_t size)
    {
        m_socket = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (m_socket < 0)
            return false;
        bool isOpen = ::connect(m_socket, address, size) == 0;
        if (!isOpen && errno == EINPROGRESS && waitFor(POLLOUT)) {
            int fault = 0;
            socklen_t length = sizeof fault;
            isOpen = ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &fault, &length) == 0 && fault == 0;
        }
        if (!isOpen)
            close();
        return isOpen;
    }

    void openLocal(const QByteArray &path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= qsizetype(sizeof address.sun_path))
            return;
        std::copy(path.begin(), path.end(), address.sun_path);
        connectTo(reinterpret_cast<const sockaddr *>(&address), sizeof address);
    }

    void openRemote(const QByteArray &host, const QByteArray &port)
    {
        addrinfo wish{};
        wish.ai_socktype = SOCK_STREAM;
        addrinfo *found = nullptr;
        if (::getaddrinfo(host.constData(), port.constData(), &wish, &found) != 0)
            return;
        for (const addrinfo *each = found; each; each = each->ai_next)
            if (connectTo(each->ai_addr, each->ai_addrlen))
                break;
        ::freeaddrinfo(found);
    }

    const QDeadlineTimer m_deadline;
    int m_socket = -1;
};

auto unavailable(const QByteArray &reply)
{
    qCWarning(lcScan) << "the virus scanner gave no verdict:" << (reply.isEmpty() ? QByteArray("no answer") : reply);
    return failure(ErrorCode::Unavailable, QStringLiteral("Files cannot be checked for viruses at the moment."));
}

} // namespace

Clamd::Clamd(const QString &address)
    : Clamd(address, Patience{})
{}

Clamd::Clamd(const QString &address, const Patience &patience)
    : m_address(address)
    , m_patience(patience)
{}

Result<QString> Clamd::scan(QIODevice &content) const
{
    Line line(m_address, m_patience.scanMs);
    bool isTaken = line.send("zINSTREAM", sizeof "zINSTREAM");
    QByteArray part(qsizetype(sizeof(quint32)) + chunkBytes, Qt::Uninitialized);
    char *const bytes = part.data();
    // Each part is told its length before; one of no length is the end. What clamd does not want to hear any more it
    // has answered already.
    for (qint64 size = chunkBytes; isTaken && size > 0;) {
        size = content.read(bytes + sizeof(quint32), chunkBytes);
        if (size < 0)
            throw std::runtime_error("cannot read what is to be scanned");
        qToBigEndian(quint32(size), bytes);
        isTaken = line.send(bytes, qsizetype(sizeof(quint32)) + size);
    }
    const QByteArray reply = line.reply();
    constexpr QByteArrayView head = "stream: ", found = " FOUND";
    if (reply == "stream: OK")
        return QString();
    if (reply.startsWith(head) && reply.endsWith(found))
        return QString::fromUtf8(reply.sliced(head.size(), reply.size() - head.size() - found.size()));
    return unavailable(reply);
}

Result<> Clamd::answers() const
{
    Line line(m_address, m_patience.pingMs);
    if (line.send("zPING", sizeof "zPING") && line.reply() == "PONG")
        return {};
    return failure(ErrorCode::Unavailable, QStringLiteral("the virus scanner does not answer"));
}

} // namespace storage
