#pragma once

// Hears when the desktop locks its screen, and tells the console to lock itself: whoever then gets past the screen has
// not got past this. The only file pair that knows D-Bus; where no bus runs nothing is heard.

#include <QObject>

#include <memory>

class QDBusConnection;

namespace app {

class DesktopLock : public QObject
{
    Q_OBJECT

public:
    // Addresses of the buses; empty: those of this desktop and this machine.
    struct Buses
    {
        QString session = {};
        QString system = {};
    };
    explicit DesktopLock(const Buses &buses, QObject *parent = nullptr);
    ~DesktopLock() override;

    bool isListening() const; // to the desktop's saver of the screen

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void hearSaver(bool active);
    void hearLock();

private:
    void listenToSaver();
    void listenToLogin();
    void askLogin(const QString &method, const QVariant &argument);

    std::unique_ptr<QDBusConnection> m_session;
    std::unique_ptr<QDBusConnection> m_system;
    bool m_isListening = false;
};

} // namespace app
