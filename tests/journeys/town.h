#pragma once

// The programs of one marketplace as processes: the server on data of its own, and the stand-in gateway.

#include "server/core/db.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

class Town
{
public:
    explicit Town(Engine engine);
    ~Town();

    bool open();   // starts what does not run; false when it is not ready in time
    void strike(); // kills the server; what it wrote stays with the system, which a power cut would not grant
    bool isOpen();

    // A command of the operator's, on the same data; its exit code.
    int run(const QStringList &arguments);

    QUrl url() const;
    // The text of the newest mail of this kind to this address; waits for one that is newer than those read before.
    QString mail(const QString &letter, const QString &to);
    // A number from the books, seen from outside the server.
    qint64 number(const QString &expression) const;
    QString said() const; // by the server, for a failed test

private:
    QStringList place() const;
    static QProcessEnvironment surroundings(const QUrl &gateway);

    const Engine m_engine;
    QTemporaryDir m_folder;
    QString m_database; // in the cluster
    QString m_address;
    QUrl m_gatewayUrl;
    quint16 m_port = 0;
    QProcess m_gateway;
    QProcess m_server;
    QSet<QString> m_read;
};
