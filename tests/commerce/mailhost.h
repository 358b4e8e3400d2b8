#pragma once

// A real mail server on this machine, a certificate of our own for it, and what it has accepted.

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

// Signs a certificate for 127.0.0.1 with an authority that nobody else knows.
class MailAuthority
{
public:
    MailAuthority();

    QString authority() const { return m_folder.filePath(QStringLiteral("authority.pem")); }
    QString certificate() const { return m_folder.filePath(QStringLiteral("mail.pem")); }
    QString key() const { return m_folder.filePath(QStringLiteral("mail.key")); }

private:
    const QTemporaryDir m_folder;
};

class MailHost
{
public:
    // Options of mailhost.py.
    explicit MailHost(const QStringList &options = {});
    ~MailHost();

    void stop();
    void startAgain(); // at the same port

    QString url() const { return QStringLiteral("smtp://127.0.0.1:%1").arg(m_port); }
    QList<QJsonObject> mails() const;
    QStringList talk() const; // the commands that arrived: "RCPT", "DATA", "AUTH"

private:
    void start();

    const QTemporaryDir m_folder;
    const QStringList m_options;
    int m_port = 0;
    QProcess m_program;
};
