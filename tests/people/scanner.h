#pragma once

// A real clamd of the test's own, with a small signature database that is written here. It listens at a Unix socket and
// at a TCP port, and ends with the test program.

#include <QProcess>
#include <QTemporaryDir>

class Scanner
{
public:
    static Scanner &instance();

    QString socket() const { return m_folder.filePath(QStringLiteral("clamd.sock")); }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }

    // What scanners are tried with; harmless, and in two pieces so that none stops at this source.
    static QByteArray eicar();

private:
    Scanner();
    ~Scanner();

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};
