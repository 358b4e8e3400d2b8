#include "console/kit/scale.h"

#include <QSocketNotifier>
#include <QTcpSocket>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace kit {

namespace {

// Asks a scale that speaks SICS for readings without end; others know no such word.
const QByteArray beginning = "SIR\r\n";
constexpr qint64 bytesAtOnce = 4096;

bool isSerial(const QString &address)
{
    return address.startsWith(u'/');
}

// 9600 baud, eight bits, no parity, one stop bit: what scales are delivered with.
bool setUp(int line)
{
    termios how = {};
    if (tcgetattr(line, &how) != 0)
        return false;
    cfmakeraw(&how);
    how.c_cflag |= CLOCAL | CREAD;
    cfsetispeed(&how, B9600);
    cfsetospeed(&how, B9600);
    return tcsetattr(line, TCSANOW, &how) == 0;
}

} // namespace

Scale::Scale(const Pace &pace, QObject *parent)
    : QObject(parent)
    , m_pace(pace)
{
    for (QTimer *timer : {&m_silence, &m_again})
        timer->setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &Scale::fallSilent);
    connect(&m_again, &QTimer::timeout, this, &Scale::dial);
}

Scale::~Scale()
{
    hangUp();
}

void Scale::use(const QString &address)
{
    m_address = address.trimmed();
    m_again.stop();
    m_silence.stop();
    hangUp();
    if (m_reading) {
        m_reading.reset();
        Q_EMIT changed();
    }
    if (!m_address.isEmpty())
        dial();
}

void Scale::dial()
{
    hangUp();
    m_silence.start(m_pace.silenceMs);
    if (isSerial(m_address))
        return openSerial();
    const qsizetype colon = m_address.lastIndexOf(u':');
    bool isPort = false;
    const quint16 port = m_address.mid(colon + 1).toUShort(&isPort);
    if (colon < 1 || !isPort)
        return;
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setReadBufferSize(bytesAtOnce);
    connect(m_socket.get(), &QTcpSocket::connected, this, [this] { m_socket->write(beginning); });
    connect(m_socket.get(), &QTcpSocket::readyRead, this, [this] { hear(m_socket->readAll()); });
    m_socket->connectToHost(m_address.left(colon), port);
}

void Scale::openSerial()
{
    m_serial = ::open(m_address.toLocal8Bit().constData(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (m_serial < 0)
        return;
    if (!setUp(m_serial) || ::write(m_serial, beginning.constData(), std::size_t(beginning.size())) < 0)
        return hangUp();
    m_serialNews = std::make_unique<QSocketNotifier>(m_serial, QSocketNotifier::Read);
    connect(m_serialNews.get(), &QSocketNotifier::activated, this, [this] {
        QByteArray bytes(bytesAtOnce, Qt::Uninitialized);
        const ssize_t count = ::read(m_serial, bytes.data(), std::size_t(bytes.size()));
        if (count > 0)
            hear(bytes.first(count));
        else
            m_serialNews->setEnabled(false); // pulled out; silence follows
    });
}

void Scale::hear(const QByteArray &bytes)
{
    for (const QByteArray &line : m_lines.take(bytes)) {
        const auto reading = readScale(line);
        if (!reading)
            continue;
        m_silence.start(m_pace.silenceMs);
        if (reading == m_reading)
            continue;
        // Also what is over by now, when several come at once: a load that moved in between is another one.
        m_reading = reading;
        Q_EMIT changed();
    }
}

void Scale::fallSilent()
{
    hangUp();
    m_again.start(m_pace.againMs);
    if (!m_reading)
        return;
    m_reading.reset();
    Q_EMIT changed();
}

// Called from the signals of what it closes, too, so the socket is deleted later.
void Scale::hangUp()
{
    m_lines = {};
    m_serialNews.reset();
    if (m_serial >= 0)
        ::close(m_serial);
    m_serial = -1;
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
}

} // namespace kit
