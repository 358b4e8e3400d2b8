#include "console/app/desktoplock.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariant>

namespace app {

namespace {

const QString login = QStringLiteral("org.freedesktop.login1");

} // namespace

DesktopLock::DesktopLock(const Buses &buses, QObject *parent)
    : QObject(parent)
    , m_session(std::make_unique<QDBusConnection>(
          buses.session.isEmpty() ? QDBusConnection::sessionBus()
                                  : QDBusConnection::connectToBus(buses.session, QStringLiteral("console-session"))))
    , m_system(std::make_unique<QDBusConnection>(
          buses.system.isEmpty() ? QDBusConnection::systemBus()
                                 : QDBusConnection::connectToBus(buses.system, QStringLiteral("console-system"))))
{
    listenToSaver();
    listenToLogin();
}

DesktopLock::~DesktopLock() = default;

bool DesktopLock::isListening() const
{
    return m_isListening;
}

// KDE, Xfce and most others say it under the first name, GNOME under the second one.
void DesktopLock::listenToSaver()
{
    for (const char *name : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}) {
        const QString saver = QString::fromLatin1(name);
        m_isListening |=
            m_session->connect(saver, QString(), saver, QStringLiteral("ActiveChanged"), this, SLOT(hearSaver(bool)));
    }
}

// The login manager says it to one session; which one is ours only it knows.
void DesktopLock::listenToLogin()
{
    if (!m_system->isConnected())
        return;
    const QString session = qEnvironmentVariable("XDG_SESSION_ID");
    if (session.isEmpty())
        askLogin(QStringLiteral("GetSessionByPID"), uint(QCoreApplication::applicationPid()));
    else
        askLogin(QStringLiteral("GetSession"), session);
}

void DesktopLock::askLogin(const QString &method, const QVariant &argument)
{
    QDBusMessage question = QDBusMessage::createMethodCall(login, QStringLiteral("/org/freedesktop/login1"),
                                                           QStringLiteral("org.freedesktop.login1.Manager"), method);
    question << argument;
    auto *watcher = new QDBusPendingCallWatcher(m_system->asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusObjectPath> path = *watcher;
        watcher->deleteLater();
        if (path.isValid())
            m_system->connect(login, path.value().path(), QStringLiteral("org.freedesktop.login1.Session"),
                              QStringLiteral("Lock"), this, SLOT(hearLock()));
    });
}

void DesktopLock::hearSaver(bool active)
{
    if (active)
        Q_EMIT locked();
}

void DesktopLock::hearLock()
{
    Q_EMIT locked();
}

} // namespace app
