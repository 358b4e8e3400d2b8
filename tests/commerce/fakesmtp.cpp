#include "tests/commerce/fakesmtp.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace {

constexpr int lookMs = 20;
constexpr int lineMs = 5000;

QByteArray mailbox(const QByteArray &line)
{
    const qsizetype open = line.indexOf('<'), end = line.indexOf('>');
    return line.mid(open + 1, end - open - 1);
}

} // namespace

FakeSmtp::FakeSmtp(QHash<QByteArray, QByteArray> answers)
    : m_answers(std::move(answers))
    , m_thread([this] { serve(); })
{
    m_listens.acquire();
}

FakeSmtp::~FakeSmtp()
{
    m_stopped = true;
    m_thread.join();
}

void FakeSmtp::answer(const QByteArray &verb, const QByteArray &answer)
{
    const std::lock_guard lock(m_mutex);
    m_answers[verb] = answer;
}

QList<ReceivedMail> FakeSmtp::mails() const
{
    const std::lock_guard lock(m_mutex);
    return m_mails;
}

QList<QByteArray> FakeSmtp::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

void FakeSmtp::serve()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    m_port = server.serverPort();
    m_listens.release();
    while (!m_stopped) {
        if (!server.waitForNewConnection(lookMs))
            continue;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        talk(*socket);
    }
}

void FakeSmtp::talk(QTcpSocket &socket)
{
    const auto reply = [&](const QByteArray &text) {
        socket.write(text + "\r\n");
        socket.waitForBytesWritten(lineMs);
    };
    ReceivedMail mail;
    bool isData = false;
    reply("220 fake ESMTP");
    while (socket.canReadLine() || socket.waitForReadyRead(lineMs)) {
        while (socket.canReadLine()) {
            const QByteArray line = socket.readLine();
            if (isData && line == ".\r\n") {
                isData = false;
                const std::lock_guard lock(m_mutex);
                m_mails += mail;
                socket.write("250 taken\r\n");
            } else if (isData) {
                mail.text += line.startsWith('.') ? line.sliced(1) : line;
            } else {
                if (line.startsWith("MAIL"))
                    mail = {mailbox(line), {}, {}};
                if (line.startsWith("RCPT"))
                    mail.to = mailbox(line);
                const QByteArray answer = answerTo(line.trimmed());
                isData = answer.startsWith("354");
                reply(answer);
                if (line.startsWith("QUIT"))
                    return socket.disconnectFromHost();
            }
        }
    }
}

QByteArray FakeSmtp::answerTo(const QByteArray &line)
{
    const std::lock_guard lock(m_mutex);
    m_commands += line;
    const QByteArray verb = line.left(4).toUpper();
    if (m_answers.contains(verb))
        return m_answers.value(verb);
    if (verb == "EHLO")
        return "250-fake\r\n250-AUTH PLAIN\r\n250 8BITMIME";
    if (verb == "AUTH")
        return "334 ";
    if (m_commands.size() > 1 && m_commands.at(m_commands.size() - 2) == "AUTH PLAIN")
        return "235 welcome";
    if (verb == "DATA")
        return "354 go on";
    return verb == "QUIT" ? "221 bye" : "250 fine";
}
