#include "console/app/departures.h"

#include "console/kit/api.h"

#include <QCryptographicHash>
#include <QDir>
#include <QGuiApplication>
#include <QSaveFile>

namespace app {

namespace {

constexpr qint64 numberMax = 100;

} // namespace

Departures::Departures(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
    constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QDir().mkpath(folder);
    QFile::setPermissions(folder, mine);
    m_watcher.addPath(folder);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Departures::check);
    // Where the system tells nobody of changed files, whoever comes back to the window is told.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &Departures::check);
}

void Departures::watch(const QString &server, const QString &account)
{
    // A name that says neither where nor who.
    const QByteArray who = (server + u'\n' + account).toUtf8();
    m_file = m_folder + u'/' + QString::fromLatin1(QCryptographicHash::hash(who, QCryptographicHash::Sha256).toHex());
    m_seen = written();
}

void Departures::rest()
{
    m_file.clear();
}

QByteArray Departures::written() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.read(numberMax) : QByteArray();
}

void Departures::tell()
{
    if (m_file.isEmpty())
        return;
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(kit::Api::freshId().toLatin1());
        file.commit();
    }
    rest();
}

void Departures::check()
{
    if (m_file.isEmpty() || written() == m_seen)
        return;
    rest();
    Q_EMIT left();
}

} // namespace app
