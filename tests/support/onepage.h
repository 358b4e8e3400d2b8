#pragma once

// A web host on this machine that answers everything with one page and remembers what it was asked; over real sockets.

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <atomic>
#include <mutex>
#include <thread>

class OnePage
{
public:
    OnePage();
    ~OnePage();

    void answer(int status, const QByteArray &body);
    void fallSilent() { m_isSilent = true; } // takes requests and never answers
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    QByteArrayList asked(); // heads and bodies

private:
    void serve();

    int m_listening = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_isSilent = false;
    std::atomic<bool> m_isOver = false;
    std::mutex m_mutex;
    QByteArray m_reply;
    QByteArrayList m_asked;
    std::thread m_thread;
};
