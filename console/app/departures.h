#pragma once

// Who signs out in one window has signed out in all windows of this machine's user, in other runs of the console too.
// They tell each other by a file for each user of a server; it holds nothing but a number that changes.

#include <QFileSystemWatcher>
#include <QObject>

namespace app {

class Departures : public QObject
{
    Q_OBJECT

public:
    explicit Departures(const QString &folder, QObject *parent = nullptr);

    void watch(const QString &server, const QString &account); // from now on
    void rest();                                               // nobody is inside
    void tell();                                               // whoever is watched has left here
    void check();

Q_SIGNALS:
    void left(); // whoever is watched, elsewhere

private:
    QByteArray written() const;

    QString m_folder;
    QString m_file; // empty: resting
    QByteArray m_seen;
    QFileSystemWatcher m_watcher;
};

} // namespace app
