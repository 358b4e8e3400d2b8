#pragma once

// A mail server of our own, so that every answer of a strange one can be played. It speaks SMTP over a real socket.

#include <QHash>
#include <QList>

#include <atomic>
#include <mutex>
#include <semaphore>
#include <thread>

struct ReceivedMail
{
    QByteArray from;
    QByteArray to;
    QByteArray text; // dots taken back
};

class FakeSmtp
{
public:
    // Answers other than the usual ones, by verb: {"RCPT", "550 No such mailbox"}.
    explicit FakeSmtp(QHash<QByteArray, QByteArray> answers = {});
    ~FakeSmtp();

    QString url() const { return QStringLiteral("smtp://127.0.0.1:%1").arg(m_port); }
    void answer(const QByteArray &verb, const QByteArray &answer);
    QList<ReceivedMail> mails() const;
    QList<QByteArray> commands() const;

private:
    void serve();
    void talk(class QTcpSocket &socket);
    QByteArray answerTo(const QByteArray &line);

    mutable std::mutex m_mutex;
    QHash<QByteArray, QByteArray> m_answers;
    QList<ReceivedMail> m_mails;
    QList<QByteArray> m_commands;
    quint16 m_port = 0;
    std::binary_semaphore m_listens{0};
    std::atomic<bool> m_stopped = false;
    std::thread m_thread;
};
